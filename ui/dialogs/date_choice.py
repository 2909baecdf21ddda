"""A day, or the explicit statement that it is not known."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QRadioButton, QWidget

from ui.named import named


class DateChoice(QWidget):
    """Starts undecided where no day is known: the analyst says a day, or that there is none."""

    decided = Signal()

    def __init__(self, day: date | None, *, undecided: bool = False) -> None:
        """Show `day`; where it is None, not known, or nothing at all while `undecided`."""
        super().__init__()
        self._on = named(QRadioButton("on"), "Published on a known day", "dateKnown")
        self._unknown = named(QRadioButton("not known"), "The publication date is not known", "dateUnknown")
        shown = day or date.today()  # noqa: DTZ011 - the analyst's own today is meant
        self._day = named(QDateEdit(QDate(shown.year, shown.month, shown.day)), "Publication date", "dateField")
        self._day.setCalendarPopup(True)
        self._day.setMaximumDate(QDate.currentDate())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._on, self._day, self._unknown):
            layout.addWidget(widget)
        layout.addStretch()
        self._on.setChecked(day is not None)
        self._unknown.setChecked(day is None and not undecided)
        self._on.toggled.connect(self.decided)
        self._unknown.toggled.connect(self.decided)
        self._day.dateChanged.connect(lambda: self._on.setChecked(True))

    @property
    def is_decided(self) -> bool:
        """Whether a day was given, or said not to be known."""
        return self._on.isChecked() or self._unknown.isChecked()

    def day(self) -> date | None:
        """Return the day, or None where it is not known."""
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day()) if self._on.isChecked() else None
