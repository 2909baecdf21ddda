"""Reports on ends that Python cannot tell of: a crash in a library leaves its trace in a file for the next start."""

from __future__ import annotations

import faulthandler
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from workbench.version import PROGRAM, VERSION

_ENDING = ".running"
_KEPT = 20
#: A trace longer than this is cut off: a file somebody else filled is no reason to fill the memory.
_MOST = 200_000
_FRAME = re.compile(r'  File "(.+)", line (\d+|\?+) in (\S+)')
#: What else `faulthandler` writes; values of variables and messages of errors are not among it.
_OTHER = re.compile(
    r"(Fatal Python error|Windows fatal exception): [\w :'\-]{1,100}"
    r"|(Current thread|Thread) 0x[0-9a-f]+ \(most recent call first\):"
    r"|Extension modules: [\w., ]+\(total: \d+\)|  <[\w ]+>|  \.\.\.|"
)


class Watch:
    """Has crashes written to a file of this process in `folder`, until `end`."""

    def __init__(self, folder: Path) -> None:
        """Begin; OSError where the folder takes no file."""
        self._path = folder / f"{os.getpid()}{_ENDING}"
        self._file = self._path.open("ab", buffering=0)
        try:
            _lock(self._file)
            self._file.truncate(0)
        except OSError:
            self._file.close()
            raise
        self._file.write(f"{PROGRAM} {VERSION}, Python {sys.version.split()[0]}, {sys.platform}\n".encode())
        faulthandler.enable(self._file)

    def end(self) -> None:
        """Say that the process ends as it should; Windows may have told of faults that did no harm."""
        faulthandler.disable()
        with suppress(OSError):
            self._file.close()
            self._path.unlink()


def left(folder: Path) -> list[str]:
    """Return the reports on the crashes of processes that are gone, oldest first, and take their files away.

    What was killed, or lost its power, left nothing to report.
    """
    found = []
    for path in _gone(folder):
        with suppress(OSError):
            head, _, trace = path.read_bytes()[:_MOST].decode(errors="replace").partition("\n")
            when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            path.unlink()
            if trace:
                found.append(_report(head, when, trace))
    return found[-_KEPT:]


def short(filename: str) -> str:
    """Return a file's path without the folders above the program or its packages: those name the analyst."""
    path = Path(filename)
    root = Path(__file__).resolve().parent.parent
    if path.is_relative_to(root) and "site-packages" not in path.parts:
        return path.relative_to(root).as_posix()
    return "/".join(path.parts[-3:])


def _gone(folder: Path) -> Iterator[Path]:
    """Yield the files of processes that live no more, oldest first."""
    try:
        files = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime)
    except OSError:
        return
    yield from (path for path in files if not _lives(path))


def _lives(path: Path) -> bool:
    """Tell whether a process still writes there; Windows lets nobody take away what is open, and `left` goes on."""
    try:
        with path.open("rb+") as file:
            _lock(file)
    except OSError:
        return True
    return False


def _lock(file: BinaryIO) -> None:
    """Lock a file for as long as its process lives; OSError where another has it."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _report(head: str, when: datetime, trace: str) -> str:
    lines = [f"{PROGRAM}: report on a crash", f"{when:%Y-%m-%d %H:%M:%S} UTC", _plain(head), ""]
    for line in trace.splitlines():
        if frame := _FRAME.fullmatch(line):
            lines.append(f"  {short(frame[1])}:{frame[2]} in {frame[3]}")
        elif _OTHER.fullmatch(line):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _plain(head: str) -> str:
    return head if re.fullmatch(r"[\w., +\-]{1,120}", head) else ""
