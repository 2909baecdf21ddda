"""Gives a widget the names by which screen readers, tests and the style sheet know it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

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
