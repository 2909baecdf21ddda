"""Backups of the case that is opened: beside all other work, and out of the way in time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from tests.ui.waits import Waits
from ui.backing_up import BackingUp
from ui.session import Session
from ui.tasks import Tasks
from workbench import acts
from workbench.case import EXAMINING, Case, Waiting, backups, verify
from workbench.errors import NotACaseFile, Stopped
from workbench.model.actor import Side


class Desk:
    """A session, what backs its cases up, and what was reported."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.aside, self.in_turn = Waits(), Waits()
        self.parent = QObject()
        self.told: list[Exception] = []
        self.backing_up = BackingUp(session, self.aside, self.in_turn, self.told.append, self.parent)

    @property
    def made(self) -> list[backups.Backup]:
        assert self.session.path is not None
        return self.session.backups_of(self.session.path)


@pytest.fixture
def desk(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Hold a session on no case; a case of one article lies in the folder."""
    session = session_on(tmp_path / "a.case", resources)
    fill(session)
    session.close_case()
    yield Desk(session)
    session.close_case()


def test_a_case_is_backed_up_aside_when_it_is_opened(desk: Desk, tmp_path: Path) -> None:
    desk.session.open(tmp_path / "a.case")
    assert not desk.in_turn.work
    assert desk.made == []
    desk.aside.do()
    (made,) = desk.made
    assert verify(made.path).faults == ()
    assert not desk.told


def test_an_empty_case_and_one_that_another_writes_to_are_not(desk: Desk, tmp_path: Path) -> None:
    desk.session.create(tmp_path / "new.case")
    assert not desk.aside.work
    other = Case.open(tmp_path / "a.case", "Ben")
    desk.session.open(tmp_path / "a.case")
    assert desk.session.refusal
    other.close()
    assert not desk.aside.work


def test_where_nothing_is_written_ahead_it_takes_its_turn(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.casefile.connection.stays", lambda _: False)
    desk.session.open(tmp_path / "a.case")
    assert not desk.aside.work
    desk.in_turn.do()
    assert len(desk.made) == 1


def test_what_waits_when_the_case_is_closed_never_begins(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    desk.session.open(path)
    desk.session.close_case()
    desk.aside.do()
    assert desk.session.backups_of(path) == []
    assert not desk.told
    desk.session.open(path)
    desk.aside.do()
    assert len(desk.made) == 1


def test_closing_stops_what_is_under_way_and_waits_until_it_has_let_go(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, begun, let_go = Tasks(), Event(), Event()

    def back_up(*_: object, waiting: Waiting) -> None:
        begun.set()
        while not waiting.stopped():
            pass
        let_go.set()
        waiting.look()

    monkeypatch.setattr(backups, "back_up", back_up)
    told: list[Exception] = []
    behind = BackingUp(desk.session, tasks, tasks, told.append, desk.parent)
    desk.session.opened.disconnect(desk.backing_up.begin)
    desk.session.open(tmp_path / "a.case")
    assert begun.wait(10)
    desk.session.close_case()
    assert let_go.is_set()
    behind.still()
    tasks.finish()
    assert not told


def test_closing_does_not_wait_while_the_copy_is_examined(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, examining, may_end, ended = Tasks(), Event(), Event(), Event()

    def back_up(*_: object, waiting: Waiting) -> None:
        waiting.told(EXAMINING, 0, 0)
        examining.set()
        may_end.wait(10)
        ended.set()

    monkeypatch.setattr(backups, "back_up", back_up)
    behind = BackingUp(desk.session, tasks, tasks, desk.told.append, desk.parent)
    desk.session.opened.disconnect(desk.backing_up.begin)
    desk.session.open(tmp_path / "a.case")
    assert examining.wait(10)
    desk.session.close_case()
    assert not ended.is_set()
    may_end.set()
    behind.stop()
    assert ended.is_set()
    tasks.finish()


def test_a_fault_of_the_case_is_told(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **_more: object) -> None:
        raise NotACaseFile("It does not verify.")

    monkeypatch.setattr(backups, "back_up", fail)
    desk.session.open(tmp_path / "a.case")
    desk.aside.do()
    assert [str(error) for error in desk.told] == ["It does not verify."]


def test_a_backup_that_is_waited_for_takes_the_place_of_the_one_that_waits(desk: Desk, tmp_path: Path) -> None:
    done: list[str] = []
    desk.session.open(tmp_path / "a.case")
    desk.backing_up.make(lambda: done.append("made"), desk.told.append)
    assert not done
    desk.aside.do()
    assert done == ["made"]
    assert len(desk.made) == 1
    assert not desk.told


def test_who_waits_for_a_backup_hears_how_far_it_is_and_that_it_was_stopped(desk: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    desk.backing_up.told.connect(lambda what, _done, _total: said.append(what))
    desk.session.open(tmp_path / "a.case")
    desk.aside.do()
    assert not said
    assert desk.session.apply(acts.add_values("add_side", [Side("third", "A third party", "#0072B2")]))
    desk.backing_up.make(lambda: pytest.fail("it was stopped"), desk.told.append)
    desk.backing_up.give_up()
    desk.aside.do()
    assert [type(error) for error in desk.told] == [Stopped]
    desk.backing_up.make(lambda: None, desk.told.append)
    desk.aside.do()
    assert EXAMINING in said
    assert len(desk.made) == 2
