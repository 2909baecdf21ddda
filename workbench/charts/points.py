"""Figures → points on a map: where, how exactly, how many; and what cannot be put on one. Nothing is drawn here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.charts.atlas import Atlas, Spot, View
from workbench.charts.background import Background
from workbench.charts.parts import Segment
from workbench.charts.phrases import Phrases, english
from workbench.charts.places import (
    COUNTRY,
    DISTRICT,
    events_of,
    incidents_words,
    legend_of,
    precision_words,
    side_parts,
    sized,
    where_of,
)
from workbench.charts.projection import fit, projection_words
from workbench.charts.series import rationales_of
from workbench.charts.table import FIGURE, Table, provenance
from workbench.charts.wording import caption, people_words
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.circumstance import Where
from workbench.model.claim import Effect
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.reckoning.totals import Amount, add
from workbench.spreadsheet import Cell

_NAMED = 2
_WHERE = ("place", "latitude", "longitude", "exact", "sides", "effect")
COLUMNS = (*_WHERE, *FIGURE)


@dataclass(frozen=True, slots=True)
class Point:
    """What happened at one place, in degrees north and east.

    `exact` tells a place from an area that is only known as a whole. `parts` are its sides. `words` say all in one
    line.
    """

    key: str
    name: str
    latitude: float
    longitude: float
    exact: bool
    effect: Effect
    amount: Amount
    label: str
    note: str
    words: str
    colour: str
    parts: tuple[Segment, ...] = ()
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()
    origins: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number its area shows."""
        return sized(self.amount)


@dataclass(frozen=True, slots=True)
class MapSeries:
    """A map of one effect: points from the largest to the smallest, their colours, and the lines beneath.

    `off` says what is not on it.
    """

    title: str
    subtitle: str
    effect: Effect
    points: tuple[Point, ...]
    legend: tuple[tuple[str, str], ...]
    off: str
    caption: tuple[str, ...]
    atlas: Atlas
    convention: str = "default"
    phrases: Phrases = field(default_factory=english, compare=False)

    @property
    def description(self) -> str:
        """What the map shows, in sentences for those who do not see it."""
        told = "; ".join(f"{p.name}: {', '.join(filter(None, (p.label, p.note)))}" for p in self.points)
        return f"{self.title}. {told}. " + " ".join(f"{line}." for line in self.caption)

    def table(self) -> Table:
        """Return one row a point, in people."""
        return Table(COLUMNS, tuple(_row(point, self.convention) for point in self.points))

    def towns(self, view: View) -> list[Spot]:
        """Return the towns in view, the largest first."""
        return self.atlas.towns(view)


def on_map(
    reckoning: Reckoning,
    sides: Iterable[Side],
    effect: Effect,
    atlas: Atlas,
    incident: int | None = None,
    background: Background | None = None,
) -> MapSeries:
    """Return the map of one effect: a point a place; what is known to the country only is counted beside it."""
    background = background or Background()
    wanted = [f for f in reckoning.figures if f.effect is effect and incident in (None, f.incident)]
    events = events_of(wanted)
    placed, off = _placed(events, atlas, background)
    named = {side.id: side for side in sides}
    points = [_point(at, group, effect, named, background) for at, group in placed.items()]
    points.sort(key=lambda point: (-point.size, point.key, point.name))
    apart = [one for one in reckoning.unused if background.concerns(one.claim, (effect,), incident)]
    phrases = background.phrases
    beside = _off_words(off, effect, phrases)
    lines = (*caption(wanted, apart, background, incident), *_map_lines(points, beside, phrases))
    title, about = phrases("on_map", effect=phrases.title(effect)), people_words(events, phrases)
    legend = legend_of(events, named, phrases)
    return MapSeries(title, about, effect, tuple(points), legend, beside, lines, atlas, background.convention, phrases)


def _map_lines(points: Sequence[Point], beside: str, phrases: Phrases) -> Iterable[str]:
    """Return what is not on the map, how it is projected, and how to read it."""
    drawn = fit([(point.latitude, point.longitude) for point in points], 1.5)
    return filter(None, (beside, *((projection_words(drawn, phrases), phrases("read_map")) if points else ())))


#: Degrees north and east, and whether that is the place itself.
_At = tuple[float, float, bool]


def _placed(
    figures: Iterable[Figure], atlas: Atlas, background: Background
) -> tuple[Mapping[_At, list[Figure]], list[Figure]]:
    """Part figures by the point they stand at, and those that stand nowhere."""
    placed: dict[_At, list[Figure]] = defaultdict(list)
    off: list[Figure] = []
    for figure in figures:
        where = where_of(figure.incident, background)
        at = _at(where, atlas) if where else None
        (off if at is None else placed[at]).append(figure)
    return placed, off


def _at(where: Where, atlas: Atlas) -> _At | None:
    """Return the point of a place; a country is too large to be one."""
    latitude, longitude = where.latitude, where.longitude
    if latitude is None or longitude is None:
        spot = atlas.spot(where.place)
        latitude, longitude = (spot.latitude, spot.longitude) if spot else (None, None)
    if latitude is None or longitude is None or where.precision >= COUNTRY or not -90 <= latitude <= 90:
        return None
    turned = longitude if -180 <= longitude < 180 else (longitude + 180) % 360 - 180
    return latitude, turned, where.precision < DISTRICT


def _point(
    at: _At, figures: Sequence[Figure], effect: Effect, sides: Mapping[str, Side], background: Background
) -> Point:
    phrases = background.phrases
    names = sorted({phrases.place(where.name) for f in figures if (where := where_of(f.incident, background))})
    keys = sorted({where.place or where.name for f in figures if (where := where_of(f.incident, background))})
    amount = add(figures)
    parts = side_parts(figures, effect, sides, phrases)
    label, note, name = phrases.amount(amount), precision_words(figures, background), _listed(names, phrases)
    what = phrases("happened", number=label, effect=phrases.effect(effect))
    used = tuple(dict.fromkeys(claim for figure in figures for claim in figure.used))
    return Point(
        f"{'at' if at[2] else 'in'} {' '.join(keys)}",
        name,
        *at,
        effect,
        amount,
        label,
        note,
        phrases("account", what=what, whom=name, about=note),
        parts[0].colour if len(parts) == 1 else NEUTRAL,
        parts,
        used,
        tuple(dict.fromkeys(unused for figure in figures for unused in figure.not_used)),
        background.origins(used),
        rationales_of(figures),
    )


def _listed(names: Sequence[str], phrases: Phrases) -> str:
    """Return the names of the places at one point, two of them at most."""
    if len(names) <= _NAMED + 1:
        return ", ".join(names)
    return phrases.counted("and_more", len(names) - _NAMED, some=", ".join(names[:_NAMED]))


def _off_words(figures: Sequence[Figure], effect: Effect, phrases: Phrases) -> str:
    """Say how much has no point."""
    if not figures:
        return ""
    people = phrases("happened", number=phrases.amount(add(figures)), effect=phrases.effect(effect))
    return phrases("off_map", incidents=incidents_words(figures, phrases), people=people)


def _row(point: Point, convention: str) -> tuple[Cell, ...]:
    sides = "; ".join(part.label for part in point.parts)
    at = (f"{point.latitude:.3f}", f"{point.longitude:.3f}")
    where: tuple[Cell, ...] = (point.name, *at, point.exact, sides, point.effect.value)
    amount = point.amount
    numbers: tuple[Cell, ...] = (amount.low, amount.best, amount.high, amount.open, amount.unquantified)
    behind = provenance(point.used, point.origins, point.not_used, convention)
    judged = ("; ".join(point.by_hand), amount.claimed or 0)
    return (*where, *numbers, point.label, point.note, *judged, *behind)
