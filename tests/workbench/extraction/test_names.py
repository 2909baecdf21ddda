"""The ``names`` component, over sentences of our own."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from workbench import registers
from workbench.extraction import names
from workbench.extraction.names import NameFinder
from workbench.model.actor import Actor
from workbench.model.claim import Category
from workbench.model.mention import Mention
from workbench.registers import Registers

RESOURCES = Path(__file__).parents[3] / "resources"


@cache
def _pipeline(language: str) -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("names", config={"resources": str(RESOURCES)})
    nlp.add_pipe("dates")
    return nlp


def _mentions(text: str, language: str = "de") -> list[Mention]:
    return names.mentions(_pipeline(language)(text), date(2024, 11, 28))


def _read(text: str, language: str = "de") -> list[tuple[str, str, str]]:
    return [(str(m.label), m.text, m.actor or (m.where.place if m.where else "")) for m in _mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kämpfer der Hay’at Tahrir al-Sham", ("ARMED_GROUP", "Hay’at Tahrir al-Sham", "sy_hts")),
        ("Kämpfer der Hayat Tahrir al-Scham", ("ARMED_GROUP", "Hayat Tahrir al-Scham", "sy_hts")),
        ("Depots der syrischen Armee", ("STATE_FORCE", "syrischen Armee", "sy_gov_forces")),
        ("mit ukrainischen Streitkräften", ("STATE_FORCE", "ukrainischen Streitkräften", "ua_forces")),
        ("die HTS-Verstecke", ("ARMED_GROUP", "HTS", "sy_hts")),
        ("die Hisbollah-Gruppe", ("ARMED_GROUP", "Hisbollah-Gruppe", "hezbollah")),
        ("der IS-Miliz", ("ARMED_GROUP", "IS-Miliz", "is")),
        ("die Hamaskämpfer flohen", ("ARMED_GROUP", "Hamas", "hamas")),
        ("im Syrischen Roten Halbmond", ("SOURCE", "Syrischen Roten Halbmond", "sarc")),
        ("so Reuters", ("SOURCE", "Reuters", "reuters")),
        ("der russische Angriffskrieg", ("EVENT", "russische Angriffskrieg", "")),
        ("der türkischen Grenze entlang", ("LOC", "türkischen Grenze", "TR")),
        ("die malische Regierung", ("ORG", "malische Regierung", "gov_ml")),
        ("das malische Parlament", ("ORG", "malische Parlament", "")),
        ("des syrischen Präsidenten erobert", ("PERSON", "syrischen Präsidenten", "")),
        ("in Nordsyrien", ("LOC", "Nordsyrien", "SY")),
        ("im Süden des Irak", ("LOC", "Süden des Irak", "IQ")),
        ("der Flughafen Hmeimim brannte", ("FACILITY", "Flughafen Hmeimim", "SY:hmeimim_air_base")),
        ("die Al-Schifa-Klinik", ("FACILITY", "Al-Schifa-Klinik", "PS:al-shifa_hospital")),
        ("drei ukrainische Polizisten", ("ROLE", "ukrainische Polizisten", "police_generic")),
        ("zwei US-Soldaten", ("ROLE", "US-Soldaten", "us_forces")),
        ("Blauhelme der Unifil", ("STATE_FORCE", "Unifil", "unifil")),
        ("bei Pokrovsk", ("GPE", "Pokrovsk", "geonames:704422")),
        ("zwei Kinder", ("ROLE", "Kinder", "civ_children")),
        ("Drohnenangriffe", ("WEAPON", "Drohnenangriffe", "")),
        ("gepanzerten Fahrzeugen", ("EQUIPMENT", "gepanzerten Fahrzeugen", "")),
        ("Gouverneurin Anna Muster, Sprecherin Eva Beispiel", ("PERSON", "Eva Beispiel", "")),
        ("drei Reuters-Journalisten", ("ROLE", "Reuters-Journalisten", "civ_journalist")),
        ("im Dorf Kafr Musterin", ("GPE", "Dorf Kafr Musterin", "")),
    ],
)
def test_german_names(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hezbollah's fighters", ("ARMED_GROUP", "Hezbollah", "hezbollah")),
        ("the M23 movement", ("ARMED_GROUP", "M23 movement", "cd_m23")),
        ("Israeli soldiers died", ("ROLE", "Israeli soldiers", "idf")),
        ("the Colombian government", ("ORG", "Colombian government", "gov_co")),
        ("the Colombian parliament", ("ORG", "Colombian parliament", "")),
        ("in northern Syria", ("LOC", "northern Syria", "SY")),
        ("in Idlib province", ("GPE", "Idlib province", "SY-ID")),
        ("three aid workers", ("ROLE", "aid workers", "civ_aid")),
        ("the Jabalia refugee camp", ("FACILITY", "Jabalia refugee camp", "geonames:281129")),
        ("President Joe Biden", ("PERSON", "Joe Biden", "")),
        ("an air strike on Gaza", ("LOC", "Gaza", "PS:gaza_strip")),
    ],
)
def test_english_names(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _read(text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Khartum und Omdurman im Sudan rückte die Armee vor.", "sd_saf"),
        ("In Goma im Kongo, in Bukavu und Uvira rückte die Armee vor.", "cd_fardc"),
        ("In Kairo rückte die Armee vor.", "eg_forces"),
        ("In Lissabon rückte die Armee vor.", "gov_generic"),
    ],
)
def test_the_army_is_that_of_the_country(text: str, expected: str) -> None:
    assert [m.actor for m in _mentions(text) if m.text == "Armee"] == [expected]


def test_an_acronym_of_two_armies_follows_the_country() -> None:
    assert ("ARMED_GROUP", "SNA", "sy_sna") in _read("Die SNA griff in Afrin und Aleppo in Syrien an.")
    assert ("STATE_FORCE", "SNA", "so_gov") in _read("Die SNA griff in Mogadischu in Somalia an.")


def test_rebels_are_those_of_the_country() -> None:
    assert ("ROLE", "Rebellen", "sy_rebels_generic") in _read("Rebellen griffen Aleppo in Syrien an.")
    assert ("ROLE", "Rebellen", "rebels_generic") in _read("Rebellen griffen Quito in Ecuador an.")
    assert ("ROLE", "rebel leader", "sy_rebels_generic") in _read("A rebel leader fled from Aleppo in Syria.", "en")


def test_a_town_in_a_province_is_found_too() -> None:
    assert _read("in der Provinz Aleppo") == [("GPE", "Provinz Aleppo", "SY-HL"), ("GPE", "Aleppo", "SY-HL")]
    assert _read("bei Aleppo") == [("GPE", "Aleppo", "geonames:170063")]


@pytest.mark.parametrize(
    ("text", "language", "words", "label"),
    [
        ("In der Ukraine starben zwei.", "de", "Ukraine", "GPE"),
        ("Libyen und Ägypten verhandeln.", "de", "Ägypten", "GPE"),
        ("Two died in Ukraine.", "en", "Ukraine", "GPE"),
        ("Two Ukrainians died.", "en", "Ukrainians", "NORP"),
        ("They died in the Philippines.", "en", "Philippines", "GPE"),
    ],
)
def test_a_country_is_a_place_and_its_people_are_none(text: str, language: str, words: str, label: str) -> None:
    assert [each[0] for each in _read(text, language) if each[1] == words] == [label]


def test_two_peoples_with_one_force_are_one_name() -> None:
    (mention,) = _mentions("Russische und syrische Luftstreitkräfte flogen Angriffe.")[:1]
    assert mention.text == "Russische und syrische Luftstreitkräfte"


def test_of_a_compound_the_name_is_reviewed_and_the_role_is_kept_for_claims() -> None:
    doc = _pipeline("de")("12 HTS-Kämpfer starben.")
    role = next(name for name in doc._.names if name.label == "ROLE")
    assert (role.register_id, role.category) == ("sy_hts", Category.COMBATANT_NONSTATE)
    assert [m.text for m in names.mentions(doc, None)] == ["HTS"]


def test_glued_words_are_parted() -> None:
    read = _read("Das Militär von Baschar al-AssadBerichten zufolge siegte.")
    assert ("PERSON", "Baschar al-Assad", "") in read


@pytest.mark.parametrize(
    "text",
    [
        "Er hat nur ein Tor und tut sein Bestes, dann ist es gut.",
        "Der Rubel fiel um 12 Prozent.",
        "Am Ende blieb alles ruhig.",
        "",
        "  \r\n\t ",
        "🙂🙂 … — „“",
    ],
)
def test_texts_without_names(text: str) -> None:
    assert _read(text) == []


def test_spans_count_code_points() -> None:
    text = "\ufeff🚑 In Kobane\u0302 kämpfte die HTS.\r\n"
    for mention in _mentions(text):
        assert text[mention.span.start : mention.span.end] == mention.text
    assert {m.text for m in _mentions(text)} >= {"HTS", "Kobane\u0302"}


def test_composed_and_decomposed_texts_give_the_same() -> None:
    text = "Kämpfer der Hisbollah in Südlibanon töteten Erdoğan nicht."
    composed, decomposed = _read(text), _read(unicodedata.normalize("NFD", text))
    assert [(label, key) for label, _, key in composed] == [(label, key) for label, _, key in decomposed]


def test_reading_twice_gives_the_same() -> None:
    text = "Die Armee griff HTS in Aleppo in Syrien an."
    assert _mentions(text) == _mentions(text)


def test_confidence_orders_the_review() -> None:
    by_text = {m.text: m.confidence or 0 for m in _mentions("Die HTS und die Armee in Syrien, Dorf Kafr Musterin.")}
    assert by_text["HTS"] > by_text["Armee"] > by_text["Dorf Kafr Musterin"]


def test_a_case_brings_its_own_register() -> None:
    shipped = registers.load(RESOURCES / "registers")
    own = Actor("own_group", "Beispielmiliz", "rebel", "SY", 2, None, "opposition", ("Musterbrigade",))
    finder = NameFinder("de", RESOURCES, Registers({"own_group": own}, {}, shipped.sides))
    doc = finder(spacy.blank("de")("Die Musterbrigade und HTS kämpften."))
    assert [(n.label, n.register_id) for n in doc._.names] == [("ARMED_GROUP", "own_group")]
    finder.use(shipped)
    doc = finder(spacy.blank("de")("Die Musterbrigade und HTS kämpften."))
    assert [(n.label, n.register_id) for n in doc._.names] == [("ARMED_GROUP", "sy_hts")]


def test_a_name_the_analyst_gave_wins_over_shipped_ones() -> None:
    shipped = registers.load(RESOURCES / "registers")
    own = Actor("own_wing", "Beispielflügel", "rebel", "PS", 2, None, None, ("Hamas", "Reuters", "SNA"))
    finder = NameFinder("de", RESOURCES, registers.overlaid(shipped, Registers({own.id: own}, {}, {})))
    doc = finder(spacy.blank("de")("Hamas, Reuters und SNA; die Hisbollah."))
    assert [n.register_id for n in doc._.names] == ["own_wing"] * 3 + ["hezbollah"]
