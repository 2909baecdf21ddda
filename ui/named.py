"""What every field gets: the names by which screen readers, tests and the style sheet know it, and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, accessible: str, name: str = "", look: str = "") -> W:
    """Return `widget` with its accessible name, and its object name and style class where they are given."""
    widget.setAccessibleName(accessible)
    if name:
        widget.setObjectName(name)
    if look:
        widget.setProperty("class", look)
    return widget


def words(text: str, look: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label with a style class."""
    label = QLabel(text)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("class", look)
    return label


def suggesting(field: QLineEdit, offers: Sequence[str]) -> QLineEdit:
    """Return `field`, offering `offers` while it is typed into."""
    completer = QCompleter(sorted(offers), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    return field
