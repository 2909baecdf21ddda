"""The queue of articles: what is known of each, and how many of its claims are open."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

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
from workbench.changes import Change, Edit
from workbench.model.article import Article, ReviewState
from workbench.model.claim import Claim
from workbench.model.mention import Status
from workbench.wording import article_words

Index = QModelIndex | QPersistentModelIndex
ARTICLE = Qt.ItemDataRole.UserRole
OPEN = Qt.ItemDataRole.UserRole + 1

#: So many articles are read at once.
_PAGE = 100
STATES = {ReviewState.NEW: "New", ReviewState.IN_REVIEW: "In review", ReviewState.REVIEWED: "Done"}


def about(article: Article) -> str:
    """Return date, outlet, language and whether it is a copy in one line."""
    parts = (day_words(article.published), article.outlet or "outlet unknown", article.language, _copy_words(article))
    return " · ".join(filter(None, parts))


def _copy_words(article: Article) -> str:
    return "" if article.copy_of is None else "copy"


class ArticleListModel(QAbstractListModel):
    """The session's articles in the order they came, read as they are shown; a change touches only its own rows."""

    tallied = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's case, whichever is open."""
        super().__init__(parent)
        self._session = session
        self._ids: list[int] = []
        #: What was read so far: articles, and how many of their claims wait.
        self._articles: dict[int, Article] = {}
        self._open: Counter[int] = Counter()
        self._all_open = 0
        self._states: Counter[str] = Counter()
        session.opened.connect(self.reload)
        session.changed.connect(self._follow)
        self.reload()

    def reload(self) -> None:
        """Begin anew, after another case was opened."""
        self.beginResetModel()
        queue = self._session.queue()
        self._ids = queue.ids() if queue is not None else []
        self._articles, self._open = {}, Counter()
        self._count()
        self.endResetModel()
        self.tallied.emit()

    def _count(self) -> None:
        self._states = Counter(self._session.tally("state"))
        self._all_open = self._session.tally("claim").get(Status.PROPOSED, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        article = self.article_at(index.row())
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

    def article_at(self, row: int) -> Article:
        """Return the article in a row, read with those around it if nobody asked for them before."""
        id_ = self._ids[row]
        if id_ not in self._articles:
            first = row - row % _PAGE
            self._read(self._ids[first : first + _PAGE])
        return self._articles[id_]

    def _read(self, ids: Sequence[int]) -> None:
        queue = self._session.queue()
        if queue is not None:
            self._articles |= {article.id: article for article in queue.between(ids[0], ids[-1])}
            self._open |= queue.open_between(ids[0], ids[-1])

    def known(self, row: int) -> Article | None:
        """Return the article in a row where it was read already."""
        return self._articles.get(self._ids[row])

    def id_at(self, row: int) -> int:
        """Return the id of the article in a row."""
        return self._ids[row]

    def open_claims(self) -> int:
        """Return how many claims of the case wait for a decision."""
        return self._all_open

    def in_state(self, state: ReviewState) -> int:
        """Return how many articles are in this state."""
        return self._states[state]

    def row_of(self, article_id: int) -> int | None:
        """Return an article's row, or None."""
        row = bisect_left(self._ids, article_id)
        return row if row < len(self._ids) and self._ids[row] == article_id else None

    def first(self) -> int | None:
        """Return the id of the first article that is not reviewed, else of the first, or None."""
        queue = self._session.queue()
        waiting = queue.unreviewed_after(0) if queue is not None else None
        return waiting if waiting is not None else next(iter(self._ids), None)

    def after(self, article_id: int) -> Article | None:
        """Return the next article that is not reviewed, from the one after this on and around."""
        queue = self._session.queue()
        if queue is None:
            return None
        following = queue.unreviewed_after(article_id)
        around = following if following is not None else queue.unreviewed_after(0)
        return None if around in (None, article_id) else self._session.article(around)

    def _follow(self, change: Change) -> None:
        touched: set[int] = set()
        for edit in change.edits:
            if isinstance(edit.value, Article):
                self._put(edit)
            elif isinstance(edit.value, Claim):
                touched.add(edit.value.article_id)
        self._count_in(touched)
        for row in {row for id_ in touched if (row := self.row_of(id_)) is not None}:
            self.dataChanged.emit(self.index(row), self.index(row))
        if touched or change.touches("article"):
            self._count()
            self.tallied.emit()

    def _count_in(self, articles: set[int]) -> None:
        """Count anew what waits in articles that were read: they may have been read after the change was made."""
        queue = self._session.queue()
        if queue is not None:
            for id_ in articles & self._articles.keys():
                self._open[id_] = queue.open_between(id_, id_).get(id_, 0)

    def _put(self, edit: Edit) -> None:
        before, after = edit.before, edit.after
        if isinstance(after, Article):
            self._replace(after)
        elif isinstance(before, Article) and (row := self.row_of(before.id)) is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self._articles.pop(before.id, None)
            self._open.pop(before.id, None)
            self.endRemoveRows()

    def _replace(self, article: Article) -> None:
        row = self.row_of(article.id)
        if row is not None:
            if article.id in self._articles:
                self._articles[article.id] = article
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        row = bisect_left(self._ids, article.id)
        self.beginInsertRows(QModelIndex(), row, row)
        self._ids.insert(row, article.id)
        self.endInsertRows()


class ArticleFilter(QSortFilterProxyModel):
    """The articles in the chosen states (none chosen: all) whose title, outlet or file name holds the words."""

    def __init__(self, session: Session, source: ArticleListModel, parent: QObject | None = None) -> None:
        """Filter `source`, the queue of the session."""
        super().__init__(parent)
        self._session, self._source = session, source
        self._states: frozenset[ReviewState] = frozenset()
        self._words = ""
        #: The articles that fit and were not read yet; None where all do.
        self._fitting: set[int] | None = None
        source.modelAboutToBeReset.connect(self._look)  # before this filter hears that there are other rows
        self.setSourceModel(source)

    def choose(self, words: str, states: frozenset[ReviewState]) -> None:
        """Show only what fits both."""
        self._words, self._states = words.casefold().strip(), states
        self._look()
        self.invalidate()

    def _look(self) -> None:
        queue = self._session.queue()
        self._fitting = None
        if queue is not None and self._states:
            self._fitting = set(queue.in_states(self._states))
        if queue is not None and self._words:
            holding = {id_ for id_, said in queue.named() if self._words in said.casefold()}
            self._fitting = holding if self._fitting is None else self._fitting & holding

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._fitting is None:
            return True
        article = self._source.known(source_row)
        if article is None:
            return self._source.id_at(source_row) in self._fitting
        if self._states and article.state not in self._states:
            return False
        return self._words in f"{article.title}\n{article.outlet}\n{article.file_name}".casefold()
