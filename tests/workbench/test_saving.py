from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.errors import WorkbenchError
from workbench.saving import is_of_a_case, save


@pytest.fixture
def case(tmp_path: Path) -> Path:
    Case.create(tmp_path / "Homs.case").close()
    return tmp_path / "Homs.case"


def test_saves_over_an_older_file_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    for content in (b"older, and longer", b"newer"):
        save(content, path, "chart")
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_case_and_what_belongs_to_it_is_never_written_over(case: Path, ending: str) -> None:
    before = case.read_bytes()
    with pytest.raises(WorkbenchError, match=r"would have destroyed it\. Choose another name"):
        save(b"<html>", case.with_name(case.name + ending), "report")
    assert case.read_bytes() == before
    assert list(case.parent.iterdir()) == [case]


def test_a_case_by_another_name_is_a_case_all_the_same(case: Path) -> None:
    other = case.with_name("report.html")
    for make in (Path.symlink_to, Path.hardlink_to):
        try:
            make(other, case)
            other.stat()
        except OSError:
            pytest.skip("this system makes no links")
        with pytest.raises(WorkbenchError, match="is a case"):
            save(b"<html>", other, "report")
        other.unlink()


def test_other_files_may_be_called_what_they_like(tmp_path: Path) -> None:
    for name in ("a.case", "a.case-wal", "-wal", "empty"):
        (tmp_path / name).write_bytes(b"")
        assert not is_of_a_case(tmp_path / name)


def test_a_refusing_disk_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"older")
    whole = Path.write_bytes

    def half(self: Path, content: bytes) -> int:
        whole(self, content[:2])
        raise OSError(28, os.strerror(28), str(self))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(WorkbenchError, match=r"The report could not be written to .*: No space left"):
        save(b"<html>", path, "report")
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_or_a_place_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (
        tmp_path,
        tmp_path / "gone" / "report.html",
        tmp_path / "file" / "report.html",
        tmp_path / ("a" * 300),
    ):
        with pytest.raises(WorkbenchError, match="Choose another place"):
            save(b"<html>", path, "report")


@pytest.mark.skipif(sys.platform == "win32", reason="devices have other names on Windows")
def test_a_device_is_written_to_and_not_replaced() -> None:
    save(b"<html>", Path(os.devnull), "report")
    assert not Path(os.devnull).is_file()
