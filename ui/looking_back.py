"""The case as it stood after a line of its log, read-only, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from ui.dialogs.reason import WhyNext
from ui.intake import Intake
from ui.main_window import MainWindow
from ui.problems import Problems
from ui.session import Session
from ui.tasks import Runner
from ui.words import clock_words, why_words

Making = Callable[[Path, int, Path], Callable[[], None]]


class LookingBack(QObject):
    """Has the state made behind the window, and shows it; articles on their way in are waited for."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        tasks: Runner,
        intake: Intake,
        problems: Problems,
        making: Making,
    ) -> None:
        """Look back with what `making` returns, which writes a case as it stood after a line into a new file."""
        super().__init__(window)
        self._making = making
        self._window, self._session, self._tasks = window, session, tasks
        self._intake, self._problems = intake, problems
        self._folder: TemporaryDirectory[str] | None = None
        window.past.back.connect(session.come_back)
        session.opened.connect(self._tidy)
        session.reasoned.connect(self._tell_why)

    def show(self, number: int, at: str) -> None:
        """Show the case as it stood after a line that was written at a time (UTC, ISO 8601)."""
        path, file = self._session.path, self._session.file
        if path is None or file is None:
            return
        if self._intake.is_busy:
            self._problems.told.emit("Articles are being read. Wait until that is done, or cancel it, then look back.")
            return
        folder = TemporaryDirectory(prefix="casualty-workbench-")
        target = Path(folder.name) / path.name

        def show(_: object) -> None:
            if self._session.file != file:  # another case was opened meanwhile
                folder.cleanup()
                return
            then = f"{path.stem} as it stood after line {number} of its log, {clock_words(at, with_day=True)}"
            self._session.look_back(target, f"This is {then}. It takes no changes; go back to now to change it.")
            self._window.past.tell(f"This is {then}. Nothing can be changed here.")
            self._forget()
            self._folder = folder

        def failed(error: Exception) -> None:
            folder.cleanup()
            self._problems.take(error)

        self._tasks.run(self._making(file, number, target), show, failed)

    def _tidy(self) -> None:
        if not self._session.shows_past:
            self._window.past.tell("")
            self._forget()

    def _forget(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # Why the next change is made

    def say_why(self) -> None:
        """Ask for the reason for the next change."""
        dialog = WhyNext(*self._session.why, self._window)
        dialog.accepted.connect(lambda: self._session.give_reason(*dialog.given()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _tell_why(self) -> None:
        self._window.status.show_why(why_words(*self._session.why))
