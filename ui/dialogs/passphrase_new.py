"""A new passphrase, typed twice, by someone who has read what forgetting it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.passphrase_field import passphrase_field, show_switch
from ui.named import named, words
from workbench.passphrases import FORGOTTEN

_NOTED = "I have noted the passphrase, and know that nobody opens the case without it."


class NewPassphrase(QWidget):
    """Two fields, a warning and a box to tick; `changed` tells that `typed` or `problem` may be another."""

    changed = Signal()

    def __init__(self, present: QLineEdit | None = None) -> None:
        """Show with the others what is typed into `present`, too."""
        super().__init__()
        self.field = passphrase_field("New passphrase", "newPassphrase")
        self._again = passphrase_field("The same again", "samePassphrase")
        self._noted = named(QCheckBox(_NOTED), _NOTED, "notedPassphrase")
        shown = (present, self.field, self._again) if present else (self.field, self._again)
        form = QFormLayout()
        form.addRow("New passphrase", self.field)
        form.addRow("The same again", self._again)
        form.addRow("", show_switch(*shown))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(_warning())
        layout.addWidget(self._noted)
        for field in (self.field, self._again):
            field.textChanged.connect(self.changed)
        self._noted.toggled.connect(self.changed)

    @property
    def typed(self) -> str:
        """The passphrase, once it was typed twice and noted; nothing before."""
        both = self.field.text() == self._again.text() and self._noted.isChecked()
        return self.field.text() if both else ""

    @property
    def problem(self) -> str:
        """Why the two can no longer be the same, in a sentence, or nothing."""
        again = self._again.text()
        return "" if self.field.text().startswith(again) else "The two are not the same."

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self._again.clear()


def _warning() -> QFrame:
    frame = QFrame()
    frame.setProperty("class", "warn")
    layout = QVBoxLayout(frame)
    layout.addWidget(words(FORGOTTEN, wrap=True))
    return frame
