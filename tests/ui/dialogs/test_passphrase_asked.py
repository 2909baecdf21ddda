from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.passphrase_asked import PassphraseAsked


def test_it_asks_until_it_is_right(qtbot: QtBot) -> None:
    dialog = PassphraseAsked("Aleppo")
    qtbot.addWidget(dialog)
    open_ = child(dialog, QPushButton, "openEncrypted")
    assert not open_.isEnabled(), "there is nothing to try"
    dialog.field.setText("falsch")
    with qtbot.waitSignal(dialog.tried) as tried:
        open_.click()
    assert tried.args == ["falsch"]
    assert not dialog.isEnabled()
    dialog.reject()
    assert dialog.field.text(), "it cannot be left while it is being tried"
    dialog.refuse("This is not right.")
    assert child(dialog, QLabel, "passphraseProblem").text() == "This is not right."
    assert dialog.isEnabled()
    assert dialog.field.selectedText() == dialog.field.text() != ""
    dialog.accept()
    assert dialog.field.text() == "", "nothing stays behind"


def test_it_can_be_left(qtbot: QtBot) -> None:
    dialog = PassphraseAsked("Aleppo")
    qtbot.addWidget(dialog)
    dialog.field.setText("halb")
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()
    assert dialog.field.text() == ""
