"""Asks at import for what could not be found in the files, once for a batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.date_choice import DateChoice
from ui.named import named, suggesting, words
from ui.words import count_words
from workbench.importers.imported import Imported


class ImportDetails(QDialog):
    """Shows a field for each particular that at least one article lacks; `completed` holds the answer."""

    def __init__(self, imported: Sequence[Imported], outlets: Sequence[str], parent: QWidget | None = None) -> None:
        """Ask about `imported`; `outlets` are offered while the outlet is typed."""
        super().__init__(parent)
        self.setObjectName("importDetails")
        self.setWindowTitle("Details of the import")
        self._imported = imported
        self._title = self._title_field() if len(imported) == 1 and not imported[0].title else None
        lacks_outlet = any(not item.outlet for item in imported)
        self._outlet = suggesting(named(QLineEdit(), "Outlet", "outletField"), outlets) if lacks_outlet else None
        lacks_date = any(item.published is None for item in imported)
        self._date = DateChoice(None, undecided=True) if lacks_date else None
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = self._buttons.addButton("Import", QDialogButtonBox.ButtonRole.AcceptRole)
        self._import.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        if self._date:
            self._date.decided.connect(self._allow)
        self._allow()

    def completed(self) -> list[Imported]:
        """Return the articles with what was answered put where it was lacking."""
        return [self._complete(item) for item in self._imported]

    def _complete(self, item: Imported) -> Imported:
        title = self._title.text().strip() if self._title else ""
        return replace(
            item,
            title=item.title or title or item.file_name,
            outlet=item.outlet or (self._outlet.text().strip() if self._outlet else ""),
            published=item.published or (self._date.day() if self._date else None),
        )

    def _title_field(self) -> QLineEdit:
        field = named(QLineEdit(), "Title", "titleField")
        field.setPlaceholderText(self._imported[0].file_name or "Title of the article")
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        if self._title:
            form.addRow("Title", self._title)
        if self._outlet:
            self._outlet.setPlaceholderText("Who published it (may stay empty)")
            form.addRow("Outlet", self._outlet)
        if self._date:
            form.addRow("Published", self._date)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words(_which(self._imported), "heading", wrap=True))
        layout.addWidget(words(_lacking(self._imported), "muted", wrap=True))
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(480)

    def _allow(self) -> None:
        self._import.setEnabled(self._date is None or self._date.is_decided)


def _which(imported: Sequence[Imported]) -> str:
    if len(imported) == 1:
        return imported[0].title or imported[0].file_name or "Pasted article"
    return count_words(len(imported), "article")


def _lacking(imported: Sequence[Imported]) -> str:
    """Say what was not found, and in how many of the articles."""
    lacks = {
        "publication date": sum(item.published is None for item in imported),
        "outlet": sum(not item.outlet for item in imported),
        "title": sum(not item.title for item in imported),
    }
    if len(imported) == 1:
        missing = ", ".join(name for name, count in lacks.items() if count)
        return f"Not found in the text: {missing}. “On Wednesday” becomes a day only with the publication date."
    parts = ", ".join(f"the {name} of {count}" for name, count in lacks.items() if count)
    rest = " Articles without a title go by their file names." if lacks["title"] else ""
    return f"Not found: {parts}. What you answer is used only for those.{rest}"
