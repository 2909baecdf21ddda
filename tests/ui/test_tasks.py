from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from ui.tasks import InlineTasks, Tasks


def test_work_runs_behind_and_its_result_arrives_in_front(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[object] = []
    tasks.run(threading.get_ident, seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen != [threading.get_ident()]
    where: list[int] = []
    tasks.run(lambda: None, lambda _: where.append(threading.get_ident()), seen.append)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
    tasks.finish()


def test_tasks_come_back_in_order(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, seen.append, lambda _: None)  # type: ignore[misc]  # bound by default
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))
    tasks.finish()


def test_what_fails_is_told_and_the_next_goes_on(qtbot: QtBot) -> None:
    tasks = Tasks()
    failures: list[Exception] = []
    results: list[object] = []
    tasks.run(lambda: 1 // 0, results.append, failures.append)
    tasks.run(lambda: 7, results.append, failures.append)
    qtbot.waitUntil(lambda: bool(results))
    assert results == [7]
    assert [type(f) for f in failures] == [ZeroDivisionError]
    tasks.finish()


def test_finishing_waits_and_tells_nobody(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun, may_end = threading.Event(), threading.Event()
    told: list[object] = []

    def work() -> None:
        begun.set()
        may_end.wait(5)

    tasks.run(work, told.append, told.append)
    assert begun.wait(5)
    may_end.set()
    tasks.finish()
    assert not told


def test_what_ended_before_it_was_heard_is_told_to_nobody(qtbot: QtBot) -> None:
    tasks = Tasks()
    told: list[object] = []
    ended = threading.Event()
    tasks.run(ended.set, told.append, told.append)
    assert ended.wait(5)
    tasks.finish()
    QCoreApplication.processEvents()
    assert told == []


def test_finishing_again_and_work_after_it_are_no_fault(qtbot: QtBot) -> None:
    """A window that is closed early shares its work among several parts, each of which finishes it."""
    tasks = Tasks()
    told: list[object] = []
    tasks.run(lambda: 1, told.append, told.append)
    for _ in range(3):
        tasks.finish()
    tasks.run(lambda: 2, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [2]
    tasks.finish()


def test_the_inline_twin_keeps_the_same_promise() -> None:
    seen: list[object] = []
    InlineTasks().run(lambda: 7, seen.append, lambda _: None)
    InlineTasks().run(lambda: 1 // 0, lambda _: None, seen.append)
    InlineTasks().finish()
    assert seen[0] == 7
    assert isinstance(seen[1], ZeroDivisionError)
