"""Who fights, who speaks, and on which side they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: The side of a claim whose one number covers several sides; it is never split.
BOTH_SIDES = "both"
#: The side of people who do not fight.
CIVILIAN_SIDE = "civilian"


@dataclass(frozen=True, slots=True)
class Side:
    """A side of the conflict as the case draws it; `id` is a short key, `colour` an RGB hex string."""

    id: str
    name: str
    colour: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed actor; `inter` is ACLED's code (1 state forces … 8 external), `side` a Side's id or None."""

    id: str
    name: str
    kind: str
    country: str = ""
    inter: int | None = None
    parent: str | None = None
    side: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Someone figures come from; `interest` is neutral, aligned, belligerent or perpetrator."""

    id: str
    name: str
    kind: str
    country: str = ""
    interest: str = "neutral"
    side: str | None = None
    aliases: tuple[str, ...] = ()


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
