"""Which languages are read: those there is a lexicon for."""

from __future__ import annotations

from pathlib import Path

#: Texts in a language without a lexicon are read as if they were in this one.
FALLBACK = "en"
_ROLES = "roles_"


def languages(resources: Path) -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon, in alphabetical order."""
    found = (path.stem for path in (resources / "lexicon").glob("*.json"))
    return tuple(sorted(code for code in found if not code.startswith(_ROLES)))


def read_as(language: str, resources: Path) -> str:
    """Return the language whose lexicon reads texts in `language`."""
    return language if language in languages(resources) else FALLBACK
