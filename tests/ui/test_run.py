"""The window as a start has it: what is seen first, where nothing can be kept, after a crash, and in its end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Answers, Quick
from ui import app, rooms
from ui.dialogs.fault import CRASHED, FaultDialog
from ui.dialogs.keys import KeySheet
from ui.front import Front
from ui.instance import Instance, Standing
from ui.main_window import MainWindow
from ui.run import run
from ui.session import Session
from ui.start import UNANSWERED, Start
from workbench.case import Case
from workbench.errors import BadResource
from workbench.logs import Log

REPORT = "Casualty Workbench: report on a crash\n\nFatal Python error: Segmentation fault\n"


@pytest.fixture
def start(tmp_path: Path) -> Start:
    (tmp_path / "logs").mkdir()
    return Start(tmp_path / "settings", tmp_path / "spare", Log(tmp_path / "logs"))


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[list[MainWindow]]:
    """Have the window wait for nobody: what is appended to looks at it while it runs, then it is closed."""
    monkeypatch.setattr(app, "_extractor", lambda *_: Quick())
    monkeypatch.setattr(app, "Files", Answers())
    monkeypatch.setattr(app, "_draw_behind", lambda *_: None)
    shown: list[MainWindow] = []
    left: list[int] = []

    def until_closed() -> int:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
        shown.append(window)
        left.clear()
        qtbot.waitUntil(lambda: bool(left) or window.findChild(QWidget, "chartView") is not None)
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(until_closed))
    monkeypatch.setattr(QApplication, "exit", staticmethod(left.append))
    yield shown
    for window in shown:
        window.close()
        window.deleteLater()


def test_what_nobody_sees_yet_is_made_once_the_window_was_painted(
    start: Start, runs: list[MainWindow], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    order: list[str] = []
    furnish, paint = rooms.furnish, MainWindow.paintEvent

    def painted(window: MainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        order.append("painted")

    def furnished(window: MainWindow, session: Session, leading: rooms.Leading) -> None:
        furnish(window, session, leading)
        order.append("rooms")

    monkeypatch.setattr(MainWindow, "paintEvent", painted)
    monkeypatch.setattr(rooms, "furnish", furnished)
    assert run(None, start) == 0
    (window,) = runs
    qtbot.waitUntil(lambda: "rooms" in order)
    assert order[0] == "painted"
    assert order.count("rooms") == 1
    assert child(window, QWidget, "chartView").isVisibleTo(window) is False


def test_a_case_that_is_named_is_neither_empty_nor_missing_while_it_is_read(
    start: Start, runs: list[MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Case.create(tmp_path / "Aleppo.case", "Ana").close()
    furnish, seen = app.furnish, list[tuple[str, str, int, bool]]()

    def furnished(first: Front, path: Path | None, start: Start) -> None:
        window = first.window
        tabs = child(window, QTabBar, "workspaces")
        seen.append((window.windowTitle(), window.status.currentMessage(), window.workspace, tabs.isEnabled()))
        for id_ in ("show_log", "keys"):
            first.actions.trigger(id_)  # pressed as soon as the window was seen
        assert not window.findChildren(KeySheet)
        furnish(first, path, start)

    monkeypatch.setattr(app, "furnish", furnished)
    run(tmp_path / "Aleppo.case", start)
    (window,) = runs
    assert seen == [("Aleppo — Casualty Workbench", "Opening Aleppo…", 0, False)]
    assert window.status.currentMessage() == ""
    assert child(window, QTabBar, "workspaces").isEnabled()
    assert (window.workspace, len(window.findChildren(KeySheet))) == (4, 1)


def test_a_window_that_nobody_sees_is_built_all_the_same(
    start: Start, runs: list[MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.main_window._UNSEEN", 0)
    monkeypatch.setattr(MainWindow, "paintEvent", lambda *_: None)
    assert run(None, start) == 0
    assert len(runs[0].findChildren(Session)) == 1


def said(window: MainWindow) -> str:
    return child(window, QLabel, "welcomeProblem").text()


def written(start: Start) -> str:
    assert start.log.file is not None
    return start.log.file.read_text(encoding="utf-8")


def test_what_the_start_found_is_said(start: Start, runs: list[MainWindow], tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    told = Start(blocked, start.spare, start.log, crashes=[REPORT], sentence=UNANSWERED)
    assert run(None, told) == 0
    window = runs[0]
    dialog = child(window, FaultDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert child(dialog, QPlainTextEdit, "report").toPlainText() == REPORT
    assert CRASHED in [label.text() for label in dialog.findChildren(QLabel)]
    assert [file.read_text("utf-8") for file in (tmp_path / "logs" / "reports").iterdir()] == [REPORT]
    assert "Nothing can be kept in" in said(window)
    unkept = child(window, QLabel, "unkept")
    assert not unkept.isHidden()
    assert str(blocked) in unkept.toolTip()
    assert "the last run had crashed" in written(start)


def test_where_all_is_well_nothing_is_said(start: Start, runs: list[MainWindow]) -> None:
    assert run(None, start) == 0
    assert said(runs[0]) == ""
    assert child(runs[0], QLabel, "unkept").isHidden()
    assert not runs[0].findChildren(FaultDialog)


def test_the_first_takes_what_a_second_hands_over_until_it_is_closed(
    start: Start, runs: list[MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    cases = [tmp_path / "a.case", tmp_path / "b.case"]
    for path in cases:
        Case.create(path, "Ana").close()
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.begin([]) is Standing.FIRST
    run(None, Start(start.settings, start.spare, start.log, instance=first))
    assert second.begin(cases[:1], QApplication.processEvents) is Standing.HANDED
    session = child(runs[0], Session)
    qtbot.waitUntil(lambda: session.path == cases[0])
    runs[0].close()
    assert second.begin(cases[1:], lambda: None) is Standing.UNANSWERED
    first.end()


def test_an_article_named_at_the_start_is_taken_in(start: Start, runs: list[MainWindow], tmp_path: Path) -> None:
    article = tmp_path / "Gefechte.txt"
    article.write_text("Gefechte in Aleppo\n\nDrei Soldaten wurden getötet.\n", encoding="utf-8")
    run(article, start)
    assert said(runs[0]) == "", "it asks where the case is to lie, and the analyst thinks better of it"
    assert not child(runs[0], Session).is_open


def test_a_case_that_is_not_there_is_a_sentence(start: Start, runs: list[MainWindow], tmp_path: Path) -> None:
    run(tmp_path / "gone.case", start)
    assert "gone.case" in said(runs[0])


def test_without_a_window_and_a_terminal_a_box_says_why(
    start: Start, runs: list[MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> NoReturn:
        raise BadResource("actors.tsv is missing. Install the program again.")

    boxes: list[str] = []
    monkeypatch.setattr(app, "_core", damaged)
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, words: boxes.append(words))
    with pytest.raises(BadResource):
        run(None, start)
    assert boxes == []
    monkeypatch.setattr(QApplication, "platformName", lambda: "xcb")
    with pytest.raises(BadResource):
        run(None, start)
    monkeypatch.setattr("sys.stderr", None)
    assert run(None, start) == 1
    assert boxes == ["actors.tsv is missing. Install the program again."] * 2
    assert written(start).count("no window: BadResource") == 3
    assert [window.isVisible() for window in runs] == [False] * 3
