"""The command palette: every action by name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.named import named

_ACTION = Qt.ItemDataRole.UserRole


def ranked(actions: Iterable[tuple[str, QAction]], typed: str) -> list[tuple[str, QAction]]:
    """Return the actions whose words hold all the letters of `typed` in order, the nearest first."""
    scored = [(_distance(words.casefold(), typed.casefold().strip()), words, action) for words, action in actions]
    found = sorted((row for row in scored if row[0] is not None), key=lambda row: (row[0], row[1]))
    return [(words, action) for _, words, action in found]


def _distance(words: str, typed: str) -> int | None:
    """Return how far `typed` is scattered over `words`, or None where a letter is missing."""
    at = words.find(typed)
    if at >= 0:
        return at if at and words[at - 1] != " " else 0
    place = -1
    for letter in typed.replace(" ", ""):
        place = words.find(letter, place + 1)
        if place < 0:
            return None
    return 100 + place


class CommandPalette(QDialog):
    """Type a part of an action's words, Enter does it. `chosen` holds the action after it was accepted."""

    def __init__(self, actions: Iterable[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        """Offer the enabled ones of `actions`, each with its words."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Command palette")
        self.chosen: QAction | None = None
        self._actions = [(words, action) for words, action in actions if action.isEnabled()]
        self._field = named(QLineEdit(), "Action")
        self._field.setPlaceholderText("Type an action’s name")
        self._list = self._make_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.textChanged.connect(self._show)
        self._field.returnPressed.connect(self._do)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(self._do)
        self._show("")
        self._field.setFocus()

    def _make_list(self) -> QTreeWidget:
        found = named(QTreeWidget(), "Actions found", "commands")
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setColumnCount(2)
        found.setHeaderHidden(True)
        found.setRootIsDecorated(False)
        found.header().setStretchLastSection(False)
        found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return found

    def sizeHint(self) -> QSize:
        """Wide enough for words and key, high enough for a dozen."""
        return QSize(520, 420)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            count = self._list.topLevelItemCount()
            if step and count:
                self._choose((self._list.currentIndex().row() + step) % count)
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        self._list.clear()
        for words, action in ranked(self._actions, typed):
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([words, key])
            item.setData(0, _ACTION, action)
            self._list.addTopLevelItem(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._list.model().index(row, 0))

    def do_chosen(self) -> None:
        """Do what was chosen."""
        if self.chosen is not None:
            self.chosen.trigger()

    def _do(self) -> None:
        chosen = self._list.currentIndex().siblingAtColumn(0).data(_ACTION)
        if isinstance(chosen, QAction):
            self.chosen = chosen
            self.accept()
