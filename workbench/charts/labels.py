"""Where labels stand so that none covers another or a point: moved round their points or left out, large ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

#: Left, bottom, right and top, in points.
Area = tuple[float, float, float, float]
_GAP = 2.5


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
    """A label that is wanted: which one (`key`), its dot, and how wide and high its words are."""

    key: str
    dot: Dot
    width: float
    height: float


def place(wishes: Sequence[Wish], taken: Iterable[Area], within: Area) -> dict[str, Area]:
    """Return where each label stands, by key, the first wished for first; one that fits nowhere is left out.

    `taken` are areas that no label may cover; a label may touch its own dot's box but never its dot.
    """
    full = _Field(within)
    for area in taken:
        full.add(area)
    placed: dict[str, Area] = {}
    for wish in wishes:
        found = next((spot for spot in _around(wish) if full.free(spot, wish.dot)), None)
        if found is not None:
            full.add(found)
            placed[wish.key] = found
    return placed


def _around(wish: Wish) -> Iterator[Area]:
    """Yield where a label may stand: right of its dot, left, above, beneath, then at its corners."""
    dot, wide, high = wish.dot, wish.width, wish.height
    beside, over, corner = dot.radius + _GAP, dot.radius + _GAP * 0.6, dot.radius * 0.75 + _GAP * 0.6
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
