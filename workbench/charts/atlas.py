"""The gazetteer as a chart needs it: the admin area a place lies in, and the towns of a stretch of land."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.errors import BadResource
from workbench.resources import refuse_changed, text_of

#: What stands for an area of its own, however large.
_AREAS = frozenset({"adm1", "region", "sea", "country"})
_TOWNS = frozenset({"city", "town"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer: ISO code of its country, degrees north and east (None where not known), inhabitants.

    `within` is the id of what it lies in.
    """

    id: str
    name: str
    country: str
    level: str
    latitude: float | None
    longitude: float | None
    population: int = 0
    within: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of land in degrees; `east` is greater than 180 where it reaches over the antimeridian."""

    south: float
    north: float
    west: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies in it."""
        return self.south <= latitude <= self.north and self.west <= self.unrolled(longitude) <= self.east

    def unrolled(self, longitude: float) -> float:
        """Return a longitude as it is counted eastward from the western edge."""
        return self.west + (longitude - self.west) % 360


class Atlas:
    """Places by id."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._spots: Mapping[str, Spot] = {spot.id: spot for spot in spots}

    def spot(self, place: str) -> Spot | None:
        """Return the place with this id, None where the gazetteer does not know it."""
        return self._spots.get(place)

    def area(self, place: str) -> Spot | None:
        """Return the province a place lies in, or the place itself where it is an area; None where neither is known."""
        here, passed = self._spots.get(place), set[str]()
        while here is not None and here.level not in _AREAS and here.id not in passed:
            passed.add(here.id)
            here = self._spots.get(here.within)
        return here if here is not None and here.level in _AREAS else None

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO code, or the code."""
        known = self._spots.get(code)
        return known.name if known else code

    def towns(self, view: View) -> list[Spot]:
        """Return the towns in view, the largest first."""
        seen = (
            spot
            for spot in self._spots.values()
            if spot.level in _TOWNS and spot.latitude is not None and spot.longitude is not None
            if view.holds(spot.latitude, spot.longitude)
        )
        return sorted(seen, key=lambda spot: (-spot.population, spot.id))


@cache
def load(folder: Path) -> Atlas:
    """Read the gazetteer of a resources folder, once; BadResource where it is missing or damaged."""
    path = folder / "gazetteer" / "places.tsv"
    refuse_changed(path)
    lines = text_of(path).splitlines()
    return Atlas(map(_spot, lines[1:]))


def _spot(line: str) -> Spot:
    try:
        id_, name, country, level, latitude, longitude, population, within, _ = line.split("\t")
        return Spot(id_, name, country, level, _degrees(latitude), _degrees(longitude), int(population or 0), within)
    except ValueError as error:
        raise BadResource(f"places.tsv: the row {line[:40]!r} is damaged. Install the program again.") from error


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
