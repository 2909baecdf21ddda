"""The kinds of charts there are: how each is made of figures, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.charts.atlas import Atlas
from workbench.charts.background import Background
from workbench.charts.calendar import Step
from workbench.charts.origins import Voices, by_origin, heard_of
from workbench.charts.parts import Stack
from workbench.charts.places import by_place
from workbench.charts.points import on_map
from workbench.charts.series import by_side
from workbench.charts.stacks import by_side_and_effect
from workbench.charts.table import Table
from workbench.charts.times import over_time
from workbench.charts.tolls import over_articles
from workbench.model.actor import Side
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning
from workbench.reckoning.voices import Voice


class Chart(Protocol):
    """What every kind of chart is before it is drawn: plain values."""

    @property
    def title(self) -> str:
        """Its heading."""

    @property
    def caption(self) -> tuple[str, ...]:
        """The lines beneath: convention, origins, what was left out."""

    @property
    def description(self) -> str:
        """What it shows, in sentences for those who do not see it."""

    def table(self) -> Table:
        """Return its numbers, each with what it rests on."""


def _nobody(_incident: int) -> Sequence[Voice]:
    return ()


def _no_places() -> Atlas:
    return Atlas(())


@dataclass(frozen=True, slots=True)
class Material:
    """What charts are made of: the figures of the whole case, its sides, and what stands behind them.

    `voices` gives what each origin says of an incident, `atlas` the gazetteer; both are asked for only where needed.
    """

    reckoning: Reckoning
    sides: Sequence[Side] = ()
    background: Background = field(default_factory=Background)
    voices: Voices = _nobody
    atlas: Callable[[], Atlas] = _no_places


@dataclass(frozen=True, slots=True)
class Query:
    """What is to be charted: effects, and one incident or (None) the whole case.

    `step` is what a bar over time stands for, None what fits; `stack` what the bars by side are parted by.
    """

    effects: tuple[Effect, ...] = (Effect.KILLED,)
    incident: int | None = None
    step: Step | None = None
    stack: Stack = Stack.ACTOR


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of chart: `id` is its key everywhere, `name` what the analyst chooses it by.

    `file_name` is the name offered when it is saved, without an ending. `choices` are the names of the choices beside
    effect and incident that bear on it. `hears` returns the incidents whose voices it asks for.
    """

    id: str
    name: str
    file_name: str
    make: Callable[[Material, Query], Chart]
    choices: frozenset[str] = frozenset()
    hears: Callable[[Material, Query], Sequence[int]] = lambda _material, _query: ()


def _by_side(material: Material, query: Query) -> Chart:
    m, q = material, query
    if q.stack is Stack.EFFECT:
        return by_side_and_effect(m.reckoning, m.sides, q.incident, m.background)
    return by_side(m.reckoning, m.sides, q.effects, q.incident, m.background, q.stack)


def _over_time(material: Material, query: Query) -> Chart:
    m, q = material, query
    return over_time(m.reckoning, m.sides, q.effects, q.incident, m.background, q.step)


def _over_articles(material: Material, query: Query) -> Chart:
    m, q = material, query
    return over_articles(m.reckoning, m.sides, q.effects, q.incident, m.background)


def _by_origin(material: Material, query: Query) -> Chart:
    m, q = material, query
    return by_origin(m.reckoning, m.voices, m.sides, q.effects, q.incident, m.background)


def _heard(material: Material, query: Query) -> Sequence[int]:
    return heard_of(material.reckoning, query.effects, query.incident, material.background)


def _by_place(material: Material, query: Query) -> Chart:
    m, q = material, query
    return by_place(m.reckoning, m.sides, q.effects, m.atlas(), q.incident, m.background)


def _on_map(material: Material, query: Query) -> Chart:
    m, q = material, query
    return on_map(m.reckoning, m.sides, q.effects[0], m.atlas(), q.incident, m.background)


#: All kinds, in the order in which they are offered. How each is drawn stands in `painters.py`.
KINDS = (
    Kind("by_side", "By side", "casualties-by-side", _by_side, frozenset({"stack"})),
    Kind("over_time", "Over time", "casualties-over-time", _over_time, frozenset({"step"})),
    Kind("by_origin", "By origin", "casualties-by-origin", _by_origin, hears=_heard),
    Kind("by_place", "By place", "casualties-by-place", _by_place),
    Kind("on_map", "On the map", "casualties-on-the-map", _on_map),
    Kind("cumulative", "Running tolls", "running-tolls", _over_articles),
)


def kind(id_: str) -> Kind:
    """Return the kind with this id, or the first where there is none."""
    return next((one for one in KINDS if one.id == id_), KINDS[0])
