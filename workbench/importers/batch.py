"""Many files at once: those that cannot be read are named, the rest is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.errors import UnreadableArticle
from workbench.importers.imported import Imported
from workbench.importers.read import SUFFIXES, read


class Failure(NamedTuple):
    """A file that could not be read, and why in a sentence."""

    path: Path
    sentence: str


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and those below the folders named whose ending is known, in order of name."""
    for path in paths:
        if _is_folder(path):
            yield from (file for file in sorted(path.rglob("*")) if _wanted(file.relative_to(path), file))
        else:
            yield path


def read_all(paths: Iterable[Path]) -> Iterator[Imported | Failure]:
    """Yield what each file holds, or why it could not be read, in order and one file at a time."""
    for path in files_in(paths):
        try:
            yield from read(path)
        except UnreadableArticle as error:
            yield Failure(path, str(error))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # not even to be looked at: reading it says so
        return False


def _wanted(inside: Path, file: Path) -> bool:
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and file.suffix.lower() in SUFFIXES and file.is_file()
