"""Add figures up: low and high apart, an open end stays open, people without a number stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people with its bounds.

    `best` is None where a part has none. `known` is what is counted in numbers when people without a number come on
    top (None: no number at all); of it, a best can be defended for `settled`. `low` ≤ `best` ≤ `high` where all
    are there.
    """

    low: int
    best: int | None
    high: int | None
    known: int | None
    settled: int
    open: bool
    unquantified: bool


def total(figures: Sequence[Figure]) -> Amount:
    """Return the sum of figures that do not overlap; of none it is 0 with nothing known."""
    low = sum(figure.low for figure in figures)
    is_open = any(figure.open or figure.high is None for figure in figures)
    return Amount(
        low,
        _all_or_none([figure.best for figure in figures]),
        None if is_open else _all_or_none([figure.high for figure in figures]),
        _known(figures),
        sum(figure.best or 0 for figure in figures),
        is_open,
        any(figure.unquantified for figure in figures),
    )


def wordless(figure: Figure) -> bool:
    """Tell whether nothing but a bare plural (at least two) stands behind the figure."""
    return figure.unquantified and figure.best is None and figure.low <= 2 * max(1, len(figure.used))


def _known(figures: Sequence[Figure]) -> int | None:
    counted = [figure for figure in figures if not wordless(figure)]
    if not counted:
        return None
    return sum(figure.low if figure.best is None else figure.best for figure in counted)


def _all_or_none(numbers: Sequence[int | None]) -> int | None:
    there = [number for number in numbers if number is not None]
    return sum(there) if there and len(there) == len(numbers) else None
