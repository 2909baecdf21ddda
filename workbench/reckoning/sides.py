"""Whose people a claim counts."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model.actor import CIVILIAN_SIDE, Actor
from workbench.model.claim import Category, Claim


def side_of(claim: Claim, actors: Mapping[str, Actor]) -> str | None:
    """Return the side set for the claim, else ``civilian`` for civilians, else its actor's side, else None."""
    if claim.side:
        return claim.side
    if claim.category.broad is Category.CIVILIAN:
        return CIVILIAN_SIDE
    return side_of_actor(claim.actor, actors)


def side_of_actor(actor: str | None, actors: Mapping[str, Actor]) -> str | None:
    """Return the side of an actor, or of the nearest actor above it that has one."""
    return next((actors[a].side for a in lineage(actor, actors) if actors[a].side), None)


def lineage(actor: str | None, actors: Mapping[str, Actor]) -> list[str]:
    """Return the known actor and the actors above it, nearest first; a ring in the register ends it."""
    line: list[str] = []
    while actor is not None and actor in actors and actor not in line:
        line.append(actor)
        actor = actors[actor].parent
    return line
