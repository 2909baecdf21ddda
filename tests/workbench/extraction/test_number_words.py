from __future__ import annotations

import pytest

from workbench.extraction.number_words import TOO_LARGE, from_decimal, from_digits


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44", 44),
        ("1.200", 1200),
        ("1,200", 1200),
        ("1’200", 1200),
        ("14\u00a0000", 14000),
        ("14\u202f000", 14000),
        ("1.200.000", 1_200_000),
        ("14.30", None),
        ("2,8", None),
        ("9a", None),
        ("1.2000", None),
        ("9" * 18, 10**18 - 1),
        ("9" * 40, TOO_LARGE),
        ("0" * 40 + "7", 7),
        ("000", 0),
        ("٤٤", 44),
        ("²", None),
        ("4½", None),
    ],
)
def test_digits(text: str, value: int | None) -> None:
    assert from_digits(text) == value


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("2,8", 10**6, 2_800_000),
        ("2.5", 10**6, 2_500_000),
        ("1,25", 1000, 1250),
        ("28", 10**6, None),
        ("9" * 30 + ",5", 10**6, TOO_LARGE),
    ],
)
def test_decimals_before_a_scale(text: str, scale: int, value: int | None) -> None:
    assert from_decimal(text, scale) == value


@pytest.mark.parametrize(("text", "hour"), [("14.30", 14), ("6:45", 6), ("6.4", None), ("145.30", None), ("14", 14)])
def test_times_of_day(text: str, hour: int | None) -> None:
    assert from_digits(text, clock=True) == hour
