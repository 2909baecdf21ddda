"""What merged rows point to is there: led on to where its claims went, or kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.changes import Value
from workbench.merging.meeting import Meeting
from workbench.merging.numbers import carried
from workbench.merging.told import Key
from workbench.merging.trails import Trail
from workbench.model.actor import Actor, Source
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.mention import Mention

Rows = dict[Key, Value | None]


def mend(rows: Rows, meeting: Meeting) -> None:
    """Lead claims of an incident that went to where its other claims are; keep what something else still needs."""
    mending = _Mending(rows, meeting)
    for key in [key for key, value in rows.items() if value is None]:
        mending.take_along(key)
    # Two incidents may have been merged into each other: which one stays must not hang on who merges.
    waiting = sorted(rows, key=mending.rank, reverse=True)
    while waiting:
        waiting.extend(mending.found(waiting.pop()))


class _Mending:
    def __init__(self, rows: Rows, meeting: Meeting) -> None:
        self._rows, self._meeting = rows, meeting
        self._moved = _moved(meeting.own.values()), _moved(meeting.news.values())

    def _row(self, key: Key) -> Value | None:
        return self._rows[key] if key in self._rows else self._meeting.rows.row(*key)

    def found(self, key: Key) -> Iterator[Key]:
        """See to what a row points to; yield what was changed for that."""
        value = self._rows[key]
        if value is None:
            return
        for needed in needs(value):
            if self._row(needed) is not None:
                continue
            heir = self._heir(needed)
            if heir is not None and isinstance(value, Claim):
                self._rows[key] = value = replace(value, incident_id=heir)
            elif (last := self._last(needed)) is not None:
                self._rows[needed] = last
                yield needed
            else:
                self._rows[key] = value = _without(value, needed)

    def take_along(self, key: Key) -> None:
        """Put to the rows what points to one that goes."""
        for other in self._pointing(key):
            value = self._row(other)
            if value is not None and key in needs(value):
                self._rows[other] = value

    def rank(self, key: Key) -> str:
        """Return by what rows are ordered: the incident they need and that is not there, in words without a number."""
        value = self._rows[key]
        needed: Key = ("incident", (value.incident_id or 0) if isinstance(value, Claim) else 0)
        if not needed[1] or self._row(needed) is not None:
            return ""
        last = self._last(needed)
        return f"1{replace(last, id=0)}" if isinstance(last, Incident) else "1"

    def _pointing(self, key: Key) -> list[Key]:
        """Return the rows here that point to one."""
        rows, (kind, id_) = self._meeting.rows, key
        match kind, id_:
            case "incident", int():
                return [("claim", claim.id) for claim in rows.claims_of(id_)]
            case "article", int():
                told = [("claim", one.id) for one in rows.claims(id_)]
                return [*told, *(("mention", one.id) for one in rows.mentions(id_))]
            case "actor", _:
                return [("actor", one) for one in rows.actors()]
            case "side", _:
                return [*(("actor", one) for one in rows.actors()), *(("source", one) for one in rows.sources())]
        return []

    def _last(self, key: Key) -> Value | None:
        """Return a row as it was before it went, by either journal."""
        own = self._meeting.own.get(key)
        here = self._meeting.rows.row(*key)
        if here is not None:
            return here
        if own is not None and (own.any or own.before) is not None:
            return own.any or own.before
        return next((carried(trail.first, self._meeting.numbers) for trail in self._there(key)), None)

    def _there(self, key: Key) -> list[Trail]:
        kind, id_ = key
        there = self._meeting.numbers.owner(id_) if isinstance(id_, int) else id_
        found = self._meeting.news.get((kind, there)) if there is not None else None
        return [found] if found is not None else []

    def _heir(self, key: Key) -> int | None:
        """Return the one incident to which the claims of one were moved when it was taken away, or None."""
        kind, gone = key
        if kind != "incident" or not isinstance(gone, int):
            return None
        here, away = self._moved
        meeting, there = self._meeting, self._meeting.numbers.owner(gone)
        to = set(here.get(gone, ())) if _went(meeting.own.get(key)) else set()
        if there is not None and _went(meeting.news.get(("incident", there))):
            to |= {meeting.numbers.of(one) for one in away.get(there, ())}
        to = {one for one in to if self._row(("incident", one)) is not None}
        return to.pop() if len(to) == 1 else None


def _went(trail: Trail | None) -> bool:
    return trail is not None and trail.now is None


def _moved(found: Iterable[Trail]) -> dict[int, set[int]]:
    """Return, by incident, to which others claims of it were moved."""
    moved: dict[int, set[int]] = defaultdict(set)
    for trail in found:
        before, now = trail.before or trail.read, trail.now
        was, to = (row.incident_id if isinstance(row, Claim) else None for row in (before, now))
        if was is not None and to is not None and was != to:
            moved[was].add(to)
    return moved


def needs(value: Value) -> list[Key]:
    """Return the rows without which one cannot stand; a relation may lead to a claim that an undo brings back."""
    match value:
        case Mention():
            return [("article", value.article_id)]
        case Claim():
            incident: list[Key] = [] if value.incident_id is None else [("incident", value.incident_id)]
            return [("article", value.article_id), *incident]
        case Actor():
            return [(kind, id_) for kind, id_ in (("actor", value.parent), ("side", value.side)) if id_]
        case Source(side=str(side)):
            return [("side", side)]
    return []


def _without(value: Value, needed: Key) -> Value:
    """Return a row that no longer points to what nobody knows any more."""
    kind, _ = needed
    if isinstance(value, Claim) and kind == "incident":
        return replace(value, incident_id=None)
    if isinstance(value, Actor):
        return replace(value, **{"parent" if kind == "actor" else "side": None})  # type: ignore[arg-type]  # both are
    return replace(value, side=None) if isinstance(value, Source) else value
