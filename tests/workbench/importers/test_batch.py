from __future__ import annotations

from pathlib import Path

import pytest

from workbench.importers.batch import Failure, files_in, read_all
from workbench.importers.imported import Imported


def fill(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / ".hidden").mkdir()
    for name in ("b.txt", "a.HTML", "deep/c.md", "picture.png", ".hidden/d.txt", ".e.txt"):
        (folder / name).write_text("Five soldiers were killed in Homs.")


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    fill(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in files_in([tmp_path])]
    assert found == ["a.HTML", "b.txt", "deep/c.md"]


def test_a_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "report.news"
    assert list(files_in([path])) == [path]


def test_a_place_that_may_not_be_looked_at_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_dir", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    [failure] = read_all([Path("closed/a.txt")])
    assert isinstance(failure, Failure)
    assert "may not be read" in failure.sentence


def test_a_bad_file_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    fill(tmp_path)
    (tmp_path / "b.txt").write_bytes(b"")
    results = list(read_all([tmp_path, tmp_path / "gone.txt"]))
    read = [result.file_name for result in results if isinstance(result, Imported)]
    failed = {result.path.name: result.sentence for result in results if isinstance(result, Failure)}
    assert read == ["a.HTML", "c.md"]
    assert failed.keys() == {"b.txt", "gone.txt"}
    assert "is empty" in failed["b.txt"]
