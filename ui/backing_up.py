"""A backup of each case that is opened, made behind the window and beside all other work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from threading import Event, Lock

from PySide6.QtCore import QObject

from ui.session import Session
from ui.tasks import Runner
from workbench.case import Waiting, backups


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
        self._under_way = Lock()
        session.opened.connect(self.begin)
        session.let_go.connect(self.still)

    def begin(self) -> None:
        """Have the open case copied; one that holds nothing yet, or that another writes to, needs no backup."""
        session, path = self._session, self._session.path
        if path is None or session.refusal or len(session.log(limit=2)) < 2:
            return
        if self._stop.is_set():
            self._stop = Event()
        stop, key, folder = self._stop, session.key, backups.folder_of(path, session.backups_in)

        def work() -> None:
            with self._under_way:
                backups.back_up(path, folder, datetime.now(UTC), key, waiting=Waiting(stop.is_set))

        runner = self._aside if session.is_written_ahead else self._in_turn
        runner.run(work, lambda _: None, partial(self._failed, stop))

    def still(self) -> None:
        """Stop the backup that is under way or waits, and return when it has let go of the case."""
        self._stop.set()
        with self._under_way:
            pass

    def _failed(self, stop: Event, error: Exception) -> None:
        if not stop.is_set():
            self._report(error)
