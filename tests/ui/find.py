"""Finds a widget that has to be there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

T = TypeVar("T", bound=QObject)


def child(parent: QObject, type_: type[T], name: str = "") -> T:
    """Return the descendant of this type (and object name) that `parent` must have."""
    found = parent.findChild(type_, name) if name else parent.findChild(type_)
    assert isinstance(found, type_), f"no {type_.__name__} {name}"
    return found
