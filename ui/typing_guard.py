"""Keeps the single-key actions and undo away from a field in which someone types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_typed_into(widget: QWidget | None) -> bool:
    """Tell whether keys pressed in `widget` are text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox)


def undo_typing(widget: QWidget | None, *, again: bool = False) -> bool:
    """Undo (or redo) typing in the field `widget`, and tell whether it was such a field."""
    if not is_typed_into(widget):
        return False
    field = widget.lineEdit() if isinstance(widget, QComboBox | QAbstractSpinBox) else widget
    if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
        field.redo() if again else field.undo()
    return isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit)


class TypingGuard(QObject):
    """Watches the focused widget alone: where it is typed into, its letters and Ctrl+Z are its own."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Watch `app`'s focus from now on."""
        super().__init__(parent)
        self._app = app
        app.focusChanged.connect(self._move)

    def stop(self) -> None:
        """Watch no more."""
        self._app.focusChanged.disconnect(self._move)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if is_typed_into(new) and new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the field, where it is text or an undo of text."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_typing(event, watched):
            event.accept()
            return True
        return False


def _is_typing(event: QKeyEvent, field: QObject) -> bool:
    if not event.modifiers() & _HELD:
        return event.key() == Qt.Key.Key_Delete or (bool(event.text()) and event.text().isprintable())
    undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    return undoes and not (isinstance(field, QComboBox) and not field.isEditable())
