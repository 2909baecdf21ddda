"""A box ends words too long for it in dots; its list shows them all."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.eliding_box import ElidingBox


@pytest.fixture
def box(qtbot: QtBot) -> ElidingBox:
    box = ElidingBox()
    qtbot.addWidget(box)
    box.addItem("Aleppo Governorate, 2024-11-27, and what else is said of it")
    box.resize(140, 30)
    box.show()
    return box


def test_no_letter_is_cut_at_the_arrow(box: ElidingBox) -> None:
    drawn = box.grab().toImage()
    ratio = drawn.width() / box.width()
    beside = [drawn.pixel(round(x * ratio), drawn.height() // 2) for x in range(box.width() - 30, box.width() - 26)]
    assert len(set(beside)) == 1


def test_its_brief_is_what_is_chosen_or_awaited(box: ElidingBox) -> None:
    assert box.brief == box.currentText()
    box.setPlaceholderText("choose one")
    box.setCurrentIndex(-1)
    assert box.brief == "choose one"


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_its_list_is_as_wide_as_its_words(box: ElidingBox) -> None:
    box.showPopup()
    assert box.view().width() > box.width()
    box.hidePopup()


def test_what_is_typed_into_is_left_to_qt(box: ElidingBox) -> None:
    box.setEditable(True)
    assert not box.grab().toImage().isNull()
