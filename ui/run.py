"""Shows the window, and has the rest built once it is seen: that takes longer than the window itself."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtWidgets import QApplication, QMessageBox

from ui.application import application
from ui.chronicle import messages_to
from ui.front import Front, front
from ui.start import Start
from workbench.errors import WorkbenchError
from workbench.version import PROGRAM


def run(path: Path | None, start: Start) -> int:
    """Show the window, on the case at `path` where one is named, until it is closed; return the exit code."""
    app = application([str(path)] if path else [])
    refused: list[WorkbenchError] = []
    with messages_to(start.log):
        try:
            first = front(app, start, path if path and path.suffix.lower() == ".case" else None)
        except WorkbenchError as error:
            return _refuse(error, start)
        first.theme.dress()
        first.window.when_painted(partial(_build, first, path, start, refused))
        first.window.show()
        code = app.exec()
        return _refuse(refused[0], start) if refused else code


def _build(first: Front, path: Path | None, start: Start, refused: list[WorkbenchError]) -> None:
    """Build what is behind the window; where that fails there is no use in showing it, and the program ends."""
    built = False
    try:
        from ui.app import furnish

        furnish(first, path, start)
        built = True
    except WorkbenchError as error:
        refused.append(error)
    finally:
        if not built:
            first.window.hide()
            QApplication.exit(1)


def _refuse(error: WorkbenchError, start: Start) -> int:
    """Say why there is no window: in a box where nobody reads what the command line says."""
    start.log.failed("no window:", error)
    if not _is_read(sys.stderr):
        QMessageBox.critical(None, PROGRAM, str(error))
    if sys.stderr is not None:
        raise error
    return 1


def _is_read(stream: TextIO | None) -> bool:
    """Tell whether somebody reads there: a program that is double-clicked writes to nobody, or to the desktop's log."""
    return stream is not None and (stream.isatty() or QApplication.platformName() == "offscreen")
