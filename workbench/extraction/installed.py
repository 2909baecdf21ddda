"""Which trained pipelines a user has installed beside the program; nothing is looked for on the network."""

from __future__ import annotations

import sys


def installed(language: str) -> tuple[str, ...]:
    """Return the names of the pipelines for a language that are installed; a frozen program has its own only."""
    if getattr(sys, "frozen", False):
        return ()
    # It brings the whole of email and zipfile along, which the window's start need not wait for.
    from importlib.metadata import entry_points

    named = {found.name for found in entry_points(group="spacy_models")}
    return tuple(sorted(name for name in named if name.startswith(f"{language}_")))
