"""A number for each row of the table, by which a reading is seen."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import TABLE
from workbench.errors import WorkbenchError
from workbench.model.convention import OwnReading
from workbench.reckoning.samples import FIXED, read_as, readable_rows, refuse_falling, sample, words_of

AS_DEFAULT = ("=", "=", "=")


def test_every_row_but_those_of_one_reading_has_a_sample_that_it_reads() -> None:
    rows = readable_rows(TABLE)
    assert set(rows) == set(TABLE.keys()) - FIXED
    for key in rows:
        stated = sample(key, TABLE)
        assert read_as(OwnReading(key, *AS_DEFAULT), TABLE) == stated
        assert read_as(OwnReading(key, "7", "-", "-"), TABLE).low == 7
        assert words_of(key, TABLE)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("dozens", "dozens (Dutzende)"),
        ("approx", "about 50 (rund N)"),
        ("between", "30–50 (zwischen A und B)"),
        ("plural", "civilians (Zivilisten)"),
        ("scores", "scores"),
    ],
)
def test_a_row_is_known_by_its_words(key: str, words: str) -> None:
    assert words_of(key, TABLE) == words


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        (OwnReading("dozens", "120", "=", "="), "dozens .* 120 – 99"),
        (OwnReading("dozens", "=", "20", "="), "24 – 20"),
        (OwnReading("approx", "N+1", "N", "-"), "about 50 .* 51 – 50"),
        (OwnReading("approx", "N", "N+5", "N+9"), "50 – 59 – 55"),
    ],
)
def test_bounds_must_rise_once_they_are_worked_out(reading: OwnReading, told: str) -> None:
    with pytest.raises(WorkbenchError, match=f"{told}, which does not rise"):
        refuse_falling(reading, TABLE)


@pytest.mark.parametrize("cells", [("30", "60", "40"), ("120", "-", "="), ("=", "=", "-")])
def test_bounds_that_rise_are_taken(cells: tuple[str, str, str]) -> None:
    refuse_falling(OwnReading("dozens", *cells), TABLE)
