"""Degrees on a sheet: what a map shows, how it is projected, its graticule and its scale bar. Only numbers here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, log10, radians

from workbench.charts.atlas import View
from workbench.charts.phrases import Phrases

#: Kilometres of one degree of a great circle on a sphere of 6,371.0 km (IUGG's mean radius).
KILOMETRES = 111.195
#: A map shows at least so many degrees from south to north: of one village, what lies around it.
_LEAST = 0.9
_MARGIN = 0.16
#: Beyond this latitude the width of a degree is no longer followed: a map of a pole would be one line wide.
_STEEPEST = 80.0
_STEPS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 45.0)
_BAR_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular: true to scale along every meridian, and along the standard parallel.

    `view` is what is shown; `parallel` is in degrees north. Places are given in degrees of latitude, so that one unit
    is the same distance both ways.
    """

    view: View
    parallel: float

    @property
    def squeeze(self) -> float:
        """How wide a degree of longitude is, in degrees of latitude."""
        return _squeeze(self.parallel)

    @property
    def width(self) -> float:
        """How wide the view is, in degrees of latitude."""
        return (self.view.east - self.view.west) * self.squeeze

    @property
    def height(self) -> float:
        """How high the view is, in degrees of latitude."""
        return self.view.north - self.view.south

    def x(self, longitude: float) -> float:
        """Return how far a longitude lies east of the view's western edge."""
        return (self.view.unrolled(longitude) - self.view.west) * self.squeeze

    def y(self, latitude: float) -> float:
        """Return how far a latitude lies north of the view's southern edge."""
        return latitude - self.view.south


def fit(points: Iterable[tuple[float, float]], shape: float) -> Projection:
    """Return the projection that shows all points (degrees north, east), `shape` times as wide as high.

    Only where it reaches round the globe, or from pole to pole, it has another shape. The view reaches over the
    antimeridian where that makes it smaller. Of one point, or none, it shows the country around.
    """
    there = list(points) or [(0.0, 0.0)]
    south, north = min(lat for lat, _ in there), max(lat for lat, _ in there)
    west, east = arc([lon for _, lon in there])
    parallel = round((south + north) / 2, 1)
    squeeze = _squeeze(parallel)
    up, across = (north - south) * (1 + 2 * _MARGIN), (east - west) * (1 + 2 * _MARGIN)
    height = min(180.0, max(_LEAST, up, across * squeeze / shape))
    width = min(360.0, max(across, height * shape / squeeze))
    bottom = min(max((south + north - height) / 2, -90.0), 90.0 - height)
    middle = (west + east) / 2
    return Projection(View(bottom, bottom + height, middle - width / 2, middle + width / 2), parallel)


def arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the shortest stretch, from west to east, that holds all longitudes; its end may lie beyond 180."""
    round_ = sorted({lon % 360 for lon in longitudes})
    gaps = [(after - before, after) for before, after in zip(round_, [*round_[1:], round_[0] + 360], strict=True)]
    gap, start = max(gaps)
    west = start % 360
    west = west - 360 if west >= 180 else west
    return west, west + 360 - gap


def _squeeze(parallel: float) -> float:
    return cos(radians(min(abs(parallel), _STEEPEST)))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the graticule: where it stands in the projection, and what it is called."""

    at: float
    words: str


def graticule(projection: Projection, phrases: Phrases, most: int = 6) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the meridians and the parallels in view, at round degrees and at most so many of each."""
    view = projection.view
    meridians = _round(view.west, view.east, most)
    parallels = [degree for degree in _round(view.south, view.north, most) if abs(degree) <= 90]
    return (
        tuple(
            Line((degree - view.west) * projection.squeeze, longitude_words(degree, phrases)) for degree in meridians
        ),
        tuple(Line(projection.y(degree), latitude_words(degree, phrases)) for degree in parallels),
    )


def _round(low: float, high: float, most: int) -> list[float]:
    """Return the multiples of a round step between two degrees."""
    step = next((step for step in _STEPS if (high - low) / step <= most), _STEPS[-1])
    return [round(number * step, 4) for number in range(ceil(low / step), floor(high / step) + 1)]


def projection_words(projection: Projection, phrases: Phrases) -> str:
    """Return what a map's projection is, for the lines beneath it."""
    return phrases("projection", parallel=latitude_words(projection.parallel, phrases))


def latitude_words(degrees: float, phrases: Phrases) -> str:
    """Return a latitude: ``36.2° N``, ``0°``."""
    north, south, _, _ = phrases("poles").split()
    return _degrees(degrees, north, south, phrases)


def longitude_words(degrees: float, phrases: Phrases) -> str:
    """Return a longitude: ``37° E``, ``175° W``, ``180°``."""
    _, _, east, west = phrases("poles").split()
    turned = (degrees + 180) % 360 - 180
    return "180°" if turned == -180 else _degrees(turned, east, west, phrases)


def _degrees(degrees: float, plus: str, minus: str, phrases: Phrases) -> str:
    size = f"{abs(degrees):.2f}".rstrip("0").rstrip(".").replace(".", phrases("decimal"))
    if size == "0":
        return "0°"
    return phrases("degrees", degrees=size, pole=plus if degrees > 0 else minus)


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A round distance, and how long it is in the projection along its standard parallel."""

    kilometres: float
    length: float

    def words(self, phrases: Phrases) -> str:
        """Return the distance: ``50 km``, ``500 m``."""
        if self.kilometres < 1:
            return f"{self.kilometres * 1000:.0f} m"
        return f"{phrases.people(round(self.kilometres))} km"


def scale_bar(projection: Projection) -> ScaleBar:
    """Return the longest bar of 1, 2 or 5 times a power of ten that takes less than a third of the map's width."""
    most = projection.width * KILOMETRES * _BAR_SHARE
    power = 10.0 ** floor(log10(most))
    kilometres = max(step * power for step in (1, 2, 5) if step * power <= most)
    return ScaleBar(kilometres, kilometres / KILOMETRES)
