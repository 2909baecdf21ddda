"""Which claims are about the same people: side, effect, scope and broad category."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import Category, Effect, Scope
from workbench.reckoning.seen import Seen

_GENERAL = frozenset({Category.UNSPECIFIED, Category.COMBATANT_MIXED})
_COMBATANTS = frozenset({Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED})


class Cell(NamedTuple):
    """One group of people who met one effect; its side may be ``both``, its category None where origins differ."""

    scope: Scope
    effect: Effect
    side: str | None
    category: Category | None


def arrange(seen: Iterable[Seen]) -> dict[Cell, list[Seen]]:
    """Put claims into cells."""
    groups: dict[tuple[Scope, Effect, str | None], list[Seen]] = defaultdict(list)
    for s in seen:
        groups[s.claim.scope, s.claim.effect, _side(s)].append(s)
    cells: dict[Cell, list[Seen]] = defaultdict(list)
    for (scope, effect, side), members in groups.items():
        for s, category in _categories(side, members):
            cells[Cell(scope, effect, side, category)].append(s)
    return cells


def _side(seen: Seen) -> str | None:
    """Return the claim's side; fighters and soldiers in one number belong to both."""
    mixed = seen.side is None and seen.claim.category is Category.COMBATANT_MIXED
    return BOTH_SIDES if mixed else seen.side


def _categories(side: str | None, members: Sequence[Seen]) -> Iterable[tuple[Seen, Category | None]]:
    """Settle each claim's category: apart only where one origin tells them apart."""
    if side is None:
        return [(s, s.claim.category.broad) for s in members]
    if side == BOTH_SIDES:
        return [(s, _of_both(s.claim.category.broad)) for s in members]
    if _told_apart(members):
        return [(s, s.claim.category.broad) for s in members]
    found = {s.claim.category.broad for s in members}
    special = sorted(found - _GENERAL)
    common = special[0] if len(special) == 1 else None if special else min(found)
    return [(s, common) for s in members]


def _of_both(category: Category) -> Category:
    """Return the category of a number over both sides: fighters of any kind are mixed."""
    return Category.COMBATANT_MIXED if category in _COMBATANTS else category


def _told_apart(members: Iterable[Seen]) -> bool:
    """Tell whether one origin names two categories of one side."""
    named: Mapping[str, set[Category]] = defaultdict(set)
    for s in members:
        if s.claim.category.broad not in _GENERAL:
            named[s.origin].add(s.claim.category.broad)
    return any(len(categories) > 1 for categories in named.values())


def covers(wide: Cell, cell: Cell) -> bool:
    """Tell whether the people of `cell` are among those of `wide`."""
    if cell[:2] != wide[:2] or cell == wide:
        return False
    if wide.side == BOTH_SIDES:
        return _covers_both(wide, cell)
    if wide.side is None:
        return wide.category is Category.UNSPECIFIED
    return cell.side == wide.side and wide.category in _GENERAL and _narrower(wide, cell)


def _covers_both(wide: Cell, cell: Cell) -> bool:
    """Tell whether a number over both sides holds a cell: fighters hold no civilians."""
    if cell.side == BOTH_SIDES:
        return _narrower(wide, cell)
    if cell.side is None and cell.category is Category.UNSPECIFIED:
        return False
    civilian = cell.side == CIVILIAN_SIDE or cell.category is Category.CIVILIAN
    if wide.category is Category.CIVILIAN:
        return civilian
    return wide.category is Category.UNSPECIFIED or (not civilian and wide.category is not Category.PERPETRATOR)


def _narrower(wide: Cell, cell: Cell) -> bool:
    """Tell whether a cell's category lies inside a general one."""
    return wide.category is Category.UNSPECIFIED or (
        cell.category in _COMBATANTS and cell.category is not Category.COMBATANT_MIXED
    )


def breadth(cell: Cell) -> tuple[int, int]:
    """Order cells from narrow to wide, so that a rest found in one can be a part of the next."""
    if cell.side is None:
        return (2 if cell.category is Category.UNSPECIFIED else 0), 0
    general = 1 if cell.category is Category.UNSPECIFIED else 0
    return (1 if cell.side == BOTH_SIDES else 0), general
