"""Where the program keeps what is its own, as each platform wants it; never beside the program."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

_NAME = "casualty-workbench"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders that need not be there: `running` is of this computer alone, `spare` for when the others take nothing."""

    settings: Path
    logs: Path
    running: Path
    spare: Path


def own(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Folders:
    """Return the folders of whoever runs the program; without a home all of them are the spare one's."""
    spare = Path(tempfile.gettempdir(), f"{_NAME}-{_user(environ)}")
    home = _home(environ, platform) or spare
    if platform == "win32":
        local = _named(environ, "LOCALAPPDATA", home / "AppData" / "Local") / _NAME
        return Folders(local, local / "logs", local / "running", spare)
    if platform == "darwin":
        library = home / "Library"
        support = library / "Application Support" / _NAME
        return Folders(support, library / "Logs" / _NAME, support / "running", spare)
    settings = _named(environ, "XDG_CONFIG_HOME", home / ".config") / _NAME
    logs = _named(environ, "XDG_STATE_HOME", home / ".local" / "state") / _NAME / "logs"
    return Folders(settings, logs, _named(environ, "XDG_RUNTIME_DIR", spare) / _NAME, spare)


def cache(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder for what can be made anew at any time."""
    home = _home(environ, platform) or own(environ, platform).spare
    if platform == "win32":
        return _named(environ, "LOCALAPPDATA", home / "AppData" / "Local") / _NAME / "cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / _NAME
    return _named(environ, "XDG_CACHE_HOME", home / ".cache") / _NAME


def made(wanted: Iterable[Path]) -> Path | None:
    """Return the first of these folders that files can be written to and nobody else's, made where it is not there."""
    return next((folder for folder in wanted if _is_usable(folder)), None)


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the home of whoever runs the program, where file dialogs begin; without one, the root."""
    found = _home(environ, sys.platform)
    return found if found and found.is_dir() else Path(Path.cwd().anchor)


def _home(environ: Mapping[str, str], platform: str) -> Path | None:
    """Return the home of the environment, else of the system's table of users; None where neither knows one."""
    if given := environ.get("USERPROFILE" if platform == "win32" else "HOME"):
        return Path(given)
    try:
        return Path.home() if environ is os.environ else None
    except RuntimeError:
        return None


def _named(environ: Mapping[str, str], variable: str, usual: Path) -> Path:
    """Return the folder a variable names; one that is not absolute counts for nothing (XDG Base Directory)."""
    given = environ.get(variable, "")
    return Path(given) if PurePath(given).is_absolute() else usual


def _user(environ: Mapping[str, str]) -> str:
    return environ.get("USERNAME", "user") if sys.platform == "win32" else str(os.getuid())


def _is_usable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        return _is_ours(folder.lstat()) and _takes_a_file(folder)
    except OSError:
        return False


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether a folder is this user's own: in a shared place somebody else may have been there first."""
    if not stat.S_ISDIR(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _takes_a_file(folder: Path) -> bool:
    tried = folder / f".{os.urandom(8).hex()}"
    os.close(os.open(tried, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    tried.unlink()
    return True
