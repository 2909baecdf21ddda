from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.passphrase_of_new_case import PassphraseOfNewCase
from workbench.passphrases import FORGOTTEN

WORDS = "ofen tal sieben"


class Hands:
    """What an analyst does with the dialog."""

    def __init__(self, qtbot: QtBot) -> None:
        self.dialog = PassphraseOfNewCase("Aleppo")
        self.wanted: list[str] = []
        self.dialog.wanted.connect(self.wanted.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        self.make = child(self.dialog, QPushButton, "makeCase")
        self.encrypt = child(self.dialog, QCheckBox, "encryptCase")

    def type(self, new: str, again: str) -> None:
        child(self.dialog, QLineEdit, "newPassphrase").setText(new)
        child(self.dialog, QLineEdit, "samePassphrase").setText(again)

    def shown(self) -> list[str]:
        return [label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_one_key_makes_a_plain_case(hands: Hands) -> None:
    assert hands.make.isDefault()
    assert FORGOTTEN not in hands.shown()
    hands.make.click()
    assert hands.wanted == [""]
    assert not hands.dialog.isEnabled()


def test_a_passphrase_is_typed_twice_and_noted_by_who_read_what_forgetting_means(hands: Hands) -> None:
    hands.encrypt.click()
    assert FORGOTTEN in hands.shown()
    assert not hands.make.isEnabled()
    hands.type(WORDS, "ofen tau")
    assert "The two are not the same." in hands.shown()
    hands.type(WORDS, WORDS)
    assert not hands.make.isEnabled()
    child(hands.dialog, QCheckBox, "notedPassphrase").click()
    hands.make.click()
    assert hands.wanted == [WORDS]


def test_what_is_refused_can_be_tried_again_and_is_forgotten_in_the_end(hands: Hands) -> None:
    hands.encrypt.click()
    hands.type("kurz", "kurz")
    child(hands.dialog, QCheckBox, "notedPassphrase").click()
    hands.make.click()
    hands.dialog.refuse("It is too short.")
    assert "It is too short." in hands.shown()
    assert hands.make.isEnabled()
    hands.dialog.reject()
    assert {field.text() for field in hands.dialog.findChildren(QLineEdit)} == {""}


def test_whoever_thinks_better_of_it_makes_a_plain_case(hands: Hands) -> None:
    hands.encrypt.click()
    hands.type(WORDS, "x")
    hands.encrypt.click()
    assert "The two are not the same." not in hands.shown()
    hands.make.click()
    assert hands.wanted == [""]


def test_return_in_a_field_leaves_the_dialog_as_it_is(hands: Hands) -> None:
    hands.encrypt.click()
    QTest.keyClick(child(hands.dialog, QLineEdit, "newPassphrase"), Qt.Key.Key_Return)
    assert hands.dialog.isVisible()
    assert hands.wanted == []
