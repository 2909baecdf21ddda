"""Numbers that name something, and ages, beside numbers that count."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Auf der B 417 wurde die Fahrerin verletzt.", []),
        ("Mit der S-300 schossen sie, mit der T 72 verletzt.", []),
        ("Eine Shahed 136 traf das Lager, sie wurde zerstört.", []),
        ("In Halle 5 starb einer.", ["killed 1"]),
        ("Auf der Landesstraße 117 verletzt", []),
        ("28-Jährige bei Unfall verletzt", []),
        ("Zwei 28-Jährige wurden verletzt.", ["wounded 2"]),
        ("Eine 28-Jährige wurde verletzt.", ["wounded 1"]),
        ("Unter 0511 2342 oder 0171-5555-123 melden sich Verletzte nicht.", ["wounded 0"]),
        ("Zwischen 02.40 und 02 Uhr floh er.", []),
        ("Nach einem 3-2 fielen zwei aus.", []),
        ("Nach 1939 hatte der Orden hohe Opfer zu beklagen.", ["casualties_unspecified ?"]),
        ("Als er 34 war, wurde er verwundet.", []),
        ("Bei dem Angriff wurden 12-15 Kämpfer getötet.", ["killed 12-15"]),
        ("In Homs 12 getötet", ["killed 12"]),
        ("Nach 1500 Toten im Frühjahr zogen sie ab.", ["killed 1500"]),
        ("Laut UN 12 Menschen getötet.", ["killed 12"]),
    ],
)
def test_german_names_and_counts(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein zehn Jahre alter Schüler wurde verletzt.", ["wounded 1"]),
        ("Eine etwa 40 Jahre alte Frau wurde getötet.", ["killed 1"]),
        ("Die beiden zehn und elf Jahre alten Kinder wurden verletzt.", ["wounded 2"]),
        ("Die beiden 14 Jahre alten Kinder wurden verletzt.", ["wounded 2"]),
        ("Drei zehn bis 15 Jahre alte Jungen starben.", ["killed 3"]),
        ("Zwei fünf und acht Jahre alte Mädchen starben.", ["killed 2"]),
        ("Zwei sechs Monate alte Babys starben.", ["killed 2"]),
        ("Die 54 und 63 Jahre alten Männer wurden getötet.", ["killed 2-"]),
        ("Zwei Frauen im Alter von 80 und 83 Jahren starben.", ["killed 2"]),
    ],
)
def test_german_ages_before_a_noun(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call 1-800-555-0199 and they will free you.", []),
        ("On Highway 9 a man was killed.", ["killed 1"]),
        ("A Boeing 737 crashed, all aboard died.", []),
        ("In 1987 soldiers left and a man was killed.", ["killed 1"]),
        ("When she was six her father died.", []),
        ("He was 34 when he was killed.", []),
        ("A 12 year old boy and two 13 and 14 year old girls were killed.", ["killed 1", "killed 2"]),
        ("Goods are released no later than 30 days after payment.", []),
        ("In Hall 3, 12 people were killed.", ["killed 12"]),
        ("There were 12 killed.", ["killed 12"]),
        ("No one was hurt.", ["wounded 0"]),
        ("In the raid 1,987 soldiers were killed.", ["killed 1987"]),
        ("Between 12-15 people were killed.", ["killed 12-15"]),
    ],
)
def test_english_names_ages_and_counts(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


SCALES: list[tuple[str, str, list[str]]] = [
    ("en", "1.2m people were displaced.", ["displaced 1200000"]),
    ("en", "3m refugees were displaced.", ["displaced 3000000"]),
    ("en", "3 people stood 2m away and were killed.", ["killed 3"]),
    ("de", "Rund 2 Tsd. Menschen wurden getötet.", ["killed 1800-2200"]),
    ("de", "Ein gutes Dutzend Menschen wurde getötet.", ["killed 10-14"]),
    ("de", "Bei einem knappen Dutzend Verletzter blieb es.", ["wounded 10-14"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SCALES)
def test_short_scales_and_dozens(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Krieg kostete nach amtlichen Angaben über 250 Menschen das Leben.", ["killed 251-"]),
        ("Es gab Berichte über 250 Tote.", ["killed 250"]),
    ],
)
def test_over_after_a_noun_that_it_may_belong_to(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected
