"""A case of an older version in the window: brought up behind it, or left as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.ui.find import child
from tests.ui.window import Opened, opened
from ui.dialogs.restore import Restore
from ui.dialogs.upgrade import Upgrade
from ui.tasks import Tasks
from ui.upgrading import Upgrading
from workbench.case import backups, verify
from workbench.casefile.schema import VERSION
from workbench.errors import CaseNotWritable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a case of the second schema."""
    return Path(shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-2.case", tmp_path / "Aleppo.case"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.window.show()
        yield desk


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def told(desk: Opened, name: str = "welcomeProblem") -> str:
    return child(desk.window, QLabel, name).text()


def dialog_of(desk: Opened) -> Upgrade:
    (dialog,) = desk.window.findChildren(Upgrade)
    return dialog


def test_it_is_backed_up_brought_up_and_opened(desk: Opened, path: Path) -> None:
    phases: list[str] = []
    child(desk.window, Upgrading).told.connect(lambda words, _done, _total: phases.append(words))
    desk.desk.open_path(path)
    assert desk.session.path == path
    assert desk.session.articles()
    assert not [dialog for dialog in desk.window.findChildren(Upgrade) if dialog.isVisible()]
    assert list(dict.fromkeys(phases)) == [
        "A backup of it is made.",
        "The backup is examined.",
        "It is brought up to this version.",
    ]
    assert version_of(backups.backups_in(backups.folder_of(path))[-1].path) == 2
    desk.session.close_case()
    assert version_of(path) == VERSION
    assert verify(path).faults == ()


def test_a_case_of_this_version_is_opened_at_once(desk: Opened, path: Path, qtbot: QtBot) -> None:
    desk.desk.open_path(path)
    desk.session.close_case()
    with qtbot.assertNotEmitted(desk.session.outdated):
        desk.desk.open_path(path)
    assert desk.session.is_open


def behind(desk: Opened) -> tuple[Upgrading, Tasks]:
    """Have cases brought up on a thread of its own, as the program does."""
    tasks = Tasks(desk.window)
    desk.session.outdated.disconnect()
    return Upgrading(desk.window, desk.session, tasks, desk.session.problem.emit), tasks


def test_cancelled_it_stays_as_it_was(desk: Opened, path: Path, qtbot: QtBot) -> None:
    upgrading, tasks = behind(desk)
    held, begun = Event(), Event()

    def wait(_words: str, _done: int, _total: int) -> None:
        begun.set()
        held.wait(10)

    upgrading.told.connect(wait, type=Qt.ConnectionType.DirectConnection)
    before = path.read_bytes()
    with qtbot.waitSignal(desk.session.problem) as problem:
        desk.desk.open_path(path)
        assert begun.wait(10)
        dialog_of(desk).reject()
        held.set()
    tasks.finish()
    assert problem.args == ["Aleppo.case was not brought up to this version, and is as it was."]
    assert not desk.session.is_open
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.glob("Aleppo*")) == ["Aleppo backups", "Aleppo.case"]
    assert not list((path.parent / "Aleppo backups").iterdir())


def test_the_window_is_closed_meanwhile(desk: Opened, path: Path) -> None:
    upgrading, tasks = behind(desk)
    desk.desk.open_path(path)
    upgrading.stop()
    tasks.finish()
    assert version_of(path) in (2, VERSION)
    assert verify(path).faults == ()


def test_what_cannot_be_brought_up_is_told_and_its_backups_are_offered(
    desk: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CaseNotWritable("There is no room.")

    monkeypatch.setattr("workbench.casefile.connection.bring_up", fail)
    desk.desk.open_path(path)
    assert not desk.session.is_open
    assert told(desk) == "There is no room."
    assert [dialog.isVisible() for dialog in desk.window.findChildren(Restore)] == [True]
