"""A change that was cut off where nothing is written ahead: what SQLite left beside the case to take it back with."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.errors import NotACaseFile

#: What ends the record of a change in several files, which names one more; this program never writes such a change.
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_END = 16


def is_left(path: Path) -> bool:
    """Tell whether something lies beside a case by which SQLite may have to take a change back."""
    try:
        return _beside(path).stat().st_size > 0
    except OSError:
        return False


def refuse_naming(path: Path) -> None:
    """Raise NotACaseFile where that names another file: SQLite deletes the one that is named, whatever it is."""
    try:
        with _beside(path).open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _END))
            end = file.read(_END)
    except OSError:
        return
    if len(end) == _END and end.endswith(_MAGIC) and any(end[:4]):
        raise NotACaseFile(
            f"Beside {path.name} lies {_beside(path).name}, which would have another file deleted. No program of ours "
            "wrote it. See where both come from; moved elsewhere, it does no harm."
        )


def untaken(path: Path) -> NotACaseFile:
    """Return what says that a change has to be taken back before a case can be read."""
    return NotACaseFile(
        f"{path.name} was left in the midst of a change, which has to be taken back first: open it once where it can "
        f"be written, with {_beside(path).name} beside it."
    )


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
