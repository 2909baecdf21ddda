"""Dates told from another of the text."""

from __future__ import annotations

from datetime import date

import pytest

from tests.workbench.extraction.reads import PUBLISHED, claims
from workbench.extraction.dates_later import is_later, settle_later
from workbench.extraction.extractor import Extractor
from workbench.model.circumstance import When

_DAY = When(date(2024, 11, 20), date(2024, 11, 20), 1)
_YEAR = When(date(2011, 1, 1), date(2011, 12, 31), 5)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Zwei Tage später", 22),
        ("einen Tag danach", 21),
        ("eine Woche später", 27),
        ("drei Tage zuvor", 17),
        ("Tag darauf", 21),
        ("nächsten Tag", 21),
        ("Folgetag", 21),
        ("Vortag", 19),
        ("tags zuvor", 19),
        ("selben Tag", 20),
        ("frühen Morgen", 20),
        ("Two days later", 22),
        ("a day earlier", 19),
        ("The next day", 21),
        ("the previous day", 19),
        ("the same day", 20),
    ],
)
def test_days_are_counted_from_the_last_one_told(words: str, day: int) -> None:
    assert is_later(words)
    when = settle_later(words, [_DAY], PUBLISHED)
    assert when == When(date(2024, 11, day), date(2024, 11, day), 1)


@pytest.mark.parametrize("words", ["zwei Tage", "vor zwei Tagen", "two days ago", "Tag", "morgens", "Mittwoch"])
def test_what_is_not_told_from_another_date(words: str) -> None:
    assert not is_later(words)
    assert settle_later(words, [_DAY], PUBLISHED) is None


def test_a_day_after_the_publication_is_counted_from_an_earlier_date() -> None:
    published = When(PUBLISHED, PUBLISHED, 1)
    assert settle_later("zwei Tage später", [_DAY, published], PUBLISHED) == When(
        date(2024, 11, 22), date(2024, 11, 22), 1
    )


def test_a_coarse_date_is_no_start() -> None:
    assert settle_later("zwei Tage später", [_YEAR, None], PUBLISHED) is None


def test_only_a_part_of_the_day_stands_alone() -> None:
    assert settle_later("frühen Morgen", [], PUBLISHED) == When(PUBLISHED, PUBLISHED, 1)
    assert settle_later("frühen Morgen", [], None) is None
    assert settle_later("Tag darauf", [], PUBLISHED) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Sonntag starben in Homs acht Bauern. Am Tag darauf starben drei Lehrer.", "de"),
        ("Am Sonntag starben in Homs acht Bauern. Einen Tag später starben dort drei Lehrer.", "de"),
        ("Eight farmers died in Homs on Sunday. The next day, three teachers were killed.", "en"),
        ("Eight farmers died in Homs on Sunday. One day later three teachers were killed there.", "en"),
    ],
)
def test_the_second_event_has_its_own_day(extractor: Extractor, text: str, language: str) -> None:
    whens = [claim.when for claim in claims(extractor, text, language)]
    assert whens == [When(date(2024, 11, day), date(2024, 11, day), 1) for day in (24, 25)]
