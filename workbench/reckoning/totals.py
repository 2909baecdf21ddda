"""Figures over all incidents, by side and effect (rule 13): low and high apart, people without a number apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Unused
from workbench.reckoning import ranges
from workbench.reckoning.ranges import Range

#: The least number of people a plural without a number can mean.
_PLURAL = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people with its bounds: `low` ≤ `best` ≤ `high` where all are there.

    `best` is None where a part has none; `high` is None, and `open` true, as soon as one part's is. `known` is what
    is counted in numbers when people without a number come on top, for "97 + unquantified" (None: no number at
    all). Of its `figures`, an analyst set `by_hand`. Nobody but a belligerent gives `claimed` of the people, its
    enemy's losses: None where all are given otherwise, 0 where only people without a number are not; `only_claimed`
    says that this holds of all of them.
    """

    low: int
    best: int | None
    high: int | None
    known: int | None
    open: bool
    unquantified: bool
    figures: int = 1
    by_hand: int = 0
    claimed: int | None = None
    only_claimed: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """The figures of one side (None: side unknown) that met one effect, over all incidents."""

    side: str | None
    effect: Effect
    figures: tuple[Figure, ...]

    @property
    def amount(self) -> Amount:
        """How many people they are together."""
        return add(self.figures)

    @property
    def used(self) -> tuple[int, ...]:
        """The claims that count, each once."""
        return tuple(dict.fromkeys(claim for figure in self.figures for claim in figure.used))

    @property
    def not_used(self) -> tuple[Unused, ...]:
        """The claims left out, each with its reasons."""
        return tuple(dict.fromkeys(unused for figure in self.figures for unused in figure.not_used))


def totals(figures: Iterable[Figure], scope: Scope = Scope.EVENT) -> tuple[Total, ...]:
    """Sum figures of one scope by side and effect; tolls since a day never mix with events."""
    groups: dict[tuple[Effect, str | None], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.scope is scope:
            groups[figure.effect, figure.side].append(figure)
    return tuple(Total(side, effect, tuple(groups[effect, side])) for effect, side in sorted(groups, key=_order))


def _order(key: tuple[Effect, str | None]) -> tuple[int, bool, str]:
    """Order totals by effect as DOMAIN lists them, then by side, unknown last."""
    effect, side = key
    return list(Effect).index(effect), side is None, side or ""


def effects_of(sums: Iterable[Total]) -> tuple[Effect, ...]:
    """Return the effects that occur, in the model's order."""
    present = {total.effect for total in sums}
    return tuple(effect for effect in Effect if effect in present)


def add(figures: Sequence[Figure]) -> Amount:
    """Return the sum of figures of different people; of none it is 0 with nothing known."""
    summed = ranges.add([Range(f.low, f.best, f.high) for f in figures]) if figures else Range(0, None, None)
    claimed = [f for f in figures if f.claimed]
    counted = [f for f in figures if not _wordless(f)]
    return Amount(
        summed.floor,
        summed.best,
        summed.high,
        sum(f.low if f.best is None else f.best for f in counted) if counted else None,
        any(f.open or f.high is None for f in figures),
        any(f.unquantified for f in figures),
        len(figures),
        sum(f.override is not None for f in figures),
        sum(0 if _wordless(f) else f.claimed for f in claimed) if claimed else None,
        bool(claimed) and sum(f.claimed for f in claimed) == summed.floor,
    )


def _wordless(figure: Figure) -> bool:
    """Tell whether nothing but a bare plural (at least two) stands behind the figure."""
    return figure.unquantified and figure.best is None and figure.low <= _PLURAL * max(1, len(figure.used))
