"""What became of people: the wounded who die, the missing found dead, bodies that are linked to a death (rule 11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from workbench.model.claim import Claim, Effect, RelationType
from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account
from workbench.reckoning.cells import Cell
from workbench.reckoning.links import Links
from workbench.reckoning.removals import Counted
from workbench.reckoning.rivals import weigh
from workbench.reckoning.seen import Basis, Seen

#: Who is no longer what was told of them, by what became of them; prisoners who are killed were taken all the same.
MOVES = MappingProxyType(
    {
        (Effect.WOUNDED, Effect.KILLED): "died later",
        (Effect.MISSING, Effect.KILLED): "found dead",
        (Effect.MISSING, Effect.BODIES_RECOVERED): "found dead",
    }
)
#: By which relations to a death bodies are deaths.
_LINKING = frozenset(
    {RelationType.ADDITIONAL_TO, RelationType.DELTA_OF, RelationType.COMPONENT_OF, RelationType.SAME_AS}
)


def with_linked_bodies(seen: Sequence[Seen]) -> list[Seen]:
    """Count bodies as deaths where a relation says that they are: added to the killed, a part of them, or the same."""
    killed = {s.id for s in seen if s.claim.effect is Effect.KILLED}
    held = {part for s in seen if s.id in killed for part in s.claim.related(RelationType.TOTAL_OF)}
    return [_as_killed(s) if _is_linked(s.claim, killed, held) else s for s in seen]


def _is_linked(claim: Claim, killed: set[int], held: set[int]) -> bool:
    """Tell whether bodies are linked to one of the `killed`, or held by a total of them."""
    bodies = claim.effect is Effect.BODIES_RECOVERED
    return bodies and (claim.id in held or any(r.to in killed and r.type in _LINKING for r in claim.relations))


def _as_killed(seen: Seen) -> Seen:
    """Return a claim of bodies as one of deaths."""
    return replace(seen, claim=replace(seen.claim, effect=Effect.KILLED))


def follow(
    accounts: Mapping[Cell, Account], members: Mapping[Cell, Sequence[Seen]], counted: Counted, basis: Basis
) -> dict[Cell, Account]:
    """Return the accounts less those who moved on, with notes on those who stay and met another effect too."""
    found = dict(accounts)
    for cell, became in _became(members, counted).items():
        moved = [s for s in became if (cell.effect, s.claim.effect) in MOVES]
        if moved:
            became_of = MOVES[cell.effect, moved[0].claim.effect]
            found[cell] = _less(found[cell], weigh(moved, counted.links, basis), became_of)
        stayed = [s for s in became if (cell.effect, s.claim.effect) not in MOVES]
        found[cell] = _noted(found[cell], stayed)
    return found


def _became(members: Mapping[Cell, Sequence[Seen]], counted: Counted) -> dict[Cell, list[Seen]]:
    """Return, by the group they were counted in, the claims that tell what became of some of its people."""
    home = {s.id: cell for cell, group in members.items() for s in group}
    anchors = {h.seen.id: h.anchor for h in counted.hanging}
    found: dict[Cell, dict[int, Seen]] = defaultdict(dict)
    for s in counted.live:
        for parent in _following(counted.links, s):
            cell = home.get(_standing(parent, anchors))
            if cell is not None and cell.effect is not s.claim.effect:
                found[cell][s.id] = s
    return {cell: list(by_id.values()) for cell, by_id in found.items()}


def _following(links: Links, seen: Seen) -> Iterable[int]:
    """Return the claims whose people a claim follows; a belligerent's word on its enemy moves nobody."""
    return () if seen.partisan else sorted(links.fates.get(seen.id, ()))


def _standing(claim: int, anchors: Mapping[int, int]) -> int:
    """Return what a claim hangs on in the end; itself where it hangs on nothing."""
    passed: set[int] = set()
    while claim in anchors and claim not in passed:
        passed.add(claim)
        claim = anchors[claim]
    return claim


def _less(account: Account, moved: Account, became: str) -> Account:
    """Take those who moved on off an account, unless it was told after they did."""
    if moved.latest < account.latest:
        return account
    note = f"{'some' if moved.unquantified else words.term(moved.range)} of them {became}"
    if moved.unquantified or account.unquantified or not account.range.bounded:
        return replace(account, notes=(*account.notes, note))
    left = ranges.rest(account.range, moved.range)
    check = checks.moved((account.range, account.used), (moved.range, moved.used), left, became)
    taken = replace(account, range=left, terms=(left,), lost=moved.used, notes=(*account.notes, note))
    return taken.with_checks(check)


def _noted(account: Account, stayed: Iterable[Seen]) -> Account:
    """Note people who stay in an account although another effect counts them too."""
    notes = dict.fromkeys((*account.notes, *(words.became(s.claim) for s in stayed)))
    return replace(account, notes=tuple(notes))
