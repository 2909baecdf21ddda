"""The indexes of the open case made anew behind the window, after a backup of it, where they are at fault."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from ui.dialogs.upgrade import Upgrade
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Runner
from workbench.case import Case, Key, Waiting, backups
from workbench.errors import CaseNotWritable, Stopped, WorkbenchError

_BUSY = "Articles are being read. Wait until that is done, or stop it, then mend the indexes."
_UNWRITTEN = "The indexes can be mended once all is written, or given up. Not written yet:"
_ABOUT = (
    "The indexes and counts of {name} are made anew out of its rows and its journal, which stay as they are. A backup "
    "is made before. The case is closed meanwhile; a large one takes some minutes."
)


class Mending(QObject):
    """Closes the case, has it backed up and mended, all or nothing, and opens it again; `mended` says that it was."""

    mended = Signal()
    #: What is done, how much of it, of how much; emitted on the thread that does it.
    told = Signal(str, int, int)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        copies: Runner,
        report: Callable[[Exception], None],
        is_busy: Callable[[], bool],
    ) -> None:
        """Work on `copies`; `is_busy` tells whether articles are on their way in, and would be dropped."""
        super().__init__(window)
        self._window, self._session, self._copies = window, session, copies
        self._report, self._is_busy = report, is_busy
        self._stop = Event()
        window.closing.connect(self.stop)

    def begin(self) -> None:
        """Make the indexes of the open case anew while a dialog says how far that has come."""
        session, path = self._session, self._session.path
        if path is None or session.refusal or self._is_busy():
            session.problem.emit(session.refusal or _BUSY)
            return
        if session.unwritten:
            session.unsaved.emit(f"{_UNWRITTEN} {session.unwritten}.")
            return
        key, self._stop = session.key, Event()
        dialog = Upgrade(path.name, self._window, _ABOUT.format(name=path.name))
        self.told.connect(dialog.show_progress)
        dialog.stopped.connect(self.stop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
        session.close_case()  # who writes the most of a case anew has it to himself

        def done(_: object) -> None:
            dialog.accept()
            if session.open(path, key):
                self.mended.emit()

        def failed(error: Exception) -> None:
            dialog.accept()
            session.open(path, key)
            self._tell(path, error)

        self._copies.run(self._work(path, key), done, failed)

    def stop(self) -> None:
        """Let the case that is under way be as it was."""
        self._stop.set()

    def _work(self, path: Path, key: Key | None) -> Callable[[], None]:
        analyst, backups_in = self._session.analyst, self._session.backups_in
        waiting = Waiting(self._stop.is_set, self.told.emit)

        def work() -> None:
            with closing(Case.open(path, analyst, backups_in=backups_in, key=key)) as case:
                if case.refusal:
                    raise CaseNotWritable(case.refusal)
                folder = backups.folder_of(path, backups_in)
                backups.back_up(path, folder, datetime.now(UTC), key, to_migrate=True, waiting=waiting)
                case.mend(waiting)

        return work

    def _tell(self, path: Path, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._session.problem.emit(f"The indexes of {path.name} were not mended; the case is as it was.")
        elif isinstance(error, WorkbenchError):
            self._session.problem.emit(str(error))
        else:
            self._report(error)
