"""Which effects go with which."""

from __future__ import annotations

import pytest

from workbench.model.claim import Effect
from workbench.reckoning.effects import may_be_among, may_be_one, may_hold


@pytest.mark.parametrize("effect", list(Effect))
def test_every_effect_goes_with_itself(effect: Effect) -> None:
    assert may_hold(effect, effect)
    assert may_be_one(effect, effect)
    assert may_be_among(effect, effect) is True


@pytest.mark.parametrize(
    ("total", "part", "possible"),
    [
        (Effect.KILLED_OR_WOUNDED, Effect.KILLED, True),
        (Effect.KILLED_OR_WOUNDED, Effect.WOUNDED, True),
        (Effect.KILLED_OR_WOUNDED, Effect.CAPTURED, False),
        (Effect.CASUALTIES_UNSPECIFIED, Effect.CAPTURED, True),
        (Effect.KILLED, Effect.BODIES_RECOVERED, True),
        (Effect.KILLED, Effect.WOUNDED, False),
        (Effect.KILLED, Effect.KILLED_OR_WOUNDED, False),
        (Effect.CAPTURED, Effect.ABDUCTED, True),
        (Effect.MISSING, Effect.ABDUCTED, True),
        (Effect.DISPLACED, Effect.KILLED, False),
    ],
)
def test_what_a_total_can_be_made_of(total: Effect, part: Effect, possible: bool) -> None:
    assert may_hold(total, part) is possible


@pytest.mark.parametrize(
    ("some", "all_", "possible"),
    [
        (Effect.KILLED, Effect.CAPTURED, True),
        (Effect.RELEASED, Effect.ABDUCTED, True),
        (Effect.KILLED, Effect.WOUNDED, True),
        (Effect.WOUNDED, Effect.KILLED, False),
        (Effect.RELEASED, Effect.KILLED, False),
        (Effect.KILLED_OR_WOUNDED, Effect.KILLED, True),
        (Effect.MUNITIONS_FIRED, Effect.KILLED, False),
        (Effect.KILLED, Effect.EQUIPMENT_LOST, False),
    ],
)
def test_what_some_of_those_can_have_met(some: Effect, all_: Effect, possible: bool) -> None:
    assert may_be_among(some, all_) is possible


def test_one_statement_can_be_put_either_way() -> None:
    assert may_be_one(Effect.BODIES_RECOVERED, Effect.KILLED)
    assert may_be_one(Effect.KILLED, Effect.CASUALTIES_UNSPECIFIED)
    assert not may_be_one(Effect.KILLED, Effect.WOUNDED)
