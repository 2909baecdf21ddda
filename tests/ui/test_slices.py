"""Long work is done a little at a time, and what takes no time at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.slices import Slices
from workbench.errors import WorkbenchError


class Work:
    """Three steps, and what became of them."""

    def __init__(self, flaw: str = "") -> None:
        self.taken, self.told, self._flaw = 0, list[str](), flaw

    def steps(self) -> Iterator[None]:
        for _ in range(3):
            if self._flaw and self.taken == 2:
                raise WorkbenchError(self._flaw)
            self.taken += 1
            yield

    def done(self) -> None:
        self.told.append("done")

    def failed(self, error: WorkbenchError) -> None:
        self.told.append(str(error))


@pytest.fixture
def work() -> Work:
    return Work()


def test_what_takes_no_time_is_done_at_once(work: Work, qapp: QApplication) -> None:
    slices = Slices(at_once=60)
    assert slices.begin(work.steps(), work.done, work.failed)
    assert (work.taken, work.told, slices.is_busy) == (3, ["done"], False)


@pytest.mark.parametrize(("least", "at_once"), [(4, True), (3, False)])
def test_so_few_steps_are_taken_at_once_on_a_busy_machine(work: Work, least: int, at_once: bool, qtbot: QtBot) -> None:
    slices = Slices(at_once=0, each=0, least=least)
    assert slices.begin(work.steps(), work.done, work.failed) is at_once
    assert (work.taken, slices.is_busy) == (3, not at_once)
    slices.finish()


def test_else_it_is_done_between_the_events(work: Work, qtbot: QtBot) -> None:
    slices, kept = Slices(at_once=0, each=0), gc.get_freeze_count()
    assert not slices.begin(work.steps(), work.done, work.failed)
    assert (work.taken, work.told, slices.is_busy) == (1, [], True)
    qtbot.waitUntil(lambda: work.told == ["done"])
    assert (work.taken, slices.is_busy) == (3, False)
    assert gc.get_freeze_count() > kept, "nothing looks through what was made for garbage"


def test_what_is_stopped_or_replaced_is_told_to_nobody(work: Work, qtbot: QtBot) -> None:
    slices, later = Slices(at_once=0, each=0), Work()
    slices.begin(work.steps(), work.done, work.failed)
    slices.begin(later.steps(), later.done, later.failed)
    qtbot.waitUntil(lambda: later.told == ["done"])
    assert (work.taken, work.told) == (1, [])
    slices.begin(work.steps(), work.done, work.failed)
    slices.stop()
    QApplication.processEvents()
    assert not slices.is_busy
    assert not work.told


def test_what_is_needed_now_is_done_now(work: Work, qapp: QApplication) -> None:
    slices = Slices(at_once=0, each=0)
    slices.finish()
    slices.begin(work.steps(), work.done, work.failed)
    slices.finish()
    assert (work.taken, work.told, slices.is_busy) == (3, ["done"], False)


@pytest.mark.parametrize("at_once", [0, 60])
def test_what_could_not_be_done_says_why(at_once: float, qtbot: QtBot) -> None:
    work = Work("The case cannot be read.")
    slices = Slices(at_once=at_once, each=0)
    slices.begin(work.steps(), work.done, work.failed)
    qtbot.waitUntil(lambda: bool(work.told))
    assert (work.taken, work.told, slices.is_busy) == (2, ["The case cannot be read."], False)


def test_a_later_piece_of_work_can_be_begun_once_one_is_done(work: Work, qapp: QApplication) -> None:
    slices, later = Slices(at_once=60), Work()

    def go_on() -> None:
        slices.begin(later.steps(), later.done, later.failed)

    slices.begin(work.steps(), go_on, work.failed)
    assert (work.told, later.told) == ([], ["done"])
