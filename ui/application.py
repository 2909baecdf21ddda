"""The application: what the system asks it to open is kept until somebody takes it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from workbench.version import PROGRAM, VERSION


class Application(QApplication):
    """Hears of files that are double-clicked on macOS, which come as events and may come before there is a window."""

    #: There is something to be taken.
    asked = Signal()

    def __init__(self, argv: Sequence[str]) -> None:
        super().__init__(list(argv))
        self._asked_for: list[Path] = []

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self._asked_for.append(Path(event.file()))
            self.asked.emit()
        return True

    def take(self) -> list[Path]:
        """Return the files asked for since this was called last."""
        taken, self._asked_for = self._asked_for, []
        return taken


def application(argv: Sequence[str] = ()) -> QApplication:
    """Return the application; there is one a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = Application([sys.argv[0], *argv])
    QCoreApplication.setApplicationName("casualty-workbench")
    QCoreApplication.setApplicationVersion(VERSION)
    app.setApplicationDisplayName(PROGRAM)
    return app
