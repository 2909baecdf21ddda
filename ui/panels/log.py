"""The log: what was done to the case, for whoever has to vouch for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.models.log import LogModel
from ui.named import named, words
from ui.session import Session

_WHAT = "Every act on this case, newest first. Nothing is ever taken out of it: an undo is a line of its own."


class LogPanel(QWidget):
    """Shows the journal."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._table = named(QTableView(), "Log", "logTable")
        self._table.setModel(LogModel(session, self))
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 190), (2, 150), (3, 100)):
            self._table.setColumnWidth(column, width)
        self.setFocusProxy(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 12)
        layout.setSpacing(8)
        layout.addWidget(words("Log", "heading"))
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addWidget(self._table, 1)
