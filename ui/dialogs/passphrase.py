"""The passphrase of a case: set, changed or taken away, once it is clear what forgetting it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QRadioButton, QWidget

from ui.dialogs.passphrase_field import laid_out, passphrase_field
from ui.dialogs.passphrase_new import NewPassphrase
from ui.named import named
from workbench.passphrases import GOOD, PROTECTS


class Passphrase(QDialog):
    """`wanted` hands over the present passphrase (empty: none) and the new one (empty: none any longer)."""

    wanted = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None, *, encrypted: bool) -> None:
        super().__init__(parent)
        self.setObjectName("passphraseOfCase")
        self.setWindowTitle(f"Passphrase of {name}")
        self._encrypted = encrypted
        self._present = passphrase_field("Present passphrase", "presentPassphrase")
        self._new = NewPassphrase(self._present)
        self._change = named(QRadioButton("Another passphrase"), "Another passphrase", "changePassphrase")
        self._remove = named(QRadioButton("None: the case is plain then"), "None any longer", "removePassphrase")
        self._change.setChecked(True)
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow("Present passphrase", self._present)
        form.addRow("From now on", self._change)
        form.addRow("", self._remove)
        for field in (self._present, self._change, self._remove):
            form.setRowVisible(field, self._encrypted)
        layout, self._problem = laid_out(self, f"{PROTECTS} {GOOD}")
        layout.addLayout(form)
        layout.addWidget(self._new)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons())
        self._present.textChanged.connect(self._offer)
        self._new.changed.connect(self._offer)
        self.finished.connect(self._present.clear)
        self.finished.connect(self._new.clear)
        self._remove.toggled.connect(self._offer)
        (self._present if self._encrypted else self._new.field).setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        # Return in a field is no wish to leave.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._do = buttons.addButton("Encrypt the case", QDialogButtonBox.ButtonRole.AcceptRole)
        named(self._do, "Do so", "rewriteCase", "primary")
        buttons.accepted.connect(self._want)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def _removing(self) -> bool:
        return self._encrypted and self._remove.isChecked()

    def _offer(self) -> None:
        """Let be done what is typed in full; say where the two differ."""
        self._new.setEnabled(not self._removing)
        known = self._present.text() or not self._encrypted
        self._do.setEnabled(bool(known and (self._removing or self._new.typed)))
        self._do.setText(
            "Take it away" if self._removing else "Change it" if self._encrypted else "Encrypt the case",
        )
        self._tell("" if self._removing else self._new.problem)

    def _want(self) -> None:
        self.setEnabled(False)
        self._tell("The case is written anew …")
        self.wanted.emit(self._present.text(), "" if self._removing else self._new.typed)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was changed, and let it be tried again."""
        self.setEnabled(True)
        self._tell(sentence)
        first = self._present if self._encrypted else self._new.field
        first.selectAll()
        first.setFocus()

    def reject(self) -> None:
        """Close, but not while the case is written anew."""
        if self.isEnabled():
            super().reject()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
