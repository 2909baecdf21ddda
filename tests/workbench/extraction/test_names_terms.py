"""Weapons, equipment and wars are found by name, and words of peace are not taken for them."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.workbench.extraction.reads import RESOURCES, naming
from workbench.extraction import names
from workbench.model.mention import Label
from workbench.resources import table

THINGS = frozenset((Label.WEAPON, Label.EQUIPMENT, Label.EVENT))


def _things(text: str, language: str) -> list[str]:
    found = names.mentions(naming(language)(text), None)
    return [f"{mention.label} {mention.text}" for mention in found if mention.label in THINGS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "mit Raketen vom Typ Iskander und Kinschal-Raketen",
            ["WEAPON Raketen vom Typ Iskander", "WEAPON Kinschal-Raketen"],
        ),
        ("40 Drohnen vom Typ Shahed", ["WEAPON Drohnen vom Typ Shahed"]),
        ("durch Antipersonenminen und Blindgänger", ["WEAPON Antipersonenminen", "WEAPON Blindgänger"]),
        ("zwei T-72-Panzer und drei Su-34", ["EQUIPMENT T-72-Panzer", "EQUIPMENT Su-34"]),
        ("F-16-Kampfjets warfen Gleitbomben ab", ["EQUIPMENT F-16-Kampfjets", "WEAPON Gleitbomben"]),
        ("zwei Patriot-Systeme und Himars", ["EQUIPMENT Patriot-Systeme", "EQUIPMENT Himars"]),
        ("Schützenpanzer vom Typ Bradley", ["EQUIPMENT Schützenpanzer vom Typ Bradley"]),
        ("mit Kalaschnikows und Handgranaten", ["WEAPON Kalaschnikows", "WEAPON Handgranaten"]),
        ("mit Grad-Raketenwerfern", ["WEAPON Grad-Raketenwerfern"]),
        ("ein Mi-8-Hubschrauber stürzte ab", ["EQUIPMENT Mi-8-Hubschrauber"]),
        ("im Tigray-Krieg", ["EVENT Tigray-Krieg"]),
        ("im Kalten Krieg", ["EVENT Kalten Krieg"]),
    ],
)
def test_things_of_war_in_german(text: str, expected: list[str]) -> None:
    assert _things(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two Kinzhal missiles and Shahed drones", ["WEAPON Kinzhal missiles", "WEAPON Shahed drones"]),
        ("rocket-propelled grenades and a suicide vest", ["WEAPON rocket-propelled grenades", "WEAPON suicide vest"]),
        ("a Leopard 2 tank and T-72 tanks", ["EQUIPMENT Leopard 2 tank", "EQUIPMENT T-72 tanks"]),
        ("an F-16 fighter jet dropped 2,000-pound bombs", ["EQUIPMENT F-16 fighter jet", "WEAPON 2,000-pound bombs"]),
        ("killed by unexploded ordnance", ["WEAPON unexploded ordnance"]),
        ("the Tigray war", ["EVENT Tigray war"]),
    ],
)
def test_things_of_war_in_english(text: str, expected: list[str]) -> None:
    assert _things(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bei 30 Grad zog ein Tornado über Kansas.", "de"),
        ("Im Zoo kam ein Leopard zur Welt, der Marder fraß Kabel, Puma und Gepard schliefen.", "de"),
        ("Das Tor fiel in der 72. Minute, die Offensive überzeugte.", "de"),
        ("Konzert am Mi 8. Oktober und Mi 24.12. um 20 Uhr", "de"),
        ("Zur Messe kam der Bomber der Nation, und niemand soll tanken.", "de"),
        ("Die Fachzeitschrift Lancet veröffentlichte eine Studie.", "de"),
        ("An 12 Stellen lag Schnee. An 26 Tagen fiel Regen, sagt ein 50-Jähriger.", "de"),
        ("A 50-year-old man won. A 50 percent rise followed.", "en"),
        ("Das Sternbild Taurus ist im Winter gut zu sehen, Neptun nicht.", "de"),
        ("The javelin final was won with 90 metres; it was 30 degrees.", "en"),
        ("AC Milan won, the Patriots lost, and Bradley Cooper starred in a film.", "en"),
    ],
)
def test_words_of_peace_are_no_weapons(text: str, language: str) -> None:
    assert _things(text, language) == []


def test_every_thing_has_an_id_and_a_way_to_write_it_of_its_own() -> None:
    rows = [row for _, row in table(RESOURCES / "registers" / "terms.tsv", ("label", "id", "names_de", "names_en"))]
    assert len(rows) >= 300
    assert max(Counter(row["id"] for row in rows).values()) == 1
    both = [{name for name in f"{row['names_de']};{row['names_en']}".split(";") if name} for row in rows]
    assert max(Counter(name for names_ in both for name in names_).values()) == 1
