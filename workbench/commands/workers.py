"""The same work on many items in several processes, results in the order of the items."""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from workbench.commands.offline import stay_offline
from workbench.errors import WorkbenchError

Item = TypeVar("Item")
Result = TypeVar("Result")
#: How many items a process may be ahead of what was handed out: enough to keep it busy, little to hold in memory.
_AHEAD = 8
#: Seconds of work that starting other processes is not worth.
ALONE = 1.0
#: Seconds after which the feeder looks whether anyone still listens.
_PATIENCE = 0.2


def cores() -> int:
    """Return how many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)  # not on Windows, nor on macOS
    return len(usable(0)) if usable else os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, alone: float = ALONE
) -> Generator[Result, None, None]:
    """Yield `work` of each item, in order and as soon as it is ready; `jobs` processes work, with 1 this one does.

    `items` may be a stream that waits: what was read is answered without waiting for more. This process works
    `alone` (seconds, after its first item, which warms it up) before it starts others: little is done sooner so.
    """
    stream = iter(items)
    worked = 0.0
    for number, item in enumerate(stream):
        began = time.monotonic()
        result = work(item)
        worked += time.monotonic() - began if number else 0.0
        yield result
        if jobs > 1 and worked >= alone:
            break
    else:
        return
    yield from _together(work, stream, jobs)


def _together(work: Callable[[Item], Result], items: Iterator[Item], jobs: int) -> Generator[Result, None, None]:
    # Fresh processes on every system: a forked one would inherit threads in mid-step.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
    feeder = _Feeder(pool, work, items, jobs * _AHEAD)
    try:
        yield from feeder.results()
    except BrokenProcessPool as error:
        raise WorkbenchError(
            "A worker process ended in mid-work, most often for want of memory. Run it again with --jobs 1."
        ) from error
    finally:
        feeder.stop()
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Begin as the parent did, but leave interrupts to it, and end with it."""
    stay_offline()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    """End this process once the other has: killed, it tells nobody, and work would be waited for here for ever."""
    parent.join()
    os._exit(1)


class _Feeder(Generic[Item, Result]):
    """Hands items to a pool on a thread of its own, so that reading the next never keeps a result waiting."""

    def __init__(
        self, pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterable[Item], ahead: int
    ) -> None:
        self._queue: queue.Queue[Future[Result] | Exception | None] = queue.Queue(ahead)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._feed, args=(pool, work, items), daemon=True)
        self._thread.start()

    def results(self) -> Iterator[Result]:
        """Yield the results in order, and raise what reading an item raised."""
        while (entry := self._queue.get()) is not None:
            if isinstance(entry, Future):
                yield entry.result()
            else:
                raise entry

    def stop(self) -> None:
        """Let the thread end; one that waits for its next item ends with it or with the program."""
        self._stopped.set()

    def _feed(self, pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Iterable[Item]) -> None:
        try:
            for item in items:
                if not self._put(pool.submit(work, item)):
                    return
        except (OSError, RuntimeError) as error:
            self._put(error)
        else:
            self._put(None)

    def _put(self, entry: Future[Result] | Exception | None) -> bool:
        while not self._stopped.is_set():
            try:
                self._queue.put(entry, timeout=_PATIENCE)
            except queue.Full:
                continue
            return True
        return False
