"""The backups of a case, one of which is put beside it and opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from ui.named import named, words
from ui.words import clock_words, count_words

_WHAT = (
    "A backup is put beside the case, under a name of its own, and opened. The case itself stays as it is, damaged or "
    "not."
)
_NONE = "There are no backups of this case."


class Backup(Protocol):
    """What is shown of a backup."""

    @property
    def path(self) -> Path: ...
    @property
    def at(self) -> datetime: ...
    @property
    def line(self) -> int: ...


class Restore(QDialog):
    """Asks which backup is to be restored; the newest is chosen already."""

    def __init__(self, case: Path, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restore")
        self.setWindowTitle(f"Restore {case.stem}")
        self._list = named(QListWidget(), "Backups, the newest first", "backups")
        self._paths = dict(enumerate(backup.path for backup in backups))
        for backup in backups:
            when = clock_words(backup.at.isoformat(), with_day=True)
            self._list.addItem(f"{when}  ·  {count_words(backup.line, 'act')}")
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        restore = buttons.addButton("Restore", QDialogButtonBox.ButtonRole.AcceptRole)
        named(restore, "Restore the backup chosen", "restoreChosen", "primary")
        restore.setEnabled(bool(backups))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT if backups else _NONE, wrap=True))
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        self.resize(460, 380)

    @property
    def chosen(self) -> Path | None:
        """Where the backup that was chosen lies."""
        return self._paths.get(self._list.currentRow())
