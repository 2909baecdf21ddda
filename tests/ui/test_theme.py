"""The application wears a theme, and changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.colours import DARK, LIGHT
from ui.theme import Choice, Theme, reading_font

ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, ICONS)
    theme.dress()
    return theme


def test_the_sheet_waits_until_the_widgets_stand(qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    theme = Theme(qapp, ICONS)
    theme.choose(Choice.DARK)
    assert not qapp.styleSheet()
    theme.dress()
    assert DARK.accent in qapp.styleSheet()
    theme.choose(Choice.SYSTEM)


def test_a_choice_is_worn_at_once(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.changed) as told:
        theme.choose(Choice.DARK)
    assert told.args == [DARK]
    assert qapp.palette().color(QPalette.ColorRole.Text).name() == DARK.text
    assert DARK.accent in qapp.styleSheet()
    theme.choose(Choice.LIGHT)
    assert theme.palette is LIGHT
    theme.choose(Choice.SYSTEM)
    assert theme.choice is Choice.SYSTEM


def test_the_system_is_followed_unless_told_otherwise(theme: Theme, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.choose(Choice.SYSTEM)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is LIGHT
    theme.choose(Choice.DARK)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is DARK
    theme.choose(Choice.SYSTEM)


def test_the_same_choice_tells_nobody(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(Choice.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Choice.LIGHT)


@pytest.mark.parametrize("name", sorted(path.stem for path in ICONS.glob("*.svg")))
def test_every_icon_draws_something(theme: Theme, name: str) -> None:
    image = theme.icon(name, "#ff0000").pixmap(32, 32).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_articles_are_read_in_a_serif() -> None:
    font = reading_font(13.5)
    assert font.pointSizeF() == 13.5
    assert "Noto Serif" in font.families()
