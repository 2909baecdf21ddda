"""Shows the report on a fault of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.named import named, words

SORRY = (
    "Something in the program went wrong. Your case is safe: all that was done before is on disk, and you can go on. "
    "The report below holds no text of the case."
)
CRASHED = (
    "The program ended unexpectedly the last time. Nothing was lost: what it called saved was on disk. "
    "The report below says where in the program it was; it holds no text of a case."
)


class FaultDialog(QDialog):
    """The report, ready to be copied; it does not stop the work."""

    def __init__(self, report: str, file: Path | None, parent: QWidget | None = None, sorry: str = SORRY) -> None:
        """Show `report`, what it is about, and where it was written."""
        super().__init__(parent)
        self.setObjectName("fault")
        self.setWindowTitle("A fault in the program")
        self.setModal(False)
        text = named(QPlainTextEdit(report), "Report", "report")
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words(sorry, wrap=True))
        layout.addWidget(text, 1)
        written = f"Written to {file}" if file else "It could not be written to a file."
        layout.addWidget(words(written, "muted", wrap=True))
        layout.addWidget(buttons)
        self.resize(720, 460)
