"""From the start of the interpreter to the painted window, against a bare window with a text and a list."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.measure import Measure, seconds
from tests.conftest import ROOT

#: Ends the process once a main window was painted; `exec` is where every Qt program waits for that.
LEAVE_WHEN_PAINTED = """
import os, runpy, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QPlainTextEdit

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

def leave_when_painted(*_):
    app = QApplication.instance()
    watcher = Watcher(app)
    app.installEventFilter(watcher)
    QTimer.singleShot(20000, lambda: os._exit(3))
    return start()

start, QApplication.exec = QApplication.exec, staticmethod(leave_when_painted)
"""
OURS = "runpy.run_path('main.py', run_name='__main__')"
BARE = """
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit())
window.statusBar().addWidget(QListWidget())
window.resize(1440, 900)
window.show()
QApplication.exec()
"""


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of the window's start, from source and warm."""
    yield Measure(
        "window painted, from source, warm",
        "a bare QMainWindow with a text and a list",
        "s",
        2,
        lambda: started(LEAVE_WHEN_PAINTED + OURS, [], folder),
        lambda: started(LEAVE_WHEN_PAINTED + BARE, [], folder),
        7,
    )


def started(code: str, arguments: Sequence[str], home: Path) -> float:
    """Run `code` with a home of its own until its window is painted; return the seconds."""
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(places, str(home))}
    line = [sys.executable, "-c", code, *arguments]
    return seconds(lambda: subprocess.run(line, cwd=ROOT, env=environ, check=True, capture_output=True, timeout=60))
