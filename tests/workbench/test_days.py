from __future__ import annotations

from datetime import date

import pytest

from workbench.days import typed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("11.2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("2024-11-28", date(2024, 11, 28), date(2024, 11, 28)),
        ("2024/11/8", date(2024, 11, 8), date(2024, 11, 8)),
        (" 28. 11. 2024 ", date(2024, 11, 28), date(2024, 11, 28)),
    ],
)
def test_days_months_and_years_are_read(text: str, first: date, last: date) -> None:
    assert typed(text) == (first, last)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "30.2.2024", "yesterday", "2024-11-28-3", "0000", "11.24"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed(text) is None
