"""The figures and days of a report and of a table of the command line in words."""

from __future__ import annotations

from workbench.model.circumstance import When
from workbench.wording import UNQUANTIFIED, bounds_words, people

#: The least number of people a plural without a number can mean.
_PLURAL = 2


def range_words(low: int, best: int | None, high: int | None, *, unquantified: bool = False) -> str:
    """Return a figure in words: ``37``, ``60 (44–60)``, ``at least 4``, ``97 + unquantified``, ``unquantified``.

    `low` is at least 0, `high` None where it is open, `best` None where no number is defensible.
    """
    if not unquantified:
        return _bounds(low, best, high)
    if best is None:
        return UNQUANTIFIED if low <= _PLURAL else f"{people(low)} + {UNQUANTIFIED}"
    return f"{people(best)} + {UNQUANTIFIED}"


def _bounds(low: int, best: int | None, high: int | None) -> str:
    bounds = bounds_words(low, high)
    stated = best is None or low == high or (high is None and best == low)
    return bounds if stated else f"{people(best or 0)} ({bounds})"


def day_words(when: When | None) -> str:
    """Return a range of days, ISO 8601."""
    if when is None:
        return ""
    start, end = when.start.isoformat(), when.end.isoformat()
    return start if start == end else f"{start} to {end}"
