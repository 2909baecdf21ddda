"""What is printed around an article, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.date_choice import DateChoice
from ui.eliding_box import ElidingBox
from ui.named import named, suggesting, words
from ui.words import clock_words, day_words
from workbench.model.article import Article
from workbench.wording import article_words

_NO_COPY = "no other article"
_WHY = "A copy is one observation with its original, however many outlets printed it."


class ArticleDetails(QDialog):
    """Edits title, outlet, publication date and original, which the answers hold after it was accepted.

    `others` are the articles that it may be a copy of.
    """

    def __init__(
        self, article: Article, outlets: Sequence[str], others: Sequence[Article] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articleDetails")
        self.setWindowTitle("Article’s details")
        self._title = named(QLineEdit(article.title), "Title", "titleField")
        self._outlet = suggesting(named(QLineEdit(article.outlet), "Outlet", "outletField"), outlets)
        self._date = DateChoice(article.published)
        self._original = named(ElidingBox(), "Article that it is a copy of", "originalField")
        self._original.addItem(_NO_COPY, None)
        for other in others:
            self._original.addItem(f"{article_words(other)} · {day_words(other.published)} · {other.outlet}", other.id)
        self._original.setCurrentIndex(max(0, self._original.findData(article.copy_of)))
        self._original.setToolTip(_WHY)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Title", self._title)
        form.addRow("Outlet", self._outlet)
        form.addRow("Published", self._date)
        form.addRow("Copy of", self._original)
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

    @property
    def original(self) -> int | None:
        """The article it is a copy of as it stands in the field; None where it is none."""
        chosen: int | None = self._original.currentData()
        return chosen


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
