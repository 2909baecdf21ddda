"""How a number was told over time: a running toll, or what one origin said of one event again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.model.claim import Category, Effect, Scope


@dataclass(frozen=True, slots=True)
class Telling:
    """What an origin gave in one article, in persons; `low`, `best` and `high` as in a figure.

    `day` is the last day it counts, else when the article was published; None where nobody knows. `used` are the ids
    of the claims it rests on.
    """

    day: date | None
    article: int
    low: int
    best: int | None
    high: int | None
    unquantified: bool
    used: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """The numbers one origin gave of one group of people, in the order of telling; none is added to another.

    A running toll (scope cumulative) counts since the day `since` and belongs to no event: `incident` is None where
    several incidents hold its tellings. `origin` is a source, an actor, or ``article N``; `partisan` marks a
    belligerent's claim of its enemy's losses. `place` is the id of the place it is told for, empty where none is.
    """

    origin: str
    partisan: bool
    scope: Scope
    incident: int | None
    since: date | None
    place: str
    side: str | None
    category: Category | None
    effect: Effect
    tellings: tuple[Telling, ...]
