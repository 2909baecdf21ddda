"""The open case is examined behind the window, which lets go of it in time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.waits import Waits
from tests.ui.window import Opened, opened
from ui.dialogs.restore import Restore
from ui.dialogs.verify_case import VerifyCase
from ui.examining import Examining
from workbench import acts


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.create(tmp_path / "a.case")
        fill(desk.session)
        yield desk


def shown(desk: Opened) -> tuple[VerifyCase, str]:
    dialog = child(desk.window, VerifyCase)
    return dialog, child(dialog, QLabel, "verifyTold").text()


def test_a_sound_case_is_told_to_be(desk: Opened) -> None:
    desk.do("verify_case")
    assert shown(desk)[1] == "✓ a is what its journal says."


def test_the_last_hash_is_found_again_and_another_is_not(desk: Opened) -> None:
    desk.do("verify_case")
    dialog, _ = shown(desk)
    noted = child(dialog, QLineEdit, "verifyNoted")
    noted.setText(child(dialog, QLineEdit, "verifyHash").text())
    child(dialog, QPushButton, "verifyAgain").click()
    assert shown(desk)[1] == "✓ a is what its journal says. The noted line is in it."
    noted.setText("0" * 64)
    child(dialog, QPushButton, "verifyAgain").click()
    assert shown(desk)[1] == "✗ a is not what its journal says: 1 fault."
    noted.setText("nothing")
    child(dialog, QPushButton, "verifyAgain").click()
    assert shown(desk)[1].startswith("“nothing” is no hash of a line")


def test_what_was_changed_by_hand_is_told_and_a_backup_offered(desk: Opened, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.case") as other:
        other.execute("UPDATE article SET title = 'Other' WHERE id = 1")
    other.close()
    desk.do("verify_case")
    dialog, told = shown(desk)
    assert told.startswith("✗ a is not what its journal says")
    assert "article" in child(dialog, QPlainTextEdit, "verifyFaults").toPlainText()
    child(dialog, QPushButton, "verifyRestore").click()
    assert child(desk.window, Restore).isVisible()


def test_a_case_that_is_closed_meanwhile_is_let_go(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    later = Waits()
    monkeypatch.setattr(child(desk.window, Examining), "_aside", later)
    desk.do("verify_case")
    dialog, told = shown(desk)
    assert told.startswith("The case is examined.")
    desk.session.close_case()
    assert not dialog.isVisible()
    later.do()


def test_a_correction_made_while_it_waits_is_examined_too(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    later = Waits()
    monkeypatch.setattr(child(desk.window, Examining), "_aside", later)
    desk.do("verify_case")
    claim = desk.session.claims(1)[0]
    assert desk.session.apply(acts.accept(claim))
    later.do()
    assert shown(desk)[1] == "✓ a is what its journal says."
