"""Draw who says what: under each figure a row for every origin, over a band that shows what was made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.charts.bars import Scale
from workbench.charts.look import Look
from workbench.charts.marks import Mark
from workbench.charts.origin_rows import OriginGroup, OriginRow
from workbench.charts.origins import OriginSeries
from workbench.charts.phrases import Phrases
from workbench.charts.places import sized
from workbench.charts.plot import DOTTED, Bounds, Place, Plot, Stroke, round_numbers
from workbench.charts.sheet import Room, Sheet, head_height
from workbench.charts.type import NOTE, NUMBER, ROW, TICK, Type, fitted, width_of
from workbench.colours import mix
from workbench.reckoning.totals import Amount

_PAD, _AXIS, _APART = 1.2, 1.8, 1.6  # in the size of running type
_HEADING, _PITCH, _CLOSE, _ROOMY, _BELOW = 2.5, 3.5, 3.1, 4.2, 0.7
_NAMES = 0.27
_BLOCK, _ARROW, _GAP = 4.0, 2.6, 0.9
#: How much longer than its largest number an axis may be, the first that suffices.
_STEPS = (1.04, 1.12, 1.2, 1.3, 1.4, 1.55, 1.7, 1.9, 2.2, 2.6, 3.2)
_HEAD = Type(ROW.scale, "bold")
_DASHED = (0.0, (3.0, 1.6))


@dataclass(frozen=True, slots=True)
class _Card:
    """The figures of one effect of one incident: they share an axis."""

    title: str
    about: str
    groups: tuple[OriginGroup, ...]

    def height(self, pitch: float) -> float:
        """Its height in the size of running type."""
        rows = sum(len(group.rows) for group in self.groups)
        return 2 * _PAD + _AXIS + len(self.groups) * (_HEADING + _BELOW) + rows * pitch


def origins_heights(series: OriginSeries, look: Look, _width: float) -> tuple[float, float]:
    """Return the least and the usual height of a chart of who says what, in points."""
    return _height(series, look, _CLOSE), _height(series, look, _PITCH)


def _height(series: OriginSeries, look: Look, pitch: float) -> float:
    em = look.size
    cards = sum(head_height(look) + em * (card.height(pitch) + _APART) for card in _cards(series))
    return cards or head_height(look) + em * _APART


def paint_origins(sheet: Sheet, series: OriginSeries, room: Room) -> list[Mark]:
    """Draw a card for each effect of each incident, its rows as far apart as the room allows."""
    look, top = sheet.look, room.top
    if not series.groups:
        sheet.head(room.left, top, room.width, series.title, series.phrases("origins_empty"))
        return []
    marks: list[Mark] = []
    rows = sum(len(group.rows) for group in series.groups)
    spare = room.height - _height(series, look, _CLOSE)
    pitch = max(_CLOSE, min(_ROOMY, _CLOSE + spare / look.size / rows))
    for card in _cards(series):
        marks += _draw_card(sheet, card, Room(room.left, top, room.width, 0), pitch, series.phrases)
        top += head_height(look) + look.size * (card.height(pitch) + _APART)
    return marks


def _cards(series: OriginSeries) -> Iterator[_Card]:
    """Put neighbouring figures of one effect and incident together."""
    several = len({group.incident for group in series.groups}) > 1
    for (_, effect), there in groupby(series.groups, key=lambda group: (group.incident, group.effect)):
        groups = tuple(there)
        said = series.phrases("who_says_of", effect=series.phrases.title(effect))
        title, about = (groups[0].about, said) if several else (said, groups[0].about)
        yield _Card(title, " · ".join(filter(None, (about, groups[0].when))), groups)


def _draw_card(sheet: Sheet, card: _Card, room: Room, pitch: float, phrases: Phrases) -> list[Mark]:
    look, em = sheet.look, sheet.look.size
    top = room.top + sheet.head(room.left, room.top, room.width, card.title, card.about)
    sheet.card(room.left, top, room.width, em * card.height(pitch))
    margin = _PAD * em + _margin(card, look, room.width)
    width, height = room.width - margin - _PAD * em, card.height(pitch) - 2 * _PAD - _AXIS
    plot = sheet.plot(room.left + margin, top + _PAD * em, width, height * em)
    drawer = _Drawer(plot, _scale(card, look, width), look, margin - _PAD * em, pitch)
    drawer.dress(height, phrases)
    marks: list[Mark] = []
    down = 0.0
    for group in card.groups:
        marks += drawer.group(group, down)
        down += _HEADING + _BELOW + pitch * len(group.rows)
    return marks


def _margin(card: _Card, look: Look, width: float) -> float:
    """Return the room that the names need, left of the axis."""
    rows = [width_of(words, look, type_) for g in card.groups for r in g.rows for words, type_ in _named(r)]
    heads = [width_of(group.whose, look, _HEAD) for group in card.groups]
    return min(max(*rows, *heads), _NAMES * width) + look.size * 1.2


def _named(row: OriginRow) -> tuple[tuple[str, Type], tuple[str, Type]]:
    return (row.name, ROW), (row.about, TICK)


def _scale(card: _Card, look: Look, room: float) -> Scale:
    """Choose the shortest axis on which every row has room for what is written beside it."""
    reaches = [_reach(row.amount) for group in card.groups for row in group.rows]
    most = max(5, *reaches, *(_reach(group.amount) for group in card.groups if group.amount))
    scales = [Scale(most * step, room) for step in _STEPS]
    rows = [row for group in card.groups for row in group.rows]
    return next((scale for scale in scales if all(_fits(row, scale, look) for row in rows)), scales[-1])


def _fits(row: OriginRow, scale: Scale, look: Look) -> bool:
    """Tell whether a row ends on the axis, and what is written beside it has room right of it or left."""
    if scale.of(_reach(row.amount)) + _tail(row.amount, look) > scale.points:
        return False
    return _right(row, scale, look) or _left_room(row, scale) >= _words_width(row, look, scale.points)


def _right(row: OriginRow, scale: Scale, look: Look) -> bool:
    """Tell whether what is written has room right of a row."""
    free = scale.points - scale.of(_reach(row.amount))
    return free >= _tail(row.amount, look) + _words_width(row, look, scale.points)


def _left_room(row: OriginRow, scale: Scale) -> float:
    """Return the points left of a row's low end; nothing where it starts with people without a number."""
    return 0.0 if _unknown(row.amount) else scale.of(min(row.amount.low, _reach(row.amount)))


def _words_width(row: OriginRow, look: Look, room: float) -> float:
    label, note = _said(row, look, room)
    gaps = 2.2 * _GAP * look.size
    return width_of(label, look, NUMBER) + (width_of(note, look, NOTE) + _GAP * look.size if note else 0) + gaps


def _reach(amount: Amount) -> int:
    """Return the largest number of an amount that is drawn to scale."""
    return max(sized(amount), amount.low if not _unknown(amount) else 0, amount.best or 0, amount.high or 0)


def _unknown(amount: Amount) -> bool:
    """Tell whether there are people of whom nobody gives a number at all."""
    return amount.unquantified and amount.known is None


def _tail(amount: Amount, look: Look) -> float:
    return look.size * (amount.unquantified * _BLOCK + amount.open * _ARROW)


def _said(row: OriginRow, look: Look, room: float) -> tuple[str, str]:
    """Return the number and what is said of it, as they fit beside a row."""
    note = ", ".join(filter(None, (row.note, row.brief)))
    free = 0.72 * room - width_of(row.label, look, NUMBER)
    return row.label, fitted(note, min(free, 0.5 * room), look, NOTE, lines=2) if free > 8 * look.size else ""


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Draws figures on one axis; places down are in the size of running type from the plot's upper edge."""

    plot: Plot
    scale: Scale
    look: Look
    margin: float
    pitch: float

    def dress(self, height: float, phrases: Phrases) -> None:
        """Leave of the axes what helps to read."""
        self.plot.limits(0, self.scale.end, height, 0)
        ticks = round_numbers(self.scale.end)
        self.plot.ticks_across(ticks, [phrases.people(tick) for tick in ticks])
        self.plot.line([0, 0], [0, height], Stroke(self.look.muted, 0.9, z=1.5))

    def group(self, group: OriginGroup, down: float) -> list[Mark]:
        """Draw one figure and its accounts; return its mark and theirs."""
        height = self.pitch * len(group.rows)
        self._band(group, down + _HEADING, height)
        self._heading(group, down + _HEADING / 2)
        bounds = (0.0, down + 0.3, self.scale.end, _HEADING - 0.3)
        marks = [self._mark(group, None, bounds)]
        for number, row in enumerate(group.rows):
            middle = down + _HEADING + self.pitch * (number + 0.5)
            self._row(group, row, middle)
            marks.append(self._mark(group, row, (0.0, middle - self.pitch / 2, self.scale.end, self.pitch)))
        return marks

    def _heading(self, group: OriginGroup, y: float) -> None:
        self._left(group.whose, y, _HEAD, self.look.ink(group.colour))
        self.plot.text(0, y, group.label, NUMBER, self.look.text, Place((0.5 * self.look.size, 0)))
        after = width_of(group.label, self.look, NUMBER) + 1.6 * self.look.size
        note = fitted(group.rests, self.scale.points - after, self.look, NOTE, lines=2)
        self.plot.text(0, y, note, NOTE, self.look.muted, Place((after, 0)))

    def _band(self, group: OriginGroup, top: float, height: float) -> None:
        """Draw the figure behind its accounts: low to high, best as a line, an open end dashed."""
        amount, look = group.amount, self.look
        if amount is None or _unknown(amount):
            return
        high = amount.high if amount.high is not None and not amount.unquantified else self.scale.end
        face = look.faint(group.colour)
        box = (amount.low, top, max(high - amount.low, self.scale.people(2.0)), height)
        self.plot.box(box, face=mix(face, look.card, 0.3), edge=mix(face, look.card, 0.3), z=1)
        if amount.best is not None and not amount.unquantified:
            line = Stroke(look.bar(group.colour), 1.2, z=1.6)
            self.plot.line([amount.best, amount.best], [top, top + height], line)

    def _row(self, group: OriginGroup, row: OriginRow, y: float) -> None:
        self._left(row.name, y - 0.55, ROW, self.look.text)
        self._left(row.about, y + 0.75, TICK, self.look.muted)
        self._account(group, row, y)
        self._write(row, y)

    def _write(self, row: OriginRow, y: float) -> None:
        """Write the number and what is said of it: right of the row, or left where only there is room."""
        label, note = _said(row, self.look, self.scale.points)
        gap, em, right = _GAP * self.look.size, self.look.size, _right(row, self.scale, self.look)
        if right or _left_room(row, self.scale) < _words_width(row, self.look, self.scale.points):
            at, shift, across, way = float(_reach(row.amount)), _tail(row.amount, self.look) + 1.2 * gap, "left", 1
        else:
            at, shift, across, way = float(row.amount.low), 1.2 * gap, "right", -1
        self.plot.text(at, y, label, NUMBER, self.look.text, Place((way * shift, 0), across))
        if note:
            shift += width_of(label, self.look, NUMBER) + 0.9 * em
            self.plot.text(at, y, note, NOTE, self.look.muted, Place((way * shift, 0), across))

    def _account(self, group: OriginGroup, row: OriginRow, y: float) -> None:
        """Draw one account: caps at its ends, a dot at its best, filled where it counts."""
        amount, colour = row.amount, self.look.bar(group.colour)
        if not _unknown(amount):
            counts = row.counts
            stroke = Stroke(colour, 2.4 if counts else 1.4, "solid" if counts else _DASHED, halo=True, z=4)
            self._range(amount, y, stroke)
        self._dot(amount, y, colour, hollow=not row.counts)
        end = float(_reach(amount))
        if amount.unquantified:
            width = self.scale.people(_BLOCK * self.look.size * 0.9)
            self.plot.box((end, y - 0.5, width, 1.0), face="", edge=colour, hatch="////", z=2)
            end += self.scale.people(_BLOCK * self.look.size)
        if amount.open:
            tip = end + self.scale.people((_ARROW - 0.6) * self.look.size)
            self.plot.line([end, tip], [y, y], Stroke(colour, 1.5, DOTTED))
            self.plot.line([tip], [y], Stroke(colour, 0, marker=">", size=self.look.size * 0.75))

    def _dot(self, amount: Amount, y: float, colour: str, *, hollow: bool) -> None:
        """Draw a dot at best; one number that nobody can defend is a diamond."""
        value, claimed = (
            (amount.known if amount.unquantified else amount.best),
            amount.claimed and amount.low == amount.high,
        )
        marker = "o" if value is not None else "D" if claimed else ""
        if marker:
            size = self.look.size * (0.85 if value is not None else 0.65)
            at = amount.low if value is None else value
            self.plot.line([at], [y], Stroke(colour, 0, marker=marker, size=size, z=5, hollow=hollow))

    def _range(self, amount: Amount, y: float, stroke: Stroke) -> None:
        high = _reach(amount) if amount.high is None or amount.unquantified else amount.high
        low = min(amount.low, high)
        if low == high:
            return
        self.plot.line([low, high], [y, y], stroke)
        for end in {low} if amount.high is None else {low, high}:
            self.plot.line([end, end], [y - 0.45, y + 0.45], replace(stroke, dash="solid"))

    def _left(self, words: str, y: float, type_: Type, colour: str) -> None:
        """Write words left of the axis."""
        place = Place((-0.8 * self.look.size, 0), across="right")
        room = self.margin - 0.8 * self.look.size
        self.plot.text(0, y, _cut(words, room, self.look, type_), type_, colour, place)

    def _mark(self, group: OriginGroup, row: OriginRow | None, bounds: Bounds) -> Mark:
        return Mark(
            f"{group.incident}:{group.name}",
            row.origin if row else "",
            row.words if row else group.words,
            _with_names(self.plot.fractions(bounds), self.margin / self.scale.points),
            row.used if row else group.used,
            row.not_used if row else group.not_used,
            group.colour,
        )


def _with_names(box: tuple[float, float, float, float], share: float) -> tuple[float, float, float, float]:
    """Widen a mark's box to the left, over the names."""
    left, bottom, width, height = box
    return max(0.0, left - width * share), bottom, width * (1 + share), height


def _cut(words: str, room: float, look: Look, type_: Type) -> str:
    """Return words in one line of `room` points, with an ellipsis where they do not fit."""
    if width_of(words, look, type_) <= room:
        return words
    kept = words
    while kept and width_of(f"{kept}…", look, type_) > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,·')}…"
