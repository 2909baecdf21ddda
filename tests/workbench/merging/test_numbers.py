"""Whose number is whose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.values import article, claim, mention
from workbench.changes import Value
from workbench.errors import NotACaseFile
from workbench.merging.numbers import (
    Numbers,
    carried,
    decided_in,
    decision,
    first_new,
    pairs_in,
    runs_of,
    together,
)
from workbench.model.actor import Actor
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim, Effect, Relation, RelationType, Scope
from workbench.model.declined import Declined
from workbench.model.merged import Merged
from workbench.model.override import Override


@given(st.dictionaries(st.integers(1, 60), st.integers(1, 60)))
def test_runs_hold_all_pairs(pairs: dict[int, int]) -> None:
    runs = runs_of(pairs.items())
    assert dict(pairs_in(Merged(1, "", 1, "", runs))) == pairs


def test_neighbours_are_one_run() -> None:
    assert runs_of([(1, 1), (2, 2), (12, 40), (13, 41), (15, 42)]) == ("1 1 2", "12 40 2", "15 42 1")


def test_what_both_had_keeps_its_number_and_what_is_new_gets_one() -> None:
    numbers = Numbers(30, shared=10)
    assert (numbers.of(3), numbers.known(10), numbers.of(10), numbers.of(11), numbers.of(10)) == (3, None, 30, 31, 30)
    assert (numbers.owner(3), numbers.owner(30), numbers.owner(10)) == (3, 10, None)
    assert numbers.end == 32
    assert numbers.runs() == ("0 30 0", "1 1 9", "10 30 2")
    assert first_new(Merged(1, "b", 7, "f0", numbers.runs())) == 30
    assert first_new(Merged(1, "b", 7, "f0", ("1 1 9",))) is None


def test_a_number_is_one_rows() -> None:
    numbers = Numbers(30, shared=10)
    numbers.put(12, 4)
    assert (numbers.known(12), numbers.owner(4), numbers.known(4)) == (4, 12, None)
    numbers.put(13, 4)
    assert (numbers.known(12), numbers.owner(4)) == (None, 13)


def test_a_row_can_be_forgotten() -> None:
    numbers = Numbers(30, shared=10)
    numbers.forget(3)
    assert (numbers.known(3), numbers.owner(3), numbers.of(3)) == (None, None, 30)


def _drawn(id_: int, to: int) -> Claim:
    return claim(id_, article_id=to, incident_id=to + 1, relations=(Relation(RelationType.SUBSET_OF, to + 2),))


@pytest.mark.parametrize(
    ("there", "here"),
    [
        (article(1), article(101)),
        (mention(1, article_id=2), mention(101, article_id=102)),
        (_drawn(1, 2), _drawn(101, 102)),
        (Assessment(1, About.CLAIM, "2"), Assessment(101, About.CLAIM, "102")),
        (Assessment(1, About.SOURCE, "sohr"), Assessment(101, About.SOURCE, "sohr")),
        (Declined(1, 2, 3), Declined(101, 102, 103)),
        (
            Override(1, 2, Scope.EVENT, None, None, Effect.KILLED, 1, 1, 1, "so"),
            Override(101, 102, Scope.EVENT, None, None, Effect.KILLED, 1, 1, 1, "so"),
        ),
        (
            Merged(1, "b", 7, "f0", ("8 2 2",), ("claim effect: 3", "side name: a: b")),
            Merged(101, "b", 7, "f0", ("8 102 2",), ("claim effect: 103", "side name: a: b")),
        ),
        (Actor("army", "Army", "state_force"), Actor("army", "Army", "state_force")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_row_points_to_the_same_under_other_numbers(there: Value, here: Value) -> None:
    numbers = Numbers(200)
    for n in range(1, 10):
        numbers.put(n, n + 100)
    assert carried(there, numbers) == here


@pytest.mark.parametrize(
    "ids", [("1 2",), ("a b c",), ("1 1 99999999999999",), ("1 1 9", "20 20 -99999999999999"), (f"1 {10**19} 1",)]
)
def test_numbers_that_cannot_be_are_told(ids: tuple[str, ...]) -> None:
    with pytest.raises(NotACaseFile, match="What a case notes of merging ben is damaged"):
        pairs_in(Merged(1, "ben", 7, "f0", ids))


@pytest.mark.parametrize(
    "words", ["", "claim effect", "letter effect: 3", "claim effect: x", f"claim row: {'9' * 400}"]
)
def test_decisions_that_cannot_be_are_told(words: str) -> None:
    with pytest.raises(NotACaseFile, match="What a case notes of merging ben is damaged"):
        list(decided_in(Merged(1, "ben", 7, "f0", (), (words,))))


def test_a_decision_names_its_row_and_what_of_it() -> None:
    said = (decision(("claim", 3), "number's words"), decision(("own_reading", "a few"), "reading"))
    assert said == ("claim number's words: 3", "own_reading reading: a few")
    found = list(decided_in(Merged(1, "ben", 7, "f0", (), said)))
    assert found == [(("claim", 3), "number's words"), (("own_reading", "a few"), "reading")]


def test_what_two_noted_of_the_same_case_stands_together() -> None:
    mine = Merged(9, "b", 7, "f0", ("0 6 0", "1 1 3"), ("claim effect: 3",))
    theirs = Merged(8, "c", 7, "f0", ("2 2 3", "9 3 1"), ("claim unit: 3",))
    assert together(mine, theirs) == Merged(
        9, "b", 7, "f0", ("0 6 0", "1 1 3", "4 4 1"), ("claim effect: 3", "claim unit: 3")
    )


def test_what_both_had_is_no_list_of_all_numbers() -> None:
    numbers = Numbers(10**15, shared=10**15)
    numbers.put(5, 7)
    assert numbers.runs()[1:] == ("1 1 4", "6 6 1", f"8 8 {10**15 - 8}", "5 7 1")
