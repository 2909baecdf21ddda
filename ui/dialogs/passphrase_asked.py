"""Asks for the passphrase of an encrypted case, until it opens it or the analyst thinks better."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from ui.dialogs.passphrase_field import laid_out, passphrase_field, show_switch
from ui.named import named


class PassphraseAsked(QDialog):
    """`tried` hands over what was typed; the dialog waits until it is accepted or `refuse` says why not."""

    tried = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passphraseAsked")
        self.setWindowTitle(f"Open {name}")
        self.field = passphrase_field("Passphrase", "passphrase")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = buttons.addButton("Open", QDialogButtonBox.ButtonRole.AcceptRole)
        named(self._open, "Open the case", "openEncrypted", "primary")
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self.field.clear)
        layout, self._problem = laid_out(self, f"{name} is encrypted. Type its passphrase.")
        layout.addWidget(self.field)
        layout.addWidget(show_switch(self.field))
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.field.textChanged.connect(self._offer)
        self._offer()
        self.field.setFocus()

    def _offer(self) -> None:
        self._open.setEnabled(bool(self.field.text()))

    def _try(self) -> None:
        self._problem.hide()
        self.setEnabled(False)
        self.tried.emit(self.field.text())

    def reject(self) -> None:
        """Close, but not while it is being tried."""
        if self.isEnabled():
            super().reject()

    def refuse(self, sentence: str) -> None:
        """Say why it was not right, and let it be typed anew."""
        self.setEnabled(True)
        self._problem.setText(sentence)
        self._problem.show()
        self.field.selectAll()
        self.field.setFocus()
