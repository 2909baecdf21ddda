"""Says that the case is shown as it stood, and leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from ui.named import named, words


class PastBar(QFrame):
    """Hidden while the case is shown as it is; `back` is the wish to see it so again."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer")
        self._words = named(words("", wrap=True), "Which state is shown", "pastWords")
        button = named(QPushButton("Back to now"), "Back to the case as it is", "pastBack", "primary")
        button.clicked.connect(self.back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show which state is shown; nothing hides the bar."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
