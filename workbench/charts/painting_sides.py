"""Draw casualties by side: a bar to best, a whisker from low to high, an arrow where the end is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.charts.bars import Scale, draw_bar, reach_of, space_of
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.parts import Segment
from workbench.charts.phrases import Phrases
from workbench.charts.plot import Bounds, Plot, Stroke, round_numbers
from workbench.charts.series import Bar, Panel, SideSeries
from workbench.charts.sheet import Room, Sheet, head_height
from workbench.charts.type import ROW, fitted, width_of

_PAD, _PITCH, _CLOSE, _ROOMY, _APART = 1.5, 4.6, 3.3, 6.2, 1.6  # in the size of running type
_WIDEST_NAME = 0.26
_SPARE = 1.06


@dataclass(frozen=True, slots=True)
class _Written:
    """The words of a chart: the names of all its rows as they fit, so that its panels begin beneath one another."""

    names: Mapping[str, str]
    phrases: Phrases


def sides_heights(series: SideSeries, look: Look, _width: float) -> tuple[float, float]:
    """Return the least and the usual height of a chart by side, in points."""
    usual = _PITCH if len(series.panels) == 1 else _CLOSE
    return _height(series, look, _CLOSE), _height(series, look, usual)


def _height(series: SideSeries, look: Look, pitch: float) -> float:
    return sum(head_height(look) + _card(panel, pitch, look.size) + look.size * _APART for panel in series.panels)


def paint_sides(sheet: Sheet, series: SideSeries, room: Room) -> list[Mark]:
    """Draw a panel for each effect, its rows as far apart as the room allows."""
    marks: list[Mark] = []
    top, em = room.top, sheet.look.size
    pitch = _pitch_in(sheet.look, series, room)
    names = {bar.name: fitted(bar.name, room.width * _WIDEST_NAME, sheet.look, ROW, lines=2) for bar in series.bars}
    for panel in series.panels:
        marks += _draw_panel(sheet, panel, Room(room.left, top, room.width, 0), pitch, _Written(names, series.phrases))
        top += head_height(sheet.look) + _card(panel, pitch, em) + em * _APART
    return marks


def sides_height_in(series: SideSeries, look: Look, room: Room) -> float:
    """Return the height in points that the panels take of a room."""
    return _height(series, look, _pitch_in(look, series, room))


def _pitch_in(look: Look, series: SideSeries, room: Room) -> float:
    """Return how far rows stand apart in a room of this height."""
    rows = sum(len(panel.bars) for panel in series.panels)
    spare = room.height - _height(series, look, _CLOSE)
    return max(_CLOSE, min(_ROOMY, _CLOSE + spare / look.size / max(1, rows)))


def _card(panel: Panel, pitch: float, em: float) -> float:
    return em * (2 * _PAD + pitch * len(panel.bars) + (1.6 if _numbered(panel) else 0))


def _numbered(panel: Panel) -> bool:
    """Tell whether any bar is drawn to scale; without one an axis would pretend to measure."""
    return any(reach_of(bar) for bar in panel.bars)


def _draw_panel(sheet: Sheet, panel: Panel, room: Room, pitch: float, written: _Written) -> list[Mark]:
    look, em = sheet.look, sheet.look.size
    top = room.top + sheet.head(room.left, room.top, room.width, panel.title, panel.subtitle)
    sheet.card(room.left, top, room.width, _card(panel, pitch, em))
    margin = (_PAD + 0.8) * em + max(width_of(name, look, ROW) for name in written.names.values())
    size = (room.width - margin - _PAD * em, pitch * len(panel.bars) * em)
    plot = sheet.plot(room.left + margin, top + _PAD * em, *size)
    scale = _scale(panel, look, size[0])
    names = [written.names[bar.name] for bar in panel.bars]
    _dress(plot, names, scale, look, written.phrases if _numbered(panel) else None)
    return [mark for row, bar in enumerate(panel.bars) for mark in _draw_row(plot, row, bar, scale, look)]


def _scale(panel: Panel, look: Look, room: float) -> Scale:
    """Choose the axis so that every bar ends with room for what is written beside it."""
    end = 5.0
    for bar in panel.bars:
        free = max(0.2 * room, room - space_of(bar, look, room))
        end = max(end, reach_of(bar) * room / free)
    return Scale(end * _SPARE, room)


def _dress(plot: Plot, names: list[str], scale: Scale, look: Look, phrases: Phrases | None) -> None:
    """Leave of the axes what helps to read: faint lines, the sides' names, and (with `phrases`) the numbers."""
    plot.limits(0, scale.end, len(names) - 0.5, -0.5)
    plot.ticks_up(range(len(names)), names)
    if phrases is None:
        return
    ticks = round_numbers(scale.end)
    plot.ticks_across(ticks, [phrases.people(tick) for tick in ticks])
    plot.line([0, 0], [-0.5, len(names) - 0.5], Stroke(look.muted, 0.9, z=1.5))


def _draw_row(plot: Plot, row: int, bar: Bar, scale: Scale, look: Look) -> list[Mark]:
    parts = draw_bar(plot, row, bar, scale, look)
    width = min(scale.points, scale.of(reach_of(bar)) + space_of(bar, look, scale.points))
    whole = _mark(plot, bar, None, (0, row - 0.4, scale.people(width), 0.8))
    return [whole, *(_mark(plot, bar, part, (left, row - 0.21, part.value, 0.42)) for part, left in parts)]


def _mark(plot: Plot, bar: Bar, part: Segment | None, place: Bounds) -> Mark:
    return Mark(
        f"{bar.effect.value}:{bar.side or ''}",
        part.label if part else "",
        part.words if part else bar.words,
        plot.fractions(place),
        part.claims if part else bar.used,
        bar.not_used,
        bar.colour,
    )
