"""What relations make of claims beside taking them out of the count: rivals about the same people, and denials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import RelationType
from workbench.model.figure import Check
from workbench.model.mention import Status
from workbench.reckoning import checks
from workbench.reckoning.cells import Cell, covers
from workbench.reckoning.fates import MOVES
from workbench.reckoning.links import Edges, Links
from workbench.reckoning.seen import Seen


def with_rivals(seen: Sequence[Seen], links: Links) -> list[Seen]:
    """Count a belligerent's rival account among the people others tell of, whatever side it gives them (rule 8)."""
    by_id = {s.id: s for s in seen}
    return [_of_the_same(s, by_id, links.rivals) for s in seen]


def _of_the_same(seen: Seen, by_id: Mapping[int, Seen], rivals: Edges) -> Seen:
    """Return a belligerent's claim with the side and category that all its neutral rivals give these people."""
    if not seen.partisan:
        return seen
    others = [by_id[i] for i in sorted(rivals.get(seen.id, ()))]
    told = [o for o in others if not o.partisan and o.claim.effect is seen.claim.effect]
    sides = {o.side for o in told}
    if len(sides) != 1 or sides & {seen.side, None, BOTH_SIDES}:
        return seen
    claim = replace(seen.claim, side=told[0].side, category=told[0].claim.category.broad)
    return replace(seen, claim=claim, side=told[0].side)


def checked(seen: Iterable[Seen], members: Mapping[Cell, Sequence[Seen]], links: Links) -> Iterator[Check]:
    """Yield the checks on what counts: what is denied, what has another fate, rivals that stand in two figures."""
    homes = {s.id: (cell, s) for cell, group in members.items() for s in group}
    for s in seen:
        if s.claim.status is not Status.REJECTED:
            yield from (checks.denied(s, homes[i][1]) for i in s.claim.related(RelationType.DENIES) if i in homes)
    for id_, (cell, s) in homes.items():
        for other in sorted(links.rivals.get(id_, ())):
            if other > id_ and other in homes and _two_figures(cell, homes[other][0]):
                yield checks.two_figures(s, homes[other][1])
        for parent in sorted(links.fates.get(id_, ())):
            if parent in homes and (homes[parent][0].effect, cell.effect) not in MOVES:
                found = checks.subset(s, homes[parent][1])
                yield from (found,) if found is not None else ()


def _two_figures(one: Cell, other: Cell) -> bool:
    """Tell whether two cells count people of one effect and neither is among the other's."""
    return one != other and one[:2] == other[:2] and not covers(one, other) and not covers(other, one)
