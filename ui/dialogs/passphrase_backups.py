"""What becomes of the backups that the new passphrase does not open."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ui.dialogs.passphrase_field import laid_out
from ui.named import named, words
from workbench.passphrases import older_backups_words

CONVERT, DELETE = "convert", "delete"
_ROLE = QDialogButtonBox.ButtonRole


class PassphraseBackups(QDialog):
    """Asks it once a case was written anew; `chosen` is CONVERT, DELETE, or empty where they are left."""

    def __init__(self, count: int, folder: str, parent: QWidget | None = None, *, encrypted: bool) -> None:
        super().__init__(parent)
        self.setObjectName("passphraseBackups")
        self.setWindowTitle("Backups made before")
        self.chosen = ""
        self._buttons = QDialogButtonBox()
        convert = "Encrypt too" if encrypted else "Make plain too"
        self._offer(convert, "convertBackups", CONVERT, "primary")
        self._offer("Delete", "deleteBackups", DELETE)
        self._offer("Leave", "leaveBackups", "")
        layout, _ = laid_out(self, older_backups_words(count, encrypted=encrypted))
        layout.addWidget(words(f"In {folder}.", "muted", wrap=True))
        layout.addWidget(self._buttons)

    def _offer(self, label: str, name: str, choice: str, look: str = "") -> None:
        button = self._buttons.addButton(label, _ROLE.ActionRole)
        named(button, label, name, look).clicked.connect(lambda: self._choose(choice))

    def _choose(self, choice: str) -> None:
        self.chosen = choice
        self.accept()
