"""Merges that crossed: no decision is overruled without a question, and both ways come to the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.merging.analysts import Act, do, journals
from tests.workbench.merging.copies import Copy, merge, planned, told
from tests.workbench.values import TEXT, article, claim, document, findings
from workbench import acts, recording
from workbench.merging.fields import Take
from workbench.model.claim import Claim, Effect
from workbench.model.span import Span

_MANY = settings(max_examples=40, deadline=None, derandomize=True)


def of(case: Copy, id_: int = 3) -> Claim:
    found = case.row("claim", id_)
    assert isinstance(found, Claim)
    return found


@pytest.fixture
def cases() -> tuple[Copy, Copy, Copy]:
    """Return three copies of a case with a claim (3): Ana's says captured, Ben's wounded, Eva's what was read."""
    ana = Copy("ana")
    ana.apply(acts.import_article(article(), document(TEXT)))
    ana.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    ben, eva = ana.copied("ben"), ana.copied("eva")
    ana.apply(acts.edit_effect(of(ana), Effect.CAPTURED))
    ben.apply(acts.edit_effect(of(ben), Effect.WOUNDED))
    return ana, ben, eva


def cross(one: Copy, other: Copy, take: Take) -> None:
    """Have each take in the other as it was before."""
    before = one.copied(one.name)
    merge(one, other, take)
    merge(other, before, take)


@pytest.mark.parametrize("take", [Take.MINE, Take.THEIRS])
def test_two_who_decided_differently_are_asked_again(cases: tuple[Copy, Copy, Copy], take: Take) -> None:
    ana, ben, _ = cases
    cross(ana, ben, take)
    assert of(ana).effect is not of(ben).effect
    for into, other in ((ana, ben), (ben, ana)):
        (question,) = planned(into, other).questions
        assert (question.what, question.mine, question.theirs) == ("effect", of(into).effect, of(other).effect)
    merge(ana, ben, Take.MINE)
    assert not merge(ben, ana).questions
    assert told(ana) == told(ben)
    assert planned(ana, ben).empty


@pytest.mark.parametrize("first", [0, 1])
def test_a_third_who_takes_both_in_is_asked(cases: tuple[Copy, Copy, Copy], first: int) -> None:
    ana, ben, eva = cases
    cross(ana, ben, Take.MINE)
    pair = (ana, ben)
    assert not merge(eva, pair[first]).questions
    (question,) = planned(eva, pair[1 - first]).questions
    assert question.by_theirs is not None
    assert (question.what, question.by_theirs.act) == ("effect", "merge_case")


def test_a_decision_that_one_took_over_goes_on_to_a_third(cases: tuple[Copy, Copy, Copy]) -> None:
    ana, ben, eva = cases
    merge(eva, ben)
    merge(eva, ana, Take.MINE)
    merge(ana, ben, Take.MINE)
    assert (of(eva).effect, of(ana).effect) == (Effect.WOUNDED, Effect.CAPTURED)
    assert [question.what for question in planned(eva, ana).questions] == ["effect"]
    ben.apply(acts.accept(of(ben, 4)))
    assert not merge(ben, ana).questions
    assert [question.what for question in planned(eva, ben).questions] == ["effect"]


def test_what_one_took_back_after_both_knew_it_is_taken_back(cases: tuple[Copy, Copy, Copy]) -> None:
    ana, ben, _ = cases
    ben.apply(acts.accept(of(ben, 4)))
    cross(ana, ben, Take.MINE)
    assert of(ana, 4) == of(ben, 4)
    ben.apply(acts.edit_effect(of(ben, 4), Effect.CAPTURED))
    ben.apply(acts.reject(of(ben, 4)))
    merge(ana, ben, Take.MINE)
    assert of(ana, 4) == of(ben, 4), "as it was before the merges crossed is no reason to keep what Ana has"


def test_notes_joined_by_both_stand_once(cases: tuple[Copy, Copy, Copy]) -> None:
    _, ben, eva = cases
    ben.apply(acts.edit_note(of(ben, 4), "seen"))
    eva.apply(acts.edit_note(of(eva, 4), "doubtful"))
    cross(eva, ben, Take.BOTH)
    assert not merge(eva, ben).questions
    merge(ben, eva)
    assert of(eva, 4).note == of(ben, 4).note == "doubtful\nseen"


def test_what_two_took_from_a_third_is_no_question(cases: tuple[Copy, Copy, Copy]) -> None:
    ana, _, eva = cases
    third = eva.copied("third")
    place = Span(33, 38)
    third.apply(acts.add_claim(replace(claim(third.reserve(), 5), evidence=place, number=place)))
    eva.apply(acts.add_claim(replace(claim(eva.reserve(), 6), evidence=Span(0, 4), number=Span(0, 4))))
    merge(ana, third)
    merge(eva, third)
    assert not merge(eva, ana).questions
    merge(ana, eva)
    assert told(eva) == told(ana)


def test_a_merge_that_was_undone_says_nothing_of_what_it_brought(cases: tuple[Copy, Copy, Copy]) -> None:
    ana, ben, eva = cases
    do(ben, [("register", 0, 0)])
    merge(eva, ben)
    eva.undo()
    merge(ben, eva)
    assert ("actor", "army") in ben.rows_now
    merge(eva, ben)
    assert told(eva) == told(ben)
    del ana


@_MANY
@given(st.lists(journals(3), min_size=4, max_size=4), st.lists(st.sampled_from(Take), min_size=3, max_size=3))
def test_after_crossings_both_ways_ask_or_come_to_the_same(each: list[list[Act]], takes: list[Take]) -> None:
    one = Copy("one")
    do(one, [("import", 0, 0)])
    two, three = one.copied("two"), one.copied("three")
    do(one, each[0])
    do(two, each[1])
    cross(one, two, takes[0])
    do(two, each[2])
    merge(three, one, takes[1])
    cross(three, two, takes[2])
    do(one, each[3])
    for into, other in ((one, two), (three, one)):
        into_one, into_other = into.copied("a"), other.copied("b")
        asked = merge(into_one, other).questions or merge(into_other, into).questions
        assert asked or told(into_one) == told(into_other)
        if not planned(other, into_one).questions:
            merge(other, into_one)
            assert told(other) == told(into_one)


def test_an_article_that_was_decided_on_is_not_asked_about_again(cases: tuple[Copy, Copy, Copy]) -> None:
    _, ben, eva = cases
    place = Span(33, 38)
    eva.apply(acts.add_claim(replace(claim(eva.reserve(), 5), evidence=place, number=place)))
    do(ben, [("remove", 0, 0)])
    gone, kept = ben.copied("gone"), eva.copied("kept")
    assert [question.what for question in merge(gone, eva, Take.MINE).questions] == ["article"]
    assert not merge(eva, gone).questions
    assert told(eva) == told(gone)
    assert [question.what for question in merge(kept, ben, Take.MINE).questions] == ["article"]
    assert not merge(ben, kept).questions
    assert told(ben) == told(kept)
