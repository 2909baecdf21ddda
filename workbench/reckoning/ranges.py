"""Ranges of persons: inclusive bounds, None open; best None where no single number is defensible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.model.claim import Quantity


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` (None: nobody says) to `high` (None: open), with the single number that is defensible."""

    low: int | None
    best: int | None
    high: int | None

    @property
    def floor(self) -> int:
        """The low end as a number: where people are named without one, at least one."""
        if self.low is not None:
            return self.low
        return 1 if self.high is None else min(1, self.high)

    @property
    def bounded(self) -> bool:
        """Whether any bound is given."""
        return self.low is not None or self.high is not None

    @property
    def width(self) -> float:
        """How far the ends lie apart; infinite where the high end is open."""
        return float("inf") if self.high is None else self.high - self.floor


def of(quantity: Quantity) -> Range:
    """Return the range of a quantity; a best outside its bounds is not defensible."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    return _range(low, quantity.best, high)


def add(ranges: Sequence[Range]) -> Range:
    """Sum ranges of different people: low and high apart, an open high stays open."""
    if len(ranges) == 1:
        return ranges[0]
    return Range(sum(r.floor for r in ranges), _sum(r.best for r in ranges), _sum(r.high for r in ranges))


def hull(ranges: Sequence[Range], best: int | None) -> Range:
    """Span ranges of the same people: the lowest low that is given, the highest high, open if one is."""
    lows = [r.low for r in ranges if r.low is not None]
    highs = [r.high for r in ranges]
    top = None if None in highs else max(h for h in highs if h is not None)
    return _range(min(lows) if lows else None, best, top)


def meet(one: Range, other: Range) -> Range | None:
    """Return what two ranges share, with the first best that lies in it; None where they do not meet."""
    low = max(one.floor, other.floor)
    highs = [h for h in (one.high, other.high) if h is not None]
    high = min(highs) if highs else None
    if high is not None and low > high:
        return None
    inside = (b for b in (one.best, other.best) if b is not None and b >= low and (high is None or b <= high))
    return Range(low, next(inside, None), high)


def closed(ranges: Range) -> Range:
    """Close an open range at its best, or at its lowest, so that it can be held against a total."""
    if ranges.high is not None:
        return ranges
    return Range(ranges.floor, ranges.best, ranges.floor if ranges.best is None else ranges.best)


def rest(total: Range, parts: Range) -> Range:
    """Return what `parts` leave of `total`; open parts end at their best; never less than nobody is left."""
    taken = closed(parts)
    low = max(0, (total.low or 0) - (taken.high or 0))
    high = None if total.high is None else max(low, total.high - taken.floor)
    best = None if total.best is None or parts.best is None else total.best - parts.best
    return _range(low, best, high)


def _sum(numbers: Iterable[int | None]) -> int | None:
    """Sum numbers; None where one is missing."""
    values = list(numbers)
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _range(low: int | None, best: int | None, high: int | None) -> Range:
    """Make a range whose best lies inside."""
    outside = best is not None and ((low is not None and best < low) or (high is not None and best > high))
    return Range(low, None if outside else best, high)
