"""The ZIP for carrying: the same bytes from the same files, whole, and startable."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest


@pytest.fixture
def portable(script: Callable[[str], Any]) -> Any:
    return script("portable.py")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    (folder / "program").write_bytes(b"\x7fELF")
    (folder / "program").chmod(0o755)
    for name, content in (("b.txt", "two"), ("a.txt", "one"), ("Fälle.tsv", "drei")):
        (folder / "_internal" / name).write_text(content, encoding="utf-8")
    return folder


def test_the_same_files_are_the_same_bytes(portable: Any, bundle: Path, tmp_path: Path) -> None:
    portable.pack(bundle, tmp_path / "one.zip", 1_700_000_000)
    for path in bundle.rglob("*.txt"):
        os.utime(path, (1, 1))
    portable.pack(bundle, tmp_path / "two.zip", 1_700_000_000)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    (bundle / "_internal" / "a.txt").write_text("other", encoding="utf-8")
    portable.pack(bundle, tmp_path / "two.zip", 1_700_000_000)
    assert (tmp_path / "one.zip").read_bytes() != (tmp_path / "two.zip").read_bytes()


def test_everything_lies_in_one_folder_in_order(portable: Any, bundle: Path, tmp_path: Path) -> None:
    portable.pack(bundle, tmp_path / "a.zip", 1_700_000_000)
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "Casualty Workbench/_internal/Fälle.tsv",
            "Casualty Workbench/_internal/a.txt",
            "Casualty Workbench/_internal/b.txt",
            "Casualty Workbench/program",
        ]
        assert archive.read("Casualty Workbench/_internal/Fälle.tsv") == b"drei"
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts what is called .exe")
def test_what_may_be_started_stays_so(portable: Any, bundle: Path, tmp_path: Path) -> None:
    portable.pack(bundle, tmp_path / "a.zip", 0)
    with ZipFile(tmp_path / "a.zip") as archive:
        modes = {entry.filename.rpartition("/")[2]: entry.external_attr >> 16 for entry in archive.infolist()}
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0), "ZIP knows no earlier time"
    assert modes == {"program": 0o100755, "a.txt": 0o100644, "b.txt": 0o100644, "Fälle.tsv": 0o100644}


def test_it_says_what_it_made_and_what_is_missing(
    portable: Any, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = tmp_path / "new" / "a.zip"
    assert portable.main([str(bundle), str(made)]) == 0
    assert capsys.readouterr().out == f"{made} (0 MB)\n"
    assert [path.name for path in made.parent.iterdir()] == ["a.zip"]
    assert portable.main([str(tmp_path / "none"), str(made)]) == 1
    assert "build the bundle first" in capsys.readouterr().err
    assert portable.main([]) == 2
