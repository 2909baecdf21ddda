"""The style sheet is read in whatever folder the program lies."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ui.colours import LIGHT
from ui.stylesheet import sheet

ICONS = Path(__file__).parents[2] / "resources" / "icons"
FOLDERS = ["Käthe Müller", "Program Files (x86)", "Ana's {tools}; 50%", "日本 #1"]


def drawn(qtbot: QtBot, icons: Path) -> QImage:
    """Return how a checked box looks; what Qt cannot read of the sheet it warns of, which fails the test."""
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(sheet(LIGHT, icons))
    box.setChecked(True)
    box.resize(40, 40)
    return box.grab().toImage()


@pytest.mark.parametrize("name", [*FOLDERS, *([] if sys.platform == "win32" else ['the "best" one'])])
def test_a_tick_is_drawn_from_any_folder(tmp_path: Path, qtbot: QtBot, name: str) -> None:
    odd = tmp_path / name
    shutil.copytree(ICONS, odd)
    assert drawn(qtbot, odd) == drawn(qtbot, ICONS)
