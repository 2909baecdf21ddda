"""Heads of state, commanders and spokespeople, in the spellings of German and English news."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.workbench.extraction.reads import RESOURCES, naming
from workbench.extraction import names
from workbench.model.mention import Label
from workbench.resources import table


def _persons(text: str, language: str) -> list[str]:
    return [m.text for m in names.mentions(naming(language)(text), None) if m.label == Label.PERSON]


@pytest.mark.parametrize(
    ("text", "language", "persons"),
    [
        ("Kyrylo Budanow widersprach Dmitri Medwedew.", "de", ["Kyrylo Budanow", "Dmitri Medwedew"]),
        ("Saluschnyjs Nachfolger und Umjerow", "de", ["Saluschnyjs", "Umjerow"]),
        ("Itamar Ben-Gvir und Smotrich drohten.", "de", ["Itamar Ben-Gvir", "Smotrich"]),
        ("Salva Kiir entließ Riek Machar.", "de", ["Salva Kiir", "Riek Machar"]),
        ("Siradschuddin Hakkani und Sabihullah Mudschahid", "de", ["Siradschuddin Hakkani", "Sabihullah Mudschahid"]),
        ("Nicolás Maduro warf Gustavo Petro nichts vor.", "de", ["Nicolás Maduro", "Gustavo Petro"]),
        ("Corneille Nangaa und Sultani Makenga", "de", ["Corneille Nangaa", "Sultani Makenga"]),
        ("Claudia Sheinbaum ließ El Mencho suchen.", "de", ["Claudia Sheinbaum", "El Mencho"]),
        ("Yahya Saree spoke after Abbas Araghchi.", "en", ["Yahya Saree", "Abbas Araghchi"]),
        ("Abdourahamane Tiani overthrew Mohamed Bazoum.", "en", ["Abdourahamane Tiani", "Mohamed Bazoum"]),
        ("Hassan Sheikh Mohamud met William Ruto.", "en", ["Hassan Sheikh Mohamud", "William Ruto"]),
        ("Osama bin Laden was killed under Barack Obama.", "en", ["Osama bin Laden", "Barack Obama"]),
        ("Das Talon, das Maas der Dinge, der Bar und der Fidan", "de", []),
    ],
)
def test_persons(text: str, language: str, persons: list[str]) -> None:
    assert _persons(text, language) == persons


def test_every_person_has_an_id_and_names_of_its_own() -> None:
    rows = [row for _, row in table(RESOURCES / "registers" / "persons.tsv", ("id", "name", "country", "aliases"))]
    assert len(rows) >= 400
    assert max(Counter(row["id"] for row in rows).values()) == 1
    each = [{row["name"], *filter(None, row["aliases"].split(";"))} for row in rows]
    assert max(Counter(name for named in each for name in named).values()) == 1
