"""What rules build out of smaller names, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import RESOURCES, naming
from workbench.extraction import lexicon, names_rules
from workbench.extraction.names import Name
from workbench.extraction.names_rules import Rules
from workbench.extraction.names_words import name_words
from workbench.extraction.roles import Roles


def _names(text: str, language: str = "de") -> dict[str, Name]:
    doc = naming(language)(text)
    return {text[name.start : name.end]: name for name in doc._.names}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("37 syrische Soldaten", "syrische Soldaten", "sy_gov_forces"),
        ("die iranischen Offiziere", "iranischen Offiziere", "ir_forces"),
        ("zwei israelische Zivilisten", "israelische Zivilisten", "civ"),
        ("die georgische Polizei", "georgische Polizei", "police_generic"),
        ("die äthiopische Polizei", "äthiopische Polizei", "et_fed_police"),
        ("sudanesische Streitkräfte", "sudanesische Streitkräfte", "sd_saf"),
        ("russische und ukrainische Soldaten", "russische und ukrainische Soldaten", ""),
        ("die syrische und russische Armee", "syrische und russische Armee", ""),
        ("russische und ukrainische Zivilisten", "russische und ukrainische Zivilisten", "civ"),
    ],
)
def test_a_people_and_its_fighters(text: str, words: str, who: str) -> None:
    assert _names(text)[words].register_id == who


@pytest.mark.parametrize(
    ("text", "language", "words", "label", "precision"),
    [
        ("im Norden Syriens", "de", "Norden Syriens", "LOC", 5),
        ("in Ostsyrien", "de", "Ostsyrien", "LOC", 5),
        ("Provinz Idlib", "de", "Provinz Idlib", "GPE", 4),
        ("in der Stadt Idlib", "de", "Stadt Idlib", "GPE", 1),
        ("in Kherson region", "en", "Kherson region", "GPE", 4),
        ("in eastern Ukraine", "en", "eastern Ukraine", "LOC", 5),
        ("an der libanesischen Grenze", "de", "libanesischen Grenze", "LOC", 5),
        ("im Süden Syriens Idlib", "de", "Süden Syriens Idlib", "LOC", 4),
    ],
)
def test_parts_of_countries(text: str, language: str, words: str, label: str, precision: int) -> None:
    name = _names(text, language)[words]
    assert name.label == label
    assert name.where is not None
    assert name.where.precision == precision


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("am Flughafen Muster-Nord", "de", "Flughafen Muster-Nord"),
        ("das Krankenhaus Al-Beispiel brannte", "de", "Krankenhaus Al-Beispiel"),
        ("the Example hospital", "en", "Example hospital"),
        ("die Nasser-Klinik", "de", "Nasser-Klinik"),
    ],
)
def test_buildings_with_names(text: str, language: str, words: str) -> None:
    assert _names(text, language)[words].label == "FACILITY"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Krankenhaus brannte.", "de"),
        ("Die Brücke, Straßen und Häuser", "de"),
        ("the hospital was hit", "en"),
        ("im Osten der Stadt", "de"),
        ("die Grenze", "de"),
        ("der Sprecher sagte", "de"),
        ("Nordstrom AG", "de"),
    ],
)
def test_what_has_no_name(text: str, language: str) -> None:
    assert _names(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("sagte Sprecher Max Beispiel am Rand", "de", "Max Beispiel"),
        ("Gouverneur Kirill Mustermann", "de", "Kirill Mustermann"),
        ("spokesman John Example said", "en", "John Example"),
    ],
)
def test_a_title_makes_a_person(text: str, language: str, words: str) -> None:
    assert _names(text, language)[words].label == "PERSON"


def test_a_title_before_a_known_name_is_left_to_it() -> None:
    assert set(_names("Präsident Baschar al-Assad")) == {"Baschar al-Assad"}
    assert set(_names("der syrische Präsident Baschar al-Assad")) == {"syrische", "Baschar al-Assad"}


def test_two_english_words_are_one_role() -> None:
    assert _names("two aid workers and a police officer", "en").keys() == {"aid workers", "police officer"}


def test_bare_troops_are_no_mention_and_those_of_a_group_are() -> None:
    assert _names("Truppen rückten vor") == {}
    assert _names("HTS-Truppen rückten vor")["HTS-Truppen"].register_id == "sy_hts"


@pytest.mark.parametrize("text", ["syrische und " * 5_000, "Soldaten-" * 5_000])
def test_no_chain_of_words_is_too_long(text: str) -> None:
    assert isinstance(_names(text), dict)


def test_the_name_of_a_person_gives_no_actor_to_a_role() -> None:
    assert _names("Assad-Anhänger und Assad-Soldaten")["Assad-Soldaten"].register_id == ""


def test_most_words_begin_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    words = name_words(lexicon.load(RESOURCES / "lexicon" / "de.json"))
    rules = Rules(Roles(RESOURCES / "lexicon", "de"), words)
    assert [len(rules.of(word)) for word in ("tisch", "soldaten", "provinz", "oberst", "ostsyrien")] == [0, 1, 1, 2, 1]
    monkeypatch.setattr(names_rules, "_MOST_KNOWN", 2)
    assert [len(rules.of(word)) for word in ("tisch", "provinz", "dorf")] == [0, 1, 1]
