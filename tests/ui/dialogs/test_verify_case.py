"""What was found is told, and the next examination asked for."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.verify_case import VerifyCase

HASH = "0f" * 32


@dataclass(frozen=True)
class Last:
    number: int = 7
    at: str = "2026-03-01T10:00:00Z"
    hash: str = HASH


@dataclass(frozen=True)
class Found:
    faults: tuple[str, ...] = ()
    head: Last | None = Last()
    lines: int = 7
    rows: int = 1
    documents: int = 2
    hint: str = ""


@pytest.fixture
def dialog(qtbot: QtBot) -> VerifyCase:
    dialog = VerifyCase("a")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def told(dialog: VerifyCase) -> str:
    return child(dialog, QLabel, "verifyTold").text()


def test_while_it_is_examined_nothing_else_can_be_asked(dialog: VerifyCase) -> None:
    dialog.ask()
    assert told(dialog) == "The case is examined. A large one takes some minutes."
    assert child(dialog, QProgressBar, "verifyProgress").isVisible()
    assert not child(dialog, QPushButton, "verifyAgain").isEnabled()


def test_a_sound_case_tells_its_counts_and_its_last_hash(dialog: VerifyCase) -> None:
    dialog.show_verdict(Found())
    assert told(dialog) == "✓ a is what its journal says."
    assert (
        child(dialog, QLabel, "verifyCounted").text() == "Examined were 7 lines of the journal, 1 row and 2 documents."
    )
    assert child(dialog, QLineEdit, "verifyHash").text() == HASH
    assert not child(dialog, QProgressBar, "verifyProgress").isVisible()
    assert not child(dialog, QPlainTextEdit, "verifyFaults").isVisible()
    assert not child(dialog, QPushButton, "verifyRestore").isVisible()


def test_every_fault_is_a_sentence_and_a_backup_is_offered(dialog: VerifyCase, qtbot: QtBot) -> None:
    dialog.show_verdict(Found(("claim 3 is <b>not</b> what line 5 says.", "The file is damaged."), None))
    assert told(dialog) == "✗ a is not what its journal says: 2 faults."
    faults = child(dialog, QPlainTextEdit, "verifyFaults")
    assert faults.isVisible()
    assert faults.toPlainText() == "Claim 3 is <b>not</b> what line 5 says.\n\nThe file is damaged."
    with qtbot.waitSignals([dialog.rejected, dialog.restoring]):
        child(dialog, QPushButton, "verifyRestore").click()


def test_a_noted_hash_goes_along_and_a_bad_one_is_told(dialog: VerifyCase, qtbot: QtBot) -> None:
    noted = child(dialog, QLineEdit, "verifyNoted")
    noted.setText(f" {HASH} ")
    with qtbot.waitSignal(dialog.asked) as asked:
        child(dialog, QPushButton, "verifyAgain").click()
    assert asked.args == [HASH]
    dialog.show_verdict(Found())
    assert told(dialog) == "✓ a is what its journal says. The noted line is in it."
    dialog.refuse("“x” is no hash of a line.")
    assert told(dialog) == "“x” is no hash of a line."
    assert child(dialog, QPushButton, "verifyAgain").isEnabled()


def test_mending_is_offered_where_it_helps_and_may_be(qtbot: QtBot) -> None:
    found = Found(("the index of words is not what the rows say. Type mend.", "claim 3 is missing."), hint="Type mend.")
    for may_mend in (True, False):
        dialog = VerifyCase("a", may_mend=may_mend)
        qtbot.addWidget(dialog)
        dialog.show()
        mend = child(dialog, QPushButton, "verifyMend")
        assert not mend.isVisible()
        dialog.show_verdict(Found(("claim 3 is missing.",)))
        assert not mend.isVisible()
        dialog.show_verdict(found)
        assert mend.isVisible() is may_mend
        faults = child(dialog, QPlainTextEdit, "verifyFaults").toPlainText()
        assert ("“Mend the indexes” makes it anew" in faults) is may_mend
        assert ("Type mend." in faults) is not may_mend
        if may_mend:
            with qtbot.waitSignal(dialog.mending):
                mend.click()
            assert not dialog.isVisible()
