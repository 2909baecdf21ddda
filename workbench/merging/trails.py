"""What happened to each row over a stretch of a journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.changes import Edit, Value, Written
from workbench.history import Step
from workbench.merging.numbers import first_new
from workbench.merging.told import Key
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.mention import Maker, Mention, Status
from workbench.model.merged import Merged

#: What puts rows into a case that are nobody's judgement.
_MACHINE = frozenset({"import", "extract", "copy_registers", "create_case"})


@dataclass(frozen=True, slots=True)
class Touch:
    """Who did what to a row, and when (UTC, ISO 8601)."""

    analyst: str
    at: str
    act: str


@dataclass(frozen=True, slots=True)
class Trail:
    """A row before the stretch, as the program read it last (None where an analyst made it), and after.

    `read_at` is when it was read so, `added` the line that brought it last, or the first that touched it; `last` who
    touched it last.
    """

    before: Value | None
    read: Value | None
    now: Value | None
    added: int
    read_at: str = ""
    last: Touch | None = None
    any: Value | None = None

    @property
    def first(self) -> Value:
        """The row as it was read, or else as it is, or was before it went."""
        value = self.read or self.now or self.any
        if value is None:
            raise ValueError("a trail of nothing")
        return value


def key_of(edit: Edit) -> Key:
    """Return what names the row that is edited."""
    return edit.kind, edit.value.id


def trails(lines: Iterable[Written]) -> dict[Key, Trail]:
    """Return what the lines did to each row they touch."""
    found: dict[Key, Trail] = {}
    for line in lines:
        machine = line.step is Step.AUTOMATIC or (line.act in _MACHINE and line.step is Step.DO)
        touch = None if machine else Touch(line.analyst, line.at, line.act)
        for edit in line.edits:
            key = key_of(edit)
            trail = found.get(key) or Trail(edit.before, _read(edit.before), None, line.number)
            found[key] = _after(trail, edit, line, touch, machine=machine)
    return found


def _after(trail: Trail, edit: Edit, line: Written, touch: Touch | None, *, machine: bool) -> Trail:
    read, read_at = trail.read, trail.read_at
    if machine and edit.after is not None and _untouched(edit.after):
        read, read_at = edit.after, line.at
    added = line.number if edit.before is None else trail.added
    known = replace(trail, read=read, read_at=read_at, added=added, last=touch or trail.last)
    return replace(known, now=edit.after, any=edit.value)


def _read(before: Value | None) -> Value | None:
    return before if before is not None and _untouched(before) else None


def _untouched(value: Value) -> bool:
    if isinstance(value, Mention | Claim) and value.status is not Status.PROPOSED:
        return False
    return not (isinstance(value, Mention | Claim | Incident) and value.made_by is Maker.ANALYST)


def smallest_new(lines: Iterable[Written]) -> int | None:
    """Return the smallest number that was given to a new row, or None where none was."""
    fresh = [number for line in lines if line.step in (Step.DO, Step.AUTOMATIC) for number in _new(line)]
    return min(fresh, default=None)


def _new(line: Written) -> list[int]:
    """Return the numbers that a line gave out; a merge brings rows back, too, that had theirs before."""
    come = [edit.after for edit in line.edits if edit.before is None and edit.after is not None]
    numbers = [row.id for row in come if isinstance(row.id, int)]
    first = max((first_new(row) or 0 for row in come if isinstance(row, Merged)), default=0)
    return [number for number in numbers if number >= first]
