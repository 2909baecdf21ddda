"""The queue of articles: what is known of each, and how many of its claims are open."""

from __future__ import annotations

from bisect import bisect
from collections import Counter

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from ui.named import plain
from ui.session import Session
from ui.words import day_words
from workbench.changes import Change, Edit, Value
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.model.mention import Status
from workbench.wording import article_words

Index = QModelIndex | QPersistentModelIndex
ARTICLE = Qt.ItemDataRole.UserRole
OPEN = Qt.ItemDataRole.UserRole + 1

STATES = {ReviewState.NEW: "New", ReviewState.IN_REVIEW: "In review", ReviewState.REVIEWED: "Done"}


def about(article: Article) -> str:
    """Return date, outlet, language and whether it is a copy in one line."""
    parts = (day_words(article.published), article.outlet or "outlet unknown", article.language, _copy_words(article))
    return " · ".join(filter(None, parts))


def _copy_words(article: Article) -> str:
    return "" if article.copy_of is None else "copy"


class ArticleListModel(QAbstractListModel):
    """The session's articles in the order they came; a change touches only the rows it is about."""

    tallied = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's case, whichever is open."""
        super().__init__(parent)
        self._session = session
        self._articles: list[Article] = []
        self._rows: dict[int, int] = {}
        self._open: Counter[int] = Counter()
        self._states: Counter[ReviewState] = Counter()
        session.opened.connect(self.reload)
        session.changed.connect(self._follow)
        self.reload()

    def reload(self) -> None:
        """Read the whole queue, after another case was opened."""
        self.beginResetModel()
        self._articles = self._session.articles()
        self._open = Counter(self._session.counts())
        self._number_rows()
        self._states = Counter(article.state for article in self._articles)
        self.endResetModel()
        self.tallied.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        article = self._articles[index.row()]
        if role == ARTICLE:
            return article
        if role == OPEN:
            return self._open[article.id]
        if role == Qt.ItemDataRole.DisplayRole:
            return article_words(article)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(f"{article_words(article)}\n{about(article)}\n{article.file_name}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = STATES[article.state].lower()
            return f"{article_words(article)}, {about(article)}, {self._open[article.id]} open, {state}"
        return None

    def open_claims(self) -> int:
        """Return how many claims of the case wait for a decision."""
        return self._open.total()

    def in_state(self, state: ReviewState) -> int:
        """Return how many articles are in this state."""
        return self._states[state]

    def row_of(self, article_id: int) -> int | None:
        """Return an article's row, or None."""
        return self._rows.get(article_id)

    def after(self, article_id: int) -> Article | None:
        """Return the next article that is not reviewed, from the one after this on and around."""
        start = self._rows.get(article_id, -1) + 1
        around = (*self._articles[start:], *self._articles[:start])
        return next((a for a in around if a.state is not ReviewState.REVIEWED and a.id != article_id), None)

    def _number_rows(self) -> None:
        self._rows = {article.id: row for row, article in enumerate(self._articles)}

    def _follow(self, change: Change) -> None:
        touched = set()
        for edit in change.edits:
            if isinstance(edit.value, Article):
                self._put(edit)
            elif isinstance(edit.value, Claim):
                self._open[edit.value.article_id] += _waits(edit.after) - _waits(edit.before)
                touched.add(edit.value.article_id)
        for row in {self._rows[id_] for id_ in touched if id_ in self._rows}:
            self.dataChanged.emit(self.index(row), self.index(row))
        if touched or change.touches("article"):
            self.tallied.emit()

    def _put(self, edit: Edit) -> None:
        before, after = edit.before, edit.after
        if isinstance(before, Article):
            self._states[before.state] -= 1
        if isinstance(after, Article):
            self._states[after.state] += 1
            self._replace(after)
        elif isinstance(before, Article) and before.id in self._rows:
            row = self._rows[before.id]
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._articles[row]
            self._number_rows()
            self.endRemoveRows()

    def _replace(self, article: Article) -> None:
        row = self._rows.get(article.id)
        if row is not None:
            self._articles[row] = article
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        row = bisect(self._articles, article.id, key=lambda known: known.id)
        self.beginInsertRows(QModelIndex(), row, row)
        self._articles.insert(row, article)
        self._rows[article.id] = row
        if row < len(self._articles) - 1:
            self._number_rows()
        self.endInsertRows()


def _waits(value: Value | None) -> int:
    return isinstance(value, Claim) and value.status is Status.PROPOSED


class ArticleFilter(QSortFilterProxyModel):
    """The articles in the chosen states (none chosen: all) whose title, outlet or file name holds the words."""

    def __init__(self, source: ArticleListModel, parent: QObject | None = None) -> None:
        """Filter `source`."""
        super().__init__(parent)
        self._states: frozenset[ReviewState] = frozenset()
        self._words = ""
        self.setSourceModel(source)

    def choose(self, words: str, states: frozenset[ReviewState]) -> None:
        """Show only what fits both."""
        self._words, self._states = words.casefold().strip(), states
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        article = self.sourceModel().index(source_row, 0).data(ARTICLE)
        if self._states and article.state not in self._states:
            return False
        return self._words in f"{article.title}\n{article.outlet}\n{article.file_name}".casefold()
