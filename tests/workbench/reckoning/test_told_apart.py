"""People told apart over origins and articles."""

from __future__ import annotations

from tests.workbench.reckoning.making import DAYS, basis, reckoned, soldiers, table, whys
from workbench.model.claim import Claim
from workbench.reckoning.links import links
from workbench.reckoning.seen import see
from workbench.reckoning.told_apart import told_apart

KILLED = ("government", "killed")


def parted(*claims: Claim) -> tuple[list[list[int]], list[int]]:
    seen = [see(x, basis(published={1: DAYS[0], 2: DAYS[1]})) for x in claims]
    groups, general = told_apart(seen, links(seen))
    return [[s.id for s in group] for group in groups], [s.id for s in general]


def test_without_a_relation_all_may_be_the_same_people() -> None:
    assert parted(soldiers(1, 40), soldiers(2, 30, origin="un")) == ([], [1, 2])


def test_one_article_of_one_origin_is_parted_where_it_is_told() -> None:
    assert parted(soldiers(1, 40), soldiers(2, 30, to={"disjoint_from": 1})) == ([], [1, 2])
    assert parted(soldiers(1, 40), soldiers(2, 3, article_id=2, to={"additional_to": 1})) == ([], [1, 2])


def test_an_origin_goes_on_with_its_own_people() -> None:
    told = (soldiers(1, 40), soldiers(2, 30, origin="un", to={"disjoint_from": 1}), soldiers(3, 44, article_id=2))
    assert parted(*told) == ([[1, 3], [2]], [])
    assert table(reckoned(*told, days={1: 0, 2: 1})) == {KILLED: (74, 74, 74)}


def test_a_third_origin_joins_those_it_agrees_with() -> None:
    told = (soldiers(1, 40), soldiers(2, 30, origin="un", to={"disjoint_from": 1}))
    assert parted(*told, soldiers(3, 30, origin="ministry")) == ([[1], [2, 3]], [])


def test_what_may_be_all_of_them_is_held_against_their_sum() -> None:
    told = [soldiers(1, 40), soldiers(2, 30, origin="un", to={"disjoint_from": 1}), soldiers(3, 70, origin="press")]
    assert parted(*told) == ([[1], [2]], [3])
    found = reckoned(*told)
    assert table(found) == {KILLED: (70, 70, 70)}
    assert "corroborates 40 + 30 = 70" in whys(found)[3]


def test_what_two_are_both_apart_from_is_one_group() -> None:
    told = (
        soldiers(1, 40, to={"disjoint_from": (2, 3)}),
        soldiers(2, 30, origin="un"),
        soldiers(3, 31, origin="press"),
    )
    assert parted(*told) == ([[1], [2, 3]], [])
    assert table(reckoned(*told)) == {KILLED: (70, 70, 71)}
