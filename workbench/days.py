"""Days as they are typed: a day, a month or a year, in the forms of German, English and ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_FORMS = (
    re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?:(?P<day>\d{1,2})\.\s*)?(?P<month>\d{1,2})\.\s*)(?P<year>\d{4})"),
)


def typed(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of what is typed: 2024, 2024-11, 11.2024, 2024-11-28, 28.11.2024; else None."""
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match is not None:
            year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
            return _days(year or 0, month, day)
    return None


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last = month or 12
    return first, date(year, last, monthrange(year, last)[1])
