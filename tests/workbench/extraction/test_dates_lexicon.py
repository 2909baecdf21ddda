"""Dates by the names a lexicon gives."""

from __future__ import annotations

from datetime import date

import pytest

from tests.workbench.extraction.reads import PUBLISHED
from workbench.extraction.dates_lexicon import Calendar, calendar_of

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre".split()


@pytest.fixture
def french() -> Calendar:
    return calendar_of(
        {
            "months": [*_MONTHS, "novembre nov", "décembre"],
            "weekdays": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            "days": {"hier": -1, "avant-hier": -2},
        }
    )


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("27 novembre 2023", date(2023, 11, 27), date(2023, 11, 27)),
        ("1er mars 2022", date(2022, 3, 1), date(2022, 3, 1)),
        ("3 nov", date(2024, 11, 3), date(2024, 11, 3)),
        ("29 décembre", date(2023, 12, 29), date(2023, 12, 29)),
        ("Février 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Mercredi", date(2024, 11, 27), date(2024, 11, 27)),
        ("jeudi", date(2024, 11, 28), date(2024, 11, 28)),
        ("avant-hier", date(2024, 11, 26), date(2024, 11, 26)),
    ],
)
def test_dates_are_settled(french: Calendar, words: str, first: date, last: date) -> None:
    when = french.settle(words, PUBLISHED)
    assert when is not None
    assert (when.start, when.end) == (first, last)


@pytest.mark.parametrize("words", ["31 novembre 2023", "0 mars", "mars", "demain", "12"])
def test_what_is_no_date_is_not_settled(french: Calendar, words: str) -> None:
    assert french.settle(words, PUBLISHED) is None


@pytest.mark.parametrize("words", ["27 novembre", "mardi", "hier"])
def test_what_has_no_year_needs_the_day_of_publication(french: Calendar, words: str) -> None:
    assert french.settle(words, None) is None


def test_a_year_needs_none(french: Calendar) -> None:
    when = french.settle("27 novembre 2023", None)
    assert when is not None
    assert when.precision == 1


def test_dates_are_found_as_whole_words(french: Calendar) -> None:
    text = "Hier, le 27 novembre, au marché de Marsan en mai 2021; le 112 mars n'est pas un lundi."
    found = [match["date"] for match in french.form.finditer(text)]
    assert found == ["Hier", "27 novembre", "mai 2021", "lundi"]


def test_a_lexicon_without_names_finds_no_date() -> None:
    empty = calendar_of({"months": [], "weekdays": [], "days": {}})
    assert empty.form.search("27 novembre 2023, hier") is None
