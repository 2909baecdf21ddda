from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.leave_unwritten import LeaveUnwritten


def test_it_names_what_would_be_lost_and_stands_until_that_is_decided(qtbot: QtBot) -> None:
    dialog = LeaveUnwritten("Aleppo")
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.tell("No room. Not written yet: accept «Drei».")
    assert "Not written yet: accept «Drei»." in child(dialog, QLabel, "leaveTold").text()
    for name, wish in (("leaveTry", dialog.tried), ("leaveGiveUp", dialog.given_up)):
        with qtbot.waitSignal(wish):
            child(dialog, QPushButton, name).click()
    assert dialog.isVisible()
