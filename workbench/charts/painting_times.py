"""Draw casualties over time: a lane for each side, bars for the steps, bands beneath for what reaches over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.charts.bars import HATCH, reach_of
from workbench.charts.calendar import Days, ticks
from workbench.charts.columns import Ground, draw_column, height_above
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.plot import DOTTED, Bounds, Place, Plot, Stroke, round_numbers
from workbench.charts.sheet import Room, Sheet, head_height
from workbench.charts.times import Column, Lane, TimePanel, TimeSeries
from workbench.charts.type import NUMBER, PART, ROW, TICK, fitted, width_of

#: In the size of running type.
_PAD, _NAME, _TICKS, _APART, _GAP = 1.5, 2.1, 2.6, 1.6, 0.7
_LEAST, _USUAL, _MOST = 4.5, 7.5, 14.0
_BAND, _BAND_PITCH = 1.25, 1.6
_UNDATED = 6.0
_LEVELS = 6
_LEAST_STEPS = 7
_LETTERS = 5.2


@dataclass(frozen=True, slots=True)
class _Axis:
    """The days across: ordinals from `left` to `right`, what has no date from `edge` on; `points` long."""

    left: float
    edge: float
    right: float
    points: float

    @property
    def day(self) -> float:
        """How many days a point is."""
        return (self.right - self.left) / self.points

    @property
    def undated(self) -> float:
        """Where the column of what has no date stands."""
        return (self.edge + self.right) / 2


def times_heights(series: TimeSeries, look: Look, _width: float) -> tuple[float, float]:
    """Return the least and the usual height of a chart over time, in points."""
    return _height(series, look, _LEAST), _height(series, look, _USUAL)


def _height(series: TimeSeries, look: Look, zone: float) -> float:
    return sum(head_height(look) + _card(panel, zone, look.size) + look.size * _APART for panel in series.panels)


def _card(panel: TimePanel, zone: float, em: float) -> float:
    lanes = sum(_NAME + zone + _strip(lane) + _GAP for lane in panel.lanes)
    return em * (2 * _PAD + lanes + (_TICKS if panel.lanes else 0))


def _strip(lane: Lane) -> float:
    levels = 1 + max(_levels(lane.spans), default=-1)
    return levels * _BAND_PITCH + 0.5


def _levels(spans: Sequence[Column]) -> list[int]:
    """Return how far beneath the axis each band lies, so that none hides another."""
    free: list[Days] = []
    found: list[int] = []
    for span in spans:
        days = span.days
        if days is None:
            continue
        level = next((n for n, last in enumerate(free) if last.end < days.start), min(len(free), _LEVELS - 1))
        free[level : level + 1] = [days]
        found.append(level)
    return found


def paint_times(sheet: Sheet, series: TimeSeries, room: Room) -> list[Mark]:
    """Draw a panel for each effect, its lanes as high as the room allows."""
    marks: list[Mark] = []
    em, top, look = sheet.look.size, room.top, sheet.look
    lanes = max(1, sum(len(panel.lanes) for panel in series.panels))
    zone = max(_LEAST, min(_MOST, _LEAST + (room.height - _height(series, look, _LEAST)) / em / lanes))
    for panel in series.panels:
        head = sheet.head(room.left, top, room.width, panel.title, panel.subtitle)
        height = _card(panel, zone, em)
        sheet.card(room.left, top + head, room.width, height)
        marks += _draw_panel(sheet, series, panel, Room(room.left, top + head + _PAD * em, room.width, zone * em))
        top += head + height + em * _APART
    return marks


def _draw_panel(sheet: Sheet, series: TimeSeries, panel: TimePanel, room: Room) -> list[Mark]:
    """Draw the lanes of a panel from `room.top` on, each with `room.height` for its bars."""
    look, em = sheet.look, sheet.look.size
    end = _end_of(panel, room.height, look)
    margin = (_PAD + 0.8) * em + width_of(series.phrases.people(round(end)), look, TICK)
    axis = _axis(series, panel, room.width - margin - _PAD * em, look)
    marks: list[Mark] = []
    top = room.top
    for number, lane in enumerate(panel.lanes):
        strip = _strip(lane) * em
        name = sheet.write(room.left + _PAD * em, top, lane.name, ROW, look.ink(lane.colour))
        name.set_fontweight("bold")
        beside = width_of(lane.name, look, NUMBER) + 0.9 * em
        sheet.write(room.left + _PAD * em + beside, top, lane.label, ROW, look.muted)
        top += _NAME * em
        plot = sheet.plot(room.left + margin, top, axis.points, room.height + strip)
        plot.limits(axis.left, axis.right, -strip * end / room.height, end)
        ground = Ground(plot, look, end / room.height, axis.day, series.phrases)
        _dress(ground, series, axis, end, last=number == len(panel.lanes) - 1)
        marks += _draw_lane(ground, panel, lane, axis, end)
        top += room.height + strip + _GAP * em
    return marks


def _end_of(panel: TimePanel, height: float, look: Look) -> float:
    """Return where the axis of people ends: the same for all lanes, with room above the highest bar."""
    end = 4.0
    for column in (column for lane in panel.lanes for column in lane.columns if column not in lane.spans):
        free = max(0.25 * height, height - height_above(column.bar, look))
        end = max(end, reach_of(column.bar) * height / free)
    return end


def _axis(series: TimeSeries, panel: TimePanel, points: float, look: Look) -> _Axis:
    """Return the axis of days: a few steps more than there are where they are few, room for what has no date."""
    undated = any(lane.undated for lane in panel.lanes)
    if series.days is None:
        return _Axis(-1.0, -1.0, 0.0, points)
    left, right = series.days.start.toordinal(), series.days.end.toordinal() + 1
    step = {"day": 1, "week": 7, "month": 30}[series.step.value]
    missing = max(0, _LEAST_STEPS * step - (right - left))
    left, right = left - missing // 2, right + missing - missing // 2
    aside = min(0.3, _UNDATED * look.size / points) if undated else 0.0
    return _Axis(left, right, right + (right - left) * aside / (1 - aside), points)


def _dress(ground: Ground, series: TimeSeries, axis: _Axis, end: float, *, last: bool) -> None:
    """Draw the numbers at the side and, beneath the last lane, the days."""
    plot, look = ground.plot, ground.look
    numbers = round_numbers(end, 4)
    words = [series.phrases.people(number) for number in numbers]
    plot.ticks_up(numbers, words, grid=True, type_=TICK, colour=look.muted)
    plot.line([axis.left, axis.right], [0, 0], Stroke(look.muted, 0.9, z=1.5))
    places, names = _days_across(series, axis, look)
    if last:
        plot.ticks_across(places, names, grid=False)
    if axis.edge < axis.right and axis.edge > axis.left:
        plot.line([axis.edge, axis.edge], [0, end], Stroke(look.muted, 0.9, DOTTED, z=1.5))


def _days_across(series: TimeSeries, axis: _Axis, look: Look) -> tuple[list[float], list[str]]:
    """Return where the axis of days is marked, in the middle of the step, and the words there."""
    found: list[tuple[float, str]] = []
    if series.days is not None:
        most = int((axis.edge - axis.left) / axis.day / (look.size * _LETTERS))
        half = 0.5 if series.step.value == "day" else 0.0
        found = [(place + half, words) for place, words in ticks(series.days, most, series.phrases)]
    if axis.edge < axis.right:
        words = series.phrases("date_unknown")
        found.append((axis.undated, fitted(words, (axis.right - axis.edge) / axis.day, look, TICK, lines=2)))
    return [place for place, _ in found], [words for _, words in found]


def _draw_lane(ground: Ground, panel: TimePanel, lane: Lane, axis: _Axis, end: float) -> list[Mark]:
    """Draw what one side suffered; return its marks in the order of days."""
    marks: list[Mark] = []
    middles = [_middle(column.days) for column in lane.steps if column.days]
    for number, column in enumerate(lane.steps):
        if column.days is None:
            continue
        middle, count = middles[number], column.days.count
        room = _free(middles, number, axis)
        draw_column(ground, middle, ground.width(count), column.bar, room, (axis.left, axis.edge))
        marks.append(_mark(ground.plot, panel, column, (column.days.start.toordinal(), 0, count, end)))
    for column, level in zip(lane.spans, _levels(lane.spans), strict=True):
        marks.append(_mark(ground.plot, panel, column, _band(ground, column, level)))
    if lane.undated:
        width = axis.right - axis.edge
        draw_column(ground, axis.undated, ground.width(width), lane.undated.bar, width / axis.day)
        marks.append(_mark(ground.plot, panel, lane.undated, (axis.edge, 0, width, end)))
    return marks


def _middle(days: Days) -> float:
    return days.start.toordinal() + days.count / 2


def _free(middles: Sequence[float], number: int, axis: _Axis) -> float:
    """Return how many points the number above a bar may take without touching the next one's.

    Between two others it stands in the middle; the first and the last may give way to the inside.
    """
    here, first, last = middles[number], number == 0, number + 1 == len(middles)
    before = here - axis.left if first else (here - middles[number - 1]) / 2
    after = axis.edge - here if last else (middles[number + 1] - here) / 2
    return 0.92 * (before + after if first or last else 2 * min(before, after)) / axis.day


def _band(ground: Ground, column: Column, level: int) -> Bounds:
    """Draw what happened in several steps as one band beneath them; return its box."""
    look, bar, days = ground.look, column.bar, column.days
    assert days is not None, "a band has days"  # noqa: S101 - what makes lanes gives every span its days
    em = look.size * ground.people
    bounds = (days.start.toordinal(), -em * (0.5 + _BAND_PITCH * level + _BAND), days.count, _BAND * em)
    colour = look.bar(bar.colour)
    hatch = HATCH if bar.unquantified and bar.known is None else ""
    ground.plot.box(bounds, face="" if hatch else look.faint(bar.colour), edge=colour, hatch=hatch)
    short = "" if bar.known is None else ground.phrases.people(bar.known)
    for words in (bar.label, short):
        if words and not hatch and width_of(words, look, PART) + 0.6 * look.size <= days.count / ground.days:
            y = bounds[1] + bounds[3] / 2
            place = Place(across="center")
            ground.plot.text(bounds[0] + days.count / 2, y, words, PART, look.text, place)
            break
    return bounds


def _mark(plot: Plot, panel: TimePanel, column: Column, bounds: Bounds) -> Mark:
    bar, days = column.bar, column.days
    when = f"{days.start}/{days.end}" if days else ""
    row = f"{panel.effect.value}:{bar.side or ''}:{when}"
    return Mark(row, "", bar.words, plot.fractions(bounds), bar.used, bar.not_used, bar.colour)
