"""A backup of each case that is opened, and before a merge: made behind the window and beside all other work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event, Lock

from PySide6.QtCore import QObject, Signal

from ui.session import Session
from ui.tasks import Runner
from workbench.case import EXAMINING, Waiting, backups

Telling = Callable[[str, int, int], object]


class BackingUp(QObject):
    """Copies the case on a thread of its own, and lets go of it before the case is closed.

    What would still have the file open then would keep others from replacing it, and what was written ahead from being
    brought into it. A backup that was stopped so is made the next time the case is opened.
    """

    #: What is done for a backup that somebody waits for, how much of it, of how much; emitted on the working thread.
    told = Signal(str, int, int)

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

    def begin(self) -> None:
        """Have the open case copied; one that holds nothing yet, or that another writes to, needs no backup."""
        path = self._session.path
        if path is None or self._session.refusal or len(self._session.log(limit=2)) < 2:
            return
        if self._stop.is_set():
            self._stop = Event()
        self._make(path, _unheard, lambda: None, partial(self._failed, self._stop))

    def make(self, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Have the open case copied now, while `told` says how far that is; then call `done`, or `failed` with why not.

        Where `still` ends it that is Stopped.
        """
        self.stop()
        self._stop = Event()
        if (path := self._session.path) is not None:
            self._make(path, self.told.emit, done, failed)

    def _make(self, path: Path, told: Telling, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        session, stop = self._session, self._stop
        key, folder = session.key, backups.folder_of(path, session.backups_in)

        def work() -> None:
            with self._under_way, ExitStack() as reading:
                reading.enter_context(self._reading)
                waiting = Waiting(stop.is_set, partial(_tell, reading, told))
                backups.back_up(path, folder, datetime.now(UTC), key, waiting=waiting)

        runner = self._aside if session.is_written_ahead else self._in_turn
        runner.run(work, lambda _: done(), failed)

    def still(self) -> None:
        """Stop the backup that is under way or waits, and return when it has let go of the case."""
        self._stop.set()
        with self._reading:
            pass

    def give_up(self) -> None:
        """Have it stopped as soon as it can be."""
        self._stop.set()

    def stop(self) -> None:
        """Stop it, and return when nothing of it is left."""
        self._stop.set()
        with self._under_way:
            pass

    def _failed(self, stop: Event, error: Exception) -> None:
        if not stop.is_set():
            self._report(error)


def _tell(reading: ExitStack, told: Telling, what: str, done: int, total: int) -> None:
    """Pass on how far it is; once it is the copy that is examined, the case is no longer read."""
    if what == EXAMINING:
        reading.close()
    told(what, done, total)


def _unheard(_what: str, _done: int, _total: int) -> None:
    """Let nobody wait for the backup after opening."""
