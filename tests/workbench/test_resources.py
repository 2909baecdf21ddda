"""Where resources lie, and what a damaged table says."""

from __future__ import annotations

import sys
from hashlib import sha256
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


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Make a folder of resources with the list that a bundle has."""
    lines = []
    for name in ("lexicon/de.json", "lexicon/en.json", "lexicons.txt", "pipelines/de/ner/model"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
        lines.append(f"{sha256(name.encode()).hexdigest()}  {name}\n")
    (tmp_path / resources.SUMS).write_text("".join(lines), encoding="utf-8")
    return tmp_path


def test_what_is_as_it_was_shipped_is_taken(shipped: Path) -> None:
    (shipped / "lexicon" / "added.json").touch()
    for part in ("", "lexicon", "lexicon/en.json", "pipelines/de"):
        resources.refuse_changed(shipped / part)


def test_a_file_that_is_cut_off_is_refused_by_name(shipped: Path) -> None:
    (shipped / "lexicon" / "en.json").write_text("lexicon/en", encoding="utf-8")
    with pytest.raises(
        BadResource, match=r"^en\.json in .*lexicon is not as it was shipped\. Install the program again\.$"
    ):
        resources.refuse_changed(shipped / "lexicon")
    assert resources.changed(shipped).startswith("en.json in ")
    for part in ("lexicon/de.json", "lexicons.txt", "pipelines"):
        resources.refuse_changed(shipped / part)


def test_a_file_that_is_gone_is_refused_by_name(shipped: Path) -> None:
    (shipped / "pipelines" / "de" / "ner" / "model").unlink()
    assert (
        resources.changed(shipped / "pipelines" / "de")
        == f"model in {shipped / 'pipelines' / 'de' / 'ner'} is missing."
    )


def test_a_folder_in_the_place_of_a_file_is_refused(shipped: Path) -> None:
    (shipped / "lexicon" / "en.json").unlink()
    (shipped / "lexicon" / "en.json").mkdir()
    assert "cannot be read" in resources.changed(shipped / "lexicon")


def test_from_source_nothing_is_listed(tmp_path: Path) -> None:
    assert resources.changed(tmp_path / "lexicon") == ""
