"""What each origin says of an incident: its figures as they would stand if nobody else had spoken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Category, Claim, Effect, Scope
from workbench.model.figure import Figure
from workbench.reckoning.cells import Cell, arrange, covers
from workbench.reckoning.fates import with_linked_bodies
from workbench.reckoning.incident import counted_of, reckon_incident
from workbench.reckoning.removals import Counted
from workbench.reckoning.rivals import spoken
from workbench.reckoning.screening import screened
from workbench.reckoning.seen import Basis, Seen, interest_of
from workbench.reckoning.wide import LEAVES


@dataclass(frozen=True, slots=True)
class Group:
    """People of one side who met one effect; without a side they are of any (`category` says which people).

    `category` is None where there is a side: its categories are one group.
    """

    scope: Scope
    effect: Effect
    side: str | None
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin: the key of a source or actor, or ``article 7`` for an article that names nobody.

    `figures` are reckoned from its claims alone by the same rules as all figures; `groups` are those it gives a
    number of, its own sum over several sides among them. `interest` is empty where nobody knows it; `side` is its own.
    """

    origin: str
    interest: str
    side: str | None
    figures: tuple[Figure, ...]
    groups: frozenset[Group]


def voices(incident: int, claims: Iterable[Claim], basis: Basis) -> tuple[Voice, ...]:
    """Return who speaks of an incident, by origin; what counts nowhere (rejected, denied, background) is no voice.

    A figure that an analyst set is nobody's voice.
    """
    seen, left = screened(claims, basis)
    _, counted = counted_of(with_linked_bodies([s for s in seen if s.id not in left]))
    told = {cell: spoken(group, counted.links) for cell, group in arrange(counted.live).items()}
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for s in _all_spoken(told.values(), counted):
        by_origin[s.origin].append(s.claim)
    wide, unjudged = _wide(told), replace(basis, judged=replace(basis.judged, overrides={}))
    return tuple(_voice(incident, o, by_origin[o], wide.get(o, set()), unjudged) for o in sorted(by_origin))


def people_of(group: Group, figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures whose people a group holds; one of no single side holds what is told of each side too.

    What nobody but a belligerent claims is beside a number of people, unless it was taken off it (rules 3 and 8).
    """
    same = [f for f in figures if f.scope is group.scope and f.effect is group.effect]
    if group.side is not None:
        return [f for f in same if f.side == group.side]
    side = BOTH_SIDES if group.category is Category.COMBATANT_MIXED else None
    whole = Cell(group.scope, group.effect, side, group.category)
    own = [f for f in same if group_of(f) == group]
    parts = [f for f in same if f not in own and covers(whole, Cell(f.scope, f.effect, f.side, f.category))]
    apart = bool(own) and not any(LEAVES in note for f in own for note in f.notes)
    return [f for f in same if f in own or (f in parts and not (apart and f.claimed == f.low))]


def group_of(figure: Figure) -> Group:
    """Return the group whose people a figure counts."""
    return Group(figure.scope, figure.effect, figure.side, figure.category if figure.side is None else None)


def _voice(incident: int, origin: str, claims: Sequence[Claim], wide: Iterable[Group], basis: Basis) -> Voice:
    """Reckon the claims of one origin as if they were all there is."""
    figures = reckon_incident(incident, claims, basis).figures
    return Voice(origin, *interest_of(origin, basis), figures, frozenset((*wide, *(group_of(f) for f in figures))))


def _all_spoken(told: Iterable[Sequence[Seen]], counted: Counted) -> list[Seen]:
    """Return the claims that count and those that hang on them, each with the origin that it is told by."""
    spoken_ = {s.id: s for group in told for s in group}
    anchors = {h.seen.id: h.anchor for h in counted.hanging}
    hanging = {h.seen.id: h.seen for h in counted.hanging}
    return sorted((*spoken_.values(), *_following(hanging, anchors, spoken_)), key=lambda s: s.rank)


def _following(hanging: Mapping[int, Seen], anchors: Mapping[int, int], told: Mapping[int, Seen]) -> list[Seen]:
    """Give what an article says in its own words the origin of what it hangs on in the same article."""
    return [_as_told(s, told.get(_root(id_, anchors))) for id_, s in hanging.items()]


def _as_told(seen: Seen, anchor: Seen | None) -> Seen:
    """Return a claim as told by the origin of its anchor, where it names none itself."""
    follows = anchor is not None and not seen.claim.origin and anchor.article == seen.article
    return replace(seen, origin=anchor.origin) if follows and anchor else seen


def _root(claim: int, anchors: Mapping[int, int]) -> int:
    """Return the claim that counts at the end of what a claim hangs on."""
    passed: set[int] = set()
    while claim in anchors and claim not in passed:
        passed.add(claim)
        claim = anchors[claim]
    return claim


def _wide(told: Mapping[Cell, Sequence[Seen]]) -> dict[str, set[Group]]:
    """Return by origin the groups of no single side of which it gives a number, also where its parts explain it."""
    found: dict[str, set[Group]] = defaultdict(set)
    for cell, group in told.items():
        if cell.side in (None, BOTH_SIDES):
            for s in group:
                found[s.origin].add(Group(cell.scope, cell.effect, None, cell.category))
    return found
