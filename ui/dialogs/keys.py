"""The keys, on one sheet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

#: Menu, words and keys (in Qt's portable form) of one action.
Row = tuple[str, str, tuple[str, ...]]
_COLUMNS = 3


class KeySheet(QDialog):
    """Every action that has a key, by menu."""

    def __init__(self, rows: Iterable[Row], parent: QWidget | None = None) -> None:
        """Show `rows` in the order given."""
        super().__init__(parent)
        self.setObjectName("keySheet")
        self.setWindowTitle("Keys")
        by_menu: dict[str, list[Row]] = {}
        for row in rows:
            if row[2]:
                by_menu.setdefault(row[0], []).append(row)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        for menus in _dealt(by_menu):
            columns.addLayout(_column([(menu, by_menu[menu]) for menu in menus]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def _dealt(by_menu: dict[str, list[Row]]) -> list[list[str]]:
    """Deal the menus out to columns of about the same height."""
    columns: list[list[str]] = [[] for _ in range(_COLUMNS)]
    for menu in sorted(by_menu, key=lambda m: -len(by_menu[m])):
        least = min(columns, key=lambda column: sum(len(by_menu[m]) + 2 for m in column))
        least.append(menu)
    return columns


def _column(menus: list[tuple[str, list[Row]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    for menu, rows in menus:
        heading = QLabel(menu.replace("/", " · "))
        heading.setProperty("class", "section")
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for _, words, keys in rows:
            _add(grid, words, keys)
        grid.setRowMinimumHeight(grid.rowCount(), 10)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _add(grid: QGridLayout, words: str, keys: tuple[str, ...]) -> None:
    key = QLabel(QKeySequence.fromString(keys[0]).toString(QKeySequence.SequenceFormat.NativeText))
    key.setProperty("class", "key")
    line = grid.rowCount()
    grid.addWidget(key, line, 0, Qt.AlignmentFlag.AlignRight)
    grid.addWidget(QLabel(words), line, 1)
