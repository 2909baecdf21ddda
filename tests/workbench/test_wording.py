"""One thing, one name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from tests.workbench.exporters.material import CIVILIANS, SOLDIERS, Contents
from tests.workbench.reckoning.making import TABLE, claim
from tests.workbench.values import article
from workbench.model.actor import BOTH_SIDES, Side
from workbench.model.claim import Category, Effect, Epistemic, Modifier, Quantity, RelationType, Scope
from workbench.model.incident import Incident
from workbench.reckoning import conventions as c
from workbench.wording import (
    article_words,
    bounds_words,
    brief_words,
    category_words,
    claim_words,
    effect_words,
    epistemic_words,
    incident_names,
    incident_words,
    met_words,
    people,
    policy_words,
    quantity_words,
    read_words,
    reading_words,
    relation_sentence,
    relation_words,
    said_by,
    scope_words,
    side_words,
    turned_relation_words,
)

SPEAKERS = Contents().sources(), Contents().actors()
NAMED: Mapping[type[StrEnum], Callable[[Any], str]] = {
    Effect: effect_words,
    Category: category_words,
    RelationType: relation_words,
    Epistemic: epistemic_words,
    Scope: scope_words,
}


@pytest.mark.parametrize("kind", NAMED)
def test_every_value_has_a_name_of_its_own(kind: type[StrEnum]) -> None:
    names = [NAMED[kind](value) for value in kind]
    assert not [name for name in names if not name or "_" in name or ":" in name]
    assert len(set(names)) == len(names)


def test_what_has_a_name_that_is_not_its_key() -> None:
    assert effect_words(Effect.KILLED_OR_WOUNDED) == "killed or wounded"
    assert epistemic_words(Epistemic.SELF_CLAIM) == "own claim"
    assert scope_words(Scope.CUMULATIVE) == "running toll"
    assert "GTD" in policy_words("most_recent")
    assert policy_words("by_hand") == "by hand"


def test_names_of_sides() -> None:
    sides = {"government": Side("government", "Government", "#0072b2")}
    named = [side_words(side, sides) for side in ("government", "rebels", BOTH_SIDES, None, "")]
    assert named == ["Government", "rebels", "Both sides (not split)", "Side unknown", "Side unknown"]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (37, 37, "37"),
        (0, 0, "0"),
        (0, 40, "0–40"),
        (1200, 9999, "1,200–9,999"),
        (4, None, "at least 4"),
        (None, 40, "up to 40"),
        (None, None, "unknown"),
        (0, None, "unknown"),
    ],
)
def test_ranges(low: int | None, high: int | None, words: str) -> None:
    assert bounds_words(low, high) == words


def test_thousands_are_set_apart() -> None:
    assert people(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("quantity", "stated", "reading", "both"),
    [
        (c.exact(37), "37", "37", "37"),
        (c.exact(1200), "1,200", "1,200", "1,200"),
        (c.at_least(4), "at least 4", "at least 4", "at least 4"),
        (c.more_than(400), "more than 400", "at least 401", "more than 400 (at least 401)"),
        (c.nearly(100), "nearly 100", "90–99", "nearly 100 (90–99)"),
        (c.slightly_over(40), "just over 40", "40–44", "just over 40 (40–44)"),
        (c.up_to(40), "up to 40", "up to 40", "up to 40"),
        (c.less_than(10), "fewer than 10", "up to 9", "fewer than 10 (up to 9)"),
        (c.between(30, 40), "30–40", "30–40", "30–40"),
        (c.vague("dozens", TABLE), "dozens", "24–99", "dozens (24–99)"),
        (c.vague("half_dozen", TABLE), "half a dozen", "5–7", "half a dozen (5–7)"),
        (c.none_stated(), "unknown", "unknown", "unknown"),
        (c.bare_plural(), "unquantified", "unquantified", "unquantified"),
        (c.negated(), "none", "none", "none"),
        (Quantity(None, None, None, None, Modifier.BETWEEN), "unknown", "unknown", "unknown"),
        (Quantity(None, 24, 99, None, Modifier.VAGUE), "24–99", "24–99", "24–99"),
    ],
)
def test_numbers(quantity: Quantity, stated: str, reading: str, both: str) -> None:
    assert (quantity_words(quantity), reading_words(quantity), read_words(quantity)) == (stated, reading, both)


def test_a_claim_is_known_by_its_words() -> None:
    assert claim_words(claim(1, 12, number_text="12", victims_text="Soldaten")) == "12 Soldaten"
    assert claim_words(claim(1, 12, number_text="12", victims_text="12\nSoldaten")) == "12 Soldaten"
    assert claim_words(claim(1, c.bare_plural(), number_text="", victims_text="Zivilisten")) == "Zivilisten"


def test_what_an_article_does_not_word_is_put_in_ours() -> None:
    assert claim_words(claim(1, c.at_least(4), number_text="", victims_text="Offiziere")) == "at least 4 Offiziere"
    assert claim_words(claim(1, c.exact(4), number_text="", victims_text="")) == "4"
    assert claim_words(claim(1, c.bare_plural(), number_text="", victims_text="")) == "killed"


def test_a_claim_in_the_fewest_words() -> None:
    assert brief_words(claim(1, 12, number_text="12", victims_text="Soldaten")) == "12"
    assert brief_words(claim(1, 12, number_text="", victims_text="Soldaten")) == "Soldaten"
    assert brief_words(claim(1, 12, number_text="", victims_text="")) == "killed"


def test_says_who_said_it() -> None:
    assert said_by(SOLDIERS, *SPEAKERS) == "Syrian army, through Reuters"
    assert said_by(replace(SOLDIERS, relay=None), *SPEAKERS) == "Syrian army"
    assert said_by(replace(SOLDIERS, origin=None), *SPEAKERS) == "unnamed, through Reuters"
    assert said_by(replace(SOLDIERS, origin="local_police", relay=None), *SPEAKERS) == "local police"
    assert said_by(replace(CIVILIANS, attribution_text="ein  Augenzeuge"), *SPEAKERS) == "ein Augenzeuge"
    assert said_by(CIVILIANS, *SPEAKERS) == ""


def test_articles_and_incidents_have_a_name() -> None:
    known = replace(article(), title="Gefechte", file_name="a.html")
    assert article_words(known) == "Gefechte"
    assert article_words(replace(known, title="")) == "a.html"
    assert article_words(replace(known, title="", file_name="")) == "Article without a title"
    assert incident_words(Incident(3, "Homs")) == "Homs"
    assert incident_words(Incident(3, "")) == "Incident 3"


def test_incidents_of_one_title_are_known_by_their_numbers_too() -> None:
    there = [Incident(1, "Homs"), Incident(2, "Hama"), Incident(3, "Homs"), Incident(4, ""), Incident(5, "")]
    named = incident_names(iter(there))
    assert list(named.values()) == ["Homs (no. 1)", "Hama", "Homs (no. 3)", "Incident 4", "Incident 5"]


def test_a_number_is_of_people_or_of_things() -> None:
    assert met_words(Effect.KILLED) == "people killed"
    assert met_words(Effect.MUNITIONS_FIRED) == "munitions fired"
    assert met_words(Effect.BODIES_RECOVERED) == "bodies recovered"
    assert met_words(Effect.CASUALTIES_UNSPECIFIED) == "casualties, not specified"


@pytest.mark.parametrize(
    ("type_", "sentence"),
    [
        (RelationType.SUBSET_OF, "4 is among 37"),
        (RelationType.COMPONENT_OF, "4 is part of 37"),
        (RelationType.TOTAL_OF, "4 is the total of 37"),
        (RelationType.ADDITIONAL_TO, "4 comes in addition to 37"),
        (RelationType.SUPERSEDES, "4 replaces 37"),
        (RelationType.DELTA_OF, "4 is a change in 37"),
        (RelationType.SAME_AS, "4 is the same as 37"),
        (RelationType.SUMMARY_OF, "4 is a summary of 37"),
        (RelationType.RIVAL_OF, "4 is a rival account of 37"),
        (RelationType.DISJOINT_FROM, "4 is apart from 37"),
        (RelationType.DENIES, "4 denies 37"),
    ],
)
def test_a_relation_is_a_sentence(type_: RelationType, sentence: str) -> None:
    assert relation_sentence("4", type_, "37") == sentence


def test_a_relation_has_words_from_the_other_end() -> None:
    assert turned_relation_words(RelationType.SUBSET_OF) == "includes"
    assert turned_relation_words(RelationType.TOTAL_OF) == relation_words(RelationType.COMPONENT_OF)
    assert turned_relation_words(RelationType.SAME_AS) == relation_words(RelationType.SAME_AS)
