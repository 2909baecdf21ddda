"""A case to which acts wait to be written is not left by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.window import Opened, opened
from tests.workbench.casefile.failing import FullDrive
from ui.dialogs.leave_unwritten import LeaveUnwritten
from ui.dialogs.passphrase import Passphrase
from workbench import acts
from workbench.case import Case
from workbench.model.mention import Status


@pytest.fixture
def desk(drive: FullDrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    """Return a window in which a claim was accepted on a full drive."""
    with opened(monkeypatch, tmp_path / "own") as desk:
        assert desk.session.create(tmp_path / "a.case")
        fill(desk.session)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        drive.full = True
        desk.session.apply(acts.accept(desk.session.claims()[0]), asker="inspector")
        yield desk
        drive.full = False


def asked(desk: Opened) -> LeaveUnwritten:
    (dialog,) = (found for found in desk.window.findChildren(LeaveUnwritten) if found.isVisible())
    return dialog


def status(tmp_path: Path) -> Status:
    case = Case.open_reading(tmp_path / "a.case")
    found = case.claims()[0].status
    case.close()
    return found


def test_a_case_is_closed_once_what_waited_is_written(desk: Opened, drive: FullDrive, tmp_path: Path) -> None:
    desk.do("close_case")
    dialog = asked(desk)
    told = child(dialog, QLabel, "leaveTold")
    assert "Drei Soldaten" in told.text()
    child(dialog, QPushButton, "leaveTry").click()
    assert dialog.isVisible()
    drive.full = False
    child(dialog, QPushButton, "leaveTry").click()
    assert not desk.session.is_open
    assert status(tmp_path) is Status.ACCEPTED


def test_a_case_can_be_left_without_it_and_that_is_told(desk: Opened, tmp_path: Path) -> None:
    desk.do("close_case")
    child(asked(desk), QPushButton, "leaveGiveUp").click()
    assert not desk.session.is_open
    assert status(tmp_path) is Status.PROPOSED


def test_cancel_leaves_all_as_it_is(desk: Opened) -> None:
    desk.do("sample_case")
    asked(desk).reject()
    assert desk.session.is_open
    assert "Drei Soldaten" in desk.session.unwritten


def test_the_window_closes_only_then(desk: Opened, drive: FullDrive) -> None:
    closed: list[bool] = []
    desk.window.closing.connect(lambda: closed.append(True))
    assert not desk.window.close()
    assert not desk.window.close()
    assert (desk.window.isVisible(), closed) == (True, [])
    drive.full = False
    child(asked(desk), QPushButton, "leaveTry").click()
    assert (desk.window.isVisible(), closed) == (False, [True])


def test_where_the_drive_has_room_again_nothing_is_asked(desk: Opened, drive: FullDrive, tmp_path: Path) -> None:
    drive.full = False
    assert desk.window.close()
    assert status(tmp_path) is Status.ACCEPTED


def test_the_bar_offers_to_try_again_until_nothing_waits(desk: Opened, drive: FullDrive) -> None:
    again = child(desk.window, QPushButton, "messageAgain")
    desk.session.problem.emit("Something else.")
    assert not again.isHidden()
    assert "Something else." in desk.window.message.sentence
    drive.full = False
    assert not desk.session.attempt(acts.edit_note(desk.session.claims()[1], "so"))
    assert not desk.window.message.isHidden(), "what came from elsewhere is written; this waits still"
    again.click()
    assert desk.window.message.isHidden()
    assert desk.session.claims()[0].status is Status.ACCEPTED


def test_giving_up_is_one_click_and_the_menu_says_what_undo_gives_up(desk: Opened) -> None:
    undo = child(desk.window, QAction, "undo")
    assert undo.text().endswith("(not written yet)")
    assert child(desk.window, QLabel, "undoAbout").text().endswith("(not written yet)")
    child(desk.window, QPushButton, "messageGiveUp").click()
    assert not desk.session.unwritten
    assert "Given up" in desk.window.message.sentence
    assert not undo.text().endswith("(not written yet)")
    assert not child(desk.window, QLabel, "undoAbout").text().endswith("(not written yet)")
    assert child(desk.window, QPushButton, "messageAgain").isHidden()


def test_no_passphrase_is_set_meanwhile(desk: Opened) -> None:
    desk.do("passphrase")
    assert not desk.window.findChildren(Passphrase)
    assert "Not written yet: accept" in desk.window.message.sentence
