"""Before the window: whether there is one, where its files lie, what the last one left; and its end in order."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from ui.start import UNANSWERED, Start, about, begin
from workbench.folders import Folders
from workbench.logs import Log


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = tmp_path / "Käthe Ü"
    return Folders(own / "settings", own / "logs", own / "running", own / "spare")


@pytest.fixture(autouse=True)
def _faults_as_before() -> Iterator[None]:
    was = faulthandler.is_enabled()
    yield
    faulthandler.disable()
    if was:
        faulthandler.enable()


def nothing() -> None:
    """Wait for nobody."""


def begun(folders: Folders, *paths: Path, alone: bool = False) -> Start:
    start = begin(paths, alone=alone, folders=folders, wait=nothing)
    assert start is not None
    return start


def written(log: Log) -> str:
    assert log.file is not None
    return log.file.read_text(encoding="utf-8")


def test_the_first_start_is_the_first(folders: Folders) -> None:
    with begun(folders) as start:
        assert start.instance is not None
        assert (start.settings, start.sentence, list(start.crashes)) == (folders.settings, "", [])
        assert "started as first\n" in written(start.log)
        assert len(list(folders.logs.glob("*.running"))) == 1
    assert written(start.log).endswith(" ended\n")
    assert not list(folders.logs.glob("*.running"))
    with begun(folders) as again:
        assert again.instance is not None


def test_a_second_start_that_is_not_answered_says_so(folders: Folders) -> None:
    with begun(folders), begun(folders, Path("a.case")) as second:
        assert second.instance is None
        assert second.sentence == UNANSWERED


def test_a_second_start_that_is_answered_has_no_window(folders: Folders) -> None:
    with begun(folders) as first:
        assert first.instance is not None
        box = first.instance.box

        def answer() -> None:
            for file in box.iterdir():
                file.unlink()

        assert begin([Path("a.case")], folders=folders, wait=answer) is None
        assert "started as handed\n" in written(first.log)
        assert "a.case" not in written(first.log)


def test_another_window_can_be_asked_for(folders: Folders) -> None:
    with begun(folders), begun(folders, alone=True) as second:
        assert second.instance is None
        assert second.sentence == ""


def test_a_crash_of_the_last_run_is_told_once(folders: Folders) -> None:
    program = (
        "import faulthandler, sys\n"
        "from pathlib import Path\n"
        "from workbench.crashes import Watch\n"
        "watch = Watch(Path(sys.argv[1]))\n"
        "faulthandler._sigsegv()\n"
    )
    folders.logs.mkdir(parents=True)
    command = [sys.executable, "-c", program, str(folders.logs)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    with begun(folders) as start:
        (report,) = start.crashes
        assert "Segmentation fault" in report
    with begun(folders) as again:
        assert list(again.crashes) == []


def test_where_nothing_can_be_written_a_window_opens_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    with begun(Folders(blocked, blocked, blocked, blocked)) as start:
        assert start.log.file is None
        assert start.instance is None
        assert start.watch is None


def test_the_spare_folder_stands_in(tmp_path: Path) -> None:
    blocked, spare = tmp_path / "a file", tmp_path / "spare"
    blocked.touch()
    with begun(Folders(blocked, blocked / "logs", blocked / "running", spare)) as start:
        assert start.log.folder == spare / "logs"
        assert start.instance is not None


def test_an_error_that_ends_the_window_is_noted_by_its_kind(folders: Folders) -> None:
    with pytest.raises(ValueError, match="Homs"), begun(folders) as start:
        raise ValueError("Homs")
    assert " ended by ValueError\n" in written(start.log)
    assert "Homs" not in written(start.log)


def test_what_is_told_of_the_system_names_nobody() -> None:
    told = about()
    assert set(told) == {"version", "Python", "Qt", "system"}
    assert all(told.values())
    assert not [name for name in told.values() if str(Path.home()) in name]
