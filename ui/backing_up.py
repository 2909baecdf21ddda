"""A backup of each case that is opened, made behind the window and beside all other work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from threading import Event, Lock

from PySide6.QtCore import QObject

from ui.session import Session
from ui.tasks import Runner
from workbench.case import EXAMINING, Waiting, backups


class BackingUp(QObject):
    """Copies the case on a thread of its own, and lets go of it before the case is closed.

    What would still have the file open then would keep others from replacing it, and what was written ahead from being
    brought into it. A backup that was stopped so is made the next time the case is opened.
    """

    def __init__(
        self, session: Session, aside: Runner, in_turn: Runner, report: Callable[[Exception], None], parent: QObject
    ) -> None:
        """Work `aside`; where who reads the case keeps others from writing, `in_turn` with the reading of articles."""
        super().__init__(parent)
        self._session, self._aside, self._in_turn, self._report = session, aside, in_turn, report
        self._stop = Event()
        #: Held while the case is read, and while anything is done.
        self._reading, self._under_way = Lock(), Lock()
        session.opened.connect(self.begin)
        session.let_go.connect(self.still)
        session.backing_up.connect(self.stop)

    def begin(self) -> None:
        """Have the open case copied; one that holds nothing yet, or that another writes to, needs no backup."""
        session, path = self._session, self._session.path
        if path is None or session.refusal or len(session.log(limit=2)) < 2:
            return
        if self._stop.is_set():
            self._stop = Event()
        stop, key, folder = self._stop, session.key, backups.folder_of(path, session.backups_in)

        def work() -> None:
            with self._under_way, ExitStack() as reading:
                reading.enter_context(self._reading)
                waiting = Waiting(stop.is_set, partial(_let_go, reading))
                backups.back_up(path, folder, datetime.now(UTC), key, waiting=waiting)

        runner = self._aside if session.is_written_ahead else self._in_turn
        runner.run(work, lambda _: None, partial(self._failed, stop))

    def still(self) -> None:
        """Stop the backup that is under way or waits, and return when it has let go of the case."""
        self._stop.set()
        with self._reading:
            pass

    def stop(self) -> None:
        """Stop it, and return when nothing of it is left."""
        self._stop.set()
        with self._under_way:
            pass

    def _failed(self, stop: Event, error: Exception) -> None:
        if not stop.is_set():
            self._report(error)


def _let_go(reading: ExitStack, what: str, _done: int, _total: int) -> None:
    """Say that the case is no longer read, once it is the copy that is examined."""
    if what == EXAMINING:
        reading.close()
