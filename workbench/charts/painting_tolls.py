"""Draw how numbers were told over time: a lane for each group of people, a stepped line for each origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.charts.calendar import Days, ticks
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.plot import Place, Plot, Stroke, round_numbers
from workbench.charts.sheet import Room, Sheet, head_height
from workbench.charts.tolls import Point, TollGroup, TollLine, TollSeries
from workbench.charts.type import NOTE, NUMBER, PART, ROW, TICK, cut, width_of

#: In the size of running type.
_PAD, _NAME, _TICKS, _GAP, _APART = 1.5, 2.1, 3.1, 1.0, 1.6
_LEAST, _USUAL, _MOST = 6.0, 9.0, 16.0
_SIGN, _OPEN, _LABEL = 0.62, 1.5, 1.35
_WIDEST_LABEL = 0.3
_LETTERS = 5.2
_LEAST_DAYS = 5
#: Lanes have their days in common where none of them would fill less than this part of them.
_COMMON = 0.2
_SIGNS = "osD^vPX"
_GAP_IN_LINE = float("nan")
_DASHED = (0.0, (4.0, 2.0))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What lanes have in common: room for numbers on the left and names on the right, in points, and their days."""

    margin: float
    aside: float
    days: Days | None


@dataclass(frozen=True, slots=True)
class _Scale:
    """The axes of a lane: days across, people up, each by the point."""

    left: float
    right: float
    top: float
    day: float
    people: float


def tolls_heights(series: TollSeries, look: Look, _width: float) -> tuple[float, float]:
    """Return the least and the usual height of a chart of tolls, in points."""
    return _height(series, look, _LEAST), _height(series, look, _USUAL)


def _height(series: TollSeries, look: Look, zone: float) -> float:
    return head_height(look) + look.size * (_card(series, zone) + _APART)


def _card(series: TollSeries, zone: float) -> float:
    return 2 * _PAD + max(1, len(series.groups)) * (_NAME + zone + _TICKS + _GAP) - _GAP


def paint_tolls(sheet: Sheet, series: TollSeries, room: Room) -> list[Mark]:
    """Draw the lanes one beneath the other, as high as the room allows."""
    em, look = sheet.look.size, sheet.look
    lanes = max(1, len(series.groups))
    zone = max(_LEAST, min(_MOST, _LEAST + (room.height - _height(series, look, _LEAST)) / em / lanes))
    origins = ", ".join(series.origins) or series.phrases("no_toll")
    top = room.top + sheet.head(room.left, room.top, room.width, series.title, origins)
    sheet.card(room.left, top, room.width, _card(series, zone) * em)
    top += _PAD * em
    marks: list[Mark] = []
    frame = _frame(series, zone * em, room.width - 2 * _PAD * em, look)
    for number, group in enumerate(series.groups):
        place = Room(room.left + _PAD * em, top, room.width - 2 * _PAD * em, zone * em)
        marks += _draw_lane(sheet, series, group, place, frame, number)
        top += (_NAME + zone + _TICKS + _GAP) * em
    return marks


def _frame(series: TollSeries, zone: float, width: float, look: Look) -> _Frame:
    """Return what the lanes have in common, so that a day stands beneath the same day."""
    em, groups = look.size, series.groups
    tops = [_top_of(group, zone, em) for group in groups]
    numbers = max((width_of(series.phrases.people(round(top)), look, TICK) for top in tops), default=0.0)
    names = (width_of(_ending(line), look, NOTE) for group in groups for line in group.drawn)
    aside = min(_WIDEST_LABEL * width, max(names, default=0.0) + 1.6 * em)
    return _Frame(0.8 * em + numbers, aside, _in_common([group.days for group in groups]))


def _in_common(all_days: Sequence[Days]) -> Days | None:
    """Return the days that lanes share; None where a lane would shrink to a corner of them."""
    if not all_days:
        return None
    common = Days(min(days.start for days in all_days), max(days.end for days in all_days))
    least = min(max(days.count, _LEAST_DAYS) for days in all_days)
    return common if least >= _COMMON * common.count else None


def _draw_lane(
    sheet: Sheet, series: TollSeries, group: TollGroup, room: Room, frame: _Frame, number: int
) -> list[Mark]:
    look, em = sheet.look, sheet.look.size
    sheet.write(room.left, room.top, group.title, ROW, look.ink(group.colour)).set_fontweight("bold")
    beside = width_of(group.title, look, NUMBER) + 0.9 * em
    sheet.write(room.left + beside, room.top, group.about, ROW, look.muted)
    points = room.width - frame.margin - frame.aside
    plot = sheet.plot(room.left + frame.margin, room.top + _NAME * em, points, room.height)
    days = frame.days or group.days
    scale = _scale(days, _top_of(group, room.height, em), points, room.height)
    _dress(plot, series, days, scale, look)
    marks: list[Mark] = []
    labels = _spread([line.points[-1].height for line in group.drawn], scale, em * _LABEL)
    for place, (line, level) in enumerate(zip(group.drawn, labels, strict=True)):
        sign = _SIGNS[place % len(_SIGNS)]
        row = f"{number}:{line.origin}:{line.partisan}"
        marks.append(_name_line(plot, group, line, (row, sign), scale, level, frame.aside))
        marks += _draw_line(plot, group, line, (row, sign), scale)
    return marks


def _top_of(group: TollGroup, height: float, em: float) -> float:
    """Return where the axis of people ends, with room for the arrows and numbers above."""
    top = 4.0
    for point in (point for line in group.drawn for point in line.points):
        above = em * (1.6 + (_OPEN if point.high is None else 0.0))
        top = max(top, max(point.height, point.high or 0) * height / max(0.3 * height, height - above))
    return top


def _scale(days: Days, top: float, points: float, height: float) -> _Scale:
    missing = max(0, _LEAST_DAYS - days.count) / 2 + 0.5
    left, right = days.start.toordinal() - missing, days.end.toordinal() + missing
    return _Scale(left, right, top, (right - left) / points, top / height)


def _dress(plot: Plot, series: TollSeries, days: Days, scale: _Scale, look: Look) -> None:
    """Draw the numbers at the side and the days beneath."""
    plot.limits(scale.left, scale.right, 0, scale.top)
    numbers = round_numbers(scale.top, 4)
    words = [series.phrases.people(number) for number in numbers]
    plot.ticks_up(numbers, words, grid=True, type_=TICK, colour=look.muted)
    most = int((scale.right - scale.left) / scale.day / (look.size * _LETTERS))
    found = ticks(_whole(days, scale), most, series.phrases)
    plot.ticks_across([place for place, _ in found], [words for _, words in found], grid=False)
    plot.line([scale.left, scale.right], [0, 0], Stroke(look.muted, 1.6, z=1.5))


def _whole(days: Days, scale: _Scale) -> Days:
    """Return the whole days an axis shows."""
    more = int(days.start.toordinal() - scale.left)
    first, last = days.start.toordinal() - more, days.end.toordinal() + more
    return Days(days.start.fromordinal(first), days.end.fromordinal(last))


def _draw_line(plot: Plot, group: TollGroup, line: TollLine, known: tuple[str, str], scale: _Scale) -> list[Mark]:
    """Draw what one origin told: a number stands until the next one; return a mark for each."""
    look, (row, sign) = plot.look, known
    colour = look.bar(group.colour)
    xs, ys = _steps(line.points)
    plot.line(xs, ys, Stroke(colour, 1.6, _DASHED if line.partisan else "solid"))
    _bounds(plot, line.points, scale)
    for shade, size, z, shown in (
        (colour, 7, 6, [point for point in line.points if not point.falls]),
        (look.text, 7, 6, [point for point in line.points if point.falls]),
        (look.card, 4, 7, [point for point in line.points if point.best is None]),
    ):
        if shown:
            xs, ys = [point.day.toordinal() for point in shown], [point.height for point in shown]
            plot.line(xs, ys, Stroke(shade, 0, marker=sign, size=size, z=z))
    _numbers(plot, line, scale)
    return [_mark(plot, group, point, row, scale) for point in line.points]


def _mark(plot: Plot, group: TollGroup, point: Point, row: str, scale: _Scale) -> Mark:
    bounds = _around(point, point.day.toordinal(), scale, plot.look.size)
    part = f"{point.day}/{point.article}"
    return Mark(row, part, point.words, plot.fractions(bounds), point.used, (), group.colour)


def _steps(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    xs, ys = [float(points[0].day.toordinal())], [float(points[0].height)]
    for point in points[1:]:
        x = float(point.day.toordinal())
        xs += [x, x]
        ys += [ys[-1], float(point.height)]
    return xs, ys


def _bounds(plot: Plot, points: Sequence[Point], scale: _Scale) -> None:
    """Draw low to high behind each point, and an arrow where nobody gives a high end, in one line for all."""
    look, xs, ys = plot.look, [_GAP_IN_LINE], [_GAP_IN_LINE]
    tips: list[tuple[float, float]] = []
    cap, arrow = 0.35 * look.size * scale.day, _OPEN * look.size * scale.people
    for point in points:
        x = float(point.day.toordinal())
        if point.high is None:
            tips.append((x, point.height + arrow))
            xs += [x, x, _GAP_IN_LINE]
            ys += [point.low, point.height + arrow, _GAP_IN_LINE]
        elif point.low != point.high:
            xs += [x - cap, x + cap, x, x, x - cap, x + cap, _GAP_IN_LINE]
            ys += [*[point.low] * 3, *[point.high] * 3, _GAP_IN_LINE]
    if len(xs) > 1:
        plot.line(xs, ys, Stroke(look.muted, 1.2, z=4))
    if tips:
        stroke = Stroke(look.muted, 0, marker="^", size=look.size * 0.5, z=4)
        plot.line([x for x, _ in tips], [y for _, y in tips], stroke)


def _numbers(plot: Plot, line: TollLine, scale: _Scale) -> None:
    """Write the numbers beside the points, but the last, which is written at the end; none may touch the next."""
    look = plot.look
    for point, after in zip(line.points, line.points[1:], strict=False):
        room = (after.day - point.day).days / scale.day - 0.8 * look.size
        if width_of(point.label, look, PART) <= room:
            place = Place((0.5 * look.size, 0.4 * look.size), "left", "bottom")
            plot.text(point.day.toordinal(), point.height, point.label, PART, look.text, place)


def _name_line(
    plot: Plot, group: TollGroup, line: TollLine, known: tuple[str, str], scale: _Scale, level: float, aside: float
) -> Mark:
    """Write origin and last number right of a line; return the mark of the whole of it."""
    look, (row, sign) = plot.look, known
    em, last = look.size, line.points[-1]
    plot.line([last.day.toordinal(), scale.right], [last.height, level], Stroke(look.grid, 0.8, z=1.2))
    plot.line([scale.right], [level], Stroke(look.bar(group.colour), 0, marker=sign, size=5, z=6)).set_clip_on(False)
    number = f"  {last.label}"
    words = cut(line.name, aside - 1.2 * em - width_of(number, look, NOTE), look, NOTE) + number
    plot.text(scale.right, level, words, NOTE, look.text, Place((0.8 * em, 0), "left", "center"))
    height = _LABEL * em * scale.people
    box = plot.fractions((scale.right, level - height / 2, aside * scale.day, height))
    return Mark(row, "", f"{_ending(line)}, {group.title}, {group.about}", box, line.used, (), group.colour)


def _ending(line: TollLine) -> str:
    return f"{line.name}  {line.points[-1].label}"


def _spread(levels: Sequence[int], scale: _Scale, pitch: float) -> list[float]:
    """Move the names of lines apart that end at nearly the same number, in their order."""
    apart = pitch * scale.people
    order = sorted(range(len(levels)), key=lambda n: (levels[n], n))
    placed = [0.0] * len(levels)
    floor = apart / 2
    for n in order:
        placed[n] = max(floor, float(levels[n]))
        floor = placed[n] + apart
    over = max(0.0, floor - apart / 2 - scale.top)
    return [max(apart / 2, level - over) for level in placed]


def _around(point: Point, x: float, scale: _Scale, em: float) -> tuple[float, float, float, float]:
    """Return the box of a point: its sign, and all of its range."""
    aside, up = _SIGN * em * scale.day, _SIGN * em * scale.people
    low, high = point.low, max(point.height, point.high or 0)
    return x - aside, low - up, 2 * aside, high - low + 2 * up
