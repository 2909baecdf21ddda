"""From a number as it was read to the quantity of a claim, in the words of the conventions."""

from __future__ import annotations

from dataclasses import replace

from workbench.extraction.drafts import Draft
from workbench.model.claim import Effect, Modifier, Quantity
from workbench.reckoning import conventions as say
from workbench.reckoning.conventions import Conventions

#: SQLite holds no larger integer; a number beyond it is left open, with its words kept.
_LARGEST = 2**63 - 1


def quantity_of(draft: Draft, conventions: Conventions) -> Quantity:
    """Return how many a draft speaks of; a number too large to be kept is open."""
    quantity = _read(draft, conventions)
    told = (quantity.value, quantity.low, quantity.high, quantity.best)
    return say.none_stated() if max(n or 0 for n in told) > _LARGEST else quantity


def _read(draft: Draft, conventions: Conventions) -> Quantity:
    """Return how many a draft speaks of, however many."""
    number = draft.number
    if draft.negated or (number is not None and number.modifier is Modifier.NEGATED):
        return say.negated()
    if number is None:
        return say.none_stated() if draft.effect is Effect.CASUALTIES_UNSPECIFIED else say.bare_plural()
    if number.modifier is Modifier.BARE_PLURAL:
        return say.bare_plural()
    if number.modifier is Modifier.NONE:
        return say.none_stated()
    if number.modifier is Modifier.VAGUE:
        return say.vague(number.term, conventions)
    if number.value is None:
        return say.none_stated()
    return _numeric(draft, number.value, number.high, number.modifier)


def _numeric(draft: Draft, value: int, high: int | None, modifier: Modifier) -> Quantity:
    """Return the quantity of a stated number, multiplied for several events or halved for a part."""
    factor = draft.times
    if modifier is Modifier.BETWEEN:
        return say.between(value * factor, (high if high is not None else value) * factor)
    quantity = say.STATED[modifier](value * factor // draft.divided)
    return quantity if draft.divided == 1 else replace(quantity, value=quantity.value)
