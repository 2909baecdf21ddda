"""Vectors of words, remembered: a floret table makes each anew out of the word's parts, which takes its time."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

#: So many words are remembered, more than a language's frequent ones; then all are forgotten.
MOST = 20_000

Floats = npt.NDArray[np.float32]


class Table(Protocol):
    """What a pipeline asks its vectors for."""

    @property
    def shape(self) -> tuple[int, ...]:
        """How many rows there are, and how long each is."""

    def get_batch(self, keys: Any) -> Floats:
        """Return the vectors of words by their keys."""


class RememberedVectors:
    """Stands in a vocabulary for its table of vectors; what is asked for is the same."""

    #: The vocabulary's own, which it puts here.
    strings: object = ()

    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows: dict[int, int] = {}
        # The system hands out memory as rows are filled.
        self._known: Floats = np.empty((MOST, table.shape[1]), dtype="float32")

    @property
    def shape(self) -> tuple[int, ...]:
        """How many rows the table has, and how long each is."""
        return self._table.shape

    def __len__(self) -> int:
        """Return how many rows the table has."""
        return self.shape[0]

    def get_batch(self, keys: npt.NDArray[np.uint64]) -> Floats:
        """Return the vectors of words by their keys."""
        wanted: list[int] = keys.tolist()
        different = dict.fromkeys(wanted)
        if len(different) > MOST:
            return self._table.get_batch(keys)
        new = [key for key in different if key not in self._rows]
        if len(self._rows) + len(new) > MOST:
            self._rows = {}
            new = list(different)
        if new:
            start = len(self._rows)
            self._rows.update(zip(new, range(start, start + len(new)), strict=True))
            self._known[start : start + len(new)] = self._table.get_batch(new)
        return self._known[[self._rows[key] for key in wanted]]
