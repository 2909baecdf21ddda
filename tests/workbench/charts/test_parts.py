from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.charts.reference import CLAIMS, claim, exact, figure
from workbench.charts.background import Background
from workbench.charts.parts import Segment, segments
from workbench.model.actor import Actor
from workbench.model.claim import Category, Claim, Modifier, Quantity, Relation, RelationType
from workbench.model.figure import Figure
from workbench.reckoning.totals import Amount, Total

HTS = Actor("sy_hts", "Hayat Tahrir al-Sham", "rebel_group", aliases=("HTS",))


def parts(*figures: Figure, claims: tuple[Claim, ...] = CLAIMS) -> tuple[Segment, ...]:
    amount: Amount = Total("opposition", figures[0].effect, figures).amount
    return segments(figures, amount, Background({row.id: row for row in claims}, {"sy_hts": HTS}))


def test_a_bar_is_parted_by_actor_and_each_part_knows_its_claims() -> None:
    assert parts(figure("opposition", 60, (3, 4))) == (Segment("HTS", 44, (3,)), Segment("allies", 16, (4,)))


def test_one_actor_is_no_part() -> None:
    assert parts(figure("opposition", 44, (3,))) == ()


def test_parts_that_do_not_add_up_are_not_drawn() -> None:
    assert parts(figure("opposition", 61, (3, 4))) == ()


def test_a_subset_is_no_part_of_its_own() -> None:
    within = claim(20, exact(6), "sechs", "army", relations=(Relation(RelationType.SUBSET_OF, 3),))
    told = parts(figure("opposition", 60, (3, 4, 20)), claims=(*CLAIMS, within))
    assert [part.label for part in told] == ["HTS", "allies"]


def test_claims_without_an_actor_are_the_others() -> None:
    told = parts(figure("opposition", 50, (3, 21)), claims=(*CLAIMS, claim(21, exact(6), "sechs")))
    assert [(part.label, part.value) for part in told] == [("HTS", 44), ("others", 6)]


@pytest.mark.parametrize("modifier", [Modifier.VAGUE, Modifier.AT_LEAST])
def test_a_number_that_cannot_be_defended_parts_no_bar(modifier: Modifier) -> None:
    vague = claim(22, Quantity(None, 6, 9, None, modifier), "einige", "allies")
    assert parts(figure("opposition", 50, (3, 22)), claims=(*CLAIMS, vague)) == ()


def test_where_no_actors_are_told_apart_categories_are() -> None:
    children = figure("civilian", 3, (30,), category=Category.CHILD)
    others = replace(figure("civilian", 4, (31,)), category=None)
    told = parts(children, others, claims=(claim(30, exact(3), "drei"), claim(31, exact(4), "vier")))
    assert [(part.value, part.claims) for part in told] == [(3, (30,)), (4, (31,))]
    assert len({part.label for part in told}) == 2
