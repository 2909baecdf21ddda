"""What the program remembers of its user: a frozen value, read from and written to one JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError

THEMES = ("system", "light", "dark")
_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is one of THEMES, `language` an ISO code or empty (the system's), `window` Qt's state as base64.

    `pipelines` are the installed ones to find names with, at most one a language, in place of those that ship.
    `backups` is the folder in which those of all cases lie, empty for beside each.
    """

    analyst: str = ""
    theme: str = "system"
    language: str = ""
    recent: tuple[str, ...] = ()
    window: str = ""
    font_size: int = 0
    pipelines: tuple[str, ...] = ()
    backups: str = ""

    def with_recent(self, path: str) -> tuple[str, ...]:
        """Return the recent files with `path` first, each once, the last ten."""
        return (path, *(other for other in self.recent if other != path))[:_RECENT]


def load(path: Path) -> Settings:
    """Return the settings kept at `path`; defaults where there are none. A damaged file is put aside, not lost."""
    try:
        kept = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        _put_aside(path)
        return Settings()
    if not isinstance(kept, dict):
        _put_aside(path)
        return Settings()
    return Settings(**_usable(kept))


def save(settings: Settings, path: Path) -> None:
    """Write the settings to `path`, whole or not at all; WorkbenchError where the place cannot be written."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        told = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
        beside.write_bytes(told.encode("utf-8", "surrogatepass"))  # of files' names whose bytes are no letters
        beside.replace(path)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise WorkbenchError(
            f"The settings could not be saved to {path}: {reason}. They hold until the end."
        ) from error


def _usable(kept: dict[str, Any]) -> dict[str, Any]:
    """Take what has the right type; what another version wrote beside it is passed over."""
    defaults = Settings()
    usable = {}
    for field in fields(Settings):
        value = kept.get(field.name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = tuple(value)
        if type(value) is type(getattr(defaults, field.name)):
            usable[field.name] = value
    if usable.get("theme") not in THEMES:
        usable.pop("theme", None)
    return usable


def _put_aside(path: Path) -> None:
    number = 1
    while path.with_name(f"{path.name}.damaged-{number}").exists():
        number += 1
    try:
        path.replace(path.with_name(f"{path.name}.damaged-{number}"))
    except OSError:
        return  # it stays where it is; the next save says what is wrong with the place
