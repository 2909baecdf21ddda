"""What becomes of each row that the other case changed, as far as nobody need say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.changes import KINDS, Value
from workbench.merging.bases import Decision
from workbench.merging.fields import Open, Version, settled
from workbench.merging.meeting import Meeting
from workbench.merging.numbers import carried, together
from workbench.merging.told import Key
from workbench.merging.trails import Touch, Trail
from workbench.model.merged import Merged


@dataclass(frozen=True, slots=True)
class Draft:
    """A row here and there (None where it is not), and what comes of both; `asked` is in it as here.

    `gone` says that one side took away what the other changed; the row is then left as it is here.
    """

    key: Key
    mine: Value | None
    theirs: Value | None
    result: Value | None
    asked: tuple[Open, ...] = ()
    gone: bool = False
    by_mine: Touch | None = None
    by_theirs: Touch | None = None


@dataclass(frozen=True, slots=True)
class _Sides:
    """A row on both sides, as it was, as it is, when it was read; `open` is what both decided differently before."""

    was_mine: Value | None
    mine: Value | None
    was_theirs: Value | None
    theirs: Value | None
    read_mine: str = ""
    read_theirs: str = ""
    open: frozenset[str] = frozenset()


def drafts(meeting: Meeting, joined: set[Key]) -> Iterator[Draft]:
    """Yield a draft for each row that the other changed and that is not as here; `joined` were made on both sides."""
    order = {kind: n for n, kind in enumerate(KINDS)}
    for there in sorted(meeting.news, key=lambda key: (order[key[0]], str(key[1]).zfill(12))):
        trail = meeting.news[there]
        key = meeting.here(there)
        if isinstance(trail.now, Merged) and trail.now.hash in meeting.given:
            continue  # how far the other took this case in, this case knows better
        sides = (_joined if key in joined else _grown)(meeting, key, trail)
        own = meeting.own.get(key)
        mine, theirs = (decided.get(key, Decision()) for decided in meeting.decided)
        found = _drafted(key, sides, mine.names | sides.open, theirs.names | sides.open)
        if found is not None:
            yield replace(found, by_mine=mine.last or (own.last if own else None), by_theirs=theirs.last or trail.last)


def _carried(value: Value | None, meeting: Meeting) -> Value | None:
    return None if value is None else carried(value, meeting.numbers)


def _joined(meeting: Meeting, key: Key, trail: Trail) -> _Sides:
    own = meeting.own.get(key)
    mine = meeting.rows.row(*key)
    was_mine, read_mine = (own.read, own.read_at) if own else (mine, "")
    was, theirs = _carried(trail.read, meeting), _carried(trail.now, meeting)
    return _Sides(was_mine, mine, was, theirs, read_mine, trail.read_at)


def _grown(meeting: Meeting, key: Key, trail: Trail) -> _Sides:
    base = meeting.base(key, trail)
    row = base.value
    return _Sides(row, meeting.rows.row(*key), row, _carried(trail.now, meeting), open=base.open)


def _drafted(key: Key, sides: _Sides, decided_mine: frozenset[str], decided_theirs: frozenset[str]) -> Draft | None:
    mine, theirs = sides.mine, sides.theirs
    if mine == theirs:
        return None
    if isinstance(mine, Merged) and isinstance(theirs, Merged):
        return _changed(key, mine, theirs, together(mine, theirs))
    if mine is not None and theirs is not None:
        result, asked = settled(
            Version(sides.was_mine, mine, sides.read_mine, decided_mine),
            Version(sides.was_theirs, theirs, sides.read_theirs, decided_theirs),
        )
        return _changed(key, mine, theirs, result, asked)
    if mine == sides.was_mine and not decided_mine:  # a row that came and went here is as if it had never been
        return Draft(key, mine, theirs, theirs)
    if (theirs == sides.was_theirs and not decided_theirs) or isinstance(mine or theirs, Merged):
        return None  # of what cases were taken in nobody is asked: a merge that was undone here can be made again
    return Draft(key, mine, theirs, mine, gone=True)


def _changed(key: Key, mine: Value, theirs: Value, result: Value, asked: tuple[Open, ...] = ()) -> Draft | None:
    return Draft(key, mine, theirs, result, asked) if asked or result != mine else None
