"""A day with an encrypted case, in a process of its own, and what looks for its words in all that was written.

``python -m tests.secrecy read|look CASE ARTICLE``: what a word of the article is, and the passphrase, come from the
environment.
"""

from __future__ import annotations

import base64
import gzip
import json
import logging
import os
import re
import signal
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BytesIO
from pathlib import Path
from typing import NoReturn

from click.testing import CliRunner, Result

from workbench.logs import Log

MARK, PASSPHRASE, OTHER = "Zwrkxqpton", "vqhorn lumbek tassig", "drumbek uhlig faxen"
#: What a stream of zlib begins with.
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


# What looks


def traces(folder: Path, words: dict[str, bytes]) -> list[str]:
    """Return where one of these words stands in a file below `folder`, however it is written or packed."""
    forms = {f"{name} as {how}": form for name, word in words.items() for how, form in forms_of(word)}
    found = []
    for file in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        for where, content in unpacked(file.read_bytes()):
            lower = content.lower()
            found += [f"{file.relative_to(folder)}{where}: {name}" for name, form in forms.items() if form in lower]
    return found


def forms_of(word: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the ways in which a word may stand in a file, in small letters."""
    yield "bytes", word.lower()
    yield "hexadecimal", word.hex().encode()
    for shift in range(3):
        # Of each of the three ways to begin, what does not depend on what stands before and after.
        packed = base64.b64encode(bytes(shift) + word)
        yield f"base64 {shift}", packed[4:-4].lower()
    try:
        text = word.decode()
    except UnicodeDecodeError:
        return
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield encoding, text.lower().encode(encoding)


def unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file's bytes, and what is packed into them."""
    yield "", content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from ((f" → {name}", archive.read(name)) for name in archive.namelist())
    if content.startswith(b"\x1f\x8b"):
        yield " → gzip", gzip.decompress(content)
    for found in _ZLIB.finditer(content):
        try:
            yield f" → {found.start()}", zlib.decompressobj().decompress(content[found.start() :])
        except zlib.error:
            continue


# What is looked at


def call(*args: object) -> Result:
    """Run a command of the program; AssertionError where it does not end well."""
    from main import cli

    result = CliRunner().invoke(cli, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    sys.stdout.write(result.output)
    return result


def read(case: Path, article: Path) -> NoReturn:
    """Import and correct in the window, search, undo, have a fault; be killed with the newest changes written ahead."""
    call("import", case, article, "--encrypt", "--analyst", "Ana")
    from tests.ui.window import Quick
    from ui import app
    from ui.looking_back import LookingBack
    from ui.session import Session
    from ui.start import begin
    from ui.tasks import InlineTasks
    from workbench import acts
    from workbench.case import cipher
    from workbench.model.search import Sought

    app._extractor = lambda *_: Quick()  # type: ignore[assignment]  # noqa: SLF001 - the twin of the window's tests
    start = begin([case])
    assert start is not None
    settings = Path.home() / "settings.json"
    window = app.build(None, settings_path=settings, tasks=InlineTasks(), log=start.log)
    window.show()
    session = window.findChildren(Session)[0]
    assert session.open(case, cipher.key_of(case, PASSPHRASE))
    claim = session.claims()[0]
    assert session.apply(acts.edit_note(claim, f"{MARK} stands here, too. " * 2000))
    assert session.undo()
    assert session.redo()
    for words in (MARK, MARK[:4].lower()):
        found = session.lookup().search(Sought(words))
        assert found
        assert found.hits
    session.reckoning()
    window.header.searched.emit(MARK)
    _fail(window, f"{MARK} {PASSPHRASE}")
    _warn(start.log, f"{MARK} {OTHER}")
    window.findChildren(LookingBack)[0].show(2, session.log()[0].at)
    assert session.shows_past, "out of a copy that nobody takes away now"
    ahead = case.with_name(f"{case.name}-wal")
    assert ahead.stat().st_size, "it is to be left behind"
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _fail(window: object, words: str) -> None:
    """Have a fault whose message and values hold what must not be told."""
    from ui.main_window import MainWindow
    from ui.problems import Problems

    assert isinstance(window, MainWindow)
    try:
        int(words)
    except ValueError as error:
        window.findChildren(Problems)[0].take(error)


def _warn(log: Log, words: str) -> None:
    """Have Qt and a library warn of what must not be told, and fail in a way that is told in a sentence."""
    from PySide6.QtCore import qWarning

    from ui.chronicle import messages_to
    from workbench.errors import CaseNotWritable

    with messages_to(log), redirect_stderr(None):
        qWarning(words)
        logging.getLogger("trafilatura.core").warning("discarding %s", words)
    log.failed("told:", CaseNotWritable(words))
    log.name("by mistake", words)


def look(case: Path, article: Path) -> None:
    """Verify, go back to a backup, show figures, change the passphrase with that of the backups, import once more."""
    call("verify", case)
    call("restore", case)
    call("figures", case)
    call("passphrase", case, "--backups", "convert")
    os.environ["CASUALTY_WORKBENCH_PASSPHRASE"] = OTHER
    again = article.with_name("again.html")
    again.write_text(f"<html><body><p>{article.read_text('utf-8')} Again.</p></body></html>", encoding="utf-8")
    call("import", case, again, "--analyst", "Ben")
    call("verify", case)


def _told(event: str, args: tuple[object, ...]) -> None:
    """Say of every file that Python opens to be written where it lies."""
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITING and isinstance(args[0], str | bytes):
        sys.__stderr__.write(json.dumps({"written": os.fsdecode(args[0])}) + "\n") if sys.__stderr__ else None


if __name__ == "__main__":
    sys.addaudithook(_told)
    {"read": read, "look": look}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
