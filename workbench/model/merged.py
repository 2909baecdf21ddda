"""A case whose work was taken into this one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Merged:
    """How far another case was taken in: `line` is the last line of its journal that was, `hash` that line's.

    `ids` says under which numbers its rows stand here, in runs: ``12 40 3`` are its rows 12 to 14, here 40 to 42.
    `decided` names what was answered then, and what the other had decided: ``claim effect: 40``.
    """

    id: int
    name: str
    line: int
    hash: str
    ids: tuple[str, ...]
    decided: tuple[str, ...] = ()
