"""What the program offers to do next, at the foot of the work; it asks for nothing and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.named import named, plain, words


class OfferBar(QFrame):
    """Hidden while nothing is offered; its buttons are reached by Tab and never take the keyboard by themselves."""

    taken = Signal()
    other = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer")
        self._words = named(words("", wrap=True), "What is offered", "offerWords")
        self._take = named(QPushButton(), "Take the offer", "offerTake", look="primary")
        self._other = named(QPushButton(), "Choose another", "offerOther")
        self._decline = named(QPushButton("Not now"), "Not now", "offerDecline", look="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        for button, signal in ((self._take, self.taken), (self._other, self.other), (self._decline, self.declined)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def offer(self, sentence: str, take: str, *, other: str = "", preview: str = "") -> None:
        """Show an offer: the words of its button, of another choice, and what it would bear on."""
        self._words.setText(sentence)
        self._words.setAccessibleDescription(preview)
        self.setToolTip(plain(preview))
        self._take.setText(take)
        self._take.setAccessibleName(take)
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Offer nothing."""
        self._words.clear()
        self.hide()

    @property
    def sentence(self) -> str:
        """What is offered."""
        return self._words.text()
