"""Tolls: what one origin told of one group of people, article by article, apart from the figures (rule 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from workbench.model.claim import Effect, Scope
from workbench.model.figure import Check
from workbench.model.toll import Telling, Toll
from workbench.reckoning import checks, ranges
from workbench.reckoning.account import Account, together
from workbench.reckoning.cells import Cell, arrange
from workbench.reckoning.links import Links
from workbench.reckoning.origins import account_of, later_death
from workbench.reckoning.ranges import Range
from workbench.reckoning.removals import Counted, How
from workbench.reckoning.rivals import spoken
from workbench.reckoning.seen import Basis, Seen

#: What cannot become less but by a correction; the wounded die, prisoners are freed, and the missing found.
_ONLY_GROWS = frozenset(
    {Effect.KILLED, Effect.KILLED_OR_WOUNDED, Effect.BODIES_RECOVERED, Effect.CASUALTIES_UNSPECIFIED}
)


class _Key(NamedTuple):
    """What one toll counts, and who tells it; events stay in their incident."""

    scope: Scope
    incident: int | None
    effect: Effect
    side: str
    category: str
    since: date
    place: str
    origin: str
    partisan: bool


def tolls_of(incident: int, counted: Counted, related: Links, basis: Basis) -> tuple[Toll, ...]:
    """Return the tolls of one incident: every running toll, and what an origin told of the event more than once.

    Numbers that a later one replaced are told here; subsets, summaries and claims that are the same are not.
    """
    replaced = (h.seen for h in counted.hanging if h.how is How.REPLACED)
    told = sorted((*counted.live, *replaced), key=lambda s: s.rank)
    if not any(s.claim.scope is Scope.CUMULATIVE for s in told) and len({s.article for s in told}) < 2:
        return ()
    found = (
        toll
        for cell, members in arrange(told).items()
        for voice in _voices(members, related)
        for toll in _told(incident, cell, voice, related, basis)
    )
    return tuple(sorted(found, key=lambda toll: _key(toll, incident)))


def _voices(members: Sequence[Seen], related: Links) -> Iterable[list[Seen]]:
    """Part claims by who tells them, a belligerent's on its enemy from all else it says."""
    by_origin: dict[tuple[str, bool], list[Seen]] = defaultdict(list)
    for s in spoken(members, related):
        by_origin[s.origin, s.partisan].append(s)
    return by_origin.values()


def _told(incident: int, cell: Cell, voice: Sequence[Seen], related: Links, basis: Basis) -> Iterator[Toll]:
    """Yield what one origin tells of one group of people, by the day it counts from and the place it is told for."""
    groups: dict[tuple[date | None, str], list[Seen]] = defaultdict(list)
    for s in voice:
        groups[_since(s), _place(s)].append(s)
    for (since, place), members in groups.items():
        tellings = tuple(_tellings(members, related, basis))
        if cell.scope is Scope.CUMULATIVE or len(tellings) > 1:
            said_by = (members[0].origin, members[0].partisan)
            yield Toll(*said_by, cell.scope, incident, since, place, cell.side, cell.category, cell.effect, tellings)


def _tellings(members: Iterable[Seen], related: Links, basis: Basis) -> Iterator[Telling]:
    """Yield what each article tells; what only adds to an earlier article's number is added to that."""
    before: Account | None = None
    by_article = groupby(sorted(members, key=lambda s: s.rank), key=lambda s: s.rank[:2])
    for _, article in by_article:
        claims = list(article)
        account = account_of(claims, related, basis.actors)
        if before is not None and all(related.bases.get(s.id) or later_death(s, related) for s in account.used):
            account = together([before, account])
        yield _telling(account, claims)
        before = account


def _telling(account: Account, claims: Sequence[Seen]) -> Telling:
    """Write down one article's number."""
    r = account.range
    used = tuple(s.id for s in sorted(account.used, key=lambda s: s.rank))
    day = max((_until(s) for s in claims), default=date.min)
    article = claims[0].article
    return Telling(None if day == date.min else day, article, r.floor, r.best, r.high, account.unquantified, used)


def _since(seen: Seen) -> date | None:
    """Return the day a running toll counts from; events have none."""
    when = seen.claim.when
    return when.start if when is not None and seen.claim.scope is Scope.CUMULATIVE else None


def _until(seen: Seen) -> date:
    """Return the last day a running toll counts; else the day its article was published."""
    when = seen.claim.when
    running = when is not None and not when.inherited and seen.claim.scope is Scope.CUMULATIVE
    return when.end if when is not None and running else seen.day


def _place(seen: Seen) -> str:
    """Return the place a running toll is told for in its own words; events have that of their incident."""
    where = seen.claim.where
    return where.place if where is not None and not where.inherited and seen.claim.scope is Scope.CUMULATIVE else ""


def merged(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """Make one toll of the running tolls that several incidents hold of the same people by the same origin."""
    groups: dict[_Key, list[Toll]] = defaultdict(list)
    for toll in tolls:
        groups[_key(toll, None if toll.scope is Scope.CUMULATIVE else toll.incident)].append(toll)
    return tuple(_one(groups[key]) for key in sorted(groups, key=_sorting))


def _one(pieces: Sequence[Toll]) -> Toll:
    """Put the pieces of one toll in the order of their days."""
    if len(pieces) == 1:
        return pieces[0]
    tellings = sorted((t for piece in pieces for t in piece.tellings), key=_when)
    incidents = {piece.incident for piece in pieces}
    return replace(pieces[0], incident=None if len(incidents) > 1 else pieces[0].incident, tellings=tuple(tellings))


def _when(telling: Telling) -> tuple[date, int, tuple[int, ...]]:
    """Order tellings by day, unknown first, then by article."""
    return _day(telling), telling.article, telling.used


def _key(toll: Toll, incident: int | None) -> _Key:
    """Return what a toll counts, in a form that can be sorted."""
    return _Key(
        toll.scope,
        incident,
        toll.effect,
        toll.side or "",
        toll.category or "",
        toll.since or date.min,
        toll.place,
        toll.origin,
        toll.partisan,
    )


def _sorting(key: _Key) -> tuple[object, ...]:
    """Order tolls: events first, by incident, then as the model lists effects."""
    return (list(Scope).index(key.scope), key.incident or 0, list(Effect).index(key.effect), *key[3:])


def falls(tolls: Iterable[Toll]) -> tuple[Check, ...]:
    """Hold each telling against the one before it: what counts the dead can only grow."""
    return tuple(
        checks.fallen((_range(before), before.day), (_range(after), after.day), before.used + after.used)
        for toll in tolls
        if toll.effect in _ONLY_GROWS
        for before, after in pairwise(t for t in toll.tellings if not t.unquantified)
        if after.high is not None and after.high < before.low and _day(before) < _day(after)
    )


def _day(telling: Telling) -> date:
    """Return the day of a telling; the earliest date there is where nobody knows."""
    return telling.day or date.min


def _range(telling: Telling) -> Range:
    """Return the bounds of a telling."""
    return ranges.Range(telling.low, telling.best, telling.high)
