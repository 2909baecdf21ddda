"""What the scripts of this folder ask of the project itself: its version, and the time that its packages bear."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def version(root: Path = ROOT) -> str:
    """Return the program's version, from the one place that says it."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def epoch(environ: Mapping[str, str], root: Path = ROOT) -> int:
    """Return the time that every file gets, in seconds since 1970 (reproducible-builds.org/specs/source-date-epoch).

    It is SOURCE_DATE_EPOCH, else when the last commit was made, else, without git, when the version was set.
    """
    if given := environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    line = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(line, cwd=root, capture_output=True, encoding="ascii", check=False).stdout.strip()
    return int(told) if told.isdigit() else int((root / "pyproject.toml").stat().st_mtime)
