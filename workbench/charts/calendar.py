"""Days, weeks and months as the charts over time count them; days are ordinals where they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workbench.charts.phrases import Phrases
from workbench.model.circumstance import When

_DAY = timedelta(days=1)
#: A chart by day or week shows at most so many of them where nobody chose the step.
_MOST = 62
_WEEK, _MONTH = 3, 4


class Step(StrEnum):
    """What one bar of a chart over time stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """All days from `start` to `end`, both included."""

    start: date
    end: date

    @property
    def count(self) -> int:
        """How many days they are."""
        return (self.end - self.start).days + 1


def spread(when: When) -> Days:
    """Return all days a date may mean: a single day that is only roughly known stands for those around it.

    UCDP's precision: 2 is two to six days, 3 a week, 4 a month, 5 more than that and here a year.
    """
    if when.end > when.start or when.precision <= 1:
        return Days(when.start, when.end)
    if when.precision <= _WEEK:
        return Days(when.start - 3 * _DAY, when.end + 3 * _DAY)
    if when.precision == _MONTH:
        return step_of(when.start, Step.MONTH)
    return Days(date(when.start.year, 1, 1), date(when.start.year, 12, 31))


def step_of(day: date, step: Step) -> Days:
    """Return the day, the week from Monday or the month that a day lies in."""
    if step is Step.WEEK:
        monday = day - day.weekday() * _DAY
        return Days(monday, monday + 6 * _DAY)
    if step is Step.MONTH:
        first = day.replace(day=1)
        return Days(first, (first + 31 * _DAY).replace(day=1) - _DAY)
    return Days(day, day)


def fitting(days: Iterable[Days]) -> Step:
    """Return the finest step at which a chart of these days stays legible."""
    told = list(days)
    if not told:
        return Step.DAY
    count = Days(min(one.start for one in told), max(one.end for one in told)).count
    return Step.DAY if count <= _MOST else Step.WEEK if count <= 7 * _MOST else Step.MONTH


def days_words(days: Days, step: Step | None, phrases: Phrases) -> str:
    """Return a step, or (None) any days, in words: "27 November 2024", "week of 25 November 2024", "June 2024"."""
    if step is Step.MONTH:
        return phrases.month(days.start)
    if step is Step.WEEK:
        return phrases("week_of", day=phrases.day(days.start))
    return phrases.days(When(days.start, days.end, 1))


def ticks(days: Days, most: int, phrases: Phrases) -> list[tuple[int, str]]:
    """Return at most `most` days of a range as ordinals, each with its words, at round distances.

    Beneath the first day, and the first of each year, stands its year.
    """
    most = max(2, most)
    for every in (1, 2, 7, 14):
        if days.count / every <= most:
            found = _each(days, every)
            return [
                (day.toordinal(), _dated(day, before, phrases))
                for before, day in zip((None, *found), found, strict=False)
            ]
    for months in (1, 2, 3, 6):
        if days.count / (30.4 * months) <= most:
            firsts = [day for day in _firsts(days) if (day.month - 1) % months == 0]
            return [(day.toordinal(), phrases.month(day, short=True)) for day in firsts]
    years = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500) if days.count / (365 * n) <= most)
    first = [day for day in _firsts(days) if day.month == 1 and day.year % years == 0]
    return [(day.toordinal(), str(day.year)) for day in first]


def _dated(day: date, before: date | None, phrases: Phrases) -> str:
    words = phrases.short_day(day)
    return words if before and before.year == day.year else f"{words}\n{day.year}"


def _each(days: Days, every: int) -> list[date]:
    """Return every so manieth day; weeks begin on Monday."""
    start = days.start + (-days.start.weekday() % 7) * _DAY if every % 7 == 0 else days.start
    return [start + n * _DAY for n in range(0, (days.end - start).days + 1, every)]


def _firsts(days: Days) -> list[date]:
    """Return the first days of the months of a range."""
    months = range(days.start.year * 12 + days.start.month - 1, days.end.year * 12 + days.end.month)
    found = (date(month // 12, month % 12 + 1, 1) for month in months)
    return [day for day in found if days.start <= day <= days.end]
