"""The relations between the claims of one incident, looked up both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.model.claim import Effect, Relation, RelationType
from workbench.model.figure import Tie
from workbench.reckoning.seen import Seen

#: Numbers of people who met one effect or another.
_ANY_EFFECT = frozenset({Effect.KILLED_OR_WOUNDED, Effect.CASUALTIES_UNSPECIFIED})
_CASUALTIES = frozenset({Effect.KILLED, Effect.WOUNDED})
#: Claim id → ids it leads to.
Edges = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Links:
    """Relations whose two ends are both given; claims elsewhere are no concern here."""

    parents: Edges
    details: Edges
    parts: Edges
    totals: Edges
    bases: Edges
    replaced: Edges
    same: Edges
    apart: Edges
    rivals: Edges
    fates: Edges
    deltas: Edges
    disjoint: Edges

    def moved(self, to: Mapping[int, int]) -> Links:
        """Return the links with additions, totals and parts led on from claims that gave way to others."""
        if not to:
            return self
        parts = _led_on(self.parts, to)
        return replace(self, bases=_led_on(self.bases, to), parts=parts, totals=_frozen(_reverse(parts)))


def links(seen: Iterable[Seen]) -> Links:
    """Collect the relations among `seen`."""
    by_id = {s.id: s for s in seen}
    out: dict[RelationType, dict[int, set[int]]] = {t: defaultdict(set) for t in RelationType}
    for s in by_id.values():
        for relation in s.claim.relations:
            if relation.to in by_id and relation.to != s.id:
                out[relation.type][s.id].add(relation.to)
    rank = {s.id: s.order for s in by_id.values()}
    some = _some(out[RelationType.SUBSET_OF], {s.id: s.claim.effect for s in by_id.values()})
    parts = _union(_union(out[RelationType.TOTAL_OF], _reverse(out[RelationType.COMPONENT_OF])), _reverse(some.parts))
    return Links(
        parents=_downward(_less(some.subsets, _reverse(parts)), rank),
        details=_downward(out[RelationType.SUMMARY_OF], rank),
        parts=_downward(parts, rank),
        totals=_frozen(_reverse(_downward(parts, rank))),
        bases=_downward(_union(out[RelationType.ADDITIONAL_TO], out[RelationType.DELTA_OF]), rank),
        replaced=_downward(out[RelationType.SUPERSEDES], rank),
        same=_both(out[RelationType.SAME_AS]),
        apart=_both(_union(out[RelationType.DISJOINT_FROM], out[RelationType.ADDITIONAL_TO])),
        rivals=_both(out[RelationType.RIVAL_OF]),
        fates=_downward(some.fates, rank),
        deltas=_frozen(out[RelationType.DELTA_OF]),
        disjoint=_both(out[RelationType.DISJOINT_FROM]),
    )


def leading_out(seen: Iterable[Seen], here: Container[int]) -> tuple[Tie, ...]:
    """Return the relations that lead from `seen` to claims of other incidents: parts, wholes, and people apart."""
    found = {_tie(s.id, r) for s in seen for r in s.claim.relations if r.to not in here}
    return tuple(sorted((tie for tie in found if tie is not None), key=lambda t: (t.part, t.whole)))


def _tie(claim: int, relation: Relation) -> Tie | None:
    """Read one relation to a claim elsewhere; None where it says nothing of part and whole."""
    if relation.type is RelationType.TOTAL_OF:
        return Tie(relation.to, claim)
    if relation.type in (RelationType.COMPONENT_OF, RelationType.SUBSET_OF):
        return Tie(claim, relation.to)
    apart = relation.type in (RelationType.DISJOINT_FROM, RelationType.ADDITIONAL_TO)
    return Tie(claim, relation.to, apart=True) if apart else None


class _Some(NamedTuple):
    """What "some of them" are: a mere subset, a part of people who met any effect, or those who met another."""

    subsets: Mapping[int, set[int]]
    parts: Mapping[int, set[int]]
    fates: Mapping[int, set[int]]


def _some(edges: Mapping[int, Iterable[int]], effects: Mapping[int, Effect]) -> _Some:
    """Sort subsets by what happened to the whole: "3 of the 40 wounded died" counts among the dead."""
    found = _Some(defaultdict(set), defaultdict(set), defaultdict(set))
    for start, ends in edges.items():
        for end in ends:
            if effects[start] is effects[end] or effects[start] in _ANY_EFFECT:
                found.subsets[start].add(end)
            elif effects[end] in _ANY_EFFECT and effects[start] in _CASUALTIES:
                found.parts[start].add(end)
            else:
                found.fates[start].add(end)
    return found


def _reverse(edges: Mapping[int, Iterable[int]]) -> dict[int, set[int]]:
    """Turn every edge round."""
    turned: dict[int, set[int]] = defaultdict(set)
    for start, ends in edges.items():
        for end in ends:
            turned[end].add(start)
    return turned


def _union(one: Mapping[int, Iterable[int]], other: Mapping[int, Iterable[int]]) -> dict[int, set[int]]:
    """Put two sets of edges together."""
    return {key: {*one.get(key, ()), *other.get(key, ())} for key in {*one, *other}}


def _less(one: Mapping[int, set[int]], other: Mapping[int, set[int]]) -> dict[int, set[int]]:
    """Take edges away: some of a total that with others make up all of it are its parts, not a mere subset."""
    return {key: ends - other.get(key, set()) for key, ends in one.items()}


def _frozen(edges: Mapping[int, Iterable[int]]) -> dict[int, frozenset[int]]:
    """Fix edges for good."""
    return {start: frozenset(ends) for start, ends in edges.items() if ends}


def _both(edges: Mapping[int, Iterable[int]]) -> Edges:
    """Make edges lead both ways."""
    return _frozen(_union(edges, _reverse(edges)))


def _downward(edges: Mapping[int, Iterable[int]], rank: Mapping[int, tuple[object, ...]]) -> Edges:
    """Drop the edges that would close a ring, so that the earliest claim of a ring stays on top."""
    reach = {start: _reach(start, edges) for start in edges}
    return _frozen(
        {
            start: {end for end in ends if start not in reach.get(end, ()) or rank[end] < rank[start]}
            for start, ends in edges.items()
        }
    )


def _reach(start: int, edges: Mapping[int, Iterable[int]]) -> set[int]:
    """Return all ids that can be reached from `start`."""
    found: set[int] = set()
    ahead = list(edges.get(start, ()))
    while ahead:
        here = ahead.pop()
        if here not in found:
            found.add(here)
            ahead.extend(edges.get(here, ()))
    return found


def _led_on(edges: Edges, to: Mapping[int, int]) -> Edges:
    """Let edges end, and start, at what took the place of their claims."""
    led: dict[int, set[int]] = defaultdict(set)
    for start, ends in edges.items():
        here = _last(start, to)
        led[here] |= {_last(end, to) for end in ends} - {here}
    return _frozen(led)


def _last(claim: int, to: Mapping[int, int]) -> int:
    """Follow claims that gave way to the one that stands."""
    seen = {claim}
    while claim in to and to[claim] not in seen:
        claim = to[claim]
        seen.add(claim)
    return claim
