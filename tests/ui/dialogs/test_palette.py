"""The palette finds actions by parts of their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.palette import CommandPalette, ranked

WORDS = ("Accept", "Reject", "Reviewed, open the next article", "Article’s details", "Next proposal")


@pytest.fixture
def actions(qtbot: QtBot) -> list[tuple[str, QAction]]:
    return [(words, QAction(words)) for words in WORDS]


@pytest.fixture
def palette(actions: list[tuple[str, QAction]], qtbot: QtBot) -> CommandPalette:
    actions[1][1].setEnabled(False)
    actions[0][1].setShortcut(QKeySequence("A"))
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    return palette


def found(palette: CommandPalette) -> list[str]:
    offered = child(palette, QTreeWidget)
    return [offered.model().index(row, 0).data() for row in range(offered.topLevelItemCount())]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("acc", "Accept"), ("details", WORDS[3]), ("next", "Next proposal"), ("rvw", WORDS[2]), ("ART", WORDS[3])],
)
def test_the_nearest_comes_first(actions: list[tuple[str, QAction]], typed: str, first: str) -> None:
    assert ranked(actions, typed)[0][0] == first


def test_what_lacks_a_letter_is_not_found(actions: list[tuple[str, QAction]]) -> None:
    assert ranked(actions, "zz") == []


def test_only_what_is_at_hand_is_offered_with_its_key(palette: CommandPalette) -> None:
    assert "Accept" in found(palette)
    (accept,) = child(palette, QTreeWidget).findItems("Accept", Qt.MatchFlag.MatchExactly)
    assert accept.text(1) == "A"
    assert "Reject" not in found(palette)


def test_enter_chooses_what_the_arrows_reached(palette: CommandPalette, actions: list[tuple[str, QAction]]) -> None:
    field = child(palette, QLineEdit)
    QTest.keyClicks(field, "ar")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.chosen is actions[3][1]
    assert palette.result() == CommandPalette.DialogCode.Accepted


def test_nothing_found_chooses_nothing(palette: CommandPalette) -> None:
    field = child(palette, QLineEdit)
    QTest.keyClicks(field, "zz")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.chosen is None
