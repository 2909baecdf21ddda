"""What this program is called, in a title and at a prompt, and which version it is; pyproject.toml says the same."""

from __future__ import annotations

import sys
from pathlib import Path

PROGRAM = "Casualty Workbench"
VERSION = "0.1.0"


def file() -> Path:
    """Return the file that is called at a prompt: ``main.py``, or a bundle's, of two the one with a console."""
    if not getattr(sys, "frozen", False):
        return Path(__file__).resolve().parent.parent / "main.py"
    started = Path(sys.executable)
    spoken = started.with_stem(f"{started.stem}-cli")
    return spoken if spoken.exists() else started


def called() -> str:
    """Return what a user types before the name of a command."""
    return file().name
