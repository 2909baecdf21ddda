"""A proposal that an analyst declined."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declined:
    """Two incidents, by id, the smaller first, that an analyst holds to be two; they are not proposed as one again."""

    id: int
    one: int
    other: int
