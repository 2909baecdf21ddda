"""The open case examined behind the window, and what was found shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Runner
from workbench.case import Waiting, verify
from workbench.errors import Stopped, WorkbenchError

if TYPE_CHECKING:
    from ui.dialogs.verify_case import Verdict, VerifyCase


class Examining(QObject):
    """Holds the case against its journal on a thread of its own, and lets go of it before the case is closed."""

    #: A backup of the case is wanted in its place.
    restoring = Signal()
    #: Its indexes are to be made anew.
    mending = Signal()

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        aside: Runner,
        in_turn: Runner,
        report: Callable[[Exception], None],
    ) -> None:
        """Work `aside`; where who reads the case keeps others from writing, `in_turn` with the reading of articles."""
        super().__init__(window)
        self._window, self._session, self._aside, self._in_turn = window, session, aside, in_turn
        self._report = report
        self._stop, self._under_way = Event(), Lock()
        session.let_go.connect(self.still)

    def verify_case(self) -> None:
        """Examine the open case, and show what is wrong with it and since when, or that nothing is."""
        from ui.dialogs.verify_case import VerifyCase

        path = self._session.path
        if path is None:
            return
        dialog = VerifyCase(path.stem, self._window, may_mend=not self._session.refusal)
        dialog.asked.connect(lambda noted: self._examine(dialog, path, noted))
        dialog.restoring.connect(self.restoring)
        dialog.mending.connect(self.mending)
        dialog.finished.connect(lambda _result: self._stop.set())
        dialog.finished.connect(dialog.deleteLater)
        self._session.opened.connect(dialog.reject)
        dialog.open()
        dialog.ask()

    def still(self) -> None:
        """Stop what is under way, and return when it has let go of the case."""
        self._stop.set()
        with self._under_way:
            pass

    def _examine(self, dialog: VerifyCase, path: Path, noted: str) -> None:
        self._stop = stop = Event()
        key, session = self._session.key, self._session

        def work() -> Verdict:
            with self._under_way:
                return verify(path, noted, key, waiting=Waiting(stop.is_set))

        def done(found: Verdict) -> None:
            if not stop.is_set():
                dialog.show_verdict(found)

        def failed(error: Exception) -> None:
            if isinstance(error, Stopped):
                return
            if not stop.is_set():
                dialog.refuse(str(error) if isinstance(error, WorkbenchError) else "")
            if not isinstance(error, WorkbenchError):
                self._report(error)

        runner = self._aside if session.is_written_ahead else self._in_turn
        runner.run(work, done, failed)
