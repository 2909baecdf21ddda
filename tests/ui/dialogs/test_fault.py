"""The report on a fault can be read, copied and found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.about import About
from ui.dialogs.fault import FaultDialog


def test_the_report_is_shown_and_copied(qtbot: QtBot) -> None:
    shown = FaultDialog("the report", Path("reports") / "1.txt")
    qtbot.addWidget(shown)
    assert child(shown, QPlainTextEdit).toPlainText() == "the report"
    next(b for b in shown.findChildren(QPushButton) if b.text().startswith("Copy")).click()
    assert QApplication.clipboard().text() == "the report"
    assert any("1.txt" in label.text() for label in shown.findChildren(QLabel))
    assert not shown.isModal()


def test_a_report_without_a_file_says_so(qtbot: QtBot) -> None:
    shown = FaultDialog("the report", None)
    qtbot.addWidget(shown)
    assert any("could not be written" in label.text() for label in shown.findChildren(QLabel))


def test_about_names_the_version(qtbot: QtBot) -> None:
    shown = About("0.1.0", QIcon())
    qtbot.addWidget(shown)
    assert any("0.1.0" in label.text() for label in shown.findChildren(QLabel))


def test_about_leads_to_the_licences(qtbot: QtBot) -> None:
    shown = About("0.1.0", QIcon())
    qtbot.addWidget(shown)
    button = next(one for one in shown.findChildren(QPushButton) if "Licences" in one.text())
    with qtbot.waitSignal(shown.rights_wanted):
        button.click()
    assert not shown.isVisible()
