"""Words of a case are shown as they stand, whatever they look like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ui.named import plain, words

HOSTILE = "<img src='file:///dev/zero'><b>40 Tote</b> & mehr"


@pytest.mark.parametrize("text", [HOSTILE, "37 < 40 & 2 > 1", "Zwei\nZeilen", ""])
def test_a_tooltip_says_what_it_is_given(text: str, qtbot: QtBot) -> None:
    shown = QTextDocument()
    if plain(text) == text:
        shown.setPlainText(text)
    else:
        shown.setHtml(plain(text))
    assert shown.toPlainText().strip() == text
    assert "<img" not in plain(text)


def test_a_label_says_what_it_is_given(qtbot: QtBot) -> None:
    label = words(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
