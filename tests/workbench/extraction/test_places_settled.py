"""Which place a name means: by the country, what stands beside it, what lies near, and when it is no place at all."""

from __future__ import annotations

from functools import cache

import pytest

from tests.workbench.extraction.reads import RESOURCES, naming
from workbench.extraction.names import Name
from workbench.extraction.places import Gazetteer, Place
from workbench.extraction.places_settled import kilometres

TRIPOLI_LB, TRIPOLI_LY = "geonames:266826", "geonames:2210247"
#: Text, words of it, and of the place they mean: id, precision and what it lies in.
SETTLED = [
    ("en", "Clashes in Tripoli, Lebanon, killed two, Libya said.", "Tripoli", TRIPOLI_LB, 1, "LB-AS LB"),
    ("en", "Clashes in Tripoli killed two; Libya's army fled.", "Tripoli", TRIPOLI_LY, 1, "LY-TB LY"),
    ("de", "In Tripolis im Norden des Libanon brannte es, nicht in Libyen.", "Tripolis", TRIPOLI_LB, 1, "LB-AS LB"),
    ("de", "In der libanesischen Stadt Tripolis starben zwei.", "Tripolis", TRIPOLI_LB, 1, "LB-AS LB"),
    ("de", "Bei Goma in Nord-Kivu starben neun Bauern.", "Goma", "geonames:216281", 1, "CD-NK CD"),
    ("de", "Bei Goma in Nord-Kivu starben neun Bauern.", "Nord-Kivu", "CD-NK", 4, "CD"),
    ("en", "In Valencia, Venezuela, two died.", "Valencia", "geonames:3625549", 1, "VE"),
    ("en", "In Atlanta, Georgia, two were shot.", "Georgia", "US-GA", 4, "US"),
    ("en", "Georgia said two of its soldiers died near Gori.", "Georgia", "GE", 6, ""),
    ("de", "In Nubl in der Provinz Aleppo starben drei.", "Nubl", "geonames:166331", 1, "SY-HL SY"),
    ("de", "In Nubl in der Provinz Aleppo starben drei.", "Provinz Aleppo", "SY-HL", 4, "SY"),
    ("de", "In Chan Scheichun in Syrien starben drei.", "Chan Scheichun", "geonames:168325", 1, "SY-ID SY"),
    ("de", "Kämpfe um Tschassiw Jar in der Ukraine.", "Tschassiw Jar", "geonames:710915", 1, "UA-14 UA"),
    ("de", "Im Bezirk Asas in Syrien starben fünf.", "Bezirk Asas", "geonames:172082", 3, "SY-HL SY"),
    ("de", "In al-Faschir im Sudan starben fünf.", "al-Faschir", "geonames:379555", 1, "SD-DN SD"),
    ("en", "In the city of Homs five died.", "city of Homs", "geonames:169577", 1, "SY-HI SY"),
    ("en", "Gunmen struck in Zamfara state, Nigeria.", "Zamfara state", "NG-ZA", 4, "NG"),
    (
        "de",
        "In Beit Lahia im Gazastreifen starben fünf.",
        "Beit Lahia",
        "geonames:281145",
        1,
        "PS-NGZ PS:gaza_strip PS",
    ),
    ("en", "Tyre and Sidon in Lebanon were struck.", "Tyre", "geonames:267008", 1, "LB-JA LB"),
    ("de", "Das Nasser-Krankenhaus in Chan Junis brannte.", "Nasser-Krankenhaus", "geonames:281124", 1, "PS-KYS"),
    ("de", "Der Flughafen von Aleppo brannte.", "Flughafen von Aleppo", "geonames:170063", 1, "SY-HL SY"),
    (
        "de",
        "Im Flüchtlingslager Dschabalia starben fünf.",
        "Flüchtlingslager Dschabalia",
        "geonames:281129",
        1,
        "PS-NGZ",
    ),
    (
        "en",
        "A strike hit al-Shifa hospital.",
        "al-Shifa hospital",
        "PS:al-shifa_hospital",
        1,
        "PS-GZA PS:gaza_strip PS",
    ),
]
#: General news with names of people, firms and clubs, and words, that places are called as well.
NEUTRAL_DE = """
Paris Hilton stellte in einem Interview ihr neues Parfüm vor.|Jack London schrieb seine Romane in wenigen Jahren.
Das Essen in der Kantine war kalt, die Halle leer.|Der FC Barcelona gewann gegen Real Madrid mit 3:1.
Herr Bonn und Frau Essen kauften ein Haus.|Borussia Dortmund verlor, Bayer Leverkusen siegte.
Florence Welch und Chelsea Handler traten gemeinsam auf.|Der Konzern Santander meldete einen Gewinn, auch Nokia wuchs.
Die Gute Nachricht: Der Regen ließ nach.|Im Mai und im März wird geerntet, im Oktober gefeiert.
Die Band spielte drei Lieder, der Star winkte.|Ali Hassan und Fatima Said leiten den Verein.
Der Hase lief über das Feld, der Bauer lachte.|Ein Kind spielte mit dem Ball im Garten.
Die Mode dieses Sommers ist bunt, sagte die Chefin.|Der Rat der Stadt stimmte dem Antrag zu.
Die Bank hob die Zinsen an, der Markt reagierte.|Elon Musk und Bill Gates stritten über Steuern.
Die Firma Bosch baut Stellen ab.|Austin Powers ist ein Film mit Mike Myers.
Der Trainer Jürgen Klopp lobte seine Mannschaft.|Die Messe zog viele Besucher an.
Bei der Wahl siegte Angela Merkel deutlich.|Das Tor des Jahres war ein Kunststück.
Das Lager des Händlers brannte nieder.|Salim Khan und Omar Sharif drehten einen Film.
Die Marke Mango eröffnet neue Läden.|Der Autor Thomas Mann erhielt den Preis.
Der Verein Arminia Bielefeld stieg auf.|Der Film Batman kommt ins Kino.
""".strip().replace("\n", "|")
NEUTRAL_EN = """
Paris Hilton launched a new perfume line.|Jack London wrote his novels within a few years.
Jordan Peterson and Chad Smith spoke on stage.|Manchester United beat Real Madrid in the final.
Mr. London and Mrs. Berlin bought a house.|The Bank said rates would rise; Wall Street fell.
Florence Pugh starred in the film with Austin Butler.|Said the chairman: Share prices will recover.
The New York Times reported record sales for Apple.|Sydney Sweeney was nominated for an award.
Reading books is good for children.|Nice weather helped the farmers this spring.
Mobile phones sold well, Orange and Nokia said.|Police said the suspect, Israel Lopez, was arrested.
Progress was slow, Omar Sharif wrote.|Band members thanked the Mayor.
The Delta variant and the Omega watch were topics.|Batman Returns is a film by Tim Burton.
Adam Driver and Kylie Jenner attended the Gala.|Santa Claus will visit the Mall on Sunday.
Victoria Beckham showed her collection.|Brooklyn Beckham cooks on television.
Lady Gaga sang, and Kenya Barris directed.|Meta and Tesla shares fell on Monday.
Tyre makers such as Michelin cut jobs.|Van drivers went on strike over pay.
Most voters back the plan, a Gallup poll found.|Bath towels and Cork floors are popular.
Split decisions are common in boxing.|Lincoln was shot by John Wilkes Booth.
Mahmoud Abbas met the press, Abbas said.|The Long Island shop closed.
Dallas Cowboys fans cheered the team.|Hamilton won the race ahead of Sainz.
""".strip().replace("\n", "|")


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(RESOURCES / "gazetteer")


def _names(language: str, text: str) -> dict[str, Name]:
    doc = naming(language)(text)
    return {text[name.start : name.end]: name for name in doc._.names}


@pytest.mark.parametrize(("language", "text", "words", "key", "precision", "around"), SETTLED)
def test_a_name_means_the_place_that_its_text_speaks_of(
    language: str, text: str, words: str, key: str, precision: int, around: str
) -> None:
    where = _names(language, text)[words].where
    assert where is not None
    assert (where.place, where.precision) == (key, precision)
    assert where.latitude is not None
    assert " ".join(_gazetteer().around(key)).startswith(around)


def _wrong(language: str, text: str) -> set[str]:
    return {words for words, name in _names(language, text).items() if name.where is not None}


@pytest.mark.parametrize("text", NEUTRAL_DE.split("|"))
def test_german_names_and_words_are_no_places(text: str) -> None:
    assert not _wrong("de", text)


@pytest.mark.parametrize("text", NEUTRAL_EN.split("|"))
def test_english_names_and_words_are_no_places(text: str) -> None:
    assert not _wrong("en", text)


def test_small_places_and_mere_sounds_need_their_country() -> None:
    assert "Chan Scheichun" not in _names("de", "In Chan Scheichun fiel Schnee.")
    assert "Batman" in _names("en", "Turkey's army struck in Batman.")


def test_what_could_be_several_is_doubtful() -> None:
    alone = _names("en", "Clashes in Tripoli killed two.")["Tripoli"]
    settled = _names("en", "Clashes in Tripoli, Lebanon, killed two.")["Tripoli"]
    assert alone.confidence < settled.confidence


def test_a_building_lies_where_it_lies_not_in_the_country_that_runs_it() -> None:
    assert _names("en", "A drone hit a US military base.")["US military base"].where is None
    base = _names("en", "A drone hit the Tower military base in Mosul.")["Tower military base"].where
    assert base is not None
    assert base.name == "Mosul"


@pytest.mark.parametrize("country", ["der Ukraine", "Libyen", "Georgien", "Algerien", "Tunesien", "Polen", "Ägypten"])
def test_a_country_is_not_its_people_with_an_ending(country: str) -> None:
    name = country.rsplit(maxsplit=1)[-1]
    where = _names("de", f"In {country} starben zwei Menschen.")[name].where
    assert where is not None
    assert where.precision == 6
    assert _names("de", "Zwei Libyern und drei Ukrainern half niemand.")["Libyern"].label == "NORP"


def test_distances_are_in_kilometres() -> None:
    aleppo, homs = _gazetteer().place("geonames:170063"), _gazetteer().place("geonames:169577")
    nowhere = Place("x", "X", "XX", "region", 5, None, None, 0)
    assert kilometres(aleppo, homs) == pytest.approx(167, abs=5)
    assert kilometres(aleppo, nowhere) == 1e6
