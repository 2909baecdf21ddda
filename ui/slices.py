"""Long work on the window's own thread, a little at a time between its events.

Python lets one thread reckon at a time, so a second one would not keep the window free: with 40,000 claims a correction
took up to 1.5 s beside a thread that reckoned them, and between slices 0.1 s, as without either. What is done in slices
also needs no second connection, and reads the case as it is after whatever was changed since the slice before.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from workbench.errors import WorkbenchError

#: What is done within a tenth of a second is there at once; after that, slices too short to be felt (in seconds).
_BLINK, _SLICE = 0.1, 0.01


@dataclass(frozen=True, slots=True)
class _Work:
    steps: Iterator[object]
    done: Callable[[], None]
    failed: Callable[[WorkbenchError], None]


class Slices(QObject):
    """Does one piece of work, a slice whenever the window has nothing else to do."""

    def __init__(
        self, parent: QObject | None = None, at_once: float = _BLINK, each: float = _SLICE, least: int = 1
    ) -> None:
        """Work for `at_once` seconds before `begin` returns, later for `each` seconds at a time.

        What has fewer than `least` steps is done at once, however busy the machine.
        """
        super().__init__(parent)
        self.least = least
        self.at_once, self.each = at_once, each
        self._work: _Work | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be done."""
        return self._work is not None

    def begin(
        self, steps: Iterator[object], done: Callable[[], None], failed: Callable[[WorkbenchError], None]
    ) -> bool:
        """Take these steps in place of what is under way, then call `done`, or `failed` with why it could not be.

        Return whether that was done already.
        """
        self._work = _Work(steps, done, failed)
        self._timer.start()
        self._go_on(self.at_once, self.least)
        return not self.is_busy

    def finish(self) -> None:
        """Do at once all that is still to be done."""
        while self.is_busy:
            self._go_on(self.each)

    def stop(self) -> None:
        """Leave undone what is not done yet; nobody is told."""
        self._timer.stop()
        self._work = None

    def _next(self) -> None:
        self._go_on(self.each)
        # What long work makes is kept. To look through it for garbage time and again would stop the window: for 0.2 s
        # with 40,000 claims.
        gc.freeze()

    def _go_on(self, seconds: float, least: int = 1) -> None:
        if (work := self._work) is None:
            return
        try:
            over = _is_over(work.steps, monotonic() + seconds, least)
        except WorkbenchError as error:
            self.stop()
            work.failed(error)
            return
        if over:
            self.stop()
            work.done()


def _is_over(steps: Iterator[object], until: float, least: int) -> bool:
    """Take steps until then, at least so many; tell whether none is left."""
    return all(number < least or monotonic() < until for number, _ in enumerate(steps, 1))
