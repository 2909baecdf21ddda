"""What undo and redo would take back, read from the journal alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What a line of the journal is to the history; an automatic line is none of it."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal as history sees it: its number and what it is."""

    number: int
    step: Step


def next_undo(newest_first: Iterable[Line]) -> int | None:
    """Return the number of the line that undo would take back, or None."""
    taken_back = 0
    for line in newest_first:
        if line.step is Step.UNDO:
            taken_back += 1
        elif line.step is not Step.AUTOMATIC:
            if not taken_back:
                return line.number
            taken_back -= 1
    return None


def next_redo(newest_first: Iterable[Line]) -> int | None:
    """Return the number of the undo line that redo would take back, or None."""
    redone = 0
    for line in newest_first:
        if line.step is Step.DO:
            return None
        if line.step is Step.REDO:
            redone += 1
        elif line.step is Step.UNDO:
            if not redone:
                return line.number
            redone -= 1
    return None
