"""Relations that cannot be drawn, each refused in a sentence."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import basis, claim, fighters, soldiers
from workbench.model.claim import Claim, Effect, Relation, RelationType, Unit
from workbench.reckoning import conventions as c
from workbench.reckoning.impossible import carried, why_impossible

R = RelationType


def why(type_: RelationType, *claims: Claim, one: int = 1, to: int = 2) -> str:
    """Why claim `one` cannot be related so to claim `to`, or nothing."""
    known = {x.id: x for x in claims}
    return why_impossible(known[one], Relation(type_, to), known, basis()) or ""


@pytest.mark.parametrize("type_", list(R))
def test_every_relation_can_be_drawn_between_two_like_claims(type_: RelationType) -> None:
    assert why(type_, soldiers(1, 20), soldiers(2, 20)) == ""


@pytest.mark.parametrize("type_", list(R))
def test_none_leads_to_itself_or_to_nowhere_or_is_drawn_twice(type_: RelationType) -> None:
    assert why(type_, soldiers(1, 20), to=1) == "A claim has no relation to itself. Choose another claim."
    assert why(type_, soldiers(1, 20), to=9) == "The other claim is no longer in the case. Choose another claim."
    again = why(type_, soldiers(1, 20, to={type_.value: 2}), soldiers(2, 20))
    assert again.endswith("already. There is nothing to draw.")


@pytest.mark.parametrize("type_", [R.SAME_AS, R.RIVAL_OF, R.DISJOINT_FROM])
def test_symmetric_relations_are_drawn_from_one_end(type_: RelationType) -> None:
    assert "already, which says the same" in why(type_, soldiers(1, 20), soldiers(2, 20, to={type_.value: 1}))


def test_a_total_is_drawn_from_one_end() -> None:
    told = why(R.TOTAL_OF, soldiers(1, 20), soldiers(2, 12, to={"component_of": 1}))
    assert told == "“12 Soldaten” is part of “20 Soldaten” already, which says the same. There is nothing to draw."


def test_a_subset_is_not_larger_than_its_parent_by_its_low_end() -> None:
    assert why(R.SUBSET_OF, soldiers(1, 21), soldiers(2, 20)) == (
        "“21 Soldaten” cannot be among “20 Soldaten”: 21 are more than 20. "
        "Correct a number, or choose another relation."
    )
    assert why(R.SUBSET_OF, soldiers(1, c.at_least(25)), soldiers(2, c.at_least(20))) == ""
    assert why(R.SUBSET_OF, soldiers(1, c.nearly(100)), soldiers(2, 92)) == ""
    assert why(R.SUBSET_OF, soldiers(1, 5), soldiers(2, c.bare_plural())) == ""


@pytest.mark.parametrize("type_", list(R))
def test_people_and_things_are_never_related(type_: RelationType) -> None:
    shells = claim(2, 200, effect=Effect.MUNITIONS_FIRED, unit=Unit.MUNITIONS, victims_text="Granaten")
    told = why(type_, soldiers(1, 20), shells)
    assert told.startswith(
        "“20 Soldaten” tells of people killed and “200 Granaten” of munitions fired, so it cannot be"
    )
    assert told.endswith("Choose another relation, or correct an effect.")


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (R.SAME_AS, Effect.KILLED, Effect.WOUNDED),
        (R.SUBSET_OF, Effect.WOUNDED, Effect.KILLED),
        (R.TOTAL_OF, Effect.KILLED, Effect.WOUNDED),
        (R.COMPONENT_OF, Effect.KILLED_OR_WOUNDED, Effect.KILLED),
        (R.SUMMARY_OF, Effect.WOUNDED, Effect.CAPTURED),
        (R.DELTA_OF, Effect.WOUNDED, Effect.KILLED),
        (R.ADDITIONAL_TO, Effect.DISPLACED, Effect.KILLED),
    ],
)
def test_effects_that_nobody_met_both(type_: RelationType, one: Effect, other: Effect) -> None:
    assert "Choose another relation" in why(type_, soldiers(1, 5, effect=one), soldiers(2, 20, effect=other))


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        (R.SUBSET_OF, Effect.KILLED, Effect.CAPTURED),
        (R.COMPONENT_OF, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED),
        (R.ADDITIONAL_TO, Effect.BODIES_RECOVERED, Effect.KILLED),
        (R.SUPERSEDES, Effect.KILLED, Effect.MISSING),
        (R.RIVAL_OF, Effect.KILLED, Effect.CAPTURED),
        (R.DISJOINT_FROM, Effect.WOUNDED, Effect.KILLED),
    ],
)
def test_effects_that_go_together(type_: RelationType, one: Effect, other: Effect) -> None:
    assert why(type_, soldiers(1, 5, effect=one), soldiers(2, 20, effect=other)) == ""


@pytest.mark.parametrize("type_", [R.SUBSET_OF, R.COMPONENT_OF, R.ADDITIONAL_TO, R.SUPERSEDES, R.DELTA_OF])
def test_no_ring_is_closed(type_: RelationType) -> None:
    kind = type_.value
    told = why(type_, soldiers(1, 20), soldiers(2, 20, to={kind: 3}), soldiers(3, 20, to={kind: 1}))
    assert "the two would close a ring. Take the other relation away first" in told


def test_a_ring_over_totals_and_subsets_is_one() -> None:
    told = why(R.TOTAL_OF, soldiers(1, 20), soldiers(2, 20), soldiers(3, 20, to={"component_of": 2, "total_of": 1}))
    assert "close a ring" in told


def test_what_contradicts_another_relation_of_the_two_is_refused() -> None:
    assert why(R.RIVAL_OF, soldiers(1, 5, to={"subset_of": 2}), soldiers(2, 20)) == (
        "“5 Soldaten” is among “20 Soldaten”, so it cannot be that “5 Soldaten” is a rival account of “20 Soldaten” "
        "as well. Take the other relation away first, or change it."
    )
    assert "is the total of" in why(R.TOTAL_OF, soldiers(1, 5), soldiers(2, 20, to={"disjoint_from": 1}))


def test_what_a_chain_keeps_apart_is_not_joined() -> None:
    chain = (fighters(1, 5), fighters(2, 20, to={"component_of": 3}), fighters(3, 40, to={"disjoint_from": 1}))
    assert "by way of other relations the two are kept apart" in why(R.SUBSET_OF, *chain)


def test_what_a_chain_joins_is_not_kept_apart() -> None:
    chain = (fighters(1, 5, to={"subset_of": 2}), fighters(2, 20, to={"component_of": 3}), fighters(3, 40))
    assert "by way of other relations the two count the same people" in why(R.DISJOINT_FROM, *chain, to=3)


def test_no_relation_of_the_reference_article_is_impossible() -> None:
    known = {x.id: x for x in aleppo()}
    for one in known.values():
        for relation in one.relations:
            assert carried(one, relation, known, basis()) is None


def test_what_is_carried_already_is_held_against_the_rest() -> None:
    one = soldiers(1, 30, to={"subset_of": 2})
    known = {1: one, 2: soldiers(2, 20)}
    assert "30 are more than 20" in (carried(one, Relation(R.SUBSET_OF, 2), known, basis()) or "")
