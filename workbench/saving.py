"""Saves what others will read: whole or not at all, and never over a case."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path

from workbench.errors import WorkbenchError

_DATABASE = b"SQLite format 3\x00"
_PAGE = 4096
#: What lies beside a case while it is open; the newest changes may be in there.
_COMPANIONS = ("-wal", "-shm", "-journal", "-lock")


def save(content: bytes, path: Path, what: str) -> None:
    """Write `content` to `path`, over what is there; WorkbenchError, with an older file unharmed, where that fails.

    `what` names it in a sentence: "report". A case, or what belongs to one, is never written over.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        if is_of_a_case(path):
            raise WorkbenchError(
                f"{path} is a case, or belongs to one; the {what} would have destroyed it. Choose another name."
            )
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe cannot be replaced, nor half written
            return
        beside.unlink(missing_ok=True)  # what lies there may be a link to something else
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        reason = error.strerror or "the system refused"
        raise WorkbenchError(f"The {what} could not be written to {path}: {reason}. Choose another place.") from error


def is_of_a_case(path: Path) -> bool:
    """Tell whether a case, or another database, stands at `path`, whatever its name, or beside it as its owner."""
    name = path.name
    owners = [path.with_name(name.removesuffix(end)) for end in _COMPANIONS if name.endswith(end) and name != end]
    return any(is_open_case(each) or _is_database(each) for each in (path, *owners))


def is_open_case(path: Path) -> bool:
    """Tell whether somebody has the file at `path` open as a case, without touching it.

    A process that closes a file loses all locks it has on it, those of an open case among them: so no file is read of
    which this holds.
    """
    there = path.resolve()
    held = any(there.with_name(there.name + end).exists() for end in _COMPANIONS)
    return held and there.is_file() and there.stat().st_size > 0


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE or looks_encrypted(path)


def looks_encrypted(path: Path) -> bool:
    """Tell whether a file that is not open in this process looks as an encrypted case does: like chance, in pages.

    A file that ends in .case may have been cut off. OSError where it cannot be read.
    """
    with path.open("rb") as file:
        page = file.read(_PAGE)
    whole = path.stat().st_size % _PAGE == 0 or path.suffix == ".case"
    # What is like chance cannot be told in fewer bytes; nearly everything else can.
    return whole and len(page) == _PAGE and len(zlib.compress(page)) > _PAGE
