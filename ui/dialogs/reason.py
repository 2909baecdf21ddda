"""Why the next change is made: a reason that can be counted, and words."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ui.named import named, words
from ui.words import REASONS
from workbench.model.reason import Reason

_WHAT = "The reason and the note go into the log, with the next change that you make. They can never be changed there."


class WhyNext(QDialog):
    """Asks for both; either may stay empty."""

    def __init__(self, reason: Reason | None, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyNext")
        self.setWindowTitle("Why the next change is made")
        self._reason = named(QComboBox(), "Reason", "whyReason")
        self._reason.addItem("no reason", None)
        for each, label in REASONS.items():
            self._reason.addItem(label, each.value)
        self._reason.setCurrentIndex(self._reason.findData(reason.value) if reason else 0)
        self._note = named(QLineEdit(note), "Note", "whyNote")
        self._note.setMaxLength(2000)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow("Reason", self._reason)
        form.addRow("Note", self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.resize(520, self.sizeHint().height())

    def given(self) -> tuple[Reason | None, str]:
        """Return what was said."""
        reason = self._reason.currentData()
        return Reason(reason) if reason else None, self._note.text().strip()
