"""The gazetteer: a compact index of places, looked up by how a name sounds and never read whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from workbench.errors import BadResource
from workbench.extraction.names_fold import Piece, core, fit, fold
from workbench.extraction.names_table import AS_WRITTEN, BY_SOUND, INFLECTED, cut_alias
from workbench.extraction.places_sound import ARTICLES, sound
from workbench.extraction.sorted_rows import SortedRows
from workbench.model.circumstance import Where
from workbench.model.mention import Label

#: The label of a mention by the level of its place.
LABELS = {"region": Label.LOC, "sea": Label.LOC, "border": Label.LOC, "facility": Label.FACILITY}
#: UCDP's precision by the level of a place.
PRECISIONS = {"city": 1, "town": 1, "facility": 1, "district": 3, "adm1": 4, "region": 5, "sea": 5, "country": 6}

_WEIGHTS = {"country": 100e6, "region": 2e6, "sea": 2e6, "facility": 1e6, "adm1": 150e3}
#: What names.tsv puts before a name that counts only as it is written, for it sounds like a word.
EXACT = "="
#: What it puts before a name that counts only where the text speaks of its country, for it is a word as well.
DOUBTFUL = "?"
_GEONAMES = "geonames:"
_SOUNDING = 4  # so many sounds a word must have to be known by them alone
_INFLECTABLE = 3  # so many letters a part must have to be met with an ending
_ACRONYM = 6
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country's ISO code; `precision` is UCDP's, `within` the id of what it lies in.

    `namesake` is the id of the province that is named as this town is.
    """

    id: str
    name: str
    country: str
    level: str
    precision: int
    latitude: float | None
    longitude: float | None
    population: int
    within: str = ""
    namesake: str = ""

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
        return max(_WEIGHTS.get(self.level, 100.0), float(self.population))


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write the name of the place `key`; `lead` tells that an Arabic article belongs before `parts`.

    `second` is the key of its second word, articles left out: the same for all that may be meant by it.
    """

    text: str
    key: str
    lead: str
    parts: tuple[Piece, ...]
    exact: bool = False
    doubtful: bool = False
    second: str = ""

    def meets(self, words: Sequence[Piece], first: int) -> tuple[int, int] | None:
        """Return where the name ends if `words` hold it from `first` on, and how well it fits."""
        at, worst = first, AS_WRITTEN
        for number, part in enumerate(self.parts):
            if part.folded in ARTICLES and 0 < number < len(self.parts) - 1:
                at += at < len(words) and words[at].folded in ARTICLES
                continue
            at += number > 0 and _article(words, at)
            how = self._fits(words[at], number) if at < len(words) else None
            if how is None:
                return None
            at, worst = at + 1, min(worst, how)
        return at, worst

    def _fits(self, word: Piece, number: int) -> int | None:
        part, single = self.parts[number], len(self.parts) == 1
        least = _SOUNDING if single else 1
        if word.folded == part.folded:
            acronym = self.text.isupper() and len(self.text) <= _ACRONYM
            return AS_WRITTEN if not acronym or word.text == part.text else None
        if len(part.folded) >= _INFLECTABLE and self._inflected(word, number):
            return INFLECTED
        heard = sound(part.folded)
        alike = (
            len(heard) >= least
            and not self.exact
            and heard in (sound(word.folded), sound(word.folded.removesuffix("s")))
        )
        return BY_SOUND if alike and word.capital else None

    def _inflected(self, word: Piece, number: int) -> bool:
        """Tell whether a word is a part with an ending: a genitive s, or any in a longer name (Roten Meeres)."""
        part = self.parts[number].folded
        longer = len(self.parts) > 1 and len(part) > _INFLECTABLE
        return word.folded == f"{part}s" or (longer and fit(word.folded, part) > 0)


def _article(words: Sequence[Piece], at: int) -> bool:
    """Tell whether an article stands at `at` that a hyphen ties to the next word."""
    return at + 1 < len(words) and words[at].folded in ARTICLES and words[at + 1].joined


class Gazetteer:
    """The places by id and their names by the sound of the first word, both unpacked when they are asked for."""

    def __init__(self, folder: Path) -> None:
        """Open the index; BadResource where it is missing or damaged."""
        self._places = SortedRows(folder / "places.tsv")
        self._names = SortedRows(folder / "names.tsv")
        self._known: dict[str, Place | None] = {}
        self._heard: dict[str, tuple[Alias, ...]] = {}
        self._alone: dict[str, tuple[tuple[int, Alias], ...]] = {}

    def country(self, folded: str) -> str:
        """Return the ISO code of the country with this folded one-word name, empty where there is none."""
        named = (a.key for a in self.aliases(folded) if fold(a.text) == folded)
        return next((key for key in named if self.place(key).level == "country"), "")

    def __len__(self) -> int:
        """Return the number of places, by counting them."""
        return len(self._places.keys())

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a place with the id `key`."""
        return self._place(key) is not None

    def place(self, key: str) -> Place:
        """Return the place with the id `key`; BadResource where its row is damaged, KeyError where there is none."""
        found = self._place(key)
        if found is None:
            raise KeyError(key)
        return found

    def province_of(self, key: str) -> str:
        """Return the id of the province named as the town `key` is, empty where there is none."""
        found = self._place(key)
        return found.namesake if found else ""

    def around(self, key: str) -> tuple[str, ...]:
        """Return the ids of what a place lies in, the smallest first: of Nubl the province of Aleppo and Syria."""
        found = self._place(key)
        outer = (found.within,) if found and found.within else ()
        return outer + self.around(found.within) if found and outer else outer

    def area(self, key: str) -> tuple[str, str]:
        """Return the country a place lies in and its province, each empty where it is not known."""
        found = self._place(key)
        outer = (key, *self.around(key)) if found else ()
        province = next((each for each in outer if self.place(each).level == "adm1"), "")
        return (found.country if found else ""), province

    def aliases(self, folded: str) -> tuple[Alias, ...]:
        """Return the names whose first word, its article left out, sounds as the folded word does."""
        key = _key(folded)
        if key not in self._heard:
            if len(self._heard) > _REMEMBERED:
                self._heard.clear()
            self._heard[key] = tuple(self._aliases(key))
        return self._heard[key]

    def meeting(self, words: Sequence[Piece], index: int) -> Iterator[tuple[int, int, Alias]]:
        """Yield the names that `words` hold from `index` on: where each ends and how well it fits."""
        yield from ((index + 1, how, alias) for how, alias in self._alone_at(words[index]))
        after = words[index + 1 : index + 3]
        nexts = {_key(word.folded) for word in after[: 1 + bool(after and after[0].folded in ARTICLES)]}
        for alias in self.aliases(words[index].folded):
            met = alias.meets(words, index) if alias.second in nexts else None
            if met is not None:
                yield *met, self._leading(alias)

    def _alone_at(self, word: Piece) -> tuple[tuple[int, Alias], ...]:
        """Return the names of one word that a word is, remembered by how it is written."""
        if word.text not in self._alone:
            if len(self._alone) > _REMEMBERED:
                self._alone.clear()
            single = (alias for alias in self.aliases(word.folded) if len(alias.parts) == 1)
            met = ((alias.meets((word,), 0), alias) for alias in single)
            self._alone[word.text] = tuple((how[1], self._leading(alias)) for how, alias in met if how is not None)
        return self._alone[word.text]

    def _aliases(self, heard: str) -> list[Alias]:
        row = self._names.get(heard)
        cells = row.split("\t") if row else []
        return [_alias(text, _long(key)) for text, key in zip(cells[::2], cells[1::2], strict=False)]

    def _leading(self, alias: Alias) -> Alias:
        """Return a name that leads to a place; BadResource where it leads to none."""
        if alias.key not in self:
            what = f"names.tsv: {alias.text!r} leads to no place ({alias.key!r})"
            raise BadResource(f"{what}. Install the program again.")
        return alias

    def _place(self, key: str) -> Place | None:
        if key not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            row = self._places.get(key) if key else None
            self._known[key] = None if row is None else _unpacked(key, row.split("\t"))
        return self._known[key]


def _unpacked(key: str, cells: Sequence[str]) -> Place:
    try:
        name, country, level, latitude, longitude, population, within, namesake = cells
        where = (_degrees(latitude), _degrees(longitude))
        return Place(key, name, country, level, PRECISIONS[level], *where, int(population or 0), within, namesake)
    except (ValueError, KeyError) as error:
        raise BadResource(f"places.tsv: the row of {key} is damaged. Install the program again.") from error


def _alias(text: str, key: str) -> Alias:
    name = text.lstrip(EXACT + DOUBTFUL)
    parts = cut_alias(name)
    lead = parts[0].folded if len(parts) > 1 and parts[0].folded in ARTICLES else ""
    marks = text[: len(text) - len(name)]
    parts = parts[1:] if lead else parts
    second = next((_key(part.folded) for part in parts[1:] if part.folded not in ARTICLES), "")
    return Alias(name, key, lead, parts, EXACT in marks, DOUBTFUL in marks, second)


def row_of(text: str) -> str:
    """Return the first cell of the row of names.tsv that holds a name."""
    alias = _alias(text, "")
    return _key(alias.parts[0].folded)


@lru_cache(maxsize=50_000)
def _key(folded: str) -> str:
    """Return what all ways to write and inflect a folded word have in common."""
    return sound(core(folded))


def short(key: str) -> str:
    """Return an id as names.tsv holds it."""
    return key.removeprefix(_GEONAMES)


def _long(cell: str) -> str:
    return f"{_GEONAMES}{cell}" if cell.isdigit() else cell


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
