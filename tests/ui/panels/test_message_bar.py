from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.panels.message_bar import MessageBar


def test_a_sentence_offers_to_try_again_only_where_that_makes_sense(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    again = child(bar, QPushButton, "messageAgain")
    bar.tell("No room.", again=True)
    assert bar.sentence == "No room."
    assert not again.isHidden()
    with qtbot.waitSignal(bar.again):
        again.click()
    with qtbot.waitSignal(bar.given_up):
        child(bar, QPushButton, "messageGiveUp").click()
    assert child(bar, QPushButton, "messageClose").isHidden(), "what waits stays in sight"
    bar.tell("No such file.")
    assert again.isHidden()
    assert not child(bar, QPushButton, "messageClose").isHidden()
    bar.clear()
    assert bar.isHidden()
    assert not bar.sentence
