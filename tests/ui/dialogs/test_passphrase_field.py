from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ui.dialogs.passphrase_field import laid_out, passphrase_field, show_switch


def test_what_is_typed_shows_only_while_it_is_told_to(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout, problem = laid_out(dialog, "Type it.")
    field = passphrase_field("Passphrase", "passphrase")
    switch = show_switch(field)
    for widget in (field, switch, problem):
        layout.addWidget(widget)
    assert problem.isHidden()
    assert field.echoMode() is QLineEdit.EchoMode.Password
    switch.setChecked(True)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    switch.setChecked(False)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_a_dialog_is_as_high_as_its_words(qtbot: QtBot) -> None:
    dialogs = QDialog(), QDialog()
    for dialog, what in zip(dialogs, ("Type it.", "Type it. " * 90), strict=True):
        qtbot.addWidget(dialog)
        laid_out(dialog, what)
        dialog.show()
    low, high = dialogs
    assert high.height() > 3 * low.height()
    assert high.width() == low.width()
