"""Where the files that ship with the program lie, and how their tables are read."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from workbench.errors import BadResource

#: Lists every file that ships in a bundle with its SHA-256, as `sha256sum` does; from source there is none.
SUMS = "SHA256SUMS"


def folder() -> Path:
    """Return the ``resources`` folder, of the source tree or of the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen, "resources") if frozen else Path(__file__).parent.parent / "resources"


def refuse_changed(path: Path) -> None:
    """Raise BadResource where a file, or one in a folder, is not as it was shipped: half a list of names reads well."""
    if sentence := changed(path):
        raise BadResource(f"{sentence} Install the program again.")


def changed(path: Path) -> str:
    """Say which file at or below `path` is missing or not as it was shipped; nothing where all are, or none is listed.

    Files that were added count for nothing.
    """
    root = next((parent for parent in (path, *path.parents) if (parent / SUMS).is_file()), None)
    if root is None:
        return ""
    inside = "" if path == root else path.relative_to(root).as_posix()
    for line in text_of(root / SUMS).splitlines():
        wanted, _, name = line.partition("  ")
        if (not inside or name == inside or name.startswith(f"{inside}/")) and (
            why := _difference(root / name, wanted)
        ):
            return f"{Path(name).name} in {(root / name).parent} {why}."
    return ""


def _difference(path: Path, wanted: str) -> str:
    try:
        found = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return "" if found == wanted else "is not as it was shipped"


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
