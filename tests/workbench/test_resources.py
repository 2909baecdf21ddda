"""Where resources lie, and what a damaged table says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench import resources
from workbench.errors import BadResource


def test_the_folder_is_beside_the_package() -> None:
    assert (resources.folder() / "registers" / "actors" / "syria.tsv").is_file()


def test_the_folder_of_the_frozen_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.folder() == tmp_path / "resources"


def test_a_table_is_read_with_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("\ufeffid\tname\nx\t Ex \n\ny\n", encoding="utf-8")
    assert resources.table(path, ("id",)) == [(2, {"id": "x", "name": "Ex"}), (4, {"id": "y", "name": ""})]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"t\.tsv is missing .* Install the program again"):
        resources.table(tmp_path / "t.tsv", ())


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_bytes(b"id\n\xff\xfe\xfa")
    with pytest.raises(BadResource, match=r"t\.tsv .* cannot be read"):
        resources.table(tmp_path / "t.tsv", ())


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("id\nx\n", encoding="utf-8")
    with pytest.raises(BadResource, match="lacks the column name"):
        resources.table(tmp_path / "t.tsv", ("id", "name"))


def test_an_empty_file_lacks_its_columns(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("", encoding="utf-8")
    with pytest.raises(BadResource, match="lacks the column id"):
        resources.table(tmp_path / "t.tsv", ("id",))


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("id\tname\nx\ty\tz\n", encoding="utf-8")
    with pytest.raises(BadResource, match=r"t\.tsv, row 2 has 3 cells"):
        resources.table(tmp_path / "t.tsv", ("id",))


def test_the_rights_in_what_ships_are_told_and_each_licence_is_there() -> None:
    texts = resources.rights(resources.folder())
    assert next(iter(texts)) == "What the program ships with"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL 3.0"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL 3.0"]


def test_licences_without_what_is_ours_are_a_damaged_program(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match=r"NOTICES\.md is missing"):
        resources.rights(tmp_path)
