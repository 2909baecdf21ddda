from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator

import pytest

from workbench.commands.workers import cores, in_order
from workbench.errors import WorkbenchError


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def die(number: int) -> int:
    if number == 3:
        os._exit(1)
    return number


def reach_out(number: int) -> str:
    if number:
        try:
            socket.socket().close()
        except RuntimeError as error:
            return str(error)
    return "nothing tried"


def broken() -> Iterator[int]:
    yield 1
    raise OSError(5, "the disk is gone")


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    results = list(in_order(square, range(40), jobs, alone=0))
    assert [result for result, _ in results] == [number * number for number in range(40)]
    processes = {process for _, process in results[1:]}
    assert (os.getpid() in processes) == (jobs == 1)
    assert len(processes) <= jobs


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_answer_does_not_wait_for_the_next_item(jobs: int) -> None:
    """A program may ask, read the answer, and only then ask again."""
    answered = threading.Event()

    def ask() -> Iterator[int]:
        yield 3
        assert answered.wait(60)
        yield 4

    results = in_order(square, ask(), jobs, alone=0)
    assert next(results)[0] == 9
    answered.set()
    assert next(results)[0] == 16
    assert list(results) == []


def test_little_work_is_done_alone() -> None:
    assert {process for _, process in in_order(square, range(40), 2, alone=60)} == {os.getpid()}


def test_whoever_stops_listening_leaves_nothing_running() -> None:
    results = in_order(square, iter(range(10_000)), 2, alone=0)
    assert [next(results)[0] for _ in range(3)] == [0, 1, 4]
    results.close()


def test_a_worker_is_offline_too() -> None:
    first, second = in_order(reach_out, range(2), 2, alone=0)
    assert first == "nothing tried"
    assert "opens no network connection" in second


def test_a_stream_that_breaks_is_told() -> None:
    with pytest.raises(OSError, match="the disk is gone"):
        list(in_order(square, broken(), 2, alone=0))


def test_a_worker_that_dies_gets_a_sentence() -> None:
    with pytest.raises(WorkbenchError, match="--jobs 1"):
        list(in_order(die, range(10), 2, alone=0))


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
