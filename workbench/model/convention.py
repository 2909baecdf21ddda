"""The analyst's own convention for numbers, a row for each term it reads otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

#: The name of the analyst's own convention, beside the names of the shipped ones.
OWN = "own"
#: What a cell may hold beside the next two: a number, or N (the number stated), A and B (its range) with steps.
FORMULA = re.compile(r"\d+|[NAB](?:[+-](?:\d+|tenth|scale))*")
OPEN = "-"
AS_DEFAULT = "="


@dataclass(frozen=True, slots=True)
class OwnReading:
    """How the analyst's convention reads one term; `id` is the key of the term in the table of vague numbers.

    `low`, `high` and `best` are written as in that table: a number, a formula of N, A and B (``N-tenth``), ``-`` for
    open or none, ``=`` for as the default convention.
    """

    id: str
    low: str
    high: str
    best: str

    @staticmethod
    def readable(cell: str) -> bool:
        """Tell whether a cell can be read."""
        return cell in (OPEN, AS_DEFAULT) or FORMULA.fullmatch(cell) is not None

    @property
    def falls(self) -> bool:
        """Whether low, best and high, as far as they are plain numbers, do not rise."""
        numbers = [int(cell) for cell in (self.low, self.best, self.high) if cell.isdecimal()]
        return any(earlier > later for earlier, later in pairwise(numbers))
