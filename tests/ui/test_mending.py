"""Indexes that are at fault are made anew in the window: backed up before, verified after, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.waits import Waits
from tests.ui.window import Opened, opened
from tests.workbench.casefile.failing import FullDrive
from tests.workbench.casefile.lines import spoil
from ui.dialogs.upgrade import Upgrade
from ui.dialogs.verify_case import VerifyCase
from ui.intake import Intake
from ui.mending import Mending
from workbench import acts
from workbench.case import Case, cipher, verify


@pytest.fixture
def desk(drive: FullDrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    """Return a window that has just told of a case whose index of words is at fault."""
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.create(tmp_path / "a.case")
        fill(desk.session)
        spoil(tmp_path / "a.case", "DELETE FROM words; UPDATE tally SET count = 9 WHERE count = 2")
        desk.do("verify_case")
        yield desk
        drive.full = False


def verdicts(desk: Opened) -> list[str]:
    return [child(dialog, QLabel, "verifyTold").text() for dialog in desk.window.findChildren(VerifyCase)]


def faults(desk: Opened) -> str:
    return child(child(desk.window, VerifyCase), QPlainTextEdit, "verifyFaults").toPlainText()


def mend(desk: Opened) -> None:
    child(child(desk.window, VerifyCase), QPushButton, "verifyMend").click()


def later(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> Waits:
    waits = Waits()
    monkeypatch.setattr(child(desk.window, Mending), "_copies", waits)
    return waits


def test_it_is_backed_up_mended_opened_and_verified(desk: Opened, tmp_path: Path) -> None:
    assert "The index of words is not what the rows say" in faults(desk)
    rows = desk.session.claims()
    mend(desk)
    assert desk.session.path == tmp_path / "a.case"
    assert desk.session.claims() == rows
    assert verdicts(desk)[-1] == "✓ a is what its journal says."
    (backup,) = desk.session.backups_of(tmp_path / "a.case")
    assert any(fault.startswith("The index of words") for fault in verify(backup.path).faults)
    assert not desk.session.refusal


def test_the_case_stays_closed_meanwhile_and_may_be_left_as_it_was(
    desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = later(desk, monkeypatch)
    mend(desk)
    dialog = child(desk.window, Upgrade)
    assert not desk.session.is_open
    assert "a.case" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    child(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).click()
    waits.do()
    assert not dialog.isVisible()
    assert desk.session.path == tmp_path / "a.case"
    assert desk.window.message.sentence == "The indexes of a.case were not mended; the case is as it was."
    assert len(verify(tmp_path / "a.case").faults) > 1


def test_what_cannot_be_written_is_told_and_the_case_is_as_it_was(
    desk: Opened, drive: FullDrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = later(desk, monkeypatch)
    mend(desk)
    drive.full = True
    waits.do()
    assert "there is no room" in desk.window.message.sentence
    assert desk.session.path == tmp_path / "a.case"
    drive.full = False
    assert len(verify(tmp_path / "a.case").faults) > 1


def test_another_window_that_took_the_case_meanwhile_keeps_it(
    desk: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = later(desk, monkeypatch)
    mend(desk)
    other = Case.open(tmp_path / "a.case", "Ben")
    waits.do()
    assert "Ben" in desk.session.refusal
    other.close()
    desk.do("verify_case")
    shown = desk.window.findChildren(VerifyCase)[-1]
    mend_it = child(shown, QPushButton, "verifyMend")
    assert not mend_it.isVisibleTo(shown), "a case that is only read is not mended"


def test_articles_on_their_way_in_are_waited_for(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child(desk.window, Intake), "_under_way", 1)
    mend(desk)
    assert desk.session.is_open
    assert desk.window.message.sentence.startswith("Articles are being read.")
    monkeypatch.setattr(child(desk.window, Intake), "_under_way", None)


def test_what_waits_to_be_written_comes_first(desk: Opened, drive: FullDrive) -> None:
    drive.full = True
    desk.session.apply(acts.accept(desk.session.claims()[0]))
    mend(desk)
    assert desk.session.is_open
    assert "Not written yet: accept" in desk.window.message.sentence


def test_an_encrypted_case_stays_so(drive: FullDrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = cipher.new_key("eins zwei drei")
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.create(tmp_path / "b.case", key)
        fill(desk.session)
        spoil(tmp_path / "b.case", "DELETE FROM words", key)
        desk.do("verify_case")
        mend(desk)
        assert desk.session.key == key
        assert verdicts(desk)[-1] == "✓ b is what its journal says."
        (backup,) = desk.session.backups_of(tmp_path / "b.case")
        assert "The index of words" in verify(backup.path, key=key).faults[0]
