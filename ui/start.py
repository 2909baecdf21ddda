"""What comes before the window: whether there is to be one, where its own files lie, and what the last one left."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import qVersion

from ui.instance import Instance, Standing, screen
from workbench.crashes import Watch, left
from workbench.folders import Folders, made, own
from workbench.logs import Log
from workbench.version import VERSION

UNANSWERED = (
    "Another window of this program is open and does not answer, so this is one of its own. "
    "A case that is open there is read-only here."
)


@dataclass(frozen=True, slots=True)
class Start:
    """What the window is built with; entered, it is ended in order.

    `instance` is None in a window that others do not hand their files to, `sentence` what is to be said at once.
    """

    settings: Path
    spare: Path | None
    log: Log
    crashes: Sequence[str] = ()
    instance: Instance | None = None
    sentence: str = ""
    watch: Watch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let another be the first, and say that the end was no crash."""
        if error is not None and not isinstance(error, SystemExit):
            self.log.failed("ended by", error)
        self.log.note("ended")
        if self.instance is not None:
            self.instance.end()
        if self.watch is not None:
            self.watch.end()


def begin(
    paths: Sequence[Path],
    *,
    alone: bool = False,
    folders: Folders | None = None,
    wait: Callable[[], object] | None = None,
) -> Start | None:
    """Return what a window is to be built with; None where one that is open has taken `paths`.

    `alone` opens a window whatever others there are. `wait` is called between two looks at whether they answer.
    """
    folders = folders or own()
    log = Log(made([folders.logs, folders.spare / "logs"]))
    running = made([folders.running, folders.spare])
    instance = None if alone or running is None else Instance(running, screen())
    standing = Standing.ALONE
    if instance is not None:
        standing = instance.begin(paths, wait) if wait else instance.begin(paths)
    log.note("started")
    for what, name in about().items():
        log.name("started with", what, *name.split())
    log.name("started as", *standing.value.split())
    if standing is Standing.HANDED:
        return None
    first = instance if standing is Standing.FIRST else None
    crashes = left(log.folder) if log.folder else []
    sentence = UNANSWERED if standing is Standing.UNANSWERED else ""
    return Start(folders.settings, folders.spare, log, crashes, first, sentence, _watch(log.folder))


def about() -> dict[str, str]:
    """Return what a report on a fault has to say of program and system; nothing that names anybody."""
    return {
        "version": VERSION + (" frozen" if getattr(sys, "frozen", False) else ""),
        "Python": sys.version.split()[0],
        "Qt": qVersion(),
        "system": _system(),
    }


def _system() -> str:
    """Return the system's name, number and processor; Python's `platform` would ask Windows at length."""
    if sys.platform == "win32":
        known = sys.getwindowsversion()
        return f"Windows {known.major}.{known.minor}.{known.build} {os.environ.get('PROCESSOR_ARCHITECTURE', '')}"
    known = os.uname()
    return f"{known.sysname} {known.release} {known.machine}"


def _watch(folder: Path | None) -> Watch | None:
    """Have crashes written to a file, where one can be written."""
    with suppress(OSError):
        return Watch(folder) if folder else None
    return None
