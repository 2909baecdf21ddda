"""Which lines of the journal are wanted, and by what they can be chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are wanted; what is empty does not choose.

    `by` an analyst, `automatic` those that the program made by itself; `act` a key; `articles` ids; from `since` and
    before `until`, both UTC, ISO 8601.
    """

    by: str | None = None
    automatic: bool = False
    act: str = ""
    articles: tuple[int, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """By what lines can be chosen: who and which acts are in the journal, and since when (UTC; empty: no line)."""

    analysts: tuple[str, ...]
    acts: tuple[str, ...]
    since: str
