"""The queue: every article of the case, filtered, and the one that is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.models.article_list import ARTICLE, STATES, ArticleFilter, ArticleListModel
from ui.named import named, words
from ui.panels.article_list_delegate import ArticleDelegate
from ui.session import Focus, Session
from ui.theme import Theme
from workbench.model.article import ReviewState

_NAME = "articleList"
_NONE_FITS = "No article fits. Empty the field (Esc), and let go of New, In review and Done, to see all."
_EMPTY = "The articles of the case stand here. Drop files or a folder on the window, or paste one: Ctrl+Shift+V."


class ArticleList(QWidget):
    """Shows the queue and opens what is chosen in it; `actions` stand in its context menu."""

    def __init__(
        self, session: Session, model: ArticleListModel, theme: Theme, actions: Sequence[QAction] = ()
    ) -> None:
        super().__init__()
        self._session, self._model, self._actions = session, model, actions
        self._shown = ArticleFilter(session, model, self)
        self._field = named(QLineEdit(), "Filter articles", "filter")
        self._field.setPlaceholderText("Filter articles")
        self._field.setClearButtonEnabled(True)
        self._chips = {state: _chip(name) for state, name in STATES.items()}
        self._list = self._make_list(theme)
        self._empty = words(_EMPTY, "muted", wrap=True)
        self._empty.setContentsMargins(16, 8, 16, 8)
        self._lay_out()
        self._field.textChanged.connect(self._filter)
        for chip in self._chips.values():
            chip.toggled.connect(self._filter)
        model.tallied.connect(self._tally)
        model.modelReset.connect(self._select_focused)
        session.focused.connect(self._follow)
        theme.changed.connect(self._list.viewport().update)
        self._tally()

    def _make_list(self, theme: Theme) -> QListView:
        view = named(QListView(), "Articles", _NAME)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setModel(self._shown)
        view.setItemDelegate(ArticleDelegate(theme, view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.selectionModel().currentChanged.connect(self._open)
        return view

    def _lay_out(self) -> None:
        self.setMinimumWidth(200)
        self.setFocusProxy(self._list)
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 0, 12, 10)
        chips.setSpacing(6)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch()
        field = QHBoxLayout()
        field.setContentsMargins(12, 4, 12, 8)
        field.addWidget(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(field)
        layout.addLayout(chips)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)

    def _tally(self) -> None:
        for state, chip in self._chips.items():
            chip.setText(f"{STATES[state]} {self._model.in_state(state)}")
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """Say why no article is listed: there is none, or none fits."""
        self._empty.setText(_NONE_FITS if self._model.rowCount() else _EMPTY)
        self._empty.setVisible(not self._shown.rowCount())

    def _filter(self) -> None:
        states = frozenset(state for state, chip in self._chips.items() if chip.isChecked())
        self._shown.choose(self._field.text(), states)
        self._show_emptiness()
        self._select_focused()

    def _open(self, current: QModelIndex) -> None:
        now = self._session.focus_now
        article = current.data(ARTICLE) if current.isValid() else None
        if article is not None and (now is None or now.article_id != article.id):
            self._session.focus(Focus(article.id, asker=_NAME))

    def _follow(self, focus: Focus) -> None:
        if focus.asker != _NAME:
            self._select_focused()

    def _select_focused(self) -> None:
        focus = self._session.focus_now
        row = self._model.row_of(focus.article_id) if focus else None
        index = self._shown.mapFromSource(self._model.index(row)) if row is not None else QModelIndex()
        if index.isValid() and index != self._list.currentIndex():
            self._list.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def _menu(self, at: QPoint) -> None:
        if self._list.indexAt(at).isValid():
            menu = QMenu(self)
            menu.addActions(self._actions)
            menu.exec(self._list.viewport().mapToGlobal(at))
            menu.deleteLater()

    def chosen_states(self) -> frozenset[ReviewState]:
        """Return the states the queue is filtered to; none means all."""
        return frozenset(state for state, chip in self._chips.items() if chip.isChecked())


def _chip(name: str) -> QPushButton:
    chip = named(QPushButton(name), f"Show articles: {name}", look="chip")
    chip.setCheckable(True)
    return chip
