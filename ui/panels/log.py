"""The log: what was done to the case, for whoever has to vouch for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.models.log import ARTICLE, LogModel
from ui.named import named, words
from ui.session import Focus, Session

_NAME = "logTable"
_WHAT = (
    "Every act on this case, newest first. Nothing is ever taken out of it: an undo is a line of its own. A click "
    "chooses the line’s article, a double click opens it."
)


class LogPanel(QWidget):
    """Shows the journal; a line leads to the article it is about."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._table = named(QTableView(), "Log", _NAME)
        self._table.setModel(LogModel(session, self))
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 170), (2, 380), (3, 150), (4, 80)):
            self._table.setColumnWidth(column, width)
        self._table.clicked.connect(lambda index: self._focus(index, "log"))
        self._table.activated.connect(lambda index: self._focus(index, _NAME))
        self.setFocusProxy(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(words("Log", "heading"))
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addWidget(self._table, 1)

    def _focus(self, index: QModelIndex, asker: str) -> None:
        article = index.data(ARTICLE)
        if article:
            self._session.focus(Focus(article, asker=asker))
