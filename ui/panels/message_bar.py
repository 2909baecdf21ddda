"""One sentence above the work, that does not stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.named import named, words


class MessageBar(QFrame):
    """Hidden while there is nothing to say; `again` is the wish to try again what the sentence says has failed."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._words = named(words("", wrap=True), "Message", "messageWords")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = named(QPushButton("Try again"), "Try again", "messageAgain", "quiet")
        self._again.clicked.connect(self.again)
        close = named(QPushButton("Close"), "Close the message", "messageClose", "quiet")
        close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str, *, again: bool = False) -> None:
        """Show a sentence, and let screen readers speak it; `again` offers to try again."""
        self._words.setText(sentence)
        self._again.setVisible(again)
        self.setVisible(bool(sentence))
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Show nothing."""
        self._words.clear()
        self.hide()

    @property
    def sentence(self) -> str:
        """What is shown."""
        return self._words.text()
