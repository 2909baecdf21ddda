"""Draw one point of a map with all that is known of its number, and all that is not."""

from __future__ import annotations

from collections.abc import Iterable
from math import pi, sqrt

from workbench.charts.look import Look
from workbench.charts.plot import DOTTED, Coat, Plot
from workbench.charts.points import Point

#: Radii in the size of running type: of the largest number, of the smallest, and of people without any.
_LARGEST, _SMALLEST, _NAMELESS, _OPEN = 2.3, 0.32, 0.7, 0.35


def most_of(points: Iterable[Point]) -> int:
    """Return the largest number that a map has to show."""
    return max((max(point.size, point.amount.high or 0) for point in points if not _nameless(point)), default=0)


def radius_of(number: float, most: float, look: Look) -> float:
    """Return the radius in points of a disc whose area shows a number of people; the largest shows `most`."""
    return look.size * max(_SMALLEST, _LARGEST * sqrt(number / most)) if most else look.size * _SMALLEST


def outer_radius(point: Point, most: int, look: Look) -> float:
    """Return the radius in points of all that is drawn at a point."""
    amount = point.amount
    opened = _OPEN * look.size if amount.open or amount.unquantified else 0.0
    return max(_radius(point, most, look), _high(point, most, look)) * (1 if point.exact else sqrt(pi / 2)) + opened


def draw_disc(plot: Plot, point: Point, at: tuple[float, float], most: int, look: Look) -> None:
    """Draw a point at a place of the plot: filled to its number, ringed to its high end, dashed where that is open."""
    colour, amount, radius = look.bar(point.colour), point.amount, _radius(point, most, look)
    if _nameless(point):
        _shape(plot, point, at, radius, Coat("", colour, 1.0, hatch="////"))
    elif amount.best is None and not amount.unquantified:
        _shape(plot, point, at, radius, Coat(look.faint(point.colour), colour, 0.9))
    else:
        _sides(plot, point, at, most, look)
    high = _high(point, most, look)
    if high > radius:
        _shape(plot, point, at, high, Coat("", colour, 1.3))
    if amount.open or amount.unquantified:
        _shape(plot, point, at, max(radius, high) + _OPEN * look.size, Coat("", colour, 1.3, DOTTED))


def _nameless(point: Point) -> bool:
    """Tell whether nobody gives any number."""
    return point.amount.unquantified and point.amount.known is None


def _radius(point: Point, most: int, look: Look) -> float:
    return look.size * _NAMELESS if _nameless(point) else radius_of(point.size, most, look)


def _high(point: Point, most: int, look: Look) -> float:
    high = point.amount.high
    return radius_of(high, most, look) if high is not None and high > point.size else 0.0


def _sides(plot: Plot, point: Point, at: tuple[float, float], most: int, look: Look) -> None:
    """Draw the sides inside one another, the last of them in the middle; each shows its share of the area."""
    counted = [part for part in point.parts if part.value]
    whole, radius = sum(part.value for part in counted), _radius(point, most, look)
    left = whole
    for part in counted:
        coat = Coat(look.bar(part.colour), look.card, 0.9)
        _shape(plot, point, at, radius * sqrt(left / whole), coat)
        left -= part.value
    if not whole:  # an explicit none, or people whose sides cannot be told apart
        _shape(plot, point, at, radius, Coat("", look.bar(point.colour), 1.2))


def _shape(plot: Plot, point: Point, at: tuple[float, float], radius: float, coat: Coat) -> None:
    """Draw a disc for a place, a square of the same area for a district or a province."""
    if point.exact:
        plot.disc(*at, radius, coat)
        return
    half = radius * sqrt(pi) / 2
    box = plot.box((at[0] - half, at[1] - half, 2 * half, 2 * half), face=coat.face, edge=coat.edge, hatch=coat.hatch)
    box.set(linewidth=coat.width, linestyle=coat.dash, zorder=coat.z)
