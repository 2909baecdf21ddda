"""A line of the log leads to its article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from ui.panels.log import LogPanel
from ui.session import Focus, Session


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> QTableView:
    panel = LogPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1200, 500)
    panel.show()
    return child(panel, QTableView, "logTable")


def click(table: QTableView, row: int) -> None:
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_chooses_the_article_and_return_opens_it(session: Session, table: QTableView, qtbot: QtBot) -> None:
    id_ = fill(session)
    with qtbot.waitSignal(session.focused) as told:
        click(table, 0)
    assert told.args == [Focus(id_, asker="log")]
    with qtbot.waitSignal(session.focused) as told:
        table.activated.emit(table.currentIndex())
    assert told.args == [Focus(id_, asker="logTable")]


def test_a_line_about_no_article_leads_nowhere(session: Session, table: QTableView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.focused):
        click(table, 0)
