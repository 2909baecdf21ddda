"""Which lines of the log are shown: by whom, what, in which article, when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDate, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.named import named, words
from ui.session import Session
from ui.words import act_words
from workbench.model.wanted import Wanted
from workbench.wording import article_words

_ANYBODY, _PROGRAM = "anybody", "the program"
_DAYS = (("From which day", "logSince"), ("To which day", "logUntil"))


class LogFilter(QWidget):
    """Says in `chosen` which lines are wanted; what there is to choose is read when it is shown."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._by = named(QComboBox(), "By whom", "logBy")
        self._act = named(QComboBox(), "Which act", "logAct")
        self._article = named(QLineEdit(), "In which article", "logArticle")
        self._article.setPlaceholderText("any article")
        self._article.setClearButtonEnabled(True)
        self._titles = QStringListModel(self)
        self._article.setCompleter(_completer(self._titles, self._article))
        self._since, self._until = (named(QDateEdit(), name, id_) for name, id_ in _DAYS)
        self._all = named(QPushButton("Show all"), "Show all lines", "logAll", "quiet")
        self._ids: dict[str, list[int]] = {}
        self._titled = False
        self._is_old = True
        self._arrange()
        self._by.activated.connect(self._tell)
        self._act.activated.connect(self._tell)
        self._article.textChanged.connect(self._tell)
        for day in (self._since, self._until):
            day.setCalendarPopup(True)
            day.dateChanged.connect(self._tell)
        self._all.clicked.connect(self._show_all)
        session.opened.connect(self._forget)

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_old or self.wanted() == Wanted():
            self._offer()
        super().showEvent(event)

    def _forget(self) -> None:
        self._is_old = True
        if self.isVisible():
            self._offer()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label, field in (("by", self._by), ("what", self._act), ("in", self._article)):
            layout.addWidget(words(label, "muted"))
            layout.addWidget(field, 1)
        for label, day in (("from", self._since), ("to", self._until)):
            layout.addWidget(words(label, "muted"))
            layout.addWidget(day)
        layout.addWidget(self._all)

    def _offer(self) -> None:
        """Offer what the case holds now, and choose nothing of it."""
        held = self._session.log_held()
        everybody = [(_ANYBODY, None), (_PROGRAM, None), *((name or "the analyst", name) for name in held.analysts)]
        _fill(self._by, everybody)
        _fill(self._act, [("any act", None), *sorted((act_words(act), act) for act in held.acts)])
        self._ids, self._titled = {}, False
        first, last = _day(held.since), QDate.currentDate()
        blockers = [QSignalBlocker(field) for field in (self._article, self._since, self._until)]
        self._article.clear()
        for field, day in ((self._since, min(first, last)), (self._until, last)):
            field.setDateRange(min(first, last), last)
            field.setDate(day)
        del blockers
        self._all.setEnabled(False)
        self._is_old = False

    def _read_titles(self) -> None:
        """Read what the articles are called, once somebody types: there may be very many."""
        if self._titled or not self._article.text():
            return
        self._titled = True
        for article in self._session.articles():
            self._ids.setdefault(article_words(article), []).append(article.id)
        self._titles.setStringList(sorted(self._ids))

    def _show_all(self) -> None:
        self._offer()
        self.chosen.emit(Wanted())

    def _tell(self) -> None:
        wanted = self.wanted()
        self._all.setEnabled(wanted != Wanted())
        self.chosen.emit(wanted)

    def wanted(self) -> Wanted:
        """Return which lines are wanted."""
        self._read_titles()
        automatic = self._by.currentIndex() == 1
        return Wanted(
            by=None if automatic else self._by.currentData(),
            automatic=automatic,
            act=self._act.currentData() or "",
            articles=tuple(self._ids.get(self._article.text(), ())),
            since=_utc(self._since.date()) if self._since.date() > self._since.minimumDate() else "",
            until=_utc(self._until.date().addDays(1)) if self._until.date() < self._until.maximumDate() else "",
        )


def _fill(box: QComboBox, choices: Sequence[tuple[str, str | None]]) -> None:
    box.clear()
    for label, chosen in choices:
        box.addItem(label, chosen)


def _completer(titles: QStringListModel, field: QLineEdit) -> QCompleter:
    completer = QCompleter(titles, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def _day(utc: str) -> QDate:
    """Return the local day of a time; today where there is none."""
    if not utc:
        return QDate.currentDate()
    local = datetime.fromisoformat(utc).astimezone()
    return QDate(local.year, local.month, local.day)


def _utc(day: QDate) -> str:
    """Return when a local day begins, as the journal writes times."""
    begins = datetime(day.year(), day.month(), day.day()).astimezone(UTC)
    return begins.isoformat(timespec="milliseconds").replace("+00:00", "Z")
