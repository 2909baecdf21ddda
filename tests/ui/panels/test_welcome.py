"""The first page is worked without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.panels.welcome import Welcome


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_opens_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    action = QAction("Open the &sample case")
    action.setObjectName("sample_case")
    page = Welcome([action])
    qtbot.addWidget(page)
    card = child(page, QPushButton, "card_sample_case")
    card.setFocus()
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(card, key)


def test_a_case_opens_by_return(qtbot: QtBot, tmp_path: Path) -> None:
    page = Welcome([])
    qtbot.addWidget(page)
    page.show_recent([tmp_path / "a.case"])
    button = child(page, QPushButton)
    button.setFocus()
    with qtbot.waitSignal(page.recent_chosen):
        QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_Escape)
