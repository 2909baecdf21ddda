"""A place on a sheet where data is drawn: boxes, lines and words at places of its two axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.ticker import FixedFormatter, FixedLocator, MaxNLocator, NullLocator
from matplotlib.transforms import ScaledTranslation

from workbench.charts.look import Look
from workbench.charts.marks import Box
from workbench.charts.pool import Pool
from workbench.charts.type import POINTS, ROW, TICK, Type, font

#: Dots and gaps of a line whose end is open, in its widths.
DOTTED = (0.0, (2.2, 1.6))
_SOLID = "solid"
#: Left, bottom, width and height in the axes' data.
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn, in points; markers alone where `width` is 0.

    `halo` sets it off from what lies beneath; a `hollow` marker shows the card within.
    """

    colour: str
    width: float = 1.4
    dash: str | tuple[float, tuple[float, ...]] = _SOLID
    marker: str = ""
    size: float = 0.0
    halo: bool = False
    z: float = 3
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Coat:
    """How a disc looks: without a `face` it is empty; `dash` and `width` are those of its edge, in points."""

    face: str
    edge: str
    width: float = 0.8
    dash: str | tuple[float, tuple[float, ...]] = _SOLID
    hatch: str = ""
    z: float = 2


@dataclass(frozen=True, slots=True)
class Place:
    """How words stand at a place: `shift` points right of and above it, aligned as matplotlib calls it."""

    shift: tuple[float, float] = (0.0, 0.0)
    across: str = "left"
    up: str = "center_baseline"
    z: float = 4


HERE = Place(across="left")
MIDDLE = Place(across="center")


class Plot:
    """Axes that are kept; all that is drawn on them is drawn through these functions, and drawn anew each time."""

    def __init__(self, figure: Figure) -> None:
        self.axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self.axes.set_facecolor("none")
        self.axes.set_axisbelow(True)
        for spine in self.axes.spines.values():
            spine.set_visible(False)
        self._boxes = Pool(self._new_box)
        self._discs = Pool(self._new_disc)
        self._lines = Pool(self._new_line)
        self._words = Pool(lambda: self.axes.text(0, 0, "", parse_math=False))
        self._pools = (self._boxes, self._discs, self._lines, self._words)
        self.width = self.height = 1.0

    def set_visible(self, b: bool) -> None:  # noqa: FBT001 - as matplotlib's artists have it
        """Show or hide all of it."""
        self.axes.set_visible(b)

    def begin(self, look: Look, box: Box, width: float, height: float) -> None:
        """Start to draw anew, in a box of the figure that is `width` × `height` points large."""
        self.look, self.width, self.height = look, width, height
        self.axes.set_position(box)
        self.axes.tick_params(length=0, colors=look.muted, pad=look.size * 0.6)
        self.axes.xaxis.set_major_locator(NullLocator())
        self.axes.yaxis.set_major_locator(NullLocator())
        for pool in self._pools:
            pool.restart()

    def finish(self) -> None:
        """Hide what was not drawn again."""
        for pool in self._pools:
            pool.hide_rest()

    # Axes

    def limits(self, left: float, right: float, bottom: float, top: float) -> None:
        """Set what the edges stand for; `bottom` may be larger than `top`."""
        self.axes.set_xlim(left, right)
        self.axes.set_ylim(bottom, top)

    def ticks_across(self, places: Sequence[float], words: Sequence[str], *, grid: bool = True) -> None:
        """Write words beneath places of the horizontal axis."""
        self.axes.xaxis.set_major_locator(FixedLocator(places))
        self.axes.xaxis.set_major_formatter(FixedFormatter(words))
        self.axes.tick_params(axis="x", gridOn=grid, grid_color=self.look.grid, grid_linewidth=0.8)
        for label in self.axes.get_xticklabels():
            label.set(fontproperties=font(self.look, TICK), color=self.look.muted, parse_math=False)

    def ticks_up(
        self, places: Sequence[float], words: Sequence[str], *, grid: bool = False, type_: Type = ROW, colour: str = ""
    ) -> None:
        """Write words left of places of the vertical axis."""
        self.axes.yaxis.set_major_locator(FixedLocator(places))
        self.axes.yaxis.set_major_formatter(FixedFormatter(words))
        self.axes.tick_params(axis="y", gridOn=grid, grid_color=self.look.grid, grid_linewidth=0.8)
        for label in self.axes.get_yticklabels():
            label.set(fontproperties=font(self.look, type_), color=colour or self.look.text, parse_math=False)

    # What is drawn

    def box(self, bounds: Bounds, *, face: str, edge: str, hatch: str = "", z: float = 2) -> Rectangle:
        """Draw a box in the axes' data; without a `face` it is empty."""
        box = self._boxes.take()
        box.set_bounds(*bounds)
        box.set_fill(bool(face))
        box.set_facecolor(face or edge)
        box.set_edgecolor(edge)
        box.set_hatch(hatch)
        box.set_linewidth(1.2 if hatch else 0.8)
        box.set_zorder(z)
        return box

    def line(self, xs: Sequence[float], ys: Sequence[float], stroke: Stroke, gid: str = "") -> Line2D:
        """Draw a line or markers; `gid` is its id in an SVG."""
        line, dash = self._lines.take(), stroke.dash if stroke.width else "none"
        line.set_data(xs, ys)
        line.set(color=stroke.colour, linewidth=stroke.width or 1.0, linestyle=dash, zorder=stroke.z, gid=gid or None)
        line.set(marker=stroke.marker or "none", markersize=stroke.size, markeredgecolor=stroke.colour)
        line.set(markerfacecolor=self.look.card if stroke.hollow else stroke.colour, markeredgewidth=1.5)
        around = withStroke(linewidth=stroke.width + 2, foreground=self.look.card)
        line.set_path_effects([around] if stroke.halo else [])
        return line

    def disc(self, x: float, y: float, radius: float, coat: Coat) -> Ellipse:
        """Draw a disc in the axes' data, round where both axes have one scale."""
        disc = self._discs.take()
        disc.set_center((x, y))  # one by one: a map has thousands, and `set` looks every name up
        disc.set_width(2 * radius)
        disc.set_height(2 * radius)
        disc.set_zorder(coat.z)
        disc.set_hatch(coat.hatch)
        disc.set_fill(bool(coat.face))
        disc.set_edgecolor(coat.edge)
        disc.set_linewidth(coat.width)
        disc.set(linestyle=coat.dash)
        if coat.face:
            disc.set_facecolor(coat.face)
        return disc

    def text(self, x: float, y: float, words: str, type_: Type, colour: str, place: Place = HERE) -> Text:
        """Write words at a place of the data."""
        text = self._words.take()
        text.set(position=(x, y), text=words, color=colour, ha=place.across, va=place.up, zorder=place.z)
        text.set_fontproperties(font(self.look, type_))
        right, up = place.shift
        moved = ScaledTranslation(right / POINTS, up / POINTS, self.axes.figure.dpi_scale_trans)
        text.set_transform(self.axes.transData + moved if any(place.shift) else self.axes.transData)
        return text

    def fractions(self, bounds: Bounds) -> Box:
        """Return a box in the axes' data as fractions of the figure, for a mark."""
        left, bottom, width, height = bounds
        place = self.axes.get_position()
        (x0, x1), (y0, y1) = self.axes.get_xlim(), self.axes.get_ylim()
        across, up = place.width / (x1 - x0), place.height / (y1 - y0)
        xs = sorted(place.x0 + (x - x0) * across for x in (left, left + width))
        ys = sorted(place.y0 + (y - y0) * up for y in (bottom, bottom + height))
        return float(xs[0]), float(ys[0]), float(xs[1] - xs[0]), float(ys[1] - ys[0])

    def _new_box(self) -> Rectangle:
        box = Rectangle((0, 0), 1, 1)
        box.set_hatch_linewidth(1.1)
        self.axes.add_patch(box)
        return box

    def _new_disc(self) -> Ellipse:
        disc = Ellipse((0, 0), 1, 1)
        disc.set_hatch_linewidth(1.1)
        self.axes.add_artist(disc)
        return disc

    def _new_line(self) -> Line2D:
        line = Line2D([], [])
        self.axes.add_line(line)
        return line


def round_numbers(end: float, most: int = 8) -> list[int]:
    """Return at most about `most` round numbers of people from 0 to `end`, for an axis."""
    ticks = MaxNLocator(nbins=most, steps=[1, 2, 5, 10], integer=True).tick_values(0, end)
    return [round(tick) for tick in ticks if 0 <= tick <= end]
