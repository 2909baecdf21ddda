"""Draw one bar with all that is known of its number, and all that is not."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.transforms import ScaledTranslation

from workbench.charts.look import Look
from workbench.charts.parts import Segment
from workbench.charts.series import Bar
from workbench.charts.sheet import NOTE, NUMBER, PART, POINTS, Type, fitted, font, width_of
from workbench.colours import ink_on

HEIGHT = 0.42
#: What is known to be there without a number is drawn this long, in the size of running type.
_BLOCK, _ARROW, _GAP = 5.0, 2.9, 0.9
_HATCH = "////"


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis: it ends at `end` people, and is `points` long."""

    end: float
    points: float

    def people(self, points: float) -> float:
        """Return how many people a length in points stands for."""
        return points * self.end / self.points

    def of(self, people: float) -> float:
        """Return the length in points of so many people."""
        return people * self.points / self.end


def solid_of(bar: Bar) -> int:
    """Return how far the bar is filled: to best, else to what is counted, else to low."""
    if bar.best is not None and not bar.unquantified:
        return bar.best
    if bar.unquantified:
        return bar.known or 0
    return bar.low


def reach_of(bar: Bar) -> int:
    """Return the largest number of the bar that is drawn to scale."""
    return max(solid_of(bar), bar.high or 0)


def label_of(bar: Bar, look: Look, room: float) -> tuple[str, str]:
    """Return the number and the note as they fit beside a bar on an axis of `room` points."""
    free = 0.76 * room - _tail(bar, look)
    if _quiet(bar):
        return fitted(", ".join(filter(None, (bar.label, bar.note))), free, look, NOTE, lines=3), ""
    free -= width_of(bar.label, look, NUMBER)
    if free < 7 * look.size:
        return bar.label, ""
    return bar.label, fitted(bar.note, min(free, 0.36 * room), look, NOTE, lines=2)


def _quiet(bar: Bar) -> bool:
    """Tell whether there is no number that could be set in bold."""
    return bar.empty or (bar.unquantified and bar.known is None)


def space_of(bar: Bar, look: Look, room: float) -> float:
    """Return the points needed right of the bar's numbers: hatched block, arrow and words."""
    label, note = label_of(bar, look, room)
    words = width_of(label, look, NOTE if _quiet(bar) else NUMBER)
    words += width_of(note, look, NOTE) + _GAP * look.size if note else 0
    return _tail(bar, look) + words + 2 * _GAP * look.size


def _tail(bar: Bar, look: Look) -> float:
    return look.size * (bar.unquantified * _BLOCK + bar.open * _ARROW)


def draw_bar(axes: Axes, row: int, bar: Bar, scale: Scale, look: Look) -> list[tuple[Segment, float]]:
    """Draw a bar in a row; return its parts with where each begins, in people."""
    parts: list[tuple[Segment, float]] = []
    end = float(solid_of(bar))
    if not bar.empty:
        parts = _fill(axes, row, bar, scale, look)
        _whisker(axes, row, bar, look)
        if bar.unquantified:
            end = _block(axes, row, bar, scale, look)
        if bar.open:
            _arrow(axes, row, bar, max(end, reach_of(bar)), scale, look)
    _write(axes, row, bar, scale, look)
    return parts


def _fill(axes: Axes, row: int, bar: Bar, scale: Scale, look: Look) -> list[tuple[Segment, float]]:
    if not bar.segments:
        colour = look.bar(bar.colour)
        vague = bar.best is None and not bar.unquantified
        if solid_of(bar):
            _rectangle(axes, row, 0, solid_of(bar), look.faint(bar.colour) if vague else colour, colour)
        return []
    left, parts = 0, []
    for step, segment in enumerate(bar.segments):
        colour = look.tint(bar.colour, step)
        _rectangle(axes, row, left, segment.value, colour, colour)
        _name_part(axes, row, left, segment, scale, look, colour)
        parts.append((segment, float(left)))
        left += segment.value
    return parts


def _rectangle(axes: Axes, row: int, left: float, width: float, face: str, edge: str) -> None:
    box = Rectangle((left, row - HEIGHT / 2), width, HEIGHT, facecolor=face, edgecolor=edge, linewidth=0.8, zorder=2)
    axes.add_patch(box)


def _name_part(axes: Axes, row: int, left: float, segment: Segment, scale: Scale, look: Look, ground: str) -> None:
    """Write a part's name and number into it, or the number alone, or nothing, as it fits."""
    room = scale.of(segment.value) - look.size * 0.8
    for words in (f"{segment.label} {segment.value}", str(segment.value)):
        if width_of(words, look, PART) <= room:
            x = left + segment.value / 2
            text = axes.text(x, row, words, ha="center", va="center_baseline", fontproperties=font(look, PART))
            text.set(color=ink_on(ground), zorder=4)
            return


def _whisker(axes: Axes, row: int, bar: Bar, look: Look) -> None:
    """Draw low to high; where the end is open only the low end gets a cap."""
    high = reach_of(bar) if bar.high is None else bar.high
    if bar.unquantified or bar.low == high:
        return
    edge = [withStroke(linewidth=3.4, foreground=look.card)]
    ends = [bar.low] if bar.high is None else [bar.low, high]
    for x in ends:
        axes.add_line(Line2D([x, x], [row - 0.1, row + 0.1], color=look.text, lw=1.4, zorder=5, path_effects=edge))
    line = Line2D([bar.low, high], [row, row], color=look.text, lw=1.4, zorder=5, path_effects=edge)
    line.set_gid(_gid("whisker", row, bar))
    axes.add_line(line)


def _block(axes: Axes, row: int, bar: Bar, scale: Scale, look: Look) -> float:
    """Draw the hatched block of those without a number; return where it ends, in people."""
    left, width = float(solid_of(bar)), scale.people(_BLOCK * look.size)
    box = Rectangle(
        (left, row - HEIGHT / 2),
        width,
        HEIGHT,
        fill=False,
        edgecolor=look.bar(bar.colour),
        hatch=_HATCH,
        linewidth=1.2,
        zorder=2,
    )
    box.set_hatch_linewidth(1.1)
    axes.add_patch(box)
    return left + width


def _arrow(axes: Axes, row: int, bar: Bar, start: float, scale: Scale, look: Look) -> None:
    colour, end = look.bar(bar.colour), start + scale.people((_ARROW - 0.6) * look.size)
    axes.add_line(Line2D([start, end], [row, row], color=colour, lw=1.5, linestyle=(0, (2.2, 1.6)), zorder=3))
    tip = Line2D([end], [row], color=colour, marker=">", markersize=look.size * 0.75, linestyle="none", zorder=3)
    tip.set_gid(_gid("open", row, bar))
    axes.add_line(tip)


def _gid(what: str, row: int, bar: Bar) -> str:
    """Return the id of a bar's part: a drawing has a panel an effect, and a row a bar."""
    return f"{what}-{bar.effect.value}-{row}"


def _write(axes: Axes, row: int, bar: Bar, scale: Scale, look: Look) -> None:
    """Write the number right of all that is drawn, and the note behind it."""
    label, note = label_of(bar, look, scale.points)
    shift = _tail(bar, look) + (0.4 if bar.empty else _GAP) * look.size
    at = (reach_of(bar), row, shift)
    if _quiet(bar):
        _text(axes, at, label, NOTE, look.muted if bar.empty else look.text, look)
        return
    _text(axes, at, label, NUMBER, look.text, look)
    if note:
        after = (*at[:2], shift + width_of(label, look, NUMBER) + _GAP * look.size)
        _text(axes, after, note, NOTE, look.muted, look)


def _text(axes: Axes, at: tuple[float, float, float], words: str, type_: Type, colour: str, look: Look) -> None:
    """Write words some points right of a place on the axes."""
    x, y, shift = at
    figure = axes.figure
    place = axes.transData + ScaledTranslation(shift / POINTS, 0, figure.dpi_scale_trans)
    axes.text(x, y, words, color=colour, va="center_baseline", transform=place, fontproperties=font(look, type_))
