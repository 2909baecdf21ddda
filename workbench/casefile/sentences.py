"""What is said of an open case that takes no changes, or is no longer what was opened."""

from __future__ import annotations

from pathlib import Path

from workbench.casefile.holding import Holder
from workbench.version import called


def held_by(path: Path, holder: Holder) -> str:
    """Say who has a case open for writing."""
    return (
        f"{holder.words} has {path.name} open. It is shown here as it stands, and takes no changes; close it there, "
        "then open it here again."
    )


def nothing_written(path: Path, error: OSError) -> str:
    """Say why nothing can be written beside a case."""
    return (
        f"Nothing can be written beside {path.name} ({error.strerror}). It is shown as it stands, and takes no "
        "changes; make room there, or copy it to a folder that can be written."
    )


def gone(path: Path) -> str:
    """Say that a case no longer lies where it was opened."""
    return (
        f"{path.name} is no longer in {path.parent}: it was moved, renamed or deleted, or its drive is gone. "
        "Nothing of this change was kept; put it back, then repeat it."
    )


def unsure(path: Path) -> str:
    """Say that nobody knows whether a change was kept."""
    return (
        f"{path.name} was moved, or another program took it over, while this change was written. Whether it was kept "
        "is not sure: open the case again, and look."
    )


def uncounted(path: Path) -> str:
    """Say that the number that the next new row gets is no number."""
    return (
        f"{path.name} no longer tells which number its next new row gets: something else wrote to it. It can be read; "
        f"close it, and “{called()} verify CASE --mend” makes that anew, by which nothing is lost."
    )


def another(path: Path) -> str:
    """Say that another file lies where the case was."""
    return (
        f"{path.name} is no longer the file that was opened: something else was written to it or put in its place. "
        "Nothing of this change was kept; open the case again."
    )
