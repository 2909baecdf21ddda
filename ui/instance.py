"""One window for a user and a screen: a second start hands its files to the first, and ends."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal

from ui import handing

#: So often is looked whether the first start has taken what it was handed while it listens, and in all: a slow computer
#: takes its time to open the window, and to close it. So many milliseconds lie between two looks.
_LOOKS, _MOST_LOOKS, _APART = 200, 1600, 50
#: The file in the box that is there while the first window listens.
_LISTENS = "listens"
#: Where a system cannot tell of new files they are looked for (milliseconds).
_POLLED = 1000


class Standing(Enum):
    """What a start is to do: be the first window, end because that took its files, or open one beside it, and why."""

    FIRST = "first"
    HANDED = "handed"
    UNANSWERED = "unanswered"
    NO_PLACE = "no place"
    ALONE = "alone"


class Instance:
    """The lock that the first start holds while it lives, and the folder in which others lay lists of files for it."""

    def __init__(self, folder: Path, screen: str = "") -> None:
        """Name them by the screen: a window on another one is of no use to whoever starts the program here."""
        name = hashlib.sha256(screen.encode(errors="replace")).hexdigest()[:12]
        self.box = folder / f"handed-{name}"
        self._lock_file = str(folder / f"first-{name}.lock")
        self._lock = _lock(self._lock_file)
        self._is_held = False

    def begin(self, paths: Iterable[Path], wait: Callable[[], object] = lambda: time.sleep(_APART / 1000)) -> Standing:
        """Become the first, or hand `paths` to it; between two looks at whether they were taken `wait` is called."""
        if not self.box.parent.is_dir():
            return Standing.NO_PLACE
        if self._take():
            with suppress(OSError):
                (self.box / _LISTENS).unlink()  # of a first that was killed
            return Standing.FIRST
        if not self._is_held:
            return Standing.NO_PLACE
        try:
            self.box.mkdir(exist_ok=True, mode=0o700)
            _let_to_the_front(self._lock)
            file = handing.put(self.box, paths)
        except OSError:
            return Standing.NO_PLACE
        return self._answer(file, wait)

    def _answer(self, file: Path, wait: Callable[[], object]) -> Standing:
        patience = _LOOKS
        for _ in range(_MOST_LOOKS):
            if not file.exists():
                return Standing.HANDED
            if self._lock.tryLock(0):  # the first has ended meanwhile
                handing.withdrawn(file)
                return Standing.FIRST
            patience -= (self.box / _LISTENS).exists()
            if not patience:
                break
            wait()
        return Standing.UNANSWERED if handing.withdrawn(file) else Standing.HANDED

    def _take(self) -> bool:
        """Take the lock, from a dead process too, even where another process now bears its number."""
        if self._lock.tryLock(0):
            return True
        self._is_held = self._lock.error() is QLockFile.LockError.LockFailedError
        guard = _lock(f"{self._lock_file}.rmlock")  # what Qt itself takes, so that only one takes a stale lock away
        if not guard.tryLock(0):
            return False
        gone = self._lock.removeStaleLockFile()  # the system says whether it is held
        guard.unlock()
        return gone and self._lock.tryLock(0)

    def end(self) -> None:
        """Let another be the first."""
        self._lock.unlock()


class Listener(QObject):
    """Hears in the first window what later starts hand over, from its making until `stop`."""

    #: Files to open (a list of Path); none where the window is only to be shown.
    handed = Signal(list)

    def __init__(self, box: Path, parent: QObject | None = None) -> None:
        """Look into `box` from now on, which need not be there."""
        super().__init__(parent)
        self._box = box
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look at what lies there already, and at what comes; OSError where the folder cannot be made."""
        self._box.mkdir(exist_ok=True, mode=0o700)
        self._watcher = QFileSystemWatcher([str(self._box)], self)
        self._watcher.directoryChanged.connect(self.look)
        (self._box / _LISTENS).touch()
        self.look()

    def look(self) -> None:
        """Take what was handed over."""
        if self._watcher is None:
            return
        taken, again = handing.take(self._box, time.time())
        for paths in taken:
            self.handed.emit(paths)
        if again or not self._watcher.directories():
            self._timer.start(_POLLED)

    def stop(self) -> None:
        """Take nothing more: whoever hands something over becomes the first when this process has ended."""
        self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            with suppress(OSError):
                (self._box / _LISTENS).unlink()


def screen(environ: Mapping[str, str] = os.environ) -> str:
    """Return what names the screen that windows of this process appear on; nothing where a user has only one."""
    if sys.platform == "win32":
        import ctypes

        session = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(session))
        return str(session.value)
    if sys.platform == "darwin":
        return ""
    return environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY", "")


def _lock(file: str) -> QLockFile:
    lock = QLockFile(file)
    lock.setStaleLockTime(0)  # held as long as the window is open, however long that is
    return lock


def _let_to_the_front(lock: QLockFile) -> None:
    """Allow the first window to come to the front, which Windows grants to what was just clicked only."""
    if sys.platform == "win32":
        import ctypes

        process, *_ = lock.getLockInfo()
        ctypes.windll.user32.AllowSetForegroundWindow(process)
