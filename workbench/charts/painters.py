"""How each kind of chart is drawn: which painter belongs to which series."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.origins import OriginSeries
from workbench.charts.painting_map import map_heights, paint_map
from workbench.charts.painting_origins import origins_heights, paint_origins
from workbench.charts.painting_places import paint_places, places_heights
from workbench.charts.painting_sides import paint_sides, sides_heights
from workbench.charts.painting_times import paint_times, times_heights
from workbench.charts.painting_tolls import paint_tolls, tolls_heights
from workbench.charts.places import PlaceSeries
from workbench.charts.points import MapSeries
from workbench.charts.series import SideSeries
from workbench.charts.sheet import Room, Sheet
from workbench.charts.times import TimeSeries
from workbench.charts.tolls import TollSeries


@dataclass(frozen=True, slots=True)
class Painter:
    """Draws one kind of chart.

    `heights` says what room a chart `width` points wide needs, (least, usual) in points. `paint` draws headings,
    cards and plots into a room of at least the least height, and returns what can be pointed at, as it is walked.
    """

    heights: Callable[[Any, Look, float], tuple[float, float]]
    paint: Callable[[Sheet, Any, Room], list[Mark]]


PAINTERS: Mapping[type, Painter] = MappingProxyType(
    {
        SideSeries: Painter(sides_heights, paint_sides),
        TimeSeries: Painter(times_heights, paint_times),
        TollSeries: Painter(tolls_heights, paint_tolls),
        OriginSeries: Painter(origins_heights, paint_origins),
        PlaceSeries: Painter(places_heights, paint_places),
        MapSeries: Painter(map_heights, paint_map),
    }
)
