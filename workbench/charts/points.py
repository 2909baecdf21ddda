"""Figures → points on a map: where, how exactly, how many; and what cannot be put on one. Nothing is drawn here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.charts.atlas import Atlas, Spot, View
from workbench.charts.background import Background
from workbench.charts.parts import Segment
from workbench.charts.places import COUNTRY, DISTRICT, events_of, precision_words, side_parts, sized, where_of
from workbench.charts.wording import caption, effect_title
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.circumstance import Where
from workbench.model.claim import Effect
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.words import amount_words
from workbench.wording import effect_words

_READ = (
    "point: where; its area: how many (filled: best or counted, ring: the high end, dashed ring: open, "
    "hatched: nobody gives a number); a square stands for a district, province or region, at its seat or middle"
)


@dataclass(frozen=True, slots=True)
class Point:
    """What happened at one place, in degrees north and east.

    `exact` tells a place from an area that is only known as a whole. `parts` are its sides.
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
    colour: str
    parts: tuple[Segment, ...] = ()
    used: tuple[int, ...] = ()
    not_used: tuple[Unused, ...] = ()
    origins: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number its area shows."""
        return sized(self.amount)


@dataclass(frozen=True, slots=True)
class MapSeries:
    """A map of one effect: points from the largest to the smallest, `off` what is not on it, and the lines beneath."""

    title: str
    effect: Effect
    points: tuple[Point, ...]
    off: str
    caption: tuple[str, ...]
    atlas: Atlas
    convention: str = "default"

    @property
    def description(self) -> str:
        """What the map shows, in sentences for those who do not see it."""
        told = "; ".join(f"{p.name}: {', '.join(filter(None, (p.label, p.note)))}" for p in self.points)
        return f"{self.title}. {told}. " + " ".join(f"{line}." for line in self.caption)

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
    beside = _off_words(off, effect)
    lines = (*caption(wanted, apart, background, incident), *filter(None, (beside,)), _READ)
    title = f"{effect_title(effect)}, on the map"
    return MapSeries(title, effect, tuple(points), beside, lines, atlas, background.convention)


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
    names = sorted({where.name for f in figures if (where := where_of(f.incident, background))})
    keys = sorted({where.place or where.name for f in figures if (where := where_of(f.incident, background))})
    amount, parts = add(figures), side_parts(figures, sides)
    used = tuple(dict.fromkeys(claim for figure in figures for claim in figure.used))
    return Point(
        f"{'at' if at[2] else 'in'} {' '.join(keys)}",
        ", ".join(names),
        *at,
        effect,
        amount,
        amount_words(amount),
        precision_words(figures, background),
        parts[0].colour if len(parts) == 1 else NEUTRAL,
        parts,
        used,
        tuple(dict.fromkeys(unused for figure in figures for unused in figure.not_used)),
        background.origins(used),
    )


def _off_words(figures: Sequence[Figure], effect: Effect) -> str:
    """Say how much has no point."""
    if not figures:
        return ""
    incidents = len({figure.incident for figure in figures})
    count = "one incident" if incidents == 1 else f"{incidents} incidents"
    amount = f"{amount_words(add(figures))} {effect_words(effect)}"
    return f"not on the map: {count} ({amount}) without a place, or known to the country only"
