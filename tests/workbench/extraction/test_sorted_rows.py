"""Rows are found by halving, and a damaged table is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction.sorted_rows import SortedRows, write

ROWS = {"b": ["2", "zwei"], "a": ["1"], "ab": ["é"], "a b": ["4"], "ż": ["5"], "c": []}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(tmp_path / "rows.tsv", ROWS)
    return tmp_path / "rows.tsv"


@pytest.mark.parametrize(
    ("key", "row"), [("a", "1"), ("a b", "4"), ("ab", "é"), ("b", "2\tzwei"), ("ż", "5"), ("", None), ("aa", None)]
)
def test_a_row_is_found_by_its_first_cell(path: Path, key: str, row: str | None) -> None:
    assert SortedRows(path).get(key) == row


def test_all_keys_are_told_in_their_order(path: Path) -> None:
    assert SortedRows(path).keys() == ["a", "a b", "ab", "b", "c", "ż"]


def test_the_same_rows_give_the_same_bytes(path: Path) -> None:
    before = path.read_bytes()
    write(path, dict(reversed(ROWS.items())))
    assert path.read_bytes() == before
    assert int(before.split(b"\t")[0]) == len(before)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "is missing"),
        (b"", "cannot be read"),
        (b"a\t1\n", "is damaged"),
        (b"99\tbytes\na\t1\n", "is damaged"),
    ],
)
def test_what_is_no_such_table_is_told(path: Path, body: bytes | None, said: str) -> None:
    path.unlink()
    if body is not None:
        path.write_bytes(body)
    with pytest.raises(BadResource, match=rf"rows\.tsv.*{said}.*Install"):
        SortedRows(path)


def test_a_row_that_is_no_text_is_told(path: Path) -> None:
    path.write_bytes(b"13\tbytes\na\t\xff\n")
    with pytest.raises(BadResource, match="the row of a is damaged"):
        SortedRows(path).get("a")
