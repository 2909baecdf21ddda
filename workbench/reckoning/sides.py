"""Whose people a claim counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE, Actor, Side, side_of_actor
from workbench.model.claim import Category, Claim


def side_of(claim: Claim, actors: Mapping[str, Actor]) -> str | None:
    """Return the side set for the claim, else ``civilian`` for civilians, else its actor's side, else None."""
    if claim.side:
        return claim.side
    if claim.category.broad is Category.CIVILIAN:
        return CIVILIAN_SIDE
    return side_of_actor(claim.actor, actors)


def in_order(present: Collection[str | None], sides: Iterable[Side]) -> tuple[str | None, ...]:
    """Return the sides that are `present` in the case's order, then strange ones, both in one number, and unknown."""
    known = [side.id for side in sorted(sides, key=lambda side: (side.position, side.id)) if side.id in present]
    last: tuple[str | None, ...] = (BOTH_SIDES, None)
    strange = sorted(key for key in present if key not in {*known, *last} and key is not None)
    return (*known, *strange, *(key for key in last if key in present))
