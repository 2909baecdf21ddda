"""Who waits for long work on a case: hears how far it has come, and may have it stopped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from workbench.errors import Stopped, WorkbenchError

#: SQLite asks after so many steps of its machine whether it is to go on: some milliseconds.
_STEPS = 50_000


#: What is done to a case of an older schema, one after the other.
COPYING = "A backup of it is made."
EXAMINING = "The backup is examined."
RAISING = "It is brought up to this version."
#: What is done to a case whose indexes are damaged, after a backup of it.
MENDING = "The indexes are made anew."


def _never() -> bool:
    return False


def _nothing(_words: str, _done: int, _total: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class Waiting:
    """`stopped` is asked time and again whether the work is to end; `told` what is done, how much of it, of how much.

    Both may be called on any thread. Where it is not known how much there is, that is 0.
    """

    stopped: Callable[[], bool]
    told: Callable[[str, int, int], object] = _nothing

    def look(self) -> None:
        """Raise Stopped where nobody waits any longer."""
        if self.stopped():
            raise Stopped("This was stopped. The case is as it was.")

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Have what is cut off inside end as Stopped, and not as the fault it looks like where it happens."""
        self.look()
        try:
            yield
        except WorkbenchError:
            self.look()
            raise

    @contextmanager
    def heeded_by(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Have SQLite give up what it does inside on a connection once it is to be stopped."""
        connection.set_progress_handler(self.stopped, _STEPS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)


#: Nobody, who hears nothing and stops nothing.
NOBODY = Waiting(_never)
