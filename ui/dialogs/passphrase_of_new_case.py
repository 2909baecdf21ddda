"""Whether a new case is to be encrypted, asked once its place was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from ui.dialogs.passphrase_field import laid_out
from ui.dialogs.passphrase_new import NewPassphrase
from ui.named import named
from workbench.passphrases import GOOD, PROTECTS

_ENCRYPT = "Encrypt this case with a passphrase"
_LATER = "It can be set, changed and taken away later, too (File menu)."


class PassphraseOfNewCase(QDialog):
    """`wanted` hands over the passphrase, empty where the case is to be plain; what is asked first needs one key."""

    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passphraseOfNewCase")
        self.setWindowTitle(f"New case {name}")
        self._encrypt = named(QCheckBox(_ENCRYPT), _ENCRYPT, "encryptCase")
        self._new = NewPassphrase()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._do = self._buttons.addButton("Make the case", QDialogButtonBox.ButtonRole.AcceptRole)
        named(self._do, "Make the case", "makeCase", "primary").setDefault(True)
        # Return in a field is no wish to leave.
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._buttons.accepted.connect(self._want)
        self._buttons.rejected.connect(self.reject)
        layout, self._problem = laid_out(self, f"{PROTECTS} {GOOD} {_LATER}")
        for widget in (self._encrypt, self._new, self._problem, self._buttons):
            layout.addWidget(widget)
        self._encrypt.toggled.connect(self._unfold)
        self._new.changed.connect(self._offer)
        self.finished.connect(self._new.clear)
        self._new.hide()
        self._do.setFocus()

    def _unfold(self, encrypted: bool) -> None:
        self._new.setVisible(encrypted)
        if encrypted:
            self._new.field.setFocus()
        self._offer()

    def _offer(self) -> None:
        encrypted = self._encrypt.isChecked()
        self._do.setEnabled(bool(self._new.typed) or not encrypted)
        self._tell(self._new.problem if encrypted else "")

    def _want(self) -> None:
        self.setEnabled(False)
        self.wanted.emit(self._new.typed if self._encrypt.isChecked() else "")

    def refuse(self, sentence: str) -> None:
        """Say why the case was not made, and let it be tried again."""
        self.setEnabled(True)
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
