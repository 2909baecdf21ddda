"""The relations between the claims of one incident, looked up both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.model.claim import RelationType
from workbench.reckoning.seen import Seen

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
    rank = {s.id: s.rank for s in by_id.values()}
    parts = _union(out[RelationType.TOTAL_OF], _reverse(out[RelationType.COMPONENT_OF]))
    return Links(
        parents=_downward(_less(out[RelationType.SUBSET_OF], _reverse(parts)), rank),
        details=_downward(out[RelationType.SUMMARY_OF], rank),
        parts=_downward(parts, rank),
        totals=_frozen(_reverse(_downward(parts, rank))),
        bases=_downward(_union(out[RelationType.ADDITIONAL_TO], out[RelationType.DELTA_OF]), rank),
        replaced=_downward(out[RelationType.SUPERSEDES], rank),
        same=_both(out[RelationType.SAME_AS]),
        apart=_both(_union(out[RelationType.DISJOINT_FROM], out[RelationType.ADDITIONAL_TO])),
        rivals=_both(out[RelationType.RIVAL_OF]),
    )


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
