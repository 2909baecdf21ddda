from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.passphrase import Passphrase
from workbench.passphrases import FORGOTTEN

WORDS = "ofen tal sieben"


class Hands:
    """What an analyst does with the dialog."""

    def __init__(self, qtbot: QtBot, *, encrypted: bool) -> None:
        self.dialog = Passphrase("Aleppo", encrypted=encrypted)
        self.wanted: list[tuple[str, str]] = []
        self.dialog.wanted.connect(lambda present, new: self.wanted.append((present, new)))
        qtbot.addWidget(self.dialog)
        self.do = child(self.dialog, QPushButton, "rewriteCase")
        self.noted = child(self.dialog, QCheckBox, "notedPassphrase")

    def type(self, field: str, words: str) -> None:
        self.field(field).setText(words)

    def field(self, name: str) -> QLineEdit:
        return child(self.dialog, QLineEdit, name)

    @property
    def problem(self) -> str:
        return child(self.dialog, QLabel, "passphraseProblem").text()


def test_it_is_set_once_typed_twice_and_noted(qtbot: QtBot) -> None:
    hands = Hands(qtbot, encrypted=False)
    assert FORGOTTEN in [label.text() for label in hands.dialog.findChildren(QLabel)]
    hands.type("newPassphrase", WORDS)
    assert not hands.do.isEnabled()
    hands.type("samePassphrase", "ofen tau")
    assert hands.problem == "The two are not the same."
    hands.type("samePassphrase", "ofen tal")
    assert hands.problem == "", "so far it is"
    hands.type("samePassphrase", WORDS)
    assert not hands.do.isEnabled()
    hands.noted.setChecked(True)
    assert hands.do.text() == "Encrypt the case"
    hands.do.click()
    assert hands.wanted == [("", WORDS)]
    assert not hands.dialog.isEnabled()
    hands.dialog.reject()
    assert hands.field("newPassphrase").text() == WORDS, "it stays while the case is written anew"
    hands.dialog.refuse("No room.")
    assert hands.problem == "No room."
    hands.dialog.reject()
    assert {field.text() for field in hands.dialog.findChildren(QLineEdit)} == {""}


def test_it_is_changed_by_whoever_knows_it(qtbot: QtBot) -> None:
    hands = Hands(qtbot, encrypted=True)
    for field in ("newPassphrase", "samePassphrase"):
        hands.type(field, WORDS)
    hands.noted.setChecked(True)
    assert not hands.do.isEnabled()
    hands.type("presentPassphrase", "der von früher")
    assert hands.do.text() == "Change it"
    hands.do.click()
    assert hands.wanted == [("der von früher", WORDS)]


@pytest.mark.parametrize("begun", ["", "half of"])
def test_it_is_taken_away_without_a_new_one(qtbot: QtBot, begun: str) -> None:
    hands = Hands(qtbot, encrypted=True)
    hands.type("newPassphrase", begun)
    child(hands.dialog, QRadioButton, "removePassphrase").setChecked(True)
    assert not hands.field("newPassphrase").isEnabled()
    assert not hands.noted.isEnabled()
    assert not hands.do.isEnabled()
    hands.type("presentPassphrase", "der von früher")
    assert hands.do.text() == "Take it away"
    hands.do.click()
    assert hands.wanted == [("der von früher", "")]
