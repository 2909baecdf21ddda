"""The last handler: a sentence for what the analyst can mend, a report for everything else."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSysInfo, Signal, qVersion

from workbench.crashes import short
from workbench.errors import WorkbenchError
from workbench.logs import Log

_KEPT = 20

Show = Callable[[str, Path | None], None]


class Problems(QObject):
    """Takes what nobody caught; the program goes on."""

    #: A sentence for the analyst.
    told = Signal(str)
    #: The report on a fault, and the file it was written to (None where that failed).
    reported = Signal(str, object)
    #: The report on a crash of the last run, and its file likewise.
    crashed = Signal(str, object)

    def __init__(self, folder: Path, parent: QObject | None = None, log: Log | None = None) -> None:
        """Write reports into `folder`, which need not be there, and their kinds into `log`."""
        super().__init__(parent)
        self._folder = folder
        self._log = log or Log(None)
        self._known: set[str] = set()

    def install(self) -> None:
        """Catch whatever nobody else catches, from now on."""
        sys.excepthook = self.handle

    def handle(self, type_: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Tell or report `error`."""
        if isinstance(error, Exception):
            self.take(error)
        else:
            sys.__excepthook__(type_, error, trace)

    def take(self, error: Exception) -> None:
        """Tell or report what went wrong in work that was done behind."""
        if isinstance(error, WorkbenchError):
            self._log.failed("told:", error)
            self.told.emit(str(error))
        else:
            self.report(error)

    def report(self, error: Exception) -> None:
        """Write and show a report; the same fault again is written but not shown again."""
        text = describe(error)
        file = self._write(text)
        self._log.name("fault:", type(error).__qualname__, _where(error))
        where = text.partition("\n\n")[2]
        if where not in self._known:
            self._known.add(where)
            self.reported.emit(text, file)

    def tell_crash(self, report: str) -> None:
        """Write and show the report on a crash that ended the last run."""
        self._log.note("the last run had crashed")
        self.crashed.emit(report, self._write(report))

    def _write(self, text: str) -> Path | None:
        file = self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            for old in sorted(self._folder.glob("*.txt"))[:-_KEPT]:
                old.unlink()
        except OSError:
            return None
        return file


def describe(error: BaseException) -> str:
    """Return a report without any text of a case: kinds of error and places in the code, no messages and no values."""
    lines = [
        "Casualty Workbench: report on a fault",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QSysInfo.prettyProductName()}",
        "",
    ]
    for link in _chain(error):
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"  {short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return chain


def _where(error: BaseException) -> str:
    """Return the innermost place in the code that an error came from."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{short(frames[-1].filename)}:{frames[-1].lineno}" if frames else "nowhere"
