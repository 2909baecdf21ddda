"""How claims stand to each other by all their relations: same, inside, apart, newer, added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum, auto

from workbench.model.claim import Claim, RelationType


class Stand(Enum):
    """What one claim is to another, seen from the first."""

    INSIDE = auto()
    HOLDS = auto()
    SAME = auto()
    APART = auto()
    ADDS = auto()
    ADDED_TO = auto()
    NEWER = auto()
    OLDER = auto()
    RIVAL = auto()
    DENIES = auto()
    DENIED = auto()

    @property
    def turned(self) -> Stand:
        """What the second claim is to the first."""
        return _TURNED.get(self, self)


_TURNED = {
    Stand.INSIDE: Stand.HOLDS,
    Stand.HOLDS: Stand.INSIDE,
    Stand.ADDS: Stand.ADDED_TO,
    Stand.ADDED_TO: Stand.ADDS,
    Stand.NEWER: Stand.OLDER,
    Stand.OLDER: Stand.NEWER,
    Stand.DENIES: Stand.DENIED,
    Stand.DENIED: Stand.DENIES,
}
STANDS = {
    RelationType.SUBSET_OF: Stand.INSIDE,
    RelationType.COMPONENT_OF: Stand.INSIDE,
    RelationType.TOTAL_OF: Stand.HOLDS,
    RelationType.SUMMARY_OF: Stand.HOLDS,
    RelationType.ADDITIONAL_TO: Stand.ADDS,
    RelationType.DELTA_OF: Stand.ADDS,
    RelationType.SUPERSEDES: Stand.NEWER,
    RelationType.SAME_AS: Stand.SAME,
    RelationType.RIVAL_OF: Stand.RIVAL,
    RelationType.DISJOINT_FROM: Stand.APART,
    RelationType.DENIES: Stand.DENIES,
}
#: The only two different stands that can be true of one pair of claims.
_TOGETHER = (
    {Stand.APART, Stand.ADDS},
    {Stand.APART, Stand.ADDED_TO},
    {Stand.RIVAL, Stand.DENIES},
    {Stand.RIVAL, Stand.DENIED},
    {Stand.RIVAL, Stand.NEWER},
    {Stand.RIVAL, Stand.OLDER},
    {Stand.NEWER, Stand.DENIES},
    {Stand.OLDER, Stand.DENIED},
    {Stand.DENIES, Stand.DENIED},
)
_DIRECTED = (Stand.INSIDE, Stand.ADDS, Stand.NEWER)


def agree(one: Stand, other: Stand) -> bool:
    """Tell whether both can be true of the same two claims."""
    return one is other or {one, other} in _TOGETHER


class Standing:
    """The relations of some claims, followed through any number of steps."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Collect the relations that `claims` carry."""
        self._steps: dict[Stand, dict[int, set[int]]] = {stand: defaultdict(set) for stand in Stand}
        for claim in claims:
            for relation in claim.relations:
                stand = STANDS[relation.type]
                self._steps[stand][claim.id].add(relation.to)
                self._steps[stand.turned][relation.to].add(claim.id)

    def of(self, one: int, other: int) -> set[Stand]:
        """Return what the relations between two claims make of them, seen from the first."""
        return {stand for stand, steps in self._steps.items() if other in steps.get(one, ())}

    def reaches(self, one: int, other: int, stand: Stand) -> bool:
        """Tell whether `stand`, and sameness, lead from one claim to another."""
        return other in self._reach(one, stand)

    def closes_ring(self, one: int, other: int, stand: Stand) -> bool:
        """Tell whether a relation of `stand` from one claim to another would lead back to where it starts."""
        if stand is Stand.SAME:
            return any(self._strictly(a, b, way) for way in _DIRECTED for a, b in ((one, other), (other, one)))
        return stand in _DIRECTED and one in self._reach(other, stand)

    def keeps_apart(self, one: int, other: int) -> bool:
        """Tell whether claims that would tell of the same people are kept apart by another relation.

        It is enough that what lies in the first is apart from what holds the second.
        """
        below = {one, *self._reach(one, Stand.HOLDS)}
        above = {other, *self._reach(other, Stand.INSIDE)}
        return any(self._apart(low) & above for low in below)

    def overlaps(self, one: int, other: int) -> bool:
        """Tell whether one claim lies in the other, or both are the same, by way of any relations."""
        ways = ((one, other), (other, one))
        return any(there in self._reach(here, Stand.INSIDE) for here, there in ways)

    def _apart(self, claim: int) -> set[int]:
        return {end for stand in (Stand.APART, Stand.ADDS, Stand.ADDED_TO) for end in self._steps[stand].get(claim, ())}

    def _strictly(self, one: int, other: int, stand: Stand) -> bool:
        """Tell whether at least one step of `stand`, and not sameness alone, leads from one claim to another."""
        return other in self._reach(one, stand) and other not in self._reach(one, Stand.SAME)

    def _reach(self, start: int, stand: Stand) -> set[int]:
        """Return the claims that `stand`, and sameness, lead to from `start`."""
        found: set[int] = set()
        ahead = [start]
        while ahead:
            here = ahead.pop()
            news = {*self._steps[stand].get(here, ()), *self._steps[Stand.SAME].get(here, ())} - found
            found |= news
            ahead += news
        return found
