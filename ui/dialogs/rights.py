"""Under which licences the program and what it ships with may be used."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.named import named


class Rights(QDialog):
    """The texts, one at a time."""

    def __init__(self, texts: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show the first of `texts` (by title), and offer the others."""
        super().__init__(parent)
        self.setObjectName("rights")
        self.setWindowTitle("Licences")
        self.titles = named(QComboBox(), "Text", "rightsTitle")
        self.text = named(QPlainTextEdit(), "Licence", "rightsText")
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.titles.currentTextChanged.connect(lambda title: self.text.setPlainText(texts[title]))
        self.titles.addItems(list(texts))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.titles)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        self.resize(960, 620)
