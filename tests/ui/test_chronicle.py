"""What happens in the window stands in the log, without a word of the case."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill
from ui.chronicle import Chronicle, messages_to, qt_messages
from ui.intake import Intake
from ui.session import Session
from ui.tasks import InlineTasks
from workbench.logs import Log
from workbench.model.findings import Findings

MARK = "Zwrkxqpton"


@pytest.fixture
def log(tmp_path: Path) -> Log:
    (tmp_path / "logs").mkdir()
    return Log(tmp_path / "logs")


@pytest.fixture
def intake(session: Session) -> Intake:
    return Intake(session, InlineTasks(), lambda *_: Findings("", (), (), ()), lambda _: None)


@pytest.fixture
def chronicle(log: Log, session: Session, intake: Intake, qtbot: QtBot) -> Chronicle:
    return Chronicle(log, session, intake, session)


def lines(log: Log) -> list[str]:
    if log.file is None or not log.file.exists():
        return []
    return [line.split(" ", 4)[4] for line in log.file.read_text(encoding="utf-8").splitlines()]


def test_cases_are_told_by_number(log: Log, session: Session, chronicle: Chronicle, tmp_path: Path) -> None:
    assert session.open(tmp_path / "a.case")
    assert session.create(tmp_path / f"{MARK}.case")
    session.close_case()
    session.open(tmp_path / f"{MARK} that is not there.case")
    assert lines(log) == [
        "case shown number=1 past=0 encrypted=0 read_only=0",
        "case closed number=1",
        "case shown number=2 past=0 encrypted=0 read_only=0",
        "case closed number=2",
        "told: a sentence on the case",
    ]


def test_articles_that_were_read_are_counted(log: Log, session: Session, intake: Intake, chronicle: Chronicle) -> None:
    id_ = fill(session)
    intake.extract([id_])
    assert [line.partition(" seconds=")[0] for line in lines(log)] == ["articles read"]
    assert lines(log)[0].endswith(" failed=0")


def test_the_folder_of_the_log_is_shown(
    log: Log, chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    with qtbot.assertNotEmitted(chronicle.told):
        chronicle.show_log()
    assert shown == [log.folder]


def test_where_nothing_shows_folders_it_is_named(
    log: Log, chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    with qtbot.waitSignal(chronicle.told) as told:
        chronicle.show_log()
    assert str(log.folder) in (told.args or [""])[0]
    log.folder = None
    with qtbot.waitSignal(chronicle.told) as told:
        chronicle.show_log()
    assert "There is no log" in (told.args or [""])[0]


def test_of_qts_messages_the_kind_is_kept_and_the_words_go_to_the_terminal(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    take = qt_messages(log)
    for kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg, QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
        take(kind, QMessageLogContext(), f"{MARK} of {kind.name}")
    assert lines(log) == ["Qt warning default", "Qt critical default"]
    assert capsys.readouterr().err.splitlines() == [
        f"{MARK} of {kind}" for kind in ("QtInfoMsg", "QtWarningMsg", "QtCriticalMsg")
    ]


def test_without_a_terminal_the_words_are_let_go(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    qt_messages(log)(QtMsgType.QtWarningMsg, QMessageLogContext(), MARK)
    assert lines(log) == ["Qt warning default"]


def test_what_libraries_warn_of_is_told_by_their_name(log: Log) -> None:
    with messages_to(log):
        logging.getLogger("trafilatura.core").warning("discarding %s", MARK)
        logging.getLogger("trafilatura.core").info("of no weight: %s", MARK)
    logging.getLogger("trafilatura.core").warning("after the end: %s", MARK)
    assert lines(log) == ["warning of a library: trafilatura.core WARNING"]
