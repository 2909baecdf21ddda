"""The guard watches one field at a time, and lets go of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ui.typing_guard import TypingGuard, is_typed_into

NONE, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[TypingGuard]:
    guard = TypingGuard(qapp)
    yield guard
    guard.stop()


def claims(guard: TypingGuard, field: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier, text: str = "") -> bool:
    return guard.eventFilter(field, QKeyEvent(QEvent.Type.ShortcutOverride, key, keys, text))


@pytest.mark.parametrize("type_", [QLineEdit, QPlainTextEdit, QSpinBox])
def test_text_belongs_to_a_field(guard: TypingGuard, qtbot: QtBot, type_: type[QWidget]) -> None:
    field = type_()
    qtbot.addWidget(field)
    assert is_typed_into(field)
    assert claims(guard, field, Qt.Key.Key_A, NONE, "a")
    assert claims(guard, field, Qt.Key.Key_BraceLeft, SHIFT, "{")
    assert claims(guard, field, Qt.Key.Key_Delete, NONE)
    assert claims(guard, field, Qt.Key.Key_Z, CONTROL)
    assert claims(guard, field, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_commands_do_not(guard: TypingGuard, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert not claims(guard, field, Qt.Key.Key_K, CONTROL, "\x0b")
    assert not claims(guard, field, Qt.Key.Key_Return, CONTROL)
    assert not claims(guard, field, Qt.Key.Key_F1, NONE)
    assert not claims(guard, field, Qt.Key.Key_Escape, NONE, "\x1b")


def test_a_list_of_choices_has_nothing_to_undo(guard: TypingGuard, qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    assert claims(guard, box, Qt.Key.Key_G, NONE, "g")
    assert not claims(guard, box, Qt.Key.Key_Z, CONTROL)
    box.setEditable(True)
    assert claims(guard, box, Qt.Key.Key_Z, CONTROL)


def test_what_is_only_read_is_not_typed_into(qtbot: QtBot) -> None:
    page = QPlainTextEdit()
    qtbot.addWidget(page)
    page.setReadOnly(True)
    assert not is_typed_into(page)
    assert not is_typed_into(None)
