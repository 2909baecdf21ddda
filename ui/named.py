"""What every field gets: the names by which screen readers, tests and the style sheet know it; sizes, suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)
#: How high a line of type is, in pixels, where widths were chosen.
_USUAL = 17


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
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("class", look)
    return label


def grown(widget: QWidget, pixels: int) -> int:
    """Return pixels that fit type of the usual size as more of them, where the type is larger."""
    return round(pixels * max(1.0, widget.fontMetrics().height() / _USUAL))


def spread(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, larger for larger type, and never larger than the screen."""
    room = window.screen().availableSize()
    window.resize(min(grown(window, width), room.width()), min(grown(window, height), room.height()))


def plain(text: str) -> str:
    """Return what a tooltip shows as `text` is: Qt would take words of a case that look like HTML for it."""
    return QtGui.Qt.convertFromPlainText(text) if QtGui.Qt.mightBeRichText(text) else text


def suggesting(field: QLineEdit, offers: Sequence[str]) -> QLineEdit:
    """Return `field`, offering `offers` while it is typed into."""
    completer = QCompleter(sorted(offers), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    return field
