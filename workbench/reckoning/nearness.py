"""Whether two places can be one: by their names, by what contains them, else by how far apart they lie."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import cos, hypot, radians

from workbench.model.circumstance import Where

#: Where precision says more than a place can: the line or region, the country, open.
_WIDE = 5
#: Kilometres from the point given for it within which a place may lie, by precision: exact, near, district, province.
_RADIUS = {1: 15, 2: 25, 3: 100, 4: 400}
#: Two exact places so many kilometres apart may be one event's.
_NEAR = 25.0
_KILOMETRES = 111.2  # a degree of latitude


def places(one: Where | None, other: Where | None, inside: Mapping[str, Collection[str]]) -> list[str] | None:
    """Say that two places are one, near, or in each other; nothing where one is open, None where they lie apart.

    `inside` names, for a place, the places that contain it.
    """
    if one is None or other is None or not one.place or not other.place:
        return []
    if one.place == other.place:
        return [f"both are in {one.name}"]
    for inner, outer in ((one, other), (other, one)):
        if outer.place in inside.get(inner.place, ()):
            return [f"{inner.name} lies in {outer.name}"]
    if max(one.precision, other.precision) >= _WIDE:
        return []
    return None if inside else _by_distance(one, other)


def _by_distance(one: Where, other: Where) -> list[str] | None:
    """Hold two places that nobody put into each other against their distance, where it is known."""
    apart = distance(one, other)
    if apart is None:
        return []
    if max(one.precision, other.precision) <= 2:
        return [f"{one.name} lies {max(1, round(apart))} km from {other.name}"] if apart <= _NEAR else None
    return [] if apart <= _RADIUS[one.precision] + _RADIUS[other.precision] else None


def distance(one: Where, other: Where) -> float | None:
    """Return the distance of two places in kilometres, within a hundredth below 500 km; None without coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    across = abs(one.longitude - other.longitude)
    narrowing = cos(radians((one.latitude + other.latitude) / 2))
    return _KILOMETRES * hypot(one.latitude - other.latitude, min(across, 360 - across) * narrowing)
