"""Sizes that follow the type."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.named import grown, spread


def in_type(points: float, qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    font = QFont(widget.font())
    font.setPointSizeF(points)
    widget.setFont(font)
    return widget


def test_widths_grow_with_the_type_and_never_shrink(qtbot: QtBot) -> None:
    assert grown(in_type(6, qtbot), 100) == 100
    assert grown(in_type(30, qtbot), 100) > 2 * grown(in_type(12, qtbot), 100) - 10


def test_a_window_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    window = in_type(60, qtbot)
    spread(window, 900, 700)
    room = window.screen().availableSize()
    assert (window.width(), window.height()) == (room.width(), room.height())
    small = in_type(6, qtbot)
    spread(small, 300, 200)
    assert (small.width(), small.height()) == (300, 200)
