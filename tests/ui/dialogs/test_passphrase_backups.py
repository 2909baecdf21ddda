from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.passphrase_backups import CONVERT, DELETE, PassphraseBackups


@pytest.mark.parametrize(
    ("button", "choice"), [("convertBackups", CONVERT), ("deleteBackups", DELETE), ("leaveBackups", "")]
)
def test_each_button_is_an_answer(qtbot: QtBot, button: str, choice: str) -> None:
    dialog = PassphraseBackups(2, "Aleppo backups", encrypted=True)
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "2 backups made before are plain" in told
    assert "Aleppo backups" in told
    with qtbot.waitSignal(dialog.accepted):
        child(dialog, QPushButton, button).click()
    assert dialog.chosen == choice


def test_where_the_passphrase_was_taken_away_they_can_be_made_plain(qtbot: QtBot) -> None:
    dialog = PassphraseBackups(1, "Aleppo backups", encrypted=False)
    qtbot.addWidget(dialog)
    assert child(dialog, QPushButton, "convertBackups").text() == "Make plain too"
