"""One sentence above the work, that does not stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.named import named, words


class MessageBar(QFrame):
    """Hidden while there is nothing to say; `again` is the wish to try again what the sentence says has failed."""

    again = Signal()
    #: The wish to let go of it instead.
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._words = named(words("", wrap=True), "Message", "messageWords")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._again = named(QPushButton("Try again"), "Try again", "messageAgain", "quiet")
        self._again.clicked.connect(self.again)
        self._give_up = named(QPushButton("Give up"), "Give up what could not be written", "messageGiveUp", "quiet")
        self._give_up.clicked.connect(self.given_up)
        self._close = named(QPushButton("Close"), "Close the message", "messageClose", "quiet")
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._words, 1)
        for button in (self._again, self._give_up, self._close):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, sentence: str, *, again: bool = False) -> None:
        """Show a sentence, and let screen readers speak it; `again` offers to try again, or else to give up."""
        self._words.setText(sentence)
        for button in (self._again, self._give_up):
            button.setVisible(again)
        self._close.setVisible(not again)
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
