"""What a claim is to others, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.reckoning.making import basis, fighters, soldiers
from ui.models.ties import KINDS, Kind, Tie, listed, named, ties
from workbench.model.claim import Claim, Relation, RelationType
from workbench.model.figure import Check
from workbench.relating import Drawn, Relating

R = RelationType
TOTAL = fighters(1, 100, number_text="fast 100")
PART = fighters(2, 44, to={"component_of": 1}, victims_text="")
RIVAL = fighters(3, 30, origin="un", victims_text="", to={"rival_of": 2})
HELD = Check("total_and_parts", True, "44 stays below 100", (1, 2))


def tied(claim: Claim, *others: Claim, checks: tuple[Check, ...] = ()) -> list[Tie]:
    return ties(claim, Relating([claim, *others], basis()), checks, lambda c: "Later" if c.article_id == 2 else "")


def test_relations_are_told_from_both_ends() -> None:
    own = tied(PART, TOTAL, RIVAL)
    assert [(tie.words, tie.other) for tie in own] == [
        ("part of «fast 100 Kämpfer»", 1),
        ("rival account of «30»", 3),
    ]
    assert own[0].drawn == Drawn(2, R.COMPONENT_OF, 1)
    assert own[1].drawn == Drawn(3, R.RIVAL_OF, 2)
    assert [tie.words for tie in tied(TOTAL, PART, RIVAL)] == ["total of «44»"]


def test_a_relation_that_both_carry_is_told_once() -> None:
    mutual = replace(PART, relations=(Relation(R.RIVAL_OF, 3),))
    assert [tie.words for tie in tied(mutual, RIVAL)] == ["rival account of «30»"]
    whole = replace(TOTAL, relations=(Relation(R.TOTAL_OF, 2),))
    assert [tie.words for tie in tied(whole, PART)] == ["total of «44»"]


def test_a_claim_that_has_gone_can_still_be_let_go_of() -> None:
    (tie,) = tied(PART)
    assert tie.words == "part of a claim that has gone"
    assert tie.flaws == ("The other claim is no longer in the case.",)


def test_the_sign_says_whether_the_arithmetic_holds() -> None:
    assert [tie.sign for tie in tied(PART, TOTAL, checks=(HELD,))] == ["✓ "]
    assert [tie.sign for tie in tied(PART, TOTAL, checks=(replace(HELD, holds=False),))] == ["⚠ "]
    assert [tie.sign for tie in tied(PART, TOTAL)] == [""]
    larger = replace(PART, relations=(Relation(R.SUBSET_OF, 3),))
    (flawed,) = tied(larger, replace(RIVAL, relations=()))
    assert flawed.sign == "⚠ "
    assert "44 are more than 30" in flawed.flaws[0]


def test_claims_of_other_articles_are_told_with_their_article() -> None:
    assert [tie.words for tie in tied(PART, replace(TOTAL, article_id=2))] == ["part of «fast 100 Kämpfer» · Later"]
    assert named(soldiers(1, 5), lambda _: "") == "«5 Soldaten»"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_leads_the_right_way(kind: Kind) -> None:
    drawn = kind.between(1, 2)
    assert (drawn.one, drawn.other) == ((2, 1) if kind.turned else (1, 2))
    assert drawn.type is kind.type


def test_what_reads_alike_from_both_ends_is_offered_once() -> None:
    assert listed(Kind(R.TOTAL_OF, turned=True)) == Kind(R.COMPONENT_OF)
    assert listed(Kind(R.RIVAL_OF, turned=True)) == Kind(R.RIVAL_OF)
    assert all(listed(kind) == kind for kind in KINDS)


def test_all_eleven_are_offered_and_each_only_once() -> None:
    assert {kind.type for kind in KINDS if not kind.turned} == set(R)
    words = [kind.words for kind in KINDS]
    assert len(words) == len(set(words)) == 17
