"""Whether a case is left although acts wait to be written to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from ui.named import grown, named, words

_WIDTH = 460


class LeaveUnwritten(QDialog):
    """Names what would be lost; `tried` and `given_up` are the two ways out, else all stays as it is."""

    tried = Signal()
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leaveUnwritten")
        self.setWindowTitle(f"Not all is in {name}")
        self._told = named(words("", wrap=True), "What is not written", "leaveTold")
        self._told.setFixedWidth(grown(self, _WIDTH))
        again = named(QPushButton("Try again"), "Write it, then leave the case", "leaveTry")
        leave = named(QPushButton("Leave without it"), "Give up what is not written, and leave the case", "leaveGiveUp")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        for button in (again, leave):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        again.clicked.connect(self.tried)
        leave.clicked.connect(self.given_up)
        leave.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        again.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._told)
        layout.addWidget(buttons)

    def tell(self, sentence: str) -> None:
        """Say what is not written, and why."""
        self._told.setText(f"{sentence} Whoever leaves the case now leaves without that.")
