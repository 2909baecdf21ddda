"""Draw a map without a network: graticule, scale bar, towns to find one's way, and points as large as their figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from workbench.charts.atlas import Spot
from workbench.charts.discs import draw_disc, most_of, outer_radius, radius_of
from workbench.charts.labels import Area, Dot, Label, Wish, place
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.painting_places import legend_height, paint_legend
from workbench.charts.phrases import Phrases
from workbench.charts.plot import MIDDLE, Coat, Place, Plot, Stroke
from workbench.charts.points import MapSeries, Point
from workbench.charts.projection import Projection, fit, graticule, scale_bar
from workbench.charts.sheet import Room, Sheet, head_height
from workbench.charts.type import FOOT, PART, TICK, Type, width_of

_PAD, _EDGE, _AXIS, _KEY, _APART = 1.2, 4.6, 1.8, 5.4, 1.0  # in the size of running type
_LEAST, _USUAL = 0.42, 0.62  # of the width
#: So many towns are named at most, of so many tried, so far apart in the size of running type.
_TOWNS, _TRIED, _TOWNS_APART = 14, 80, 1.4
#: So many points are tried for names: the smaller ones of more would find no room.
_NAMED = 150
_LEAST_POINTED_AT = 7.0
_BOLD = Type(PART.scale, "bold")


def map_heights(series: MapSeries, look: Look, width: float) -> tuple[float, float]:
    """Return the least and the usual height of a map, in points."""
    head = head_height(look) + legend_height(series.legend, look, width) + look.size * _APART
    if not series.points:
        return head, head
    return head + _LEAST * width, head + _USUAL * width


def paint_map(sheet: Sheet, series: MapSeries, room: Room) -> list[Mark]:
    """Draw the map as large as the room allows; return its points, the largest first."""
    look, em = sheet.look, sheet.look.size
    about = series.subtitle if series.points else series.phrases("map_empty")
    top = room.top + sheet.head(room.left, room.top, room.width, series.title, about)
    if not series.points:
        return []
    top += paint_legend(sheet, series.legend, Room(room.left, top, room.width, 0))
    height = room.top + room.height - top - _APART * em
    sheet.card(room.left, top, room.width, height)
    left, width = room.left + (_PAD + _EDGE) * em, room.width - (3 * _PAD + _EDGE) * em
    inner = height - (2 * _PAD + _AXIS + _KEY) * em
    plot = sheet.plot(left, top + _PAD * em, width, inner)
    projection = fit([(point.latitude, point.longitude) for point in series.points], width / inner)
    map_ = _Map(plot, projection, look, series)
    marks, nameless = map_.draw()
    key = sheet.plot(left, top + (_PAD + _AXIS) * em + inner, width, _KEY * em)
    _paint_key(key, series, projection, map_.unit, nameless)
    return marks


@dataclass(frozen=True, slots=True)
class _Map:
    """Draws one map; its data are points of the sheet from the plot's lower left corner."""

    plot: Plot
    projection: Projection
    look: Look
    series: MapSeries

    def draw(self) -> tuple[list[Mark], int]:
        """Draw everything from the ground up; return the marks of the points, and how many have no name."""
        self.plot.limits(0, self.plot.width, 0, self.plot.height)
        self._graticule()
        points, most = self.series.points, most_of(self.series.points)
        dots = [Dot(*self._xy(p.latitude, p.longitude), outer_radius(p, most, self.look)) for p in points]
        for point, dot in zip(points, dots, strict=True):
            draw_disc(self.plot, point, (dot.x, dot.y), most, self.look)
        named = self._name_points(dots)
        self._towns(dots, [area for label in named.values() for area in label.areas])
        marks = [self._mark(point, dot) for point, dot in zip(points, dots, strict=True)]
        return marks, len(points) - len(named)

    @property
    def unit(self) -> float:
        """How many points of the sheet one degree of latitude takes; what fits worse decides."""
        return min(self.plot.width / self.projection.width, self.plot.height / self.projection.height)

    def _xy(self, latitude: float, longitude: float) -> tuple[float, float]:
        return self._across(self.projection.x(longitude)), self._up(self.projection.y(latitude))

    def _across(self, x: float) -> float:
        return self.plot.width / 2 + (x - self.projection.width / 2) * self.unit

    def _up(self, y: float) -> float:
        return self.plot.height / 2 + (y - self.projection.height / 2) * self.unit

    def _graticule(self) -> None:
        meridians, parallels = graticule(self.projection, self.series.phrases)
        self.plot.ticks_across([self._across(line.at) for line in meridians], [line.words for line in meridians])
        self.plot.ticks_up(
            [self._up(line.at) for line in parallels],
            [line.words for line in parallels],
            grid=True,
            type_=TICK,
            colour=self.look.muted,
        )
        self.plot.box((0, 0, self.plot.width, self.plot.height), face="", edge=self.look.border, z=1)

    # The words

    def _name_points(self, dots: Sequence[Dot]) -> dict[str, Label]:
        """Name the points, the largest first: with the number where there is room, else by name alone."""
        words = [(f"{point.name} {point.label}", point.name) for point in self.series.points]
        wishes = [self._wish(str(n), dot, words[n], _BOLD) for n, dot in enumerate(dots[:_NAMED])]
        found = place(wishes, [dot.area for dot in dots], self._within)
        for key, label in found.items():
            self._word(label.area, words[int(key)][label.wording], _BOLD, self.look.text)
            if label.line is not None:
                (x0, y0), (x1, y1) = label.line
                self.plot.line([x0, x1], [y0, y1], Stroke(self.look.muted, 0.7, z=3.8))
        return found

    def _towns(self, dots: Sequence[Dot], named: Sequence[Area]) -> None:
        """Name the largest towns in view that are no points themselves and have room for their names."""
        at = dict(self._free_towns(dots, named))
        wishes = [self._wish(spot.id, dot, (self.series.phrases.place(spot.name),), FOOT) for spot, dot in at.items()]
        found = place(wishes, [*named, *(dot.area for dot in (*dots, *at.values()))], self._within)
        for spot, dot in [(spot, dot) for spot, dot in at.items() if spot.id in found][:_TOWNS]:
            if found[spot.id].line is None:
                self.plot.disc(dot.x, dot.y, dot.radius, Coat(self.look.muted, self.look.muted, z=2))
                self._word(found[spot.id].area, self.series.phrases.place(spot.name), FOOT, self.look.muted)

    def _free_towns(self, dots: Sequence[Dot], named: Sequence[Area]) -> Iterator[tuple[Spot, Dot]]:
        """Yield the towns that lie under no point and no name, and not beside a larger one."""
        names = {name for point in self.series.points for name in point.name.split(", ")}
        taken: list[Dot] = []
        for spot in self.series.towns(self.projection.view)[:_TRIED]:
            dot = Dot(*self._xy(spot.latitude or 0.0, spot.longitude or 0.0), 1.6)
            near = any(hypot(o.x - dot.x, o.y - dot.y) < _TOWNS_APART * self.look.size for o in taken)
            under = any(hypot(o.x - dot.x, o.y - dot.y) < o.radius + 3 for o in dots)
            if spot.name not in names and not near and not under and not any(_holds(area, dot) for area in named):
                taken.append(dot)
                yield spot, dot

    def _wish(self, key: str, dot: Dot, wordings: tuple[str, ...], type_: Type) -> Wish:
        widths = tuple(width_of(words, self.look, type_) + 2 for words in wordings)
        return Wish(key, dot, widths, self.look.size * type_.scale * 1.45)

    def _word(self, area: Area, words: str, type_: Type, colour: str) -> None:
        left, bottom, right, top = area
        self.plot.text((left + right) / 2, (bottom + top) / 2, words, type_, colour, MIDDLE)

    @property
    def _within(self) -> Area:
        return 2.0, 2.0, self.plot.width - 2.0, self.plot.height - 2.0

    def _mark(self, point: Point, dot: Dot) -> Mark:
        reach = max(dot.radius, _LEAST_POINTED_AT)
        bounds = (dot.x - reach, dot.y - reach, 2 * reach, 2 * reach)
        return Mark(point.key, "", point.words, self.plot.fractions(bounds), point.used, point.not_used, point.colour)


def _paint_key(plot: Plot, series: MapSeries, projection: Projection, unit: float, nameless: int) -> None:
    """Draw what distances and sizes mean beneath the map, and how many points have no name for lack of room."""
    em, look, middle = plot.look.size, plot.look, plot.height / 2
    plot.limits(0, plot.width, 0, plot.height)
    bar, phrases = scale_bar(projection), series.phrases
    length = bar.length * unit
    ink = Stroke(look.text, 1.2)
    plot.line([0, 0, length, length], [middle + 0.35 * em, middle, middle, middle + 0.35 * em], ink)
    plot.text(length + 0.5 * em, middle, bar.words(phrases), TICK, look.text)
    if nameless:
        plot.text(0, middle - 1.6 * em, phrases.counted("nameless", nameless), FOOT, look.muted)
    _paint_sizes(plot, most_of(series.points), middle, phrases)


def _paint_sizes(plot: Plot, most: int, middle: float, phrases: Phrases) -> None:
    """Draw discs of round numbers, ending at the right edge."""
    em, look, left = plot.look.size, plot.look, plot.width
    for step in reversed(steps_of(most)):
        radius, words = radius_of(step, most, look), phrases.people(step)
        left -= width_of(words, look, TICK)
        plot.text(left, middle, words, TICK, look.text, Place())
        left -= radius + 0.4 * em
        plot.disc(left, middle, radius, Coat("", look.muted, 1.0))
        left -= radius + 1.1 * em


def steps_of(most: int) -> tuple[int, ...]:
    """Return up to three round numbers for the legend of sizes, the largest not above what the map shows."""
    round_ = [step * 10**power for power in range(len(str(most))) for step in (1, 2, 5) if step * 10**power <= most]
    picked = (round_[-1:], round_[-4:-3], round_[-7:-6])
    return tuple(sorted(step for group in picked for step in group))


def _holds(area: Area, dot: Dot) -> bool:
    left, bottom, right, top = area
    return left <= dot.x <= right and bottom <= dot.y <= top
