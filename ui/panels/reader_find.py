"""Find in the article: a field below the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.named import named, words


class FindBar(QWidget):
    """Asks for words to be found; Enter goes on, Shift+Enter back, Esc leaves."""

    #: The words, and 1 for the next place, -1 for the one before, 0 for this one or the next.
    wanted = Signal(str, int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = named(QLineEdit(), "Find in the article", "find")
        self._field.setPlaceholderText("Find in the article")
        self._field.setClearButtonEnabled(True)
        self._told = named(words("", "muted"), "Result of the search", "findResult")
        before, after = _button("‹", "Found before"), _button("›", "Found next")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 24, 6)
        for widget in (self._field, before, after, self._told):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._field.textEdited.connect(lambda: self._ask(0))
        before.clicked.connect(lambda: self._ask(-1))
        after.clicked.connect(lambda: self._ask(1))
        self.hide()

    def start(self, words: str) -> None:
        """Show the field with `words` in it, ready to be typed over."""
        if words:
            self._field.setText(words)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def tell(self, found: bool) -> None:
        """Say whether the words are in the article."""
        self._told.setText("" if found or not self._field.text() else "not in this article")

    def _ask(self, step: int) -> None:
        self.wanted.emit(self._field.text(), step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


def _button(sign: str, name: str) -> QPushButton:
    button = named(QPushButton(sign), name, look="quiet")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
