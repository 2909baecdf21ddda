"""How claims stand to each other, through any number of relations."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import claim
from workbench.model.claim import RelationType
from workbench.reckoning.standing import STANDS, Stand, Standing, agree


def test_every_relation_is_a_stand_and_turns_back() -> None:
    assert set(STANDS) == set(RelationType)
    assert all(stand.turned.turned is stand for stand in Stand)
    assert all(agree(stand, stand) for stand in Stand)


def test_a_total_and_its_component_stand_alike() -> None:
    drawn = Standing([claim(1, 20, to={"total_of": 2}), claim(3, 8, to={"component_of": 1})])
    assert drawn.of(1, 2) == {Stand.HOLDS}
    assert drawn.of(2, 1) == {Stand.INSIDE}
    assert drawn.of(1, 3) == {Stand.HOLDS}
    assert drawn.of(2, 3) == set()


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        (Stand.INSIDE, Stand.HOLDS, False),
        (Stand.INSIDE, Stand.APART, False),
        (Stand.INSIDE, Stand.RIVAL, False),
        (Stand.SAME, Stand.NEWER, False),
        (Stand.ADDS, Stand.APART, True),
        (Stand.ADDS, Stand.ADDED_TO, False),
        (Stand.RIVAL, Stand.DENIES, True),
        (Stand.NEWER, Stand.OLDER, False),
        (Stand.DENIES, Stand.DENIED, True),
    ],
)
def test_what_can_be_true_of_one_pair(one: Stand, other: Stand, possible: bool) -> None:
    assert agree(one, other) is agree(other, one) is possible


def test_rings_are_found_through_others_and_through_sameness() -> None:
    drawn = Standing(
        [
            claim(1, 20),
            claim(2, 12, to={"subset_of": 1}),
            claim(3, 12, to={"same_as": 2}),
            claim(4, 5, to={"component_of": 3}),
        ]
    )
    assert drawn.closes_ring(1, 4, Stand.INSIDE)
    assert not drawn.closes_ring(4, 1, Stand.INSIDE)
    assert drawn.closes_ring(1, 4, Stand.SAME)
    assert not drawn.closes_ring(1, 4, Stand.RIVAL)


def test_what_is_kept_apart_cannot_be_within() -> None:
    drawn = Standing([claim(1, 20), claim(2, 12, to={"disjoint_from": 1}), claim(3, 5, to={"subset_of": 2})])
    assert drawn.keeps_apart(2, 1)
    assert not drawn.keeps_apart(3, 1)
    assert drawn.keeps_apart(2, 1) is drawn.keeps_apart(1, 2)
    assert drawn.overlaps(3, 2)
    assert drawn.overlaps(2, 3)
    assert not drawn.overlaps(3, 1)


def test_the_relations_of_the_reference_article_do_not_contradict() -> None:
    claims = aleppo()
    drawn = Standing(claims)
    for one in claims:
        for relation in one.relations:
            stands = drawn.of(one.id, relation.to)
            assert all(agree(a, b) for a in stands for b in stands)
            assert not drawn.closes_ring(one.id, relation.to, STANDS[relation.type])
