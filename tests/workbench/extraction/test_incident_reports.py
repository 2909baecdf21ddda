"""Sentences in the manner of incident summaries, guerrilla reports and press releases of forces, by construction."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category, RelationType


def test_a_toll_counts_what_stands_before_its_number(extractor: Extractor) -> None:
    text = "The number of victims rose to 12 when two of the wounded died."
    assert told(extractor, text, "en")[0] == "killed 12"
    assert told(extractor, "SOHR put the toll at 7, while residents said 11 civilians died.", "en")[0] == "killed 7"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Five people, two women and three girls, were killed.", ["killed 2", "killed 3"]),
        ("Six people - a guard, two farmers and three boys - died.", ["killed 1", "killed 2", "killed 3"]),
        ("Three farmers, two soldiers and a guard were killed.", []),
        ("Two people, two women and three girls were killed.", []),
        ("Three people, a farmer and two boys and a soldier were killed.", []),
    ],
)
def test_a_list_that_spells_a_number_out(extractor: Extractor, text: str, parts: list[str]) -> None:
    found = claims(extractor, text, "en")
    assert [short(claim) for claim in found if claim.related(RelationType.SUBSET_OF)] == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # kin, one with the other
        ("A grandmother and her daughter-in-law were killed.", ["killed 1", "killed 1"]),
        ("The mayor was shot to death together with his secretary and two guards.", ["killed 1", "killed 2"]),
        # who someone is named as parts nobody from the verb
        ("A man identified as Omar Ali was killed.", ["killed 1"]),
        ("A farmer known as Abu Omar was killed.", ["killed 1"]),
        # the object may stand inside the verb, and who shot is no victim
        ("An armed man approached. Troops shot him dead.", ["killed 1"]),
        ("Police shot and killed him.", []),
        ("Troops killed Ali Khan in Zabul.", []),
    ],
)
def test_people_of_incident_reports(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_some_of_the_people_told_before_are_a_part(extractor: Extractor) -> None:
    text = "Three children were killed. Two of the children, Ali and Nour, died instantly."
    three, two = claims(extractor, text, "en")
    assert two.related(RelationType.SUBSET_OF) == (three.id,)


def test_some_of_the_people_are_no_part_of_fewer(extractor: Extractor) -> None:
    text = "A child was killed. Two of the children in the bus died of burns."
    assert not [claim for claim in claims(extractor, text, "en") if claim.related(RelationType.SUBSET_OF)]


@pytest.mark.parametrize("noun", ["commander", "officer"])
def test_a_commander_of_rebels_is_no_soldier(extractor: Extractor, noun: str) -> None:
    (claim,) = claims(extractor, f"Troops killed a senior Taliban {noun}.", "en")
    assert claim.category is Category.COMBATANT_NONSTATE
