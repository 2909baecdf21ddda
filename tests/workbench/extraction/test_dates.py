"""Dates are found by their form and settled from the day of publication."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from workbench.extraction import dates
from workbench.model.circumstance import When

THURSDAY = date(2024, 11, 28)


@cache
def _pipeline(language: str) -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("dates")
    return nlp


def _dates(text: str, language: str, published: date | None = THURSDAY) -> list[tuple[str, When | None]]:
    doc = _pipeline(language)(text)
    return [(text[start:end], when) for start, end, when, _ in dates.dated(doc, published)]


def _day(year: int, month: int, day: int) -> When:
    return When(date(year, month, day), date(year, month, day), 1)


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Am Mittwoch starben", "Mittwoch", _day(2024, 11, 27)),
        ("am Donnerstag starben", "Donnerstag", _day(2024, 11, 28)),
        ("am Freitagabend", "Freitagabend", _day(2024, 11, 22)),
        ("am kommenden Freitag", "Freitag", _day(2024, 11, 29)),
        ("Gestern starben", "Gestern", _day(2024, 11, 27)),
        ("am 3. März 2024", "3. März 2024", _day(2024, 3, 3)),
        ("am 27. November", "27. November", _day(2024, 11, 27)),
        ("am 5. Dezember", "5. Dezember", _day(2023, 12, 5)),
        ("am 7.10.2023 begann", "7.10.2023", _day(2023, 10, 7)),
        ("vor drei Tagen", "vor drei Tagen", _day(2024, 11, 25)),
        ("seit 2011", "2011", When(date(2011, 1, 1), THURSDAY, 5)),
        ("Russland trat 2015 ein", "2015", When(date(2015, 1, 1), date(2015, 12, 31), 5)),
        ("im Oktober 2023", "Oktober 2023", When(date(2023, 10, 1), date(2023, 10, 31), 4)),
        ("im Dezember", "Dezember", When(date(2023, 12, 1), date(2023, 12, 31), 4)),
        ("Ende Februar 2024", "Ende Februar 2024", When(date(2024, 2, 21), date(2024, 2, 29), 4)),
        ("vergangene Woche", "vergangene Woche", When(date(2024, 11, 18), date(2024, 11, 24), 3)),
        ("in den letzten Wochen", "letzten Wochen", When(date(2024, 11, 7), date(2024, 11, 27), 3)),
        ("im vergangenen Monat", "vergangenen Monat", When(date(2024, 10, 1), date(2024, 10, 31), 4)),
        ("im letzten Jahr", "letzten Jahr", When(date(2023, 1, 1), date(2023, 12, 31), 5)),
        ("in den letzten zwei Wochen", "letzten zwei Wochen", When(date(2024, 11, 14), date(2024, 11, 27), 3)),
    ],
)
def test_german_dates(text: str, words: str, when: When) -> None:
    assert _dates(text, "de") == [(words, when)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("on Wednesday", "Wednesday", _day(2024, 11, 27)),
        ("next Monday", "Monday", _day(2024, 12, 2)),
        ("yesterday", "yesterday", _day(2024, 11, 27)),
        ("on November 27, 2024", "November 27, 2024", _day(2024, 11, 27)),
        ("on 3 March", "3 March", _day(2024, 3, 3)),
        ("since October 2023", "October 2023", When(date(2023, 10, 1), THURSDAY, 5)),
        ("in early March", "early March", When(date(2024, 3, 1), date(2024, 3, 10), 4)),
        ("last week", "last week", When(date(2024, 11, 18), date(2024, 11, 24), 3)),
        ("two weeks ago", "two weeks ago", When(date(2024, 11, 14), date(2024, 11, 14), 2)),
        ("in recent weeks", "recent weeks", When(date(2024, 11, 7), date(2024, 11, 27), 3)),
        ("in 2014", "2014", When(date(2014, 1, 1), date(2014, 12, 31), 5)),
        ("on 2024-11-27", "2024-11-27", _day(2024, 11, 27)),
    ],
)
def test_english_dates(text: str, words: str, when: When) -> None:
    assert _dates(text, "en") == [(words, when)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2000 Menschen starben", "de"),
        ("1950 getötete Soldaten", "de"),
        ("mehr als 1.2015 Fälle", "de"),
        ("Wir können morgens kommen", "de"),
        ("stieg auf 2015", "de"),
        ("The march of 2000 people", "en"),
        ("They may come", "en"),
        ("in 2000 homes", "en"),
    ],
)
def test_what_is_no_date(text: str, language: str) -> None:
    assert _dates(text, language) == []


@pytest.mark.parametrize("text", ["am Mittwoch", "gestern", "im März", "am 27. November", "vergangene Woche"])
def test_without_a_day_of_publication_a_relative_date_stays_open(text: str) -> None:
    assert [when for _, when in _dates(text, "de", None)] == [None]


def test_without_a_day_of_publication_a_full_date_is_settled() -> None:
    assert _dates("am 3. März 2024 und 2015", "de", None)[0][1] == _day(2024, 3, 3)


@given(st.dates(date(2001, 1, 1), date(2035, 1, 1)), st.sampled_from(["Montag", "Freitag", "Sonntag"]))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, words: str) -> None:
    when = dates.settle(words, published, "de")
    assert when is not None
    assert 0 <= (published - when.start).days < 7


@given(
    st.dates(date(2001, 1, 1), date(2035, 1, 1)),
    st.sampled_from(
        ["letzten Wochen", "vergangene Woche", "letzten Jahr", "vorigen Monat", "vor zwei Jahren", "Februar"]
    ),
)
def test_ranges_run_forwards_and_begin_before_publication(published: date, words: str) -> None:
    when = dates.settle(words, published, "de")
    assert when is not None
    assert when.start <= when.end
    assert when.start <= published
    assert 1 <= when.precision <= 5


@pytest.mark.parametrize(
    "text", ["seit Montag", "seit dem 25. November", "seit vergangenem Montag", "seit Beginn der Kämpfe am Montag"]
)
def test_what_has_gone_on_since_a_day_runs_up_to_the_publication(text: str) -> None:
    assert [when for _, when in _dates(text, "de")] == [When(date(2024, 11, 25), THURSDAY, 2)]


def test_what_went_on_without_a_day_of_publication_stays_a_day() -> None:
    assert _dates("since 3 March 2024", "en", None) == [("3 March 2024", _day(2024, 3, 3))]


def test_the_last_thursday_is_not_that_of_publication() -> None:
    assert _dates("am vergangenen Donnerstag", "de") == [("Donnerstag", _day(2024, 11, 21))]


@pytest.mark.parametrize(
    ("text", "language", "when"),
    [
        ("Letzte Woche", "de", When(date(2024, 11, 18), date(2024, 11, 24), 3)),
        ("Vergangenen Monat", "de", When(date(2024, 10, 1), date(2024, 10, 31), 4)),
        ("Three days ago", "en", _day(2024, 11, 25)),
        ("Last month", "en", When(date(2024, 10, 1), date(2024, 10, 31), 4)),
        ("The day before yesterday", "en", _day(2024, 11, 26)),
        ("Gestern früh", "de", _day(2024, 11, 27)),
        ("heute Abend", "de", THURSDAY),
        ("this morning", "en", THURSDAY),
        ("Mittwoch früh", "de", _day(2024, 11, 27)),
        ("in the last three days", "en", When(date(2024, 11, 25), date(2024, 11, 27), 2)),
    ],
)
def test_a_date_may_open_a_sentence(text: str, language: str, when: When | date) -> None:
    wanted = when if isinstance(when, When) else When(when, when, 1)
    assert [found for _, found in _dates(text, language)] == [wanted]
