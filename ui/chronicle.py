"""Writes into the program's own log what happens in the window, without a word of the case."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from ui.intake import Intake
    from ui.session import Session
    from workbench.logs import Log

#: What Qt's kinds of messages are called in the log.
_KINDS = {
    QtMsgType.QtWarningMsg: "Qt warning",
    QtMsgType.QtCriticalMsg: "Qt critical",
    QtMsgType.QtFatalMsg: "Qt fatal",
}


class Chronicle(QObject):
    """Listens to the session and the intake; cases are numbered as they are opened, for a name may tell too much."""

    #: A sentence for the analyst.
    told = Signal(str)

    def __init__(self, log: Log, session: Session, intake: Intake, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._session = log, session
        self._path: Path | None = None
        self._number = 0
        self._began = 0.0
        session.opened.connect(self._tell_case)
        session.problem.connect(lambda _: log.note("told: a sentence on the case"))
        session.unsaved.connect(lambda _: log.note("told: a change could not be written"))
        intake.progress.connect(self._begin)
        intake.finished.connect(self._tell_reading)

    def _tell_case(self) -> None:
        session, path = self._session, self._session.path
        if self._path is not None and path != self._path:
            self._log.note("case closed", number=self._number)
        if path is not None and path != self._path:
            self._number += 1
        self._path = path
        if path is not None:
            facts = {"encrypted": session.key is not None, "read_only": bool(session.refusal)}
            self._log.note("case shown", number=self._number, past=session.shows_past, **facts)

    def _begin(self, done: int, total: int, _seconds: float) -> None:
        if not done and total:
            self._began = time.monotonic()

    def _tell_reading(self, failures: list[object]) -> None:
        seconds = time.monotonic() - self._began if self._began else 0
        self._began = 0.0
        self._log.note("articles read", seconds=seconds, failed=len(failures))

    def show_log(self) -> None:
        """Open the folder of the log, and of the reports on faults, in the system's file manager."""
        folder = self._log.folder
        if folder is None:
            self.told.emit("There is no log: no folder could be made for it that takes files and is nobody else's.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.told.emit(f"The log and the reports on faults lie in {folder}; nothing here shows folders.")


@contextmanager
def messages_to(log: Log) -> Iterator[None]:
    """Have what Qt and the libraries have to say noted in `log`, until the end of the block."""
    library = LibraryMessages(log)
    logging.getLogger().addHandler(library)
    qInstallMessageHandler(qt_messages(log))
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(library)


def qt_messages(log: Log) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """Return what takes Qt's messages: their kind goes to the log, their words to the terminal where there is one."""

    def take(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if kind in _KINDS:
            log.name(_KINDS[kind], context.category or "default")
        if sys.stderr is not None and kind is not QtMsgType.QtDebugMsg:
            sys.stderr.write(f"{words}\n")

    return take


class LibraryMessages(logging.Handler):
    """Takes the warnings of libraries: who warned, and how gravely; their words may quote what they read."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Write the name of the logger."""
        self._log.name("warning of a library:", record.name, record.levelname)
