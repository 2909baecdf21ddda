"""What merging says of rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.values import article, claim, exact, incident, mention
from workbench.changes import Value
from workbench.merging.fields import Open
from workbench.merging.words import about, said, states
from workbench.model.actor import Actor
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Effect, Relation, RelationType, Scope
from workbench.model.convention import OwnReading
from workbench.model.method import Method
from workbench.model.override import Override

ROWS: dict[tuple[str, int | str], Value] = {
    ("article", 1): article(),
    ("claim", 1): claim(),
    ("incident", 1): incident(),
    ("actor", "army"): Actor("army", "The Army", "state_force"),
}
OVERRIDE = Override(9, 1, Scope.EVENT, None, None, Effect.KILLED, 3, None, 5, "so")


def find(kind: str, id_: int | str) -> Value | None:
    return ROWS.get((kind, id_))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (article(), "article “Gefechte”"),
        (claim(), "claim “Drei Soldaten” in “Gefechte”"),
        (mention(article_id=7), "mention “Armee”"),
        (incident(), "incident “Gefechte bei Aleppo”"),
        (Assessment(5, About.CLAIM, "1"), "assessment of claim “Drei Soldaten” in “Gefechte”"),
        (Assessment(5, About.SOURCE, "sohr"), "assessment of sohr"),
        (OVERRIDE, "figure set by hand: Gefechte bei Aleppo, killed"),
        (Method(), "the method of the case"),
        (OwnReading("dozens", "24", "60", "-"), "own reading of “dozens”"),
        (None, ""),
    ],
)
def test_a_row_is_told_from_others(value: Value | None, words: str) -> None:
    assert about(value, find) == words


CLAIM = replace(
    claim(), actor="army", quantity=exact(40), relations=(Relation(RelationType.SUBSET_OF, 1),), when=incident().when
)


@pytest.mark.parametrize(
    ("value", "name", "parts", "words"),
    [
        (CLAIM, "number", ("quantity", "unit"), "40, persons"),
        (CLAIM, "actor", ("actor",), "The Army"),
        (CLAIM, "origin", ("origin",), "nothing"),
        (replace(CLAIM, origin="gone"), "origin", ("origin",), "gone"),
        (CLAIM, "relations", ("relations",), "among “Drei Soldaten”"),
        (CLAIM, "when", ("when",), "2024-11-27"),
        (mention(), "words", ("span", "text"), "65–70, Armee"),
        (incident(), "where", ("where",), "Aleppo"),
        (replace(article(), published=date(2024, 1, 2)), "published", ("published",), "2024-01-02"),
        (OVERRIDE, "numbers", ("low", "best", "high"), "3–5, best none"),
        (None, "note", ("note",), "nothing"),
    ],
)
def test_a_part_is_told(value: Value | None, name: str, parts: tuple[str, ...], words: str) -> None:
    assert said(value, Open(name, parts), find) == words


def test_what_one_took_away_is_told_from_both_ends() -> None:
    assert states(here=True, rows=1) == ("kept", "taken away")
    assert states(here=False, rows=4) == ("taken away", "kept, with 4 rows")
