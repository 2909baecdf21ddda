"""Who may write to a case: one process at a time, which says beside the file who it is."""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

#: Where the lock lies in the file: far behind the words, which others are to read.
_FAR = 1 << 30
#: What a system says where a file is locked already.
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_LETTERS = 80
#: Who made a folder may have laid a link there to a file that is none of ours.
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
#: What the name of the file beside a case ends in that says who holds it.
LOCK = "-lock"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open for writing: the analyst, on which computer, in which process, since when (UTC)."""

    analyst: str = ""
    host: str = ""
    process: int = 0
    since: str = ""

    @property
    def words(self) -> str:
        """Who that is, as it stands in a sentence."""
        where = f" on {self.host}" if self.host and self.host != host() else ""
        since = f" (since {self.since[:16].replace('T', ' ')} UTC)" if self.since else ""
        return f"{self.analyst or 'Another window or program'}{where}{since}"


class HeldError(Exception):
    """Somebody else holds the case."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder.words)
        self.holder = holder


class Hold:
    """A case held for writing until `release`, or until the process ends however it ends."""

    def __init__(self, file: int, path: Path) -> None:
        self._file, self._path = file, path

    def release(self) -> None:
        """Let others write."""
        if self._file < 0:
            return
        file, self._file = self._file, -1
        try:
            if sys.platform != "win32":
                self._path.unlink(missing_ok=True)  # while it is locked, so that it is nobody else's
            os.close(file)
            if sys.platform == "win32":
                self._path.unlink(missing_ok=True)
        except OSError:
            return  # the drive has gone, or another holds it already


def host() -> str:
    """Return what this computer is called; asking `platform` starts a program on Windows, whose window flashes up."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def beside(case: Path) -> Path:
    """Return where it is written who holds a case."""
    return case.with_name(case.name + LOCK)


def hold(case: Path, analyst: str, since: str) -> Hold:
    """Take a case for writing; HeldError where a living process has it, OSError where its folder takes no file.

    The system lets go of the lock of a process that has ended. Where a drive knows no locks, the words are gone by: a
    process of this computer that no longer lives holds nothing.
    """
    path = beside(case)
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o644)
        with ExitStack() as unless_held:
            unless_held.callback(os.close, file)
            _take(file, path)
            if not _is_there(file, path):
                continue
            if sys.platform != "win32":  # where there is no room for a word in it, nobody holds it
                unless_held.callback(path.unlink, missing_ok=True)
            _write(file, Holder(analyst, host(), os.getpid(), since))
            unless_held.pop_all()
        return Hold(file, path)


def unseen(case: Path) -> str:
    """Return the sentence that says why a case with a second name takes no changes.

    Who opens it by that one has another lock, and writes ahead into another file: what one writes the other loses.
    """
    return (
        f"{case.name} is the same file as another, by a hard link: who has that open is not seen here, and one would "
        "lose what the other writes. It is shown as it stands, and takes no changes; copy it to a file of its own."
    )


def _take(file: int, path: Path) -> None:
    try:
        _lock(file)
    except OSError as error:
        holder = read(path)
        if error.errno in _TAKEN or _lives(holder):
            raise HeldError(holder) from error


def _is_there(file: int, path: Path) -> bool:
    """Tell whether what was locked still lies there: who held it before takes it away while it is locked."""
    if sys.platform == "win32":
        return True
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    mine = os.fstat(file)
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lives(holder: Holder) -> bool:
    """Tell whether a holder's process may still live; of another computer nobody can tell."""
    if holder.host != host() or sys.platform == "win32":
        return bool(holder.host)
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _write(file: int, holder: Holder) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.truncate(file, 0)
    os.write(file, json.dumps(asdict(holder)).encode())


def read(path: Path) -> Holder:
    """Return who says there that they hold the case; nobody known where it cannot be read."""
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(4096))
        words = [" ".join(str(told[name]).split())[:_LETTERS] for name in ("analyst", "host", "since")]
        return Holder(words[0], words[1], int(told["process"]), words[2])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Holder()
