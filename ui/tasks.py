"""Work off the UI thread: plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Runner(Protocol):
    """What can run work: in the background, or at once in a test."""

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Do `work`, then call `done` with what it returned or `failed` with what it raised, on the UI thread."""

    def finish(self) -> None:
        """Wait until all work that was begun has ended."""


class _Outcome(QObject):
    """Carries one outcome to the UI thread, where it lives."""

    arrived = Signal(bool, object)


class _Runnable(QRunnable):
    def __init__(self, work: Work, outcome: _Outcome) -> None:
        super().__init__()
        self._work = work
        self._outcome = outcome

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:
            self._outcome.arrived.emit(False, error)
        else:
            self._outcome.arrived.emit(True, result)


class Tasks(QObject):
    """Runs work on one thread of its own, in order: spaCy's pipelines are not made for two at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._waiting: dict[_Outcome, tuple[Done, Failed]] = {}

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Do `work` behind, then call `done` or `failed` on the UI thread."""
        outcome = _Outcome(self)
        self._waiting[outcome] = (done, failed)
        outcome.arrived.connect(self._deliver)
        self._pool.start(_Runnable(work, outcome))

    @Slot(bool, object)
    def _deliver(self, succeeded: bool, value: Any) -> None:
        outcome = self.sender()
        if not isinstance(outcome, _Outcome) or outcome not in self._waiting:
            return  # what arrives after `finish` is nobody's
        done, failed = self._waiting.pop(outcome)
        outcome.deleteLater()
        (done if succeeded else failed)(value)

    def finish(self) -> None:
        """Wait for the work under way; what has not begun is dropped, and nobody is told of either.

        Nothing is disconnected: the thread that works may just be telling what came of it, and the two could wait for
        each other, one with Python's lock, the other with Qt's.
        """
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()


class InlineTasks:
    """Runs work at once, on the calling thread: for tests and scripts."""

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        """Do `work` and call `done` or `failed` before returning."""
        try:
            result = work()
        except Exception as error:
            failed(error)
        else:
            done(result)

    def finish(self) -> None:
        """Return at once: nothing is ever under way."""
