from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.panels.offer_bar import OfferBar


def test_an_offer_is_shown_until_it_is_taken_or_cleared(qtbot: QtBot) -> None:
    bar = OfferBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.offer("The same for the others?", "Apply  T", preview="Article A")
    assert not bar.isHidden()
    assert (bar.sentence, bar.toolTip()) == ("The same for the others?", "Article A")
    assert child(bar, QPushButton, "offerOther").isHidden()
    for name, signal in (("offerTake", bar.taken), ("offerDecline", bar.declined)):
        with qtbot.waitSignal(signal):
            child(bar, QPushButton, name).click()
    bar.clear()
    assert bar.isHidden()
    assert not bar.sentence


def test_another_choice_is_offered_where_there_is_one(qtbot: QtBot) -> None:
    bar = OfferBar()
    qtbot.addWidget(bar)
    bar.offer("Its sides?", "Use", other="Other…")
    other = child(bar, QPushButton, "offerOther")
    assert not other.isHidden()
    with qtbot.waitSignal(bar.other):
        other.click()
