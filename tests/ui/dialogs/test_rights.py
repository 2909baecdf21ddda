"""The licences, as the window shows them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.dialogs.rights import Rights

TEXTS = {"What the program ships with": "# Ours\n", "LGPL 3.0": "GNU LESSER\nGENERAL"}


def test_the_first_text_is_shown_and_the_others_are_offered(qtbot: QtBot) -> None:
    shown = Rights(TEXTS)
    qtbot.addWidget(shown)
    assert shown.text.toPlainText() == "# Ours\n"
    assert [shown.titles.itemText(i) for i in range(shown.titles.count())] == list(TEXTS)
    shown.titles.setCurrentIndex(1)
    assert shown.text.toPlainText() == "GNU LESSER\nGENERAL"


def test_the_texts_cannot_be_changed(qtbot: QtBot) -> None:
    shown = Rights(TEXTS)
    qtbot.addWidget(shown)
    assert shown.text.isReadOnly()
