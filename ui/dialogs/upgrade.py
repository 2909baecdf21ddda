"""How far a case has come that is rewritten while it is closed: for this version, or because its indexes failed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QProgressBar, QVBoxLayout, QWidget

from ui.named import grown, named, words

OLDER = (
    "{name} was made by an older version of this program and is brought up to this one. What is in it stays as it is. "
    "A large case takes some minutes."
)
_WIDTH = 460


class Upgrade(QDialog):
    """Shows what it is told and stands until it is taken away; `stopped` is the wish to leave the case as it was."""

    stopped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, about: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("upgrade")
        self.setWindowTitle(name)
        self._about = words(about or OLDER.format(name=name), wrap=True)
        self._about.setFixedWidth(grown(self, _WIDTH))
        self._now = named(words("", "muted", wrap=True), "What is done just now", "upgradeNow")
        self._bar = named(QProgressBar(), "How far that has come", "upgradeProgress")
        self._bar.setTextVisible(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        for widget in (self._about, self._now, self._bar, self._buttons):
            layout.addWidget(widget)
        self.show_progress("The case is looked at.", 0, 0)

    def show_progress(self, what: str, done: int, total: int) -> None:
        """Say what is done just now, and how much of it; where it is not known of how much, `total` is 0."""
        if self._buttons.isEnabled():
            self._now.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def reject(self) -> None:
        """Ask for an end, which comes when the case is as it was."""
        self._buttons.setEnabled(False)
        self._now.setText("This is being stopped; the case stays as it was.")
        self.stopped.emit()
