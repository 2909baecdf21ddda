"""Dates in a language whose lexicon gives the names of months, weekdays and days: 27 novembre 2024, mardi, hier."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workbench.model.circumstance import When

_YEAR = r"(?:19|20)\d\d"
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months from 1, weekdays from 0 (Monday) and days by their distance from today; `form` finds dates."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    form: re.Pattern[str]

    def settle(self, words: str, published: date | None) -> When | None:
        """Return the days `words` mean; what has no year needs the day of publication, and is the last one up to it."""
        match = self.form.fullmatch(words)
        if match is None:
            return None
        if match["whole"]:
            return _month(int(match["of"]), self.months[match["whole"].lower()])
        if match["month"]:
            return self._day(match, published)
        if published is None:
            return None
        if match["weekday"]:
            back = (published.weekday() - self.weekdays[match["weekday"].lower()]) % 7
        else:
            back = -self.days[match["named"].lower()]
        return _one(published - timedelta(back))

    def _day(self, match: re.Match[str], published: date | None) -> When | None:
        """Settle a day of a month; None where there is none such (31 novembre)."""
        month, day = self.months[match["month"].lower()], int(match["day"])
        if match["year"] is None and published is None:
            return None
        year = int(match["year"]) if published is None or match["year"] else published.year
        if match["year"] is None and published is not None and (month, day) > (published.month, published.day):
            year -= 1
        return _one(date(year, month, day)) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def calendar_of(section: Mapping[str, Any]) -> Calendar:
    """Make the calendar of a lexicon's section on dates."""
    months, weekdays = _numbered(section["months"], 1), _numbered(section["weekdays"], 0)
    days: dict[str, int] = section["days"]
    month = _either(months)
    forms = (
        rf"(?P<day>\d{{1,2}})(?:[^\W\d]{{1,2}}|\.)?\s(?P<month>{month})(?:\s(?P<year>{_YEAR}))?",
        rf"(?P<whole>{month})\s(?P<of>{_YEAR})",
        rf"(?P<weekday>{_either(weekdays)})",
        rf"(?P<named>{_either(days)})",
    )
    form = re.compile(rf"(?<![^\W_])(?P<date>{'|'.join(forms)})(?![^\W_])", re.IGNORECASE)
    return Calendar(months, weekdays, days, form)


def _numbered(names: Sequence[str], first: int) -> dict[str, int]:
    """Return names with their place in the order; those of one month or weekday stand together, parted by blanks."""
    return {name: number for number, several in enumerate(names, first) for name in several.split()}


def _either(names: Mapping[str, int]) -> str:
    """Return what finds one of `names`, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or _NOTHING


def _month(year: int, month: int) -> When:
    """Return a whole month."""
    return When(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), 4)


def _one(day: date) -> When:
    """Return one day."""
    return When(day, day, 1)
