"""Where the files that ship with the program lie, and how their tables are read."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.errors import BadResource


def folder() -> Path:
    """Return the ``resources`` folder, of the source tree or of the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen, "resources") if frozen else Path(__file__).parent.parent / "resources"


def text_of(path: Path) -> str:
    """Read a UTF-8 file that ships with the program; BadResource where it is missing or damaged."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BadResource(f"{path.name} is missing in {path.parent}. Install the program again.") from error
    except (OSError, UnicodeDecodeError) as error:
        sentence = f"{path.name} in {path.parent} cannot be read ({error}). Install the program again."
        raise BadResource(sentence) from error


def rights(folder: Path) -> dict[str, str]:
    """Return the texts on the rights in what ships, by title: what is ours, and each licence that comes with it."""
    paths = {path.stem.replace("-", " "): path for path in sorted((folder / "licences").glob("*.txt"))}
    return {"What the program ships with": text_of(folder / "NOTICES.md")} | {
        title: text_of(path) for title, path in paths.items()
    }


def table(path: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Read a tab-separated table as (line number from 1, cells by column), with at least `columns` in its head.

    Cells are stripped; empty lines are skipped. BadResource names the file and the line that does not fit the head.
    """
    lines = text_of(path).removeprefix("\ufeff").splitlines()
    head = lines[0].split("\t") if lines else []
    missing = [column for column in columns if column not in head]
    if missing:
        raise BadResource(f"{path.name} lacks the column {', '.join(missing)}. Add it to the first line.")
    return [(number, _cells(path, number, head, line)) for number, line in enumerate(lines[1:], 2) if line.strip()]


def _cells(path: Path, number: int, head: list[str], line: str) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) > len(head):
        what = f"{path.name}, row {number} has {len(cells)} cells where the first line has {len(head)}"
        raise BadResource(f"{what}. Remove the extra tabs.")
    padded = cells + [""] * (len(head) - len(cells))
    return dict(zip(head, (cell.strip() for cell in padded), strict=True))
