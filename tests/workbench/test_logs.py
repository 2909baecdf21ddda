"""The log says what happened in words of the program, and stays small."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench import logs
from workbench.errors import CaseNotWritable
from workbench.logs import Log, aside

MARK = "Zwrkxqpton"


def log_in(folder: Path) -> Log:
    return Log(folder, lambda: datetime(2024, 11, 28, 9, 5, 7, 250_000, tzinfo=UTC))


def lines_in(log: Log) -> list[str]:
    assert log.file is not None
    start = f"2024-11-28 09:05:07.250000 UTC {os.getpid()} "
    lines = log.file.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith(start) for line in lines)
    return [line.removeprefix(start) for line in lines]


def test_what_happened_with_numbers_and_names(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.note("started")
    log.note("case opened", number=1, encrypted=True, ms=12.345)
    log.name("Qt", "6.11.3")
    log.name("fault:", "ValueError", "ui/app.py:12")
    log.name("Qt warning", "qt.qpa.xcb")
    log.failed("not opened", CaseNotWritable(f"{MARK}.case could not be written."))
    assert lines_in(log) == [
        "started",
        "case opened number=1 encrypted=1 ms=12.3",
        "Qt 6.11.3",
        "fault: ValueError ui/app.py:12",
        "Qt warning qt.qpa.xcb",
        "not opened CaseNotWritable",
    ]


@pytest.mark.parametrize("name", ["Straße\nvon «Homs»", "two words", "Straße", "x" * 81, "", "a\x00b", "<b>", "C:\\a"])
def test_what_is_no_name_of_code_is_not_written(tmp_path: Path, name: str) -> None:
    log = log_in(tmp_path)
    log.name("kind", name)
    assert lines_in(log) == ["kind ?"]


def test_what_comes_again_and_again_is_written_some_times(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    for _ in range(500):
        log.name("Qt warning", "default")
    log.name("Qt warning", "other")
    assert len(lines_in(log)) == 21


def test_full_files_are_put_aside_and_the_oldest_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 1000)
    log = log_in(tmp_path)
    for number in range(200):
        log.note("line", number=number)
    assert log.file is not None
    files = [aside(log.file, number) for number in range(logs.KEPT, -1, -1)]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert all(file.stat().st_size <= 1000 for file in files)
    kept = [int(n) for file in files for n in re.findall(r"number=(\d+)", file.read_text("utf-8"))]
    assert kept == list(range(kept[0], 200))


def test_where_a_full_file_cannot_be_put_aside_it_stays_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "SIZE", 1000)
    log = log_in(tmp_path)
    assert log.file is not None
    (aside(log.file, 1) / "in the way").mkdir(parents=True)
    for number in range(2):
        (aside(log.file, number + 2) / "in the way").mkdir(parents=True)
    for number in range(200):
        log.note("line", number=number)
    assert 1000 < log.file.stat().st_size <= 2000


def test_several_windows_write_to_one_file(tmp_path: Path) -> None:
    one, other = log_in(tmp_path), log_in(tmp_path)
    one.note("one")
    other.note("other")
    one.note("one again")
    assert lines_in(one) == ["one", "other", "one again"]


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    Log(None).note("started")
    assert Log(None).file is None
    gone = tmp_path / "gone"
    Log(gone).note("started")
    assert not gone.exists()
    (tmp_path / logs.NAME).mkdir()
    Log(tmp_path).note("started")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_nobody_else_reads_it(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.note("started")
    assert log.file is not None
    assert log.file.stat().st_mode & 0o077 == 0
