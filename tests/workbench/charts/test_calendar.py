from __future__ import annotations

from datetime import date

import pytest

from workbench.charts.calendar import Days, Step, days_words, fitting, spread, step_of, ticks
from workbench.charts.phrases import english
from workbench.model.circumstance import When

DAY = date(2024, 11, 27)


def days(start: str, end: str) -> Days:
    return Days(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        (1, "2024-11-27", "2024-11-27"),
        (2, "2024-11-24", "2024-11-30"),
        (3, "2024-11-24", "2024-11-30"),
        (4, "2024-11-01", "2024-11-30"),
        (5, "2024-01-01", "2024-12-31"),
    ],
)
def test_a_day_that_is_roughly_known_stands_for_those_around_it(precision: int, start: str, end: str) -> None:
    assert spread(When(DAY, DAY, precision)) == days(start, end)


def test_days_that_are_told_stay_as_they_are() -> None:
    assert spread(When(DAY, date(2024, 12, 1), 4)) == days("2024-11-27", "2024-12-01")


def test_a_day_lies_in_its_week_and_in_its_month() -> None:
    assert step_of(DAY, Step.DAY) == Days(DAY, DAY)
    assert step_of(DAY, Step.WEEK) == days("2024-11-25", "2024-12-01")
    assert step_of(date(2024, 2, 29), Step.MONTH) == days("2024-02-01", "2024-02-29")
    assert step_of(date(2023, 12, 31), Step.MONTH) == days("2023-12-01", "2023-12-31")


def test_the_step_that_fits_grows_with_the_time() -> None:
    assert fitting([]) is Step.DAY
    assert fitting([days("2024-11-01", "2024-12-31")]) is Step.DAY
    assert fitting([days("2024-01-01", "2024-01-02"), days("2024-09-01", "2024-09-01")]) is Step.WEEK
    assert fitting([days("2011-03-15", "2024-12-08")]) is Step.MONTH


def test_steps_have_words() -> None:
    words = english()
    week = step_of(DAY, Step.WEEK)
    assert days_words(Days(DAY, DAY), Step.DAY, words) == "27 November 2024"
    assert days_words(week, Step.WEEK, words) == "week of 25 November 2024"
    assert days_words(week, Step.MONTH, words) == "November 2024"
    assert days_words(week, None, words) == "25 November 2024 – 1 December 2024"


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2024-11-27", "2024-12-02", "27 Nov\n2024", "2 Dec"),
        ("2024-11-27", "2025-01-12", "2 Dec\n2024", "6 Jan\n2025"),
        ("2024-01-15", "2024-08-20", "Feb 2024", "Aug 2024"),
        ("2020-01-15", "2024-08-20", "2021", "2024"),
        ("1900-01-01", "2024-08-20", "1900", "2020"),
    ],
)
def test_an_axis_is_marked_at_round_places(start: str, end: str, first: str, last: str) -> None:
    found = ticks(days(start, end), 8, english())
    assert (found[0][1], found[-1][1]) == (first, last)
    assert 1 < len(found) <= 8
    assert all(days(start, end).start.toordinal() <= place <= days(start, end).end.toordinal() for place, _ in found)
