"""The memory of a window on a case of 10,000 articles that can read, against Qt with the pipelines alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.material import case_of
from tests.bench.measure import Measure
from tests.conftest import ROOT

ARTICLES = 10_000
#: Prints the megabytes in use once they have not grown for a while after spaCy came, and ends the process.
_TELL = """
import os, runpy, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QPlainTextEdit

def megabytes():
    try:
        return int(open("/proc/self/status").read().partition("VmRSS:")[2].split()[0]) / 1024
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 ** 2

def watch():
    seen.append(megabytes())
    if "spacy" in sys.modules and len(seen) > STILL and seen[-1] - seen[-STILL] < 1:
        print(seen[-1], flush=True)
        os._exit(0)

def wait():
    timer.timeout.connect(watch)
    timer.start(200)
    QTimer.singleShot(90000, lambda: os._exit(3))
    return begin()

STILL, seen = 15, []
timer = QTimer()
begin, QApplication.exec = QApplication.exec, staticmethod(lambda *_: wait())
"""
_OURS = "runpy.run_path('main.py', run_name='__main__')"
_BARE = """
app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit())
window.statusBar().addWidget(QListWidget())
window.resize(1440, 900)
window.show()
import spacy
from pathlib import Path
kept = [spacy.load(path.parent) for path in sorted(Path("resources", "pipelines").glob("*/config.cfg"))]
QApplication.exec()
"""


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of memory."""
    path = folder / f"{ARTICLES}.case"
    case_of(path, ARTICLES).close()
    yield Measure(
        f"resident memory, window, pipelines and a case of {ARTICLES:,} articles",
        "Qt with a bare window, spaCy and the pipelines",
        "MB",
        2,
        lambda: used(_TELL + _OURS, [str(path)], folder),
        lambda: used(_TELL + _BARE, [], folder),
        1,
    )


def used(code: str, arguments: list[str], home: Path) -> float:
    """Run `code` with a home of its own until its memory stands still; return the megabytes."""
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(places, str(home))}
    line = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(line, cwd=ROOT, env=environ, check=True, capture_output=True, timeout=120, encoding="utf-8")
    return float(done.stdout.split()[-1])
