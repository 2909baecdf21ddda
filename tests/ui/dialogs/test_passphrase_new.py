from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.passphrase_field import passphrase_field
from ui.dialogs.passphrase_new import NewPassphrase


@pytest.mark.parametrize(
    ("first", "second", "noted", "typed", "problem"),
    [
        ("", "", True, "", ""),
        ("ofen tal", "ofen", True, "", ""),
        ("ofen tal", "ofen tau", True, "", "The two are not the same."),
        ("ofen tal", "ofen tal", False, "", ""),
        ("ofen tal", "ofen tal", True, "ofen tal", ""),
    ],
)
def test_it_is_typed_once_both_are_the_same_and_noted(
    qtbot: QtBot, first: str, second: str, noted: bool, typed: str, problem: str
) -> None:
    new = NewPassphrase()
    qtbot.addWidget(new)
    with qtbot.waitSignal(new.changed, raising=bool(first or noted)):
        child(new, QCheckBox, "notedPassphrase").setChecked(noted)
        new.field.setText(first)
    child(new, QLineEdit, "samePassphrase").setText(second)
    assert (new.typed, new.problem) == (typed, problem)
    new.clear()
    assert new.typed == ""


def test_what_is_typed_is_shown_with_the_present_one(qtbot: QtBot) -> None:
    present = passphrase_field("Present passphrase", "presentPassphrase")
    new = NewPassphrase(present)
    for widget in (present, new):
        qtbot.addWidget(widget)
    child(new, QCheckBox, "showPassphrase").click()
    fields = [present, *new.findChildren(QLineEdit)]
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Normal}
