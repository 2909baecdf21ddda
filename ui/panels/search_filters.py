"""What narrows a search down: outlet, language, state, who, side, and days of publication."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.eliding_box import ElidingBox
from ui.models.article_list import STATES
from ui.named import named
from ui.session import Session
from workbench import days
from workbench.model.article import ReviewState
from workbench.model.search import Sought

_DAYS = "A day, a month or a year: 28.11.2024, 2024-11, 2024"
#: The most that a name takes of the row.
_WIDEST = 190


class SearchFilters(QWidget):
    """A row of fields; each offers what the case holds of its sort."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._outlet = _box("Outlet", "searchOutlet")
        self._language = _box("Language", "searchLanguage")
        self._state = _box("Review state of the article", "searchState")
        self._actor = _box("Who is named", "searchActor")
        self._side = _box("Side", "searchSide")
        self._since = _day("Published from", "searchSince", "from")
        self._until = _day("Published until", "searchUntil", "until")
        self._clear = named(QPushButton("Clear"), "Search everything", "searchClear", look="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (*self._boxes, self._since, self._until, self._clear):
            layout.addWidget(widget)
        layout.addStretch(1)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._tell)
        for field in (self._since, self._until):
            field.textChanged.connect(self._tell)
        self._clear.clicked.connect(self.clear)
        session.opened.connect(self.clear)
        self._tell()

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self._outlet, self._language, self._state, self._actor, self._side

    def wanted(self, words: str) -> Sought:
        """Return these words with what is chosen; what is no day narrows nothing."""
        since, until = days.typed(self._since.text()), days.typed(self._until.text())
        return Sought(
            words,
            since[0] if since else None,
            until[1] if until else None,
            str(self._outlet.currentData() or ""),
            str(self._language.currentData() or ""),
            ReviewState(self._state.currentData()) if self._state.currentData() else None,
            str(self._actor.currentData() or ""),
            str(self._side.currentData() or ""),
        )

    def offer(self) -> None:
        """Offer what the case holds now; what is chosen stays."""
        session = self._session
        actors, named_ = session.actors(), session.tally("actor")
        sides = [(side.name, id_) for id_, side in session.sides().items()]
        _fill(self._outlet, "Any outlet", [(name, name) for name in sorted(session.tally("outlet"))])
        _fill(self._language, "Any language", [(name, name) for name in sorted(session.tally("language"))])
        _fill(self._state, "Any state", [(name, state.value) for state, name in STATES.items()])
        _fill(self._actor, "Any actor", sorted((actors[id_].name, id_) for id_ in named_ if id_ in actors))
        _fill(self._side, "Any side", sides)

    def clear(self) -> None:
        """Narrow nothing down."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        for field in (self._since, self._until):
            field.clear()

    def _tell(self) -> None:
        self._clear.setVisible(self.wanted("").is_narrowed)
        for field in (self._since, self._until):
            good = not field.text().strip() or _is_day(field.text())
            field.setToolTip(_DAYS if good else f"“{field.text()}” is no day, month or year. {_DAYS}")
            if field.property("wrong") is good:
                field.setProperty("wrong", not good)
                field.style().polish(field)
        self.changed.emit()


def _is_day(text: str) -> bool:
    return days.typed(text) is not None


def _box(accessible: str, name: str) -> QComboBox:
    box = named(ElidingBox(), accessible, name)
    box.setMaximumWidth(_WIDEST)
    return box


def _day(accessible: str, name: str, hint: str) -> QLineEdit:
    field = named(QLineEdit(), accessible, name)
    field.setPlaceholderText(hint)
    field.setProperty("wrong", False)
    field.setMaximumWidth(110)
    return field


def _fill(box: QComboBox, nothing: str, choices: list[tuple[str, str]]) -> None:
    """Offer choices (words, value) below one that narrows nothing."""
    known = [(box.itemText(row), box.itemData(row)) for row in range(1, box.count())]
    if known == choices and box.count():
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(nothing, "")
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
