"""The table finds aliases as they are written, inflected and nested."""

from __future__ import annotations

import pytest

from workbench.extraction.names_fold import pieces
from workbench.extraction.names_table import BY_SOUND, Entry, NameTable, cut_alias, first_key

ENTRIES = (
    Entry("HTS", "ARMED_GROUP", "sy_hts"),
    Entry("IS", "ARMED_GROUP", "is"),
    Entry("Hay'at Tahrir al-Sham", "ARMED_GROUP", "sy_hts"),
    Entry("syrische Armee", "STATE_FORCE", "sy_gov_forces"),
    Entry("Islamischer Staat", "ARMED_GROUP", "is"),
    Entry("insurgents", "ARMED_GROUP", "rebels"),
    Entry("Hamas", "ARMED_GROUP", "hamas"),
    Entry("Hama", "GPE", "", place=True),
    Entry("Syrien", "GPE", "", country="SY", place=True),
    Entry("Land", "GPE", "", place=True),
    Entry("Blinken", "PERSON", ""),
)


@pytest.fixture
def table() -> NameTable:
    return NameTable(ENTRIES)


def _found(table: NameTable, text: str) -> set[tuple[str, str]]:
    words = pieces(text)
    hits = table.find(words)
    return {
        (text[words[hit.first].start : words[hit.last - 1].end], entry.alias) for hit in hits for entry in hit.entries
    }


@pytest.mark.parametrize(
    ("text", "words", "alias"),
    [
        ("von Hay’et", "", ""),
        ("von Hay’at Tahrir al-Sham", "Hay’at Tahrir al-Sham", "Hay'at Tahrir al-Sham"),
        ("von Hayat Tahrir al Sham", "Hayat Tahrir al Sham", "Hay'at Tahrir al-Sham"),
        ("der syrischen Armee", "syrischen Armee", "syrische Armee"),
        ("des Islamischen Staats", "Islamischen Staats", "Islamischer Staat"),
        ("HTS-Verstecke", "HTS", "HTS"),
        ("Insurgents said", "Insurgents", "insurgents"),
        ("Syriens Norden", "Syriens", "Syrien"),
        ("die Hamas", "Hamas", "Hamas"),
        ("Blinkens Reise", "Blinkens", "Blinken"),
    ],
)
def test_an_alias_is_found(table: NameTable, text: str, words: str, alias: str) -> None:
    assert _found(table, text) == ({(words, alias)} if words else set())


@pytest.mark.parametrize("text", ["it is over", "Is it?", "hts", "im Landes", "syrien", "die Arme", "Armee", "Blinker"])
def test_what_only_looks_like_an_alias_is_not_found(table: NameTable, text: str) -> None:
    assert _found(table, text) == set()


def test_a_country_is_none_of_its_people() -> None:
    table = NameTable([Entry("Ukrainer", "NORP", "UA"), Entry("Philippine", "adjective", "PH")])
    assert _found(table, "die Ukraine, Ukrainern") == {("Ukrainern", "Ukrainer")}
    assert _found(table, "die Ukraine") == set()


def test_the_order_of_texts_does_not_matter(table: NameTable) -> None:
    other = NameTable(ENTRIES)
    texts = ("HTS in Syrien", "Hamas", "die syrische Armee in Hama")
    forwards = [_found(table, text) for text in texts]
    backwards = [_found(other, text) for text in reversed(texts)]
    assert forwards == backwards[::-1]


def test_several_things_of_one_name_come_together() -> None:
    table = NameTable((Entry("Tripoli", "GPE", "", 1, place=True), Entry("Tripoli", "GPE", "", 2, place=True)))
    (hit,) = table.find(pieces("Tripoli"))
    assert len(hit.entries) == 2


@pytest.mark.parametrize(
    "alias", ["Hay'at Tahrir al-Sham", "syrische Armee", "M23", "al-Nusra", "RIA", "McArmee", "(x)", "Übung"]
)
def test_an_alias_waits_for_its_first_piece(alias: str) -> None:
    table = NameTable((Entry(alias, "ARMED_GROUP", "one"),))
    assert [hit.entries[0].id for hit in table.find(cut_alias(alias))] == ["one"]
    assert first_key(alias)


def test_long_names_are_learned_when_their_first_two_words_stand_together(table: NameTable) -> None:
    assert _found(table, "Islamischer oder syrische") == set()
    assert _found(table, "Staat Islamischer Staat Islamischer") == {("Islamischer Staat", "Islamischer Staat")}


FOREIGN = NameTable(
    (
        Entry("Hisbollah", "ARMED_GROUP", "hezbollah"),
        Entry("Haiat Tahrir asch-Scham", "ARMED_GROUP", "sy_hts"),
        Entry("Dschabhat al-Nusra", "ARMED_GROUP", "sy_nusra"),
        Entry("Qassem Soleimani", "PERSON", "soleimani"),
        Entry("Scholz", "PERSON", "scholz"),
        Entry("Mizzima", "SOURCE", "mizzima"),
        Entry("Streitkräfte", "STATE_FORCE", "forces"),
        Entry("Jund Aksa", "ARMED_GROUP", "one"),
        Entry("Dschund Aqsa", "ARMED_GROUP", "other"),
        Entry("HISB", "ARMED_GROUP", "acronym"),
        Entry("rote Armee", "STATE_FORCE", "red"),
    )
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hezbollah", "hezbollah"),
        ("Hisbullahs", "hezbollah"),
        ("Hizbollah", "hezbollah"),
        ("Hay'at Tahrir al-Sham", "sy_hts"),
        ("Hajat Tahrir Al-Scham", "sy_hts"),
        ("Jabhat an-Nusra", "sy_nusra"),
        ("Kassem Sulaimani", "soleimani"),
    ],
)
def test_foreign_names_are_known_by_their_sound(text: str, who: str) -> None:
    (hit,) = FOREIGN.find(pieces(text))
    assert (hit.entries[0].id, hit.fit) == (who, BY_SOUND)


@pytest.mark.parametrize("text", ["Streitkraefte", "Streitkraeften"])
def test_umlauts_may_be_spelt_out(text: str) -> None:
    (hit,) = FOREIGN.find(pieces(text))
    assert (hit.entries[0].id, hit.fit > BY_SOUND) == ("forces", True)


@pytest.mark.parametrize(
    "text",
    [
        "Schulz",  # a person of one word, and a source: too like others
        "Mishima",
        "hezbollah",  # a name has a capital letter
        "Hisp",
        "Dschund Aksa",  # two may be meant
        "Hajat Tahrir",
        "rohte Armee",
        "Hasballah",
    ],
)
def test_names_that_only_sound_alike_are_not_merged(text: str) -> None:
    assert FOREIGN.find(pieces(text)) == []
