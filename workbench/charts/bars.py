"""Draw one bar with all that is known of its number, and all that is not."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.charts.look import Look
from workbench.charts.parts import Segment
from workbench.charts.plot import DOTTED, MIDDLE, Place, Plot, Stroke
from workbench.charts.series import Bar
from workbench.charts.type import NOTE, NUMBER, PART, Type, fitted, width_of
from workbench.colours import ink_on, mix

HEIGHT = 0.42
#: What is known to be there without a number is drawn this long, in the size of running type.
_BLOCK, _ARROW, _GAP = 5.0, 2.9, 0.9
#: How those without a number are hatched.
HATCH = "////"


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
    """Return how far the bar is filled: as far as its parts go, else to best, to what is counted, to low."""
    if bar.segments:
        return sum(part.value for part in bar.segments)
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


def draw_bar(plot: Plot, row: int, bar: Bar, scale: Scale, look: Look) -> list[tuple[Segment, float]]:
    """Draw a bar in a row; return its parts with where each begins, in people."""
    parts: list[tuple[Segment, float]] = []
    end = float(solid_of(bar))
    if not bar.empty:
        parts = _fill(plot, row, bar, scale, look)
        _whisker(plot, row, bar, look)
        if bar.unquantified:
            end = _block(plot, row, bar, scale, look)
        if bar.open:
            _arrow(plot, row, bar, max(end, reach_of(bar)), scale, look)
    _write(plot, row, bar, scale, look)
    return parts


def _fill(plot: Plot, row: int, bar: Bar, scale: Scale, look: Look) -> list[tuple[Segment, float]]:
    if not bar.segments:
        colour = look.bar(bar.colour)
        vague = bar.best is None and not bar.unquantified
        if solid_of(bar):
            _rectangle(plot, row, 0, solid_of(bar), look.faint(bar.colour) if vague else colour, colour)
        return []
    left, parts = 0, []
    for step, segment in enumerate(bar.segments):
        colour = look.bar(segment.colour) if segment.colour else look.tint(bar.colour, step)
        face = mix(colour, look.card, 0.4) if segment.vague else colour
        _rectangle(plot, row, left, segment.value, face, colour)
        _name_part(plot, row, left, segment, scale, look, face)
        parts.append((segment, float(left)))
        left += segment.value
    return parts


def _rectangle(plot: Plot, row: int, left: float, width: float, face: str, edge: str) -> None:
    plot.box((left, row - HEIGHT / 2, width, HEIGHT), face=face, edge=edge)


def _name_part(plot: Plot, row: int, left: float, segment: Segment, scale: Scale, look: Look, ground: str) -> None:
    """Write a part's name and number into it, or the number alone, or nothing, as it fits."""
    room = scale.of(segment.value) - look.size * 0.8
    for words in (f"{segment.label} {segment.value}", str(segment.value)):
        if width_of(words, look, PART) <= room:
            plot.text(left + segment.value / 2, row, words, PART, ink_on(ground), MIDDLE)
            return


def _whisker(plot: Plot, row: int, bar: Bar, look: Look) -> None:
    """Draw low to high; where the end is open only the low end gets a cap."""
    high = reach_of(bar) if bar.high is None else bar.high
    if bar.unquantified or bar.low == high:
        return
    stroke = Stroke(look.text, halo=True, z=5)
    ends = [bar.low] if bar.high is None else [bar.low, high]
    for x in ends:
        plot.line([x, x], [row - 0.1, row + 0.1], stroke)
    plot.line([bar.low, high], [row, row], stroke, _gid("whisker", row, bar))


def _block(plot: Plot, row: int, bar: Bar, scale: Scale, look: Look) -> float:
    """Draw the hatched block of those without a number; return where it ends, in people."""
    left, width = float(solid_of(bar)), scale.people(_BLOCK * look.size)
    edge = look.bar(bar.colour)
    plot.box((left, row - HEIGHT / 2, width, HEIGHT), face="", edge=edge, hatch=HATCH)
    return left + width


def _arrow(plot: Plot, row: int, bar: Bar, start: float, scale: Scale, look: Look) -> None:
    colour, end = look.bar(bar.colour), start + scale.people((_ARROW - 0.6) * look.size)
    plot.line([start, end], [row, row], Stroke(colour, 1.5, DOTTED))
    plot.line([end], [row], Stroke(colour, 0, marker=">", size=look.size * 0.75), _gid("open", row, bar))


def _gid(what: str, row: int, bar: Bar) -> str:
    """Return the id of a bar's part: a drawing has a panel an effect, and a row a bar."""
    return f"{what}-{bar.effect.value}-{row}"


def _write(plot: Plot, row: int, bar: Bar, scale: Scale, look: Look) -> None:
    """Write the number right of all that is drawn, and the note behind it."""
    label, note = label_of(bar, look, scale.points)
    shift = _tail(bar, look) + (0.4 if bar.empty else _GAP) * look.size
    at = (reach_of(bar), row, shift)
    if _quiet(bar):
        _text(plot, at, label, NOTE, look.muted if bar.empty else look.text)
        return
    _text(plot, at, label, NUMBER, look.text)
    if note:
        after = (*at[:2], shift + width_of(label, look, NUMBER) + _GAP * look.size)
        _text(plot, after, note, NOTE, look.muted)


def _text(plot: Plot, at: tuple[float, float, float], words: str, type_: Type, colour: str) -> None:
    """Write words some points right of a place on the axes."""
    x, y, shift = at
    plot.text(x, y, words, type_, colour, Place((shift, 0)))
