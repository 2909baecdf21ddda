"""The line at the foot: when the case was saved, what undo would take back, how far reading has come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from ui.named import named, plain, words
from ui.words import act_words, clock_words


class StatusLine(QStatusBar):
    """Shows what it is told; `cancelled` is the wish to stop reading articles."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._saved = named(words(""), "When the case was saved", "saved")
        self._encrypted = named(words("Encrypted"), "The case is encrypted", "encrypted")
        self._unkept = named(words("Settings are not kept"), "Settings are not kept", "unkept")
        self._undo = named(words(""), "What undo takes back", "undoAbout")
        self._why = named(words(""), "Why the next change is made", "whyNow")
        self._left = named(words(""), "How far reading has come", "progressWords")
        self._bar = named(QProgressBar(), "Reading articles", "progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._cancel = named(QPushButton("Cancel"), "Stop reading articles", "cancel", "quiet")
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._progress = QWidget()
        layout = QHBoxLayout(self._progress)
        layout.setContentsMargins(0, 0, 8, 0)
        for widget in (self._left, self._bar, self._cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self._saved)
        self.addWidget(self._encrypted)
        self.addWidget(self._undo)
        self.addWidget(self._why)
        self.addWidget(self._unkept)
        for hidden in (self._encrypted, self._unkept):
            hidden.hide()
        self.addPermanentWidget(self._progress)
        self._progress.hide()

    def show_saved(self, utc: str) -> None:
        """Say when the case was saved (UTC, ISO 8601; nothing: not yet)."""
        self._saved.setText(f"Saved {clock_words(utc)}" if utc else "")

    def show_read_only(self) -> None:
        """Say that the case takes no changes."""
        self._saved.setText("Read-only")

    def show_encrypted(self, is_so: bool) -> None:
        """Say that the case is encrypted, or nothing."""
        self._encrypted.setVisible(is_so)

    def show_unkept(self, why: str) -> None:
        """Say until the end that settings are not kept, and why."""
        self._unkept.setToolTip(plain(why))
        self._unkept.setAccessibleDescription(why)
        self._unkept.show()

    def show_undo(self, about: tuple[str, str] | None, state: str = "") -> None:
        """Say what undo would take back, and the state that is in."""
        self._undo.setText(f"Undo: {act_words(*about)}{state}" if about else "")

    def show_why(self, words: str) -> None:
        """Say what the log will say of the next change; nothing where it was not said."""
        self._why.setText(f"Reason for the next change: {words}" if words else "")

    def show_looking(self, done: float | None) -> None:
        """Say how much of the whole case is reckoned, for what was asked for; nothing once it is."""
        self.showMessage("" if done is None else f"The figures are being reckoned: {done:.0%} …")

    def show_progress(self, done: int, total: int, seconds_left: float) -> None:
        """Say how far reading has come; nothing once all is done."""
        self._progress.setVisible(done < total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        estimate = f" · {_duration(seconds_left)} left" if seconds_left >= 1 else ""
        self._left.setText(f"Reading {min(done + 1, total)} of {total}{estimate}")


def _duration(seconds: float) -> str:
    return f"{round(seconds)} s" if seconds < 90 else f"{round(seconds / 60)} min"
