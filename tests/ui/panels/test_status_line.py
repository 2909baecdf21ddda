"""What the header, the message and the foot of the window say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.panels.header import Header
from ui.panels.message_bar import MessageBar
from ui.panels.status_line import StatusLine
from ui.panels.welcome import Welcome


def test_it_says_that_a_case_takes_no_changes(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_read_only()
    assert child(line, QLabel, "saved").text() == "Read-only"


def test_the_foot_tells_saving_and_undo(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_saved("2024-11-28T13:03:22.120Z")
    line.show_undo(("edit_side", "37 Mitglieder"))
    assert child(line, QLabel, "saved").text().startswith("Saved ")
    assert child(line, QLabel, "saved").text().endswith(":03:22")
    assert child(line, QLabel, "undoAbout").text() == "Undo: side of «37 Mitglieder»"
    line.show_undo(("edit_side", "37 Mitglieder"), " (not written yet)")
    assert child(line, QLabel, "undoAbout").text().endswith("«37 Mitglieder» (not written yet)")
    line.show_saved("")
    line.show_undo(None)
    assert child(line, QLabel, "saved").text() == child(line, QLabel, "undoAbout").text() == ""


def test_progress_has_an_estimate_and_an_end(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_progress(2, 12, 42.3)
    bar = child(line, QProgressBar, "progress")
    assert (bar.value(), bar.maximum()) == (2, 12)
    assert child(line, QLabel, "progressWords").text() == "Reading 3 of 12 · 42 s left"
    assert not bar.isHidden()
    line.show_progress(2, 12, 240)
    assert child(line, QLabel, "progressWords").text().endswith("4 min left")
    with qtbot.waitSignal(line.cancelled):
        child(line, QPushButton, "cancel").click()
    line.show_progress(12, 12, 0)
    progress = bar.parentWidget()
    assert progress is not None
    assert progress.isHidden()


def test_the_header_counts_and_chooses(qtbot: QtBot) -> None:
    header = Header(["Review", "Log"])
    qtbot.addWidget(header)
    header.show_proposed(7)
    assert child(header, QLabel, "proposed").text() == "7 proposed"
    with qtbot.waitSignal(header.chosen) as chosen:
        child(header, QTabBar, "workspaces").setCurrentIndex(1)
    assert chosen.args == [1] == [header.current]
    action = QAction("Search")
    action.setShortcut(QKeySequence("Ctrl+Shift+F"))
    header.hint(action)
    assert "Ctrl+Shift+F" in child(header, QLineEdit, "search").placeholderText()
    child(header, QLineEdit, "search").setText("x")
    header.show_open(False)
    assert child(header, QLineEdit, "search").text() == ""


def test_a_message_stays_until_it_is_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell("The clipboard holds no text.")
    assert bar.sentence == "The clipboard holds no text."
    assert not bar.isHidden()
    child(bar, QPushButton, "messageClose").click()
    assert bar.isHidden()
    assert bar.sentence == ""


def test_the_welcome_page_offers_actions_and_cases(qtbot: QtBot, tmp_path: Path) -> None:
    action = QAction("&New case…")
    action.setObjectName("new_case")
    page = Welcome([action])
    qtbot.addWidget(page)
    with qtbot.waitSignal(action.triggered):
        child(page, QPushButton, "card_new_case").click()
    page.show_recent([tmp_path / "a.case", tmp_path / "b.case"])
    page.show_recent([tmp_path / "b.case"])
    buttons = [b for b in page.findChildren(QPushButton) if not b.objectName() and not b.isHidden()]
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        buttons[-1].click()
    assert chosen.args == [tmp_path / "b.case"]
    page.tell("This is not a case.")
    assert child(page, QLabel, "welcomeProblem").text() == "This is not a case."
