"""What another method makes of the same claims: the figures that differ, and the sums that do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.claim import Category, Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.reckoning.totals import Total, add, totals
from workbench.reckoning.words import amount_words

#: How a figure is told where there is none.
NONE = "no figure"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure, or (`incident` None) the sum over all incidents, before and after; words as charts write them."""

    incident: int | None
    scope: Scope
    side: str | None
    category: Category | None
    effect: Effect
    before: str
    after: str


def differences(before: Reckoning, after: Reckoning) -> tuple[Difference, ...]:
    """Return the sums that differ, then the figures that do, in the order of the reckonings."""
    return (*_sums(totals(before.figures), totals(after.figures)), *_figures(before.figures, after.figures))


def _sums(before: Iterable[Total], after: Iterable[Total]) -> list[Difference]:
    old, new = ({(t.effect, t.side): amount_words(t.amount) for t in sums} for sums in (before, after))
    return [
        Difference(None, Scope.EVENT, side, None, effect, old.get((effect, side), NONE), new.get((effect, side), NONE))
        for effect, side in dict.fromkeys((*old, *new))
        if old.get((effect, side)) != new.get((effect, side))
    ]


def _figures(before: Iterable[Figure], after: Iterable[Figure]) -> list[Difference]:
    old, new = ({f.key: amount_words(add([f])) for f in figures} for figures in (before, after))
    return [
        Difference(*key, old.get(key, NONE), new.get(key, NONE))
        for key in sorted(dict.fromkeys((*old, *new)), key=lambda key: key[0])
        if old.get(key) != new.get(key)
    ]
