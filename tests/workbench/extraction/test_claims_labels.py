"""Labels, headings, lives and differences: nouns beside numbers that say less or more than a count."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor

LABELS: list[tuple[str, str, list[str]]] = [
    ("en", "Casualties: 12 dead, 30 wounded.", ["killed 12", "wounded 30"]),
    ("en", "Civilian casualties: 12 killed and 30 wounded.", ["killed 12", "wounded 30"]),
    ("en", "Casualties: 12", ["casualties_unspecified 12"]),
    ("en", "Missing: 4", ["missing 4"]),
    ("en", "Dead: 3, missing: 4.", ["killed 3", "missing 4"]),
    ("de", "Verluste: 12 Tote, 30 Verwundete.", ["killed 12", "wounded 30"]),
    ("de", "Opfer: 12 Tote, 30 Verletzte.", ["killed 12", "wounded 30"]),
    ("de", "Vermisst: 4", ["missing 4"]),
    ("de", "Gefallen: 3 Offiziere, 27 Soldaten. Verwundet: 64.", ["killed 3", "killed 27", "wounded 64"]),
    ("de", "Tote: 3 Soldaten, 2 Bauern und ein Kind.", ["killed 3", "killed 2", "killed 1"]),
    ("en", "Killed: 12 soldiers, 3 officers.", ["killed 12", "killed 3"]),
    ("en", "Casualty figures: none of the 12 hospitals answered.", []),
    ("en", "Neither side gave casualty figures.", []),
    ("de", "Ort Tote Verletzte", []),
    ("de", "Ort Tote Verletzte Vermisste", []),
    ("de", "Tote und Verletzte bei Explosion", ["killed 2-", "wounded 2-"]),
]

TAKEN: list[tuple[str, list[str]]] = [
    ("Der Präsident erinnerte an die 300 Toten.", ["killed 300"]),
    ("Die Erinnerung an die 300 Toten ist wach.", ["killed 300"]),
    ("Das Land trauert um die 300 Toten.", ["killed 300"]),
    ("Dabei wurden an die 300 Menschen getötet.", ["killed 270-299"]),
    ("An die 300 Menschen starben.", ["killed 270-299"]),
    ("Um die 300 Menschen wurden getötet.", ["killed 270-330"]),
]

LIVES: list[tuple[str, list[str]]] = [
    ("The vaccine saved 200 lives.", []),
    ("The medics of the army saved 200 lives.", []),
    ("The charity changed 200 lives.", []),
    ("The attack claimed 20 lives.", ["killed 20"]),
    ("The flood cost 20 lives.", ["killed 20"]),
    ("20 lives were lost.", ["killed 20"]),
    ("The flood claimed the lives of 20 villagers.", ["killed 20"]),
]

DIFFERENCES: list[tuple[str, str, list[str]]] = [
    ("en", "Last year there were 300 fewer deaths.", []),
    ("en", "Last year 300 fewer people were killed on the roads.", []),
    ("en", "There were 40 deaths fewer than in 2019.", []),
    ("en", "There were fewer than 40 deaths.", ["killed -39"]),
    ("de", "Im Vorjahr gab es 12.000 Tote weniger.", []),
    ("de", "Es gab 300 weniger Tote.", []),
    ("de", "Es gab weniger als 300 Tote.", ["killed -299"]),
    ("de", "Es gab 12 Tote weniger als 24 Stunden nach der Wahl.", ["killed 12"]),
]

LOSSES: list[tuple[str, str, list[str]]] = [
    ("de", "Die Armee meldete 300 Mann Verluste.", ["casualties_unspecified 300"]),
    ("de", "Die Armee erlitt Verluste von 300 Mann.", ["casualties_unspecified 300"]),
    ("en", "The battalion reported losses of 12 soldiers in the fighting.", ["casualties_unspecified 12"]),
    ("de", "Das Unternehmen meldete Verluste von 300 Euro.", []),
    ("en", "The company reported losses of 12 million dollars.", []),
    ("en", "The team suffered losses of 12 points.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), LABELS)
def test_labels_and_headings(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_a_preposition_that_a_word_takes_blurs_no_number(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), LIVES)
def test_lives_are_dead_only_where_they_are_taken(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


@pytest.mark.parametrize(("language", "text", "expected"), DIFFERENCES)
def test_differences_are_no_tolls(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), LOSSES)
def test_losses_of_men(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
