"""Draw one upright bar of a chart over time, with all that is known of its number, and all that is not."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.charts.bars import HATCH, reach_of, solid_of
from workbench.charts.look import Look
from workbench.charts.phrases import Phrases
from workbench.charts.plot import DOTTED, Place, Plot, Stroke
from workbench.charts.series import Bar
from workbench.charts.type import PART, width_of

#: In the size of running type: those without a number, an open end, the number above.
_BLOCK, _ARROW, _NUMBER = 1.9, 1.7, 1.5
_WIDEST = 2.8
_SHARE = 0.78
#: Points between the number above and the end of the axis.
_EDGE = 1.0


@dataclass(frozen=True, slots=True)
class Ground:
    """The axes: so many people and so many days are one point long."""

    plot: Plot
    look: Look
    people: float
    days: float
    phrases: Phrases

    def width(self, days: float) -> float:
        """Return how wide a bar is drawn, in days, that has room for so many."""
        return min(_SHARE * days, _WIDEST * self.look.size * self.days)


def height_above(bar: Bar, look: Look) -> float:
    """Return the points needed above a bar's numbers: hatched block, arrow and the number."""
    return look.size * (bar.unquantified * _BLOCK + bar.open * _ARROW + _NUMBER)


def draw_column(
    ground: Ground, middle: float, width: float, bar: Bar, room: float, within: tuple[float, float] | None = None
) -> None:
    """Draw a bar `width` days wide around a day; its number only where `room` points suffice for it.

    The number stands above the middle, or beside it as far as it has to for staying `within` two days.
    """
    plot, look = ground.plot, ground.look
    colour, solid, left = look.bar(bar.colour), solid_of(bar), middle - width / 2
    if solid:
        vague = bar.best is None and not bar.unquantified
        plot.box((left, 0, width, solid), face=look.faint(bar.colour) if vague else colour, edge=colour)
    elif not bar.unquantified and bar.high == 0:
        plot.line([left, left + width], [0, 0], Stroke(colour, 2.4, z=4))
    _whisker(ground, middle, width, bar)
    top = float(solid if bar.unquantified else reach_of(bar))
    if bar.unquantified:
        height = _BLOCK * look.size * ground.people
        plot.box((left, top, width, height), face="", edge=colour, hatch=HATCH)
        top += height
    if bar.open:
        top = _arrow(ground, middle, top, colour)
    _number(ground, middle, top, bar, room, within)


def _whisker(ground: Ground, middle: float, width: float, bar: Bar) -> None:
    """Draw low to high in one line; where the end is open only the low end gets a cap."""
    high = reach_of(bar) if bar.high is None else bar.high
    if bar.unquantified or bar.low == high:
        return
    cap = min(width / 2, 0.4 * ground.look.size * ground.days)
    xs, ys = [middle - cap, middle + cap, middle, middle], [bar.low, bar.low, bar.low, high]
    if bar.high is not None:
        xs, ys = [*xs, middle - cap, middle + cap], [*ys, high, high]
    thin = min(1.4, max(0.7, width / ground.days / 4))
    ground.plot.line(xs, ys, Stroke(ground.look.text, thin, halo=True, z=5))


def _arrow(ground: Ground, middle: float, start: float, colour: str) -> float:
    """Draw an arrow upwards; return where it ends, in people."""
    look = ground.look
    end = start + (_ARROW - 0.4) * look.size * ground.people
    ground.plot.line([middle, middle], [start, end], Stroke(colour, 1.5, DOTTED))
    ground.plot.line([middle], [end], Stroke(colour, 0, marker="^", size=look.size * 0.6))
    return end + 0.3 * look.size * ground.people


def _number(
    ground: Ground, middle: float, top: float, bar: Bar, room: float, within: tuple[float, float] | None
) -> None:
    """Write the number above: all that is said of it where there is room, else the number alone, else nothing."""
    short = "" if bar.known is None else ground.phrases.people(bar.known)
    for words in (bar.label, short):
        wide = width_of(words, ground.look, PART)
        if words and wide <= room:
            if within is not None:
                half = (wide / 2 + _EDGE) * ground.days
                middle = min(max(middle, within[0] + half), within[1] - half)
            place = Place((0, 0.3 * ground.look.size), "center", "bottom")
            ground.plot.text(middle, top, words, PART, ground.look.text, place)
            return
