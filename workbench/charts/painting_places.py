"""Draw casualties by place: the bars, and what the colours of the sides are."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.painting_sides import paint_sides, sides_height_in, sides_heights
from workbench.charts.places import PlaceSeries
from workbench.charts.series import SideSeries
from workbench.charts.sheet import Room, Sheet
from workbench.charts.type import NOTE, width_of

_LINE, _SWATCH, _APART = 2.4, 0.85, 1.6  # in the size of running type


def places_heights(series: PlaceSeries, look: Look, width: float) -> tuple[float, float]:
    """Return the least and the usual height of a chart by place, in points."""
    least, usual = sides_heights(_bars_of(series), look, width)
    legend = legend_height(series.legend, look, width)
    return least + legend, usual + legend


def paint_places(sheet: Sheet, series: PlaceSeries, room: Room) -> list[Mark]:
    """Draw a panel for each effect, and beneath them the legend."""
    bars = _bars_of(series)
    taken = legend_height(series.legend, sheet.look, room.width)
    above = Room(room.left, room.top, room.width, room.height - taken)
    marks = paint_sides(sheet, bars, above)
    beneath = room.top + sides_height_in(bars, sheet.look, above)
    paint_legend(sheet, series.legend, Room(room.left, beneath, room.width, taken))
    return marks


def _bars_of(series: PlaceSeries) -> SideSeries:
    """Return the bars as the chart by side draws them."""
    return SideSeries(series.title, series.panels, series.caption, series.convention, series.phrases)


def legend_height(legend: Sequence[tuple[str, str]], look: Look, width: float) -> float:
    """Return the height in points of names with their colours."""
    return _LINE * look.size * (1 + max((line for line, *_ in _laid(legend, look, width)), default=-1))


def paint_legend(sheet: Sheet, legend: Sequence[tuple[str, str]], room: Room) -> float:
    """Write names with their colours in as many lines as they need; return the height they take."""
    look, em = sheet.look, sheet.look.size
    height = legend_height(legend, look, room.width)
    if not height:
        return 0.0
    plot = sheet.plot(room.left, room.top, room.width, height)
    plot.limits(0, room.width, height, 0)
    for line, left, name, colour in _laid(legend, look, room.width):
        y = (line + 0.35) * _LINE * em
        shade = look.bar(colour)
        plot.box((left, y - _SWATCH * em / 2, _SWATCH * em, _SWATCH * em), face=shade, edge=shade)
        plot.text(left + 1.4 * em, y, name, NOTE, look.text)
    return height


def _laid(legend: Sequence[tuple[str, str]], look: Look, width: float) -> list[tuple[int, float, str, str]]:
    """Return line, left edge in points, name and colour of each entry."""
    laid: list[tuple[int, float, str, str]] = []
    line, left = 0, 0.0
    for name, colour in legend:
        wide = width_of(name, look, NOTE) + (1.4 + _APART) * look.size
        if left and left + wide > width:
            line, left = line + 1, 0.0
        laid.append((line, left, name, colour))
        left += wide
    return laid
