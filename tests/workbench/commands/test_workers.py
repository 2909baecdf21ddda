from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
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


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed as abruptly there")
def test_workers_end_with_a_program_that_is_killed() -> None:
    """Each of them holds the standard output, which is read to its end."""
    program = (
        "import os, signal\n"
        "from tests.workbench.commands.test_workers import square\n"
        "from workbench.commands.workers import in_order\n"
        "if __name__ == '__main__':\n"
        "    results = in_order(square, range(40), 2, alone=0)\n"
        "    print([next(results)[0] for _ in range(3)], flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "[0, 1, 4]\n")


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
