"""Stretches of days, by the construction that tells them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.extraction.reads import PUBLISHED
from workbench.extraction import dates
from workbench.extraction.dates_ranges import precision_of
from workbench.model.circumstance import When


def _found(text: str, language: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str, int]]:
    """Find and settle the dates of a text, each in short: words, first day, last day, precision."""
    found = []
    for match in dates.FORMS[language].finditer(text):
        when = dates.settle(match["date"], published, language)
        assert when is not None
        found.append((match["date"], when.start.isoformat(), when.end.isoformat(), when.precision))
    return found


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("In der Nacht zum Donnerstag", "Nacht zum Donnerstag", "2024-11-27", "2024-11-28"),
        ("in der Nacht auf Mittwoch", "Nacht auf Mittwoch", "2024-11-26", "2024-11-27"),
        ("in der Nacht auf den 5. Mai", "Nacht auf den 5. Mai", "2024-05-04", "2024-05-05"),
        ("in der Nacht zu heute", "Nacht zu heute", "2024-11-27", "2024-11-28"),
        ("in der Nacht von Montag auf Dienstag", "Nacht von Montag auf Dienstag", "2024-11-25", "2024-11-26"),
        ("in der Nacht vom 3. auf den 4. Mai", "Nacht vom 3. auf den 4. Mai", "2024-05-03", "2024-05-04"),
        ("in der Nacht des 3./4. Mai", "Nacht des 3./4. Mai", "2024-05-03", "2024-05-04"),
        ("Über Nacht", "Über Nacht", "2024-11-27", "2024-11-28"),
        ("in der vergangenen Nacht", "vergangenen Nacht", "2024-11-27", "2024-11-28"),
    ],
)
def test_german_nights_lie_on_two_days(text: str, words: str, first: str, last: str) -> None:
    assert _found(text, "de") == [(words, first, last, 2)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("overnight", "overnight", "2024-11-27", "2024-11-28"),
        ("overnight into Tuesday", "overnight into Tuesday", "2024-11-25", "2024-11-26"),
        ("on the night of 3–4 May", "night of 3–4 May", "2024-05-03", "2024-05-04"),
        ("on the night of May 3-4", "night of May 3-4", "2024-05-03", "2024-05-04"),
        ("on the night of Monday to Tuesday", "night of Monday to Tuesday", "2024-11-25", "2024-11-26"),
    ],
)
def test_english_nights_lie_on_two_days(text: str, words: str, first: str, last: str) -> None:
    assert _found(text, "en") == [(words, first, last, 2)]


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("zwischen Montag und Mittwoch", "de", "2024-11-25", "2024-11-27"),
        ("von Samstag bis Dienstag", "de", "2024-11-23", "2024-11-26"),
        ("vom 3. bis 5. Mai", "de", "2024-05-03", "2024-05-05"),
        ("vom 3. bis zum 5. Mai 2021", "de", "2021-05-03", "2021-05-05"),
        ("am 3./4. Mai", "de", "2024-05-03", "2024-05-04"),
        ("zwischen dem 30. April und dem 2. Mai", "de", "2024-04-30", "2024-05-02"),
        ("between Monday and Wednesday", "en", "2024-11-25", "2024-11-27"),
        ("from Saturday until Tuesday", "en", "2024-11-23", "2024-11-26"),
        ("from May 3 to 5", "en", "2024-05-03", "2024-05-05"),
        ("between 3 and 5 May", "en", "2024-05-03", "2024-05-05"),
        ("April 30 to May 2", "en", "2024-04-30", "2024-05-02"),
        ("28 February–1 March 2024", "en", "2024-02-28", "2024-03-01"),
    ],
)
def test_two_ends_make_a_stretch(text: str, language: str, first: str, last: str) -> None:
    assert [each[1:] for each in _found(text, language)] == [(first, last, 2)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("von Montag bis Mittwoch", "de"),
        ("vom 30. Dezember bis 1. Januar", "de"),
        ("vom 30. Dezember 2024 bis zum 1. Januar 2025", "de"),
        ("from December 30 to January 1", "en"),
        ("Monday to Wednesday", "en"),
    ],
)
def test_a_stretch_may_run_over_the_end_of_a_year(text: str, language: str) -> None:
    found = _found(text, language, date(2025, 1, 2))
    assert [each[1:] for each in found] == [("2024-12-30", "2025-01-01", 2)]


@pytest.mark.parametrize(
    ("text", "language", "published", "first", "last", "precision"),
    [
        ("Am Wochenende", "de", PUBLISHED, "2024-11-23", "2024-11-24", 2),
        ("am vergangenen Wochenende", "de", PUBLISHED, "2024-11-23", "2024-11-24", 2),
        ("am letzten Wochenende", "de", date(2024, 11, 24), "2024-11-16", "2024-11-17", 2),
        ("am Wochenende", "de", date(2024, 11, 23), "2024-11-23", "2024-11-23", 1),
        ("over the weekend", "en", PUBLISHED, "2024-11-23", "2024-11-24", 2),
        ("Last weekend", "en", PUBLISHED, "2024-11-23", "2024-11-24", 2),
        ("in den vergangenen 24 Stunden", "de", PUBLISHED, "2024-11-27", "2024-11-28", 2),
        ("in the past 48 hours", "en", PUBLISHED, "2024-11-26", "2024-11-28", 2),
        ("over the past day", "en", PUBLISHED, "2024-11-27", "2024-11-28", 2),
        ("Anfang der Woche", "de", PUBLISHED, "2024-11-25", "2024-11-26", 2),
        ("Ende der Woche", "de", PUBLISHED, "2024-11-22", "2024-11-24", 2),
        ("Mitte dieser Woche", "de", date(2024, 11, 27), "2024-11-27", "2024-11-27", 1),
        ("in dieser Woche", "de", PUBLISHED, "2024-11-25", "2024-11-28", 3),
        ("this month", "en", PUBLISHED, "2024-11-01", "2024-11-28", 4),
        ("dieses Jahr", "de", PUBLISHED, "2024-01-01", "2024-11-28", 5),
    ],
)
def test_what_is_counted_from_the_publication(
    text: str, language: str, published: date, first: str, last: str, precision: int
) -> None:
    assert [each[1:] for each in _found(text, language, published)] == [(first, last, precision)]


@pytest.mark.parametrize(
    "text", ["am kommenden Wochenende", "ein Jahr im Amt", "die Nachtschicht", "3. und letzte Runde"]
)
def test_what_is_no_stretch(text: str) -> None:
    assert _found(text, "de") == []


@pytest.mark.parametrize(
    "words", ["Montag bis Mittwoch", "3. bis 5. Mai", "Wochenende", "über Nacht", "30./31. Dezember"]
)
def test_nothing_is_settled_without_a_year_or_a_day_of_publication(words: str) -> None:
    assert dates.settle(words, None, "de") is None


def test_a_stretch_with_its_year_needs_no_day_of_publication() -> None:
    assert dates.settle("3. bis 5. Mai 2021", None, "de") == When(date(2021, 5, 3), date(2021, 5, 5), 2)


@pytest.mark.parametrize("words", ["31. Juni bis 2. Juli", "9. bis 3. Mai 2021", "45. bis 46. Mai"])
def test_days_that_are_none_make_no_stretch(words: str) -> None:
    when = dates.settle(words, PUBLISHED, "de")
    assert when is None or when.start < when.end


@given(st.dates(date(2001, 1, 8), date(2035, 1, 1)), st.sampled_from(["Montag bis Mittwoch", "Nacht zum Freitag"]))
def test_a_stretch_of_weekdays_is_over_by_the_publication(published: date, words: str) -> None:
    when = dates.settle(words, published, "de")
    assert when is not None
    assert when.start < when.end <= published


@pytest.mark.parametrize(("last", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4)])
def test_precision_is_that_of_ucdp(last: int, precision: int) -> None:
    assert precision_of(date(2024, 5, 1), date(2024, 5, last)) == precision


def test_what_is_longer_than_a_month_is_of_the_coarsest_precision() -> None:
    assert precision_of(date(2024, 5, 1), date(2024, 7, 1)) == 5
