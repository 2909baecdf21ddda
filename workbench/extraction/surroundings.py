"""What a place lies in, by the gazetteer: for numbers that are told of a province or a country as a whole."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadResource
from workbench.extraction.sorted_rows import SortedRows

#: The column of places.tsv, behind the id, that names what a place lies in.
_WITHIN = 6


class Surroundings:
    """What places lie in, looked up row by row; the gazetteer is opened when it is first asked."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the gazetteer."""
        self._folder = folder
        self._rows: SortedRows | None = None
        self._known: dict[str, tuple[str, ...]] = {}

    def around(self, place: str) -> tuple[str, ...]:
        """Return the ids of what a place lies in, the smallest first; none where it is not known.

        Where the gazetteer is damaged no place is known to lie in another: that is said when an article is read.
        """
        if place not in self._known:
            try:
                self._known[place] = self._looked_up(place)
            except BadResource:
                self._known[place] = ()
        return self._known[place]

    def _looked_up(self, place: str) -> tuple[str, ...]:
        if self._rows is None:
            self._rows = SortedRows(self._folder / "places.tsv")
        found: list[str] = []
        here = self._within(self._rows, place)
        while here and here not in found:
            found.append(here)
            here = self._within(self._rows, here)
        return tuple(found)

    def _within(self, rows: SortedRows, place: str) -> str:
        cells = (rows.get(place) or "").split("\t")
        return cells[_WITHIN] if len(cells) > _WITHIN else ""
