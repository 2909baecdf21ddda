"""The log: what was done to the case, for whoever has to vouch for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from ui.models.log import ARTICLE, AT, NUMBER, LogModel
from ui.named import named, words
from ui.panels.log_filter import LogFilter
from ui.session import Focus, Session

_NAME = "logTable"
_PAST = "Show the case as it stood after this line"
_WHAT = (
    "Every act on this case, newest first. Nothing is ever taken out of it: an undo is a line of its own. A click "
    "chooses the line’s article, a double click opens it."
)


class LogPanel(QWidget):
    """Shows the journal; a line leads to the article it is about, and to the case as it stood then."""

    #: The number of a line after which the case is to be shown, and when that was (UTC, ISO 8601).
    past_wanted = Signal(int, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._table = named(QTableView(), "Log", _NAME)
        self._model = LogModel(session, self)
        self._table.setModel(self._model)
        self._past = named(QPushButton("Show the case as it stood then"), _PAST, "logPast")
        self._past.setEnabled(False)
        self._past.clicked.connect(self._look_back)
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (1, 2):  # what was done, and where, share the room: neither is to be cut to nothing
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 170), (3, 150), (4, 170), (5, 80)):
            self._table.setColumnWidth(column, width)
        self._table.clicked.connect(lambda index: self._focus(index, "log"))
        self._table.activated.connect(lambda index: self._focus(index, _NAME))
        self._table.selectionModel().currentRowChanged.connect(self._offer_past)
        self._model.modelReset.connect(self._offer_past)
        self._filter = LogFilter(session)
        self._filter.chosen.connect(self._model.choose)
        self.setFocusProxy(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 12)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(words("Log", "heading"), 1)
        top.addWidget(self._past)
        layout.addLayout(top)
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)

    def _focus(self, index: QModelIndex, asker: str) -> None:
        article = index.data(ARTICLE)
        if article:
            self._session.focus(Focus(article, asker=asker))

    def _offer_past(self) -> None:
        self._past.setEnabled(self._table.currentIndex().isValid())

    def _look_back(self) -> None:
        index = self._table.currentIndex()
        if index.isValid():
            self.past_wanted.emit(index.data(NUMBER), index.data(AT))
