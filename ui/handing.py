"""Files handed from a second start to the first window: a list of paths in a private folder, gone once it was taken.

Whoever takes one reads it and takes it away, and whoever takes it away first has it. So nobody opens what was
withdrawn, and nothing is opened twice.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_ENDING, _PART = ".handed", ".part"
#: What lay there longer (seconds) was left by somebody who is gone: nobody waits for it.
FRESH = 300.0
#: A list longer than this (bytes, paths) was not written by this program; of so many lists the rest waits.
_MOST_BYTES, _MOST_PATHS, _MOST_LISTS = 200_000, 500, 50
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def put(box: Path, paths: Iterable[Path]) -> Path:
    """Lay a list of paths into `box`, whole or not at all, and return its file; OSError where it takes none."""
    file = box / f"{time.time_ns():020d}-{os.getpid()}{_ENDING}"
    part = file.with_suffix(_PART)
    try:
        part.write_text(json.dumps({"paths": [str(path.absolute()) for path in paths]}), encoding="utf-8")
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return file


def withdrawn(file: Path) -> bool:
    """Take back what was put; False where somebody has taken it."""
    try:
        file.unlink()
    except FileNotFoundError:
        return False
    except OSError:  # it is being read at this moment, and on Windows stays until that is done
        return True
    return True


def take(box: Path, now: float) -> tuple[list[list[Path]], bool]:
    """Return the lists that were handed over, in their order, and whether something is to be looked for again.

    What is no list of this program, or nobody waits for any more at `now` (seconds since 1970), is taken away.
    """
    taken, again = [], False
    for file in _files(box, now)[:_MOST_LISTS]:
        paths = _read(file, now)
        try:
            file.unlink()
        except FileNotFoundError:
            continue
        except OSError:
            again = again or file.is_file()
            continue
        if paths is not None:
            taken.append(paths)
    return taken, again


def _files(box: Path, now: float) -> list[Path]:
    """Return the lists that lie there, and what was never brought to its end; what is being written is left alone."""
    with suppress(OSError):
        found = sorted(path for path in box.iterdir() if not path.is_dir())
        return [path for path in found if path.suffix == _ENDING or (path.suffix == _PART and _is_old(path, now))]
    return []


def _is_old(file: Path, now: float) -> bool:
    with suppress(OSError):
        return now - file.lstat().st_mtime > FRESH
    return False


def _read(file: Path, now: float) -> list[Path] | None:
    """Return the paths of a list, None where it is none; nothing is waited for, as a pipe in its place would want."""
    try:
        number = os.open(file, _FLAGS)
        with os.fdopen(number, "rb") as opened:
            about = os.fstat(number)
            if not stat.S_ISREG(about.st_mode) or abs(now - about.st_mtime) > FRESH:
                return None
            return _paths(opened.read(_MOST_BYTES + 1))
    except OSError:
        return None


def _paths(content: bytes) -> list[Path] | None:
    if len(content) > _MOST_BYTES:
        return None
    try:
        told = json.loads(content)["paths"]
        paths = [Path(path) for path in told if isinstance(path, str) and "\0" not in path]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return [path for path in paths if path.is_absolute()][:_MOST_PATHS]
