"""What is told of relations that can be, and probably are not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import DAYS, basis, claim, fighters, soldiers
from workbench.model.claim import Claim, Effect, Epistemic, RelationType, Scope, Unit
from workbench.model.mention import Status
from workbench.reckoning import conventions as c
from workbench.reckoning.doubts import doubts

R = RelationType


def told(one: Claim, type_: RelationType, other: Claim) -> tuple[str, ...]:
    return doubts(one, type_, other, basis(published={1: DAYS[0], 2: DAYS[1]}))


@pytest.mark.parametrize("type_", [t for t in R if t is not R.RIVAL_OF])
def test_nothing_is_doubtful_between_two_like_claims_of_one_origin(type_: RelationType) -> None:
    assert told(soldiers(1, 20), type_, soldiers(2, 20)) == ()


@pytest.mark.parametrize(
    ("type_", "one", "other", "sentence"),
    [
        (R.RIVAL_OF, {"incident_id": 2}, {}, "The two belong to different incidents, so"),
        (R.SUBSET_OF, {}, {"incident_id": None}, "One of the two belongs to no incident"),
        (R.TOTAL_OF, {"scope": Scope.CUMULATIVE}, {}, "One tells of a running toll, the other of one event"),
        (R.SAME_AS, {"side": "opposition"}, {}, "“20 Soldaten” and “20 Soldaten” count people of different sides."),
        (R.RIVAL_OF, {}, {"effect": Effect.CAPTURED}, "One tells of people killed, the other of people captured."),
        (R.SAME_AS, {"unit": Unit.HOUSEHOLDS}, {}, "households, not persons"),
        (R.SAME_AS, {"origin": "un"}, {}, "two origins that agree are two observations"),
        (R.SUPERSEDES, {"origin": "un"}, {}, "another's is a rival account"),
        (R.ADDITIONAL_TO, {"origin": "un"}, {}, "nobody may know both numbers"),
        (R.RIVAL_OF, {}, {}, "Both come from the same origin"),
        (R.SUPERSEDES, {}, {"article_id": 2}, "was published before"),
        (R.SUBSET_OF, {"status": Status.REJECTED}, {}, "was rejected by the analyst. The relation has no bearing"),
        (R.SUBSET_OF, {}, {"epistemic": Epistemic.HYPOTHETICAL}, "is hypothetical, so it is kept and left out."),
    ],
)
def test_each_doubt_is_a_sentence(
    type_: RelationType, one: dict[str, Any], other: dict[str, Any], sentence: str
) -> None:
    found = told(soldiers(1, 20, **one), type_, soldiers(2, 20, **other))
    assert any(sentence in doubt for doubt in found)
    assert all(doubt.endswith(".") for doubt in found)


def test_a_part_that_exceeds_its_whole_alone_is_doubtful_from_either_end() -> None:
    part, whole = soldiers(1, 25), soldiers(2, 20)
    sentence = ("“25 Soldaten” alone are more than “20 Soldaten”.",)
    assert told(part, R.COMPONENT_OF, whole) == told(whole, R.TOTAL_OF, part) == sentence
    assert told(part, R.COMPONENT_OF, soldiers(2, c.at_least(20))) == ()


def test_two_numbers_are_no_one_statement() -> None:
    assert told(soldiers(1, 25), R.SAME_AS, soldiers(2, c.at_least(30))) == ("25 and at least 30 are no one number.",)
    assert told(soldiers(1, 95), R.SAME_AS, soldiers(2, c.nearly(100))) == ()


def test_what_is_told_more_closely_is_not_doubtful() -> None:
    hurt = soldiers(2, 40, effect=Effect.KILLED_OR_WOUNDED)
    assert told(soldiers(1, 10), R.SUBSET_OF, hurt) == ()
    assert told(soldiers(1, 10), R.SUBSET_OF, soldiers(2, 40, effect=Effect.WOUNDED)) == ()
    assert told(claim(1, 10), R.RIVAL_OF, fighters(2, 40, origin="un")) == ()


def test_parts_of_what_another_incident_tells_as_a_whole_are_not_doubtful() -> None:
    week = soldiers(2, 40, incident_id=2)
    for type_ in (R.COMPONENT_OF, R.SUBSET_OF, R.DISJOINT_FROM, R.ADDITIONAL_TO):
        assert told(soldiers(1, 10), type_, week) == ()
    assert told(week, R.TOTAL_OF, soldiers(1, 10)) == ()


def test_a_denial_may_be_of_what_is_left_out() -> None:
    assert told(soldiers(1, c.negated()), R.DENIES, soldiers(2, 40, epistemic=Epistemic.DENIED)) == ()


def test_nothing_is_doubtful_in_the_reference_article() -> None:
    known = {x.id: x for x in aleppo()}
    assert not [r for one in known.values() for r in one.relations if told(one, r.type, known[r.to])]
