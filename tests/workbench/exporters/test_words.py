from __future__ import annotations

from datetime import date

import pytest

from workbench.exporters.words import day_words, range_words
from workbench.model.circumstance import When


@pytest.mark.parametrize(
    ("low", "best", "high", "unquantified", "words"),
    [
        (37, 37, 37, False, "37"),
        (0, 0, 0, False, "0"),
        (0, None, None, False, "unknown"),
        (44, 60, 60, False, "60 (44–60)"),
        (4, 4, None, False, "at least 4"),
        (4, None, None, False, "at least 4"),
        (4, 6, None, False, "6 (at least 4)"),
        (24, None, 99, False, "24–99"),
        (0, None, 40, False, "0–40"),
        (97, 97, None, True, "97 + unquantified"),
        (1200, 1200, 1200, False, "1,200"),
        (2, None, None, True, "unquantified"),
        (0, None, None, True, "unquantified"),
        (12, None, None, True, "12 + unquantified"),
    ],
)
def test_a_figure_in_words(low: int, best: int | None, high: int | None, unquantified: bool, words: str) -> None:
    assert range_words(low, best, high, unquantified=unquantified) == words


def test_days() -> None:
    assert day_words(None) == ""
    assert day_words(When(date(2024, 11, 27), date(2024, 11, 27), 1)) == "2024-11-27"
    assert day_words(When(date(2024, 11, 27), date(2024, 11, 29), 2)) == "2024-11-27 to 2024-11-29"
