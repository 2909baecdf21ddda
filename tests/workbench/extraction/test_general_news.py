"""Common turns of general news that tell of no toll, and near ones that do."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    "text",
    [
        "Vier von zehn Erwachsenen haben sich schon Verletzungen zugezogen.",
        "Doch das endete, als der Kaiser im Jahr 363 getötet wurde.",
        "Johann von Gent starb 1399.",
        "Sein Vater starb jung.",
        "Sein Schwiegersohn wurde festgenommen.",
        "Ein 13 Jahre alter Fahrer und seine 54 und 63-jährigen Insassen kamen an.",
        "In der Nacht wurde Mustafa S. (27) getötet.",
        "Wenn der Vater einer Frau starb, erbte die Tochter.",
        "Drei Stämme gingen bei der Bergung verloren.",
        "Berichte über Opfer lagen nicht vor.",
        "Es war die letzte Aufnahme vor dem Toten Meer.",
    ],
)
def test_german_without_a_toll(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Since then the band has released six albums.",
        "People have released some of these animals into the wild.",
        "This makes the visit a pain free one.",
        "They have a bit of free time without the little ones.",
        "Such a death might frighten others.",
        "The player spent 13 seasons with the club and died in 1993.",
        "I have fed both live and dead mice.",
        "He was told to capture both inflation and growth.",
        "The date was a national holiday to remember those who were killed.",
    ],
)
def test_english_without_a_toll(extractor: Extractor, text: str) -> None:
    assert [each for each in told(extractor, text, "en") if not each.endswith("?")] == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Bauern wurden getötet.", ["killed 2-"]),
        ("de", "In der Stadt starben Bauern.", ["killed 2-"]),
        ("de", "Der Anschlag traf 1500 Soldaten, 12 wurden getötet.", ["killed 12"]),
        ("en", "The army has reportedly killed six rebels.", ["killed 6"]),
        ("en", "The group has released six hostages.", ["released 6"]),
        ("en", "The blast wounded 12 soldiers.", ["wounded 12"]),
        ("en", "12 wounded soldiers were flown out.", ["wounded 12"]),
        ("en", "Officials counted 12 killed soldiers.", ["killed 12"]),
    ],
)
def test_near_turns_tell_one(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
