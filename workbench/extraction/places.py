"""The gazetteer: a compact index of places, looked up by the first word of a name and never read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadResource
from workbench.extraction.names_fold import core, fold
from workbench.extraction.names_table import Entry
from workbench.model.circumstance import Where
from workbench.model.mention import Label
from workbench.resources import text_of

#: The label of a mention by the level of its place.
LABELS = {"region": Label.LOC, "sea": Label.LOC, "border": Label.LOC, "facility": Label.FACILITY}

_ISO_CODE = 2
_OWN_NAME = 5  # a town's own name is that much likelier meant than another town's other name


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country's ISO code; `precision` is UCDP's, `within` the id of the province it lies in."""

    id: str
    name: str
    country: str
    level: str
    precision: int
    latitude: float | None
    longitude: float | None
    population: int
    within: str = ""

    @property
    def label(self) -> Label:
        """The label of its mentions."""
        return LABELS.get(self.level, Label.GPE)

    def where(self) -> Where:
        """Return the place as the circumstance of a claim."""
        return Where(self.id, self.name, self.precision, self.latitude, self.longitude)

    @property
    def weight(self) -> float:
        """How likely a bare name means this place: countries before provinces, large towns before small ones."""
        by_level = {"country": 100e6, "region": 2e6, "sea": 2e6, "facility": 1e6, "adm1": 150e3}
        return max(by_level.get(self.level, 0.0), float(self.population))


class Gazetteer:
    """The places by id and the names by their first word, both unpacked when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._places = _by_key(folder / "places.tsv")
        self._names = _by_key(folder / "names.tsv")

    def country(self, folded: str) -> str:
        """Return the ISO code of the country with this folded one-word name, empty where there is none."""
        named = (key for alias, key in self._pairs(core(folded)) if len(key) == _ISO_CODE and fold(alias) == folded)
        return next(named, "")

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._places)

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a place with the id `key`."""
        return key in self._places

    def place(self, key: str) -> Place:
        """Return the place with the id `key`; BadResource where its row is damaged, KeyError where there is none."""
        cells = self._places[key].split("\t")
        try:
            name, country, level, precision, latitude, longitude, population, within = cells
            where = (_degrees(latitude), _degrees(longitude))
            return Place(key, name, country, level, int(precision), *where, int(population or 0), within)
        except ValueError as error:
            raise BadResource(f"places.tsv: the row of {key} is damaged. Install the program again.") from error

    def province_of(self, key: str) -> str:
        """Return the id of the province named as the town `key` is, empty where there is none."""
        return self.place(key).within if key in self else ""

    def entries(self, first: str) -> Iterator[Entry]:
        """Yield the names whose first word has the core `first`."""
        for alias, key in self._pairs(first):
            if key not in self._places:
                raise BadResource(f"names.tsv: {alias!r} leads to no place ({key!r}). Install the program again.")
            place = self.place(key)
            weight = place.weight * (_OWN_NAME if alias == place.name else 1)
            yield Entry(alias, place.label.value, key, weight, country=place.country, place=True)

    def _pairs(self, first: str) -> Iterator[tuple[str, str]]:
        """Yield the names and place ids of the row of a core."""
        cells = iter(self._names[first].split("\t") if first in self._names else ())
        return zip(cells, cells, strict=False)


def _by_key(path: Path) -> dict[str, str]:
    """Read a table as its rows by their first cell, without unpacking them."""
    lines = text_of(path).splitlines()[1:]
    return {key: rest for key, _, rest in (line.partition("\t") for line in lines)}


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
