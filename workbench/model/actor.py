"""Who fights, who speaks, and on which side they stand."""

from __future__ import annotations

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
