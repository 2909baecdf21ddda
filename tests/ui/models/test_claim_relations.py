"""What claims are to others, from both ends."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.reckoning.making import claim
from ui.models.claim_relations import Related
from workbench.model.claim import Relation, RelationType

R = RelationType
WHOLE = claim(1, 37)
PART = claim(2, 4, to={"subset_of": 1})
RIVAL = claim(3, 30, to={"rival_of": (1, 2)})


def test_a_relation_is_told_at_both_ends() -> None:
    known = Related([WHOLE, PART, RIVAL])
    assert known.words(PART) == "among «37»; rival account of «30»"
    assert known.words(WHOLE) == "includes «4»; rival account of «30»"
    assert known.words(RIVAL) == "rival account of «37»; rival account of «4»"


def test_what_both_ends_say_is_told_once() -> None:
    whole = claim(1, 37, to={"total_of": 2})
    part = claim(2, 4, to={"component_of": 1})
    known = Related([whole, part])
    assert (known.words(whole), known.words(part)) == ("total of «4»", "part of «37»")


def test_an_edit_bears_on_the_claims_around() -> None:
    known = Related([WHOLE, PART, RIVAL])
    assert known.put(WHOLE, replace(WHOLE, number_text="38")) == {2, 3}
    assert known.words(PART) == "among «38»; rival account of «30»"
    free = replace(RIVAL, relations=(Relation(R.RIVAL_OF, 2),))
    assert known.put(RIVAL, free) == {1, 2}
    assert known.words(replace(WHOLE, number_text="38")) == "includes «4»"


def test_a_claim_that_goes_leaves_its_place_open_and_comes_back() -> None:
    known = Related([WHOLE, PART])
    assert known.put(WHOLE, None) == {2}
    assert known.words(PART) == "among «…»"
    assert known.put(None, WHOLE) == {2}
    assert known.words(WHOLE) == "includes «4»"
