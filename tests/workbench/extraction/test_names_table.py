"""The table finds aliases as they are written, inflected and nested."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from workbench.extraction import names_table
from workbench.extraction.names_fold import pieces
from workbench.extraction.names_table import Entry, NameTable, cut_alias, first_core

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


def _nothing(_: str) -> Iterable[Entry]:
    return ()


@pytest.fixture
def table() -> NameTable:
    return NameTable(ENTRIES, _nothing)


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


def test_the_index_is_asked_once_for_a_word() -> None:
    asked: list[str] = []

    def more(core: str) -> Iterable[Entry]:
        asked.append(core)
        return [Entry("Nubl", "GPE", "", place=True)] if core == "nubl" else []

    table = NameTable((), more)
    for _ in range(2):
        assert _found(table, "Nubl und Zahra") == {("Nubl", "Nubl")}
    assert sorted(asked) == sorted(set(asked))


def test_the_order_of_texts_does_not_matter(table: NameTable) -> None:
    other = NameTable(ENTRIES, _nothing)
    texts = ("HTS in Syrien", "Hamas", "die syrische Armee in Hama")
    forwards = [_found(table, text) for text in texts]
    backwards = [_found(other, text) for text in reversed(texts)]
    assert forwards == backwards[::-1]


def test_several_things_of_one_name_come_together() -> None:
    table = NameTable(
        (Entry("Tripoli", "GPE", "", 1, place=True), Entry("Tripoli", "GPE", "", 2, place=True)), _nothing
    )
    (hit,) = table.find(pieces("Tripoli"))
    assert len(hit.entries) == 2


def test_words_that_begin_no_alias_are_forgotten_once_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def more(core: str) -> Iterable[Entry]:
        asked.append(core)
        return [Entry("Nubl", "GPE", "", place=True)] if core == "nubl" else ()

    monkeypatch.setattr(names_table, "_MOST_SEEN", 2)
    table = NameTable(ENTRIES, more)
    for text in ("Nubl", "Wort und Zahl", "Nubl und HTS", "Wort und Zahl"):
        found = _found(table, text)
        assert {alias for _, alias in found} == {name for name in ("Nubl", "HTS") if name in text}
    assert asked.count("nubl") == 1


@pytest.mark.parametrize(
    "alias", ["Hay'at Tahrir al-Sham", "syrische Armee", "M23", "al-Nusra", "RIA", "McArmee", "(x)", "Übung"]
)
def test_the_core_of_the_first_word_is_that_of_the_first_piece(alias: str) -> None:
    assert first_core(alias) == cut_alias(alias)[0].core


def test_long_names_are_learned_when_their_first_two_words_stand_together(table: NameTable) -> None:
    assert _found(table, "Islamischer oder syrische") == set()
    assert _found(table, "Staat Islamischer Staat Islamischer") == {("Islamischer Staat", "Islamischer Staat")}
