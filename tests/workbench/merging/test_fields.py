"""One row changed on two sides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.values import article, claim, exact, mention
from workbench.changes import KINDS, Value
from workbench.merging.fields import Take, Version, decided, groups, settled
from workbench.model.actor import Actor
from workbench.model.article import ReviewState
from workbench.model.claim import Claim, Effect, Relation, RelationType
from workbench.model.mention import Label, Status

WAS = claim()
ARMY = Actor("army", "Army", "state_force", aliases=("Heer", "Armee"))


def both(was: Value, mine: Value, theirs: Value) -> tuple[Value, list[str]]:
    """Return what becomes of a row, and the names of what is asked."""
    value, asked = settled(Version(was, mine), Version(was, theirs))
    return value, [one.name for one in asked]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_is_in_one_group(kind: str) -> None:
    parts = [part for group in groups(kind).values() for part in group]
    assert len(parts) == len(set(parts))
    assert {*parts, "id"} == {*KINDS[kind].__dataclass_fields__}


def test_changes_of_different_fields_stand_side_by_side() -> None:
    mine, theirs = replace(WAS, effect=Effect.WOUNDED), replace(WAS, quantity=exact(5), note="so")
    assert both(WAS, mine, theirs) == (replace(mine, quantity=exact(5), note="so"), [])


def test_the_same_change_is_no_question() -> None:
    after = replace(WAS, effect=Effect.WOUNDED)
    assert both(WAS, after, after) == (after, [])


def test_the_number_and_its_words_are_each_taken_whole() -> None:
    mine, theirs = replace(WAS, quantity=exact(5)), replace(WAS, quantity=exact(6))
    assert both(WAS, mine, theirs) == (mine, ["number"])


@pytest.mark.parametrize(
    ("mine", "theirs", "comes"),
    [
        (Status.ACCEPTED, Status.EDITED, Status.EDITED),
        (Status.EDITED, Status.ACCEPTED, Status.EDITED),
        (Status.PROPOSED, Status.REJECTED, Status.REJECTED),
        (Status.REJECTED, Status.ACCEPTED, None),
        (Status.EDITED, Status.REJECTED, None),
    ],
)
def test_a_correction_goes_beyond_an_acceptance_and_a_rejection_against_it(
    mine: Status, theirs: Status, comes: Status | None
) -> None:
    value, asked = both(WAS, replace(WAS, status=mine), replace(WAS, status=theirs))
    assert isinstance(value, Claim)
    assert asked == ([] if comes else ["status"])
    assert value.status is (comes or mine)


def test_the_further_review_counts() -> None:
    was = article()
    mine, theirs = replace(was, state=ReviewState.REVIEWED), replace(was, state=ReviewState.IN_REVIEW)
    assert both(was, mine, theirs) == (mine, [])
    assert both(was, theirs, mine) == (mine, [])


def test_aliases_are_joined() -> None:
    mine, theirs = replace(ARMY, aliases=("Heer", "Armee", "SAA")), replace(ARMY, aliases=("Armee", "Truppen"))
    value, asked = both(ARMY, mine, theirs)
    assert value == replace(ARMY, aliases=("Armee", "SAA", "Truppen"))
    assert not asked
    assert both(ARMY, theirs, mine)[0] == value


def relations(*to: tuple[RelationType, int]) -> Claim:
    return replace(WAS, relations=tuple(Relation(type_, id_) for type_, id_ in to))


def test_relations_are_joined_claim_by_claim() -> None:
    subset, rival = RelationType.SUBSET_OF, RelationType.RIVAL_OF
    was = relations((subset, 2), (subset, 3))
    mine, theirs = relations((subset, 3), (rival, 4)), relations((subset, 2), (subset, 3), (subset, 5))
    assert both(was, mine, theirs) == (relations((subset, 3), (rival, 4), (subset, 5)), [])
    assert both(was, relations((rival, 2), (subset, 3)), relations((subset, 3)))[1] == ["relations"]


def test_what_two_people_wrote_can_both_stand() -> None:
    mine, theirs = replace(WAS, note="one"), replace(WAS, note="two")
    value, (asked,) = settled(Version(WAS, mine), Version(WAS, theirs))
    assert decided(value, theirs, [(asked, Take.MINE)]) == mine
    assert decided(value, theirs, [(asked, Take.THEIRS)]) == theirs
    assert decided(value, theirs, [(asked, Take.BOTH)]) == replace(WAS, note="one\ntwo")


def test_of_two_readings_that_nobody_judged_the_later_stands() -> None:
    mine, theirs = mention(label=Label.ORG), mention(label=Label.SOURCE)
    for first, second in (("2026-01", "2026-02"), ("2026-02", "2026-01")):
        value, asked = settled(Version(mine, mine, first), Version(theirs, theirs, second))
        assert value == max((first, mine), (second, theirs), key=lambda pair: pair[0])[1]
        assert not asked


def test_rows_that_two_people_made_are_asked_about_where_both_filled_in() -> None:
    mine, theirs = replace(WAS, note="one", side="gov"), replace(WAS, note="two", actor="army")
    value, asked = settled(Version(None, mine), Version(None, theirs))
    assert value == replace(mine, actor="army")
    assert [one.name for one in asked] == ["note"]
