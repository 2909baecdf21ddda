"""What is printed around an article, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.date_choice import DateChoice
from ui.named import named, suggesting, words
from ui.words import clock_words
from workbench.model.article import Article


class ArticleDetails(QDialog):
    """Edits title, outlet and publication date, which the answers hold after it was accepted."""

    def __init__(self, article: Article, outlets: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleDetails")
        self.setWindowTitle("Article’s details")
        self._title = named(QLineEdit(article.title), "Title", "titleField")
        self._outlet = suggesting(named(QLineEdit(article.outlet), "Outlet", "outletField"), outlets)
        self._date = DateChoice(article.published)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Title", self._title)
        form.addRow("Outlet", self._outlet)
        form.addRow("Published", self._date)
        for name, value in _particulars(article):
            form.addRow(words(name, "muted"), _selectable(value))
        wanted = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(wanted.Save | wanted.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)

    @property
    def answers(self) -> tuple[str, str, date | None]:
        """Title, outlet and publication date as they stand in the fields."""
        return self._title.text().strip(), self._outlet.text().strip(), self._date.day()


def _particulars(article: Article) -> list[tuple[str, str]]:
    rows = [
        ("Language", article.language),
        ("File", article.file_name or "pasted text"),
        ("SHA-256", article.document),
        ("Imported", clock_words(article.imported_at, with_day=True) if article.imported_at else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _selectable(text: str) -> QLabel:
    label = words(text, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
