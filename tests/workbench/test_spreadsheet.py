"""Rows for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.spreadsheet import to_csv


def test_unknown_is_empty_and_not_0() -> None:
    assert to_csv(("low", "high", "open"), [(0, None, True), (4, 5, False)]) == "low,high,open\n0,,yes\n4,5,no\n"


@pytest.mark.parametrize(
    "words", ["=1+1", "+44", "-1", "@here", "\tx", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x"]
)
def test_words_are_never_a_formula(words: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(to_csv(("title",), [(words,)]), newline=""))
    assert cell == f"'{words}"


@pytest.mark.parametrize("words", ["=1\r\n+1", "\r=1", "a\rb", "a\nb"])
def test_line_ends_tear_no_row(words: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(to_csv(("title",), [(words,)]), newline=""))
    assert cell.removeprefix("'").split() == words.split()


def test_numbers_stay_numbers() -> None:
    assert to_csv(("n",), [(-1,)]) == "n\n-1\n"


@given(st.lists(st.lists(st.from_regex(r"[a-z;,\t\"ä ]*", fullmatch=True), min_size=2, max_size=2), max_size=4))
def test_any_words_come_back(rows: list[list[str]]) -> None:
    told = [[f"x{cell}" for cell in row] for row in rows]
    text = to_csv(("a", "b"), told, "\t")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))[1:] == told
