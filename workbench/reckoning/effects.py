"""Which effects the same people can have met: what one statement, one total, or some of it can count."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.model.claim import THINGS, Effect

_KILLED = frozenset({Effect.KILLED, Effect.BODIES_RECOVERED})
_HURT = frozenset({*_KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED, Effect.CASUALTIES_UNSPECIFIED})
_TAKEN = frozenset({Effect.CAPTURED, Effect.ABDUCTED})
#: What a total of each effect can be made of; of an effect that is not here only itself.
_PARTS: Mapping[Effect, frozenset[Effect]] = MappingProxyType(
    {
        Effect.KILLED: _KILLED,
        Effect.BODIES_RECOVERED: _KILLED,
        Effect.KILLED_OR_WOUNDED: _HURT,
        Effect.CASUALTIES_UNSPECIFIED: _HURT | _TAKEN | {Effect.MISSING},
        Effect.CAPTURED: _TAKEN,
        Effect.ABDUCTED: _TAKEN,
        Effect.MISSING: _TAKEN | {Effect.MISSING},
    }
)
#: What nobody is any more who was killed.
_LIVING = frozenset({Effect.WOUNDED, Effect.MISSING, Effect.RELEASED, Effect.DISPLACED})


def may_hold(total: Effect, part: Effect) -> bool:
    """Tell whether people who met `part` can make up people who met `total`: the killed and the casualties."""
    return part in _PARTS.get(total, frozenset({total}))


def may_be_one(one: Effect, other: Effect) -> bool:
    """Tell whether one statement can be put either way: bodies recovered and killed."""
    return may_hold(one, other) or may_hold(other, one)


def may_be_among(some: Effect, all_: Effect) -> bool:
    """Tell whether some of those who met `all_` can have met `some`: of the captured some were killed, not wounded."""
    if THINGS & {some, all_}:
        return some is all_
    return not (all_ in _KILLED and some in _LIVING)
