"""What is charted: figures, and the checks on them. Both are reckoned, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.claim import Category, Effect, Scope
from workbench.model.override import Override
from workbench.model.toll import Toll


@dataclass(frozen=True, slots=True)
class Unused:
    """A claim left out of a figure, and why in a sentence."""

    claim: int
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """People of one side and category who met one effect in one incident.

    `low` is at least 0; `high` is None where nobody gives an upper bound; `best` is None where none is defensible.
    `open` says that the high end is open; `unquantified` that people are named beyond the numbers ("Zivilisten").
    `side` None is "side unknown". `used` and `not_used` are ids of claims. `notes` are what subsets add in words.
    `origins` are who says so (ids of sources, ``article 7`` for one that names nobody), `outlets` where it was
    printed. `override` is what an analyst set in the place of what was reckoned; `low`, `best` and `high` are then
    its numbers, and `reckoned` is the figure as the claims give it (None where none does). Of its low end, `claimed`
    people are given by nobody but a belligerent, or a source on its side: a count of its enemy's losses.
    """

    incident: int
    scope: Scope
    side: str | None
    category: Category | None
    effect: Effect
    low: int
    best: int | None
    high: int | None
    open: bool
    unquantified: bool
    used: tuple[int, ...]
    not_used: tuple[Unused, ...]
    notes: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    override: Override | None = None
    reckoned: Figure | None = None
    claimed: int = 0

    @property
    def key(self) -> tuple[int, Scope, str | None, Category | None, Effect]:
        """What tells it from all others: incident, scope, side, category, effect."""
        return self.incident, self.scope, self.side, self.category, self.effect

    @property
    def single_origin(self) -> bool:
        """Whether it rests on the word of one origin alone, however many printed it."""
        return len(self.origins) == 1


@dataclass(frozen=True, slots=True)
class Check:
    """One piece of arithmetic between claims, whether it holds, and the sentence that says so."""

    kind: str
    holds: bool
    text: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation to a claim of another incident, by ids: a part of what that tells as a whole, or apart from it."""

    part: int
    whole: int
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All figures and checks of a set of incidents; `unused` are the claims left out that bear on no figure.

    `tolls` are the numbers that were told again and again, by origin: a series beside the figures. `ties` lead to
    claims of other incidents.
    """

    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]
    unused: tuple[Unused, ...] = ()
    tolls: tuple[Toll, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def reasons(self) -> dict[int, tuple[str, ...]]:
        """Why claims were left out, by their ids, each reason once; one figure may leave out what another uses."""
        why: dict[int, dict[str, None]] = {}
        for unused in (*(one for figure in self.figures for one in figure.not_used), *self.unused):
            why.setdefault(unused.claim, {})[unused.why] = None
        return {claim: tuple(sentences) for claim, sentences in why.items()}
