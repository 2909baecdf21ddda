"""When and where something happened, and how exactly that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A range of days with UCDP's date precision: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer."""

    start: date
    end: date
    precision: int
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A place with UCDP's precision: 1 exact, 2 near, 3 district, 4 province, 5 line or region, 6 country, 7 open."""

    place: str
    name: str
    precision: int
    latitude: float | None = None
    longitude: float | None = None
    inherited: bool = False
