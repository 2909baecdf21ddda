from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.upgrade import Upgrade


@pytest.fixture
def dialog(qtbot: QtBot) -> Upgrade:
    dialog = Upgrade("Aleppo.case")
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def now(dialog: Upgrade) -> str:
    return child(dialog, QLabel, "upgradeNow").text()


def test_it_says_which_case_and_how_far_it_has_come(dialog: Upgrade) -> None:
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Aleppo.case was made by an older version of this program" in told
    bar = child(dialog, QProgressBar, "upgradeProgress")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    dialog.show_progress("A backup of it is made.", 30, 120)
    assert (bar.value(), bar.maximum()) == (30, 120)
    assert now(dialog) == "A backup of it is made."


def test_cancel_is_a_wish_and_the_dialog_stands_until_the_case_is_as_it_was(qtbot: QtBot, dialog: Upgrade) -> None:
    cancel = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Cancel)
    with qtbot.waitSignal(dialog.stopped):
        cancel.click()
    assert dialog.isVisible()
    assert not cancel.isEnabled()
    dialog.show_progress("The backup is examined.", 0, 0)
    assert "stopped" in now(dialog)
    dialog.accept()
    assert not dialog.isVisible()
