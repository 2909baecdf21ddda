"""The key sheet shows every key there is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.actions import ENTRIES
from ui.dialogs.keys import KeySheet


def test_every_action_with_a_key_is_on_the_sheet(qtbot: QtBot) -> None:
    sheet = KeySheet([(entry.menu, entry.plain, entry.keys) for entry in ENTRIES])
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {entry.plain for entry in ENTRIES if entry.keys} <= shown
    assert not {entry.plain for entry in ENTRIES if not entry.keys} & shown
