from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.reason import WhyNext
from ui.words import REASONS, why_words
from workbench.model.reason import Reason


def test_what_was_said_is_shown_and_can_be_withdrawn(qtbot: QtBot) -> None:
    dialog = WhyNext(Reason.RULE, "Regel 4")
    qtbot.addWidget(dialog)
    assert dialog.given() == (Reason.RULE, "Regel 4")
    child(dialog, QComboBox, "whyReason").setCurrentIndex(0)
    child(dialog, QLineEdit, "whyNote").setText("  ")
    assert dialog.given() == (None, "")


def test_every_reason_has_words() -> None:
    assert set(REASONS) == set(Reason)
    assert why_words("rule", " so\nit is ") == "a rule of the project · so it is"
    assert why_words("of a newer program", "") == "of a newer program"
    assert why_words("", "") == why_words(None, "") == ""
