"""Which trained pipeline finds names in each language: the one that ships, or one that is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from ui.named import named, words
from ui.words import language_words

_WHAT = (
    "Registers and rules find the names they know; a trained pipeline finds others. One ships for each language. "
    "Pipelines of spaCy that are installed beside the program (de_core_news_md) are offered here."
)
_SHIPPED = "The one that ships"


class Pipelines(QDialog):
    """Chooses a pipeline for each language; `chosen` holds the installed ones after it was accepted."""

    def __init__(self, offers: Mapping[str, Sequence[str]], now: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer the pipelines that are installed by language; `now` are those in use."""
        super().__init__(parent)
        self.setObjectName("pipelines")
        self.setWindowTitle("Find names with")
        self._fields = [_field(language, names, now) for language, names in offers.items()]
        form = QFormLayout()
        form.setSpacing(10)
        for language, field in zip(offers, self._fields, strict=True):
            form.addRow(language_words(language), field)
        wanted = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(wanted.Save | wanted.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addLayout(form)
        if not any(offers.values()):
            layout.addWidget(words("None is installed on this computer.", wrap=True))
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The installed pipelines that are chosen; a language without one is read with the shipped one."""
        return tuple(field.currentData() for field in self._fields if field.currentData())


def _field(language: str, names: Sequence[str], now: Sequence[str]) -> QComboBox:
    field = named(QComboBox(), f"Pipeline for {language_words(language)}", f"pipeline_{language}")
    field.addItem(_SHIPPED, "")
    for name in names:
        field.addItem(name, name)
    field.setCurrentIndex(max(0, *(field.findData(name) for name in (*now, ""))))
    return field
