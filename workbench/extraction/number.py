"""A number as it was read, and what it is: what counts people, and what is an age, a date, a distance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.claim import Modifier


class Kind(StrEnum):
    """What a number is; only a COUNT may count people."""

    COUNT = "count"
    AGE = "age"
    YEAR = "year"
    DATE = "date"
    CLOCK = "clock"
    ORDINAL = "ordinal"
    DOCUMENT = "document"
    DISTANCE = "distance"
    MONEY = "money"
    SHARE = "share"
    TIME = "time"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its modifier, over tokens [start, end); `high` is a range's upper end.

    `term` names a row of the vague-number table; `article` says that it is only ein/eine/a; `each` that it counts
    for every one of several events; `core` is where the number itself starts, after its modifier.
    """

    start: int
    end: int
    core: int
    kind: Kind = Kind.COUNT
    modifier: Modifier = Modifier.EXACT
    value: int | None = None
    high: int | None = None
    term: str = ""
    article: bool = False
    both: bool = False
    each: bool = False
