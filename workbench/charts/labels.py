"""Where labels stand so that none covers another or a point: moved round their points or left out, large ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

#: Left, bottom, right and top, in points.
Area = tuple[float, float, float, float]
_GAP = 2.5
#: How much further out a label is tried, in its height.
_AWAY = (0.0, 1.2, 2.6, 4.4)
_STEP = 4.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a map in points from the lower left, with the radius of what is drawn there."""

    x: float
    y: float
    radius: float

    @property
    def area(self) -> Area:
        """The box around it."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that is wanted: which one (`key`), its dot, how high its words are, and how wide by wording."""

    key: str
    dot: Dot
    widths: tuple[float, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands, which of its wordings it is, and the line that leads to it where it stands away."""

    area: Area
    wording: int
    line: tuple[tuple[float, float], tuple[float, float]] | None = None

    @property
    def areas(self) -> list[Area]:
        """What it takes: its words, and the way of its line."""
        return [self.area, *_along(self.line)]


def place(wishes: Sequence[Wish], taken: Iterable[Area], within: Area) -> dict[str, Label]:
    """Return the labels that find room, by key, the first wished for first; one that fits nowhere is left out.

    `taken` are areas that no label may cover; a label may touch its own dot's box but never its dot, and no line
    crosses a label.
    """
    full, names = _Field(within), _Field(within)
    for area in taken:
        full.add(area)
    placed: dict[str, Label] = {}
    for wish in wishes:
        found = next((label for label in _around(wish) if _fits(wish, label, full, names)), None)
        if found is not None:
            placed[wish.key] = found
            for area in found.areas:
                full.add(area)
                names.add(area)
    return placed


def _fits(wish: Wish, label: Label, full: _Field, names: _Field) -> bool:
    """Tell whether a label covers nothing there, and the line that leads to it crosses no other label."""
    return full.free(label.area, wish.dot) and all(names.free(step, wish.dot) for step in _along(label.line))


def _along(line: tuple[tuple[float, float], tuple[float, float]] | None) -> list[Area]:
    """Return small areas along a line."""
    if line is None:
        return []
    (x0, y0), (x1, y1) = line
    steps = max(1, int(hypot(x1 - x0, y1 - y0) / _STEP))
    places = ((x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(1, steps))
    return [(x - 0.5, y - 0.5, x + 0.5, y + 0.5) for x, y in places]


def _around(wish: Wish) -> Iterator[Label]:
    """Yield where a label may stand: beside its dot, over and under it, at its corners, and then further away."""
    for wording, width in enumerate(wish.widths):
        for away in _AWAY:
            for area in _at(wish, width, away * wish.height):
                yield Label(area, wording, leader(wish.dot, area))


def _at(wish: Wish, wide: float, away: float) -> Iterator[Area]:
    """Yield the places round a dot so many points further out: right, left, above, beneath, then the corners."""
    dot, high = wish.dot, wish.height
    beside, over = dot.radius + _GAP + away, dot.radius + _GAP * 0.6 + away
    corner = dot.radius * 0.75 + _GAP * 0.6 + away * 0.8
    for left, bottom in (
        (dot.x + beside, dot.y - high / 2),
        (dot.x - beside - wide, dot.y - high / 2),
        (dot.x - wide / 2, dot.y + over),
        (dot.x - wide / 2, dot.y - over - high),
        (dot.x + corner, dot.y + corner),
        (dot.x + corner, dot.y - corner - high),
        (dot.x - corner - wide, dot.y + corner),
        (dot.x - corner - wide, dot.y - corner - high),
    ):
        yield left, bottom, left + wide, bottom + high


def leader(dot: Dot, area: Area) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the line that leads from a dot to a label that stands away from it; None where they touch nearly."""
    end = min(max(dot.x, area[0]), area[2]), min(max(dot.y, area[1]), area[3])
    across, up = end[0] - dot.x, end[1] - dot.y
    length = hypot(across, up)
    if length <= dot.radius + 2 * _GAP:
        return None
    share = dot.radius / length
    return (dot.x + across * share, dot.y + up * share), end


_CELL = 48.0


class _Field:
    """What is taken of a map, found by the cells it lies in, so that a thousand labels cost a thousand looks."""

    def __init__(self, within: Area) -> None:
        self._within = within
        self._cells: dict[tuple[int, int], list[Area]] = {}

    def add(self, area: Area) -> None:
        """Take an area."""
        for cell in _cells(area):
            self._cells.setdefault(cell, []).append(area)

    def free(self, area: Area, own: Dot) -> bool:
        """Tell whether an area lies on the map and covers nothing but the box of its own dot."""
        inside = area[0] >= self._within[0] and area[1] >= self._within[1]
        inside = inside and area[2] <= self._within[2] and area[3] <= self._within[3]
        near = (other for cell in _cells(area) for other in self._cells.get(cell, ()))
        return inside and not any(other != own.area and _meet(area, other) for other in near)


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for column in range(int(area[0] // _CELL), int(area[2] // _CELL) + 1):
        for row in range(int(area[1] // _CELL), int(area[3] // _CELL) + 1):
            yield column, row


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
