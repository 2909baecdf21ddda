"""The journal as a table: every act, by whom, when, and whether it was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui.named import plain
from ui.session import Session
from ui.words import act_words, clock_words, why_words
from workbench.changes import Change
from workbench.history import Step
from workbench.model.article import Article
from workbench.model.wanted import Wanted
from workbench.wording import article_words

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("When", "What", "Article", "By", "Why", "State")
#: The id of the article a line is about, 0 where it is about none that is in the case.
ARTICLE = Qt.ItemDataRole.UserRole
#: The number of a line, and when it was written (UTC, ISO 8601).
NUMBER, AT = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
#: So many letters of what an act concerns are shown.
_MOST = 120
_PAGE = 500
#: So many lines of a note are shown.
_LINES = 12
_STEPS = {Step.UNDO: "Undo: ", Step.REDO: "Redo: "}


class LogLine(Protocol):
    """What the table shows of a line of the journal."""

    @property
    def number(self) -> int: ...
    @property
    def step(self) -> Step: ...
    @property
    def takes_back(self) -> int | None: ...
    @property
    def act(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def analyst(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def article(self) -> int: ...


class LogModel(QAbstractTableModel):
    """Newest first, read a page at a time as the view asks for more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the journal of the session's case, whichever is open."""
        super().__init__(parent)
        self._session = session
        self._lines: list[LogLine] = []
        self._titles: dict[int, str] = {}
        self._takers: dict[int, list[int]] = defaultdict(list)
        self._whole = False
        self._newest = 0
        self._wanted = Wanted()
        session.opened.connect(lambda: self.choose(Wanted()))
        session.changed.connect(self._follow)
        self.reload()

    def choose(self, wanted: Wanted) -> None:
        """Show only the lines that are wanted."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Read the newest page."""
        self.beginResetModel()
        self._lines = []
        self._takers.clear()
        if self._wanted != Wanted():  # a line that takes back one that is shown may not be shown itself
            for number, taken in self._session.takers():
                self._takers[taken].append(number)
        self._whole = False
        self._titles = {}
        self._newest = self._last()
        self._append(self._session.log(limit=_PAGE, wanted=self._wanted))
        self.endResetModel()

    def _read_titles(self, ids: Iterable[int]) -> None:
        queue = self._session.queue()
        self._titles |= queue.titles(set(ids)) if queue is not None else {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        last = self._lines[-1].number if self._lines else 0
        more = self._session.log(limit=_PAGE, before=last, wanted=self._wanted) if last else []
        if more:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(more) - 1)
            self._append(more)
            self.endInsertRows()
        self._whole = len(more) < _PAGE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            told = f"{self._cell(line, index.column())}\nline {line.number}, {line.at} (UTC)".strip()
            return plain(f"{told}\n{_shortened(line.note)}" if "\n" in line.note else told)
        if role == Qt.ItemDataRole.FontRole:
            return _struck() if self._is_undone(line) else None
        if role in (NUMBER, AT):
            return line.number if role == NUMBER else line.at
        if role == ARTICLE:
            return line.article if line.article in self._titles else 0
        return None

    def undone(self, number: int) -> bool:
        """Tell whether the line `number` is taken back as things stand."""
        return any(not self.undone(taker) for taker in self._takers.get(number, ()))

    def _cell(self, line: LogLine, column: int) -> str:
        if column == 0:
            return clock_words(line.at, with_day=True)
        if column == 1:
            return _STEPS.get(line.step, "") + act_words(line.act, line.about, _MOST)
        if column == 2:
            return self._titles.get(line.article, "")
        if column == 3:
            return _maker(line)
        if column == 4:
            return why_words(line.reason, line.note.partition("\n")[0])  # a merge notes an act a line
        return "undone" if self._is_undone(line) else ""

    def _is_undone(self, line: LogLine) -> bool:
        return line.step in (Step.DO, Step.REDO) and self.undone(line.number)

    def _append(self, lines: Sequence[LogLine]) -> None:
        self._read_titles({line.article for line in lines} - self._titles.keys() - {0})
        for line in lines:
            self._lines.append(line)
            self._take(line)

    def _take(self, line: LogLine) -> None:
        if line.takes_back is not None and line.number not in self._takers[line.takes_back]:
            self._takers[line.takes_back].append(line.number)

    def _follow(self, change: Change) -> None:
        for edit in change.edits:
            if isinstance(edit.before, Article) and edit.after is None:
                self._titles.pop(edit.before.id, None)
            elif isinstance(edit.after, Article):
                self._titles[edit.after.id] = article_words(edit.after)
        fresh = self._fresh()
        for line in reversed(fresh):
            self._take(line)
        self._insert(self._wanted_of(fresh))
        taken_back = any(line.takes_back is not None for line in fresh)
        if (taken_back or change.touches("article")) and self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(COLUMNS) - 1))

    def _fresh(self) -> Sequence[LogLine]:
        """Return the lines written since this was asked last, newest first: changes may come several at once."""
        known, self._newest = self._newest, self._last()
        return self._session.log(limit=self._newest - known) if self._newest > known else []

    def _last(self) -> int:
        return next((line.number for line in self._session.log(limit=1)), 0)

    def _wanted_of(self, fresh: Sequence[LogLine]) -> list[LogLine]:
        if self._wanted == Wanted() or not fresh:
            return list(fresh)
        wanted = self._session.log(limit=len(fresh), wanted=self._wanted)
        return [line for line in wanted if line.number >= fresh[-1].number]

    def _insert(self, lines: list[LogLine]) -> None:
        """Show lines above all others."""
        if lines:
            self._read_titles({line.article for line in lines} - self._titles.keys() - {0})
            self.beginInsertRows(QModelIndex(), 0, len(lines) - 1)
            self._lines[:0] = lines
            self.endInsertRows()


def _struck() -> QFont:
    font = QFont()
    font.setStrikeOut(True)
    return font


def _shortened(note: str) -> str:
    """Return the first lines of a note; a merge notes an act a line."""
    lines = note.splitlines()
    return "\n".join(lines[:_LINES]) + (f"\n… {len(lines) - _LINES} more" if len(lines) > _LINES else "")


def _maker(line: LogLine) -> str:
    return "the program" if line.step is Step.AUTOMATIC else line.analyst or "the analyst"
