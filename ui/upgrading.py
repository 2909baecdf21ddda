"""A case of an older version of the program, brought up to this one behind the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from ui.dialogs.upgrade import Upgrade
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Runner
from workbench.case import Case, Key, Waiting
from workbench.errors import Stopped, WorkbenchError


class Upgrading(QObject):
    """Has it backed up and rewritten, all or nothing, and opens it then; `failed` names one that could not be."""

    failed = Signal(object)
    #: What is done, how much of it, of how much; emitted on the thread that does it.
    told = Signal(str, int, int)

    def __init__(
        self, window: MainWindow, session: Session, tasks: Runner, report: Callable[[Exception], None]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._tasks, self._report = window, session, tasks, report
        self._stop = Event()
        session.outdated.connect(self.begin)
        window.closing.connect(self.stop)

    def begin(self, path: Path, key: Key | None) -> None:
        """Bring the case at `path` up to this program's schema while a dialog says how far that has come."""
        session, stop = self._session, Event()
        self._stop = stop
        analyst, backups_in = session.analyst, session.backups_in
        waiting = Waiting(stop.is_set, self.told.emit)
        dialog = Upgrade(path.name, self._window)
        self.told.connect(dialog.show_progress)
        dialog.stopped.connect(stop.set)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

        def work() -> None:
            Case.open(path, analyst, backups_in=backups_in, key=key, waiting=waiting).close()

        def done(_: object) -> None:
            dialog.accept()
            session.open(path, key)

        def failed(error: Exception) -> None:
            dialog.accept()
            self._tell(path, error)

        self._tasks.run(work, done, failed)

    def stop(self) -> None:
        """Let the case that is under way be as it was."""
        self._stop.set()

    def _tell(self, path: Path, error: Exception) -> None:
        if not isinstance(error, WorkbenchError):
            self._report(error)
            return
        stopped = f"{path.name} was not brought up to this version, and is as it was."
        self._session.problem.emit(stopped if isinstance(error, Stopped) else str(error))
        if not isinstance(error, Stopped):
            self.failed.emit(path)
