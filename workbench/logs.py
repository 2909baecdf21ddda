"""The program's own log: what it did and when, how long it took, which kinds of errors; never a word of a case."""

from __future__ import annotations

import os
import re
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import LiteralString

NAME = "casualty-workbench.log"
#: So many bytes make a file, so many files are kept beside the one that is written.
SIZE, KEPT = 1_000_000, 3
#: So often one kind of thing is written; a warning may come with every movement of the mouse.
_OFTEN = 20
#: A name of code, a version, a place in the source: no two words, and nothing longer.
_NAME = re.compile(r"[\w.\-/]{1,80}(:\d+)?", re.ASCII)


class Log:
    """Writes lines to a file in `folder`, or nowhere where that is None; what cannot be written is let go.

    Words are those of the program's source, facts are numbers, names are of code: none of them can hold text of a case,
    the name of one or a path. Several windows may write to one file: it is opened for each line.
    """

    def __init__(self, folder: Path | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.folder = folder
        self._clock = clock
        self._guard = threading.Lock()
        self._seen: Counter[tuple[str, str]] = Counter()

    @property
    def file(self) -> Path | None:
        """The file that is written to."""
        return self.folder / NAME if self.folder else None

    def note(self, what: LiteralString, **facts: float) -> None:
        """Write what happened, with numbers; the name of a number says its unit."""
        self._write(" ".join([what, *(f"{name}={_number(fact)}" for name, fact in facts.items())]))

    def name(self, what: LiteralString, *names: str) -> None:
        """Write what happened with names of the program or the system: a class, a version, a place in the source."""
        told = (what, " ".join(name if _NAME.fullmatch(name) else "?" for name in names))
        self._seen[told] += 1
        if self._seen[told] <= _OFTEN:
            self._write(f"{told[0]} {told[1]}")

    def failed(self, what: LiteralString, error: BaseException) -> None:
        """Write of which kind an error was; its sentence may name a case."""
        self.name(what, type(error).__qualname__)

    def _write(self, words: str) -> None:
        if self.file is None:
            return
        line = f"{self._clock():%Y-%m-%d %H:%M:%S.%f} UTC {os.getpid()} {words}\n".encode()
        with self._guard, suppress(OSError):
            if _make_room(self.file, len(line)):
                _append(self.file, line)


def _number(fact: float) -> str:
    return f"{fact:.1f}".removesuffix(".0")


def _append(file: Path, line: bytes) -> None:
    number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(number, line)
    finally:
        os.close(number)


def _make_room(file: Path, size: int) -> bool:
    """Put a full file aside, and the oldest away; tell whether there is room, which somebody's open file may forbid."""
    if not file.exists() or file.stat().st_size + size <= SIZE:
        return True
    with suppress(OSError):
        for number in range(KEPT, 0, -1):
            older, newer = aside(file, number), aside(file, number - 1)
            if newer.exists():
                newer.replace(older)
    return not file.exists() or file.stat().st_size + size <= 2 * SIZE


def aside(file: Path, number: int) -> Path:
    """Return where the file is put the `number`-th time another one is begun; 0 is itself."""
    return file.with_name(f"{file.name}.{number}") if number else file
