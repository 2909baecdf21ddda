"""Dashes, strokes, totals and shares around the numbers of a sentence."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short, told
from workbench.extraction.extractor import Extractor

PAIRS: list[tuple[str, str, list[str]]] = [
    (
        "en",
        "Five people - a man, two women and two boys - were killed.",
        ["killed 5", "killed 1", "killed 2", "killed 2"],
    ),
    ("en", "At least 15 people – including three children – were killed.", ["killed 15-", "killed 3"]),
    ("en", "At least 15 people—including three children—were killed.", ["killed 15-", "killed 3"]),
    ("en", "At least 15 people - including three children - were killed.", ["killed 15-", "killed 3"]),
    ("en", "Nine soldiers – according to the army – were killed on Friday.", ["killed 9"]),
    ("de", "Mindestens 15 Menschen – darunter drei Kinder – wurden getötet.", ["killed 15-", "killed 3"]),
    ("de", "Mindestens 15 Menschen — darunter drei Kinder — wurden getötet.", ["killed 15-", "killed 3"]),
    ("de", "Neun Soldaten – so die Armee – wurden getötet.", ["killed 9"]),
    ("de", "Neun Soldaten - so die Armee - wurden bei Bachmut getötet.", ["killed 9"]),
    (
        "de",
        "Neun Soldaten – so die Armee – wurden getötet, vier – darunter ein Offizier – verletzt.",
        ["killed 9", "wounded 4", "wounded 1"],
    ),
    ("de", "LUXOR – Neun Soldaten – so die Armee – wurden getötet.", ["killed 9"]),
    ("de", "Neun Soldaten wurden getötet – das Dorf ist zerstört.", ["killed 9"]),
    ("en", "Nine soldiers were killed – three were wounded.", ["killed 9", "wounded 3"]),
]

RANGES: list[tuple[str, str, list[str]]] = [
    ("en", "10–12 civilians were killed.", ["killed 10-12"]),
    ("en", "Between Monday and Friday, 10—12 civilians were killed.", ["killed 10-12"]),
    ("de", "Nach Angaben der Polizei wurden 10–12 Zivilisten getötet.", ["killed 10-12"]),
    ("de", "Dort wurden 10 – 12 Zivilisten getötet.", ["killed 10-12"]),
]

STROKES: list[tuple[str, str, list[str]]] = [
    ("en", "The crash left 5 dead/12 injured.", ["killed 5", "wounded 12"]),
    ("de", "5 Tote/12 Verletzte", ["killed 5", "wounded 12"]),
    ("de", "Bilanz: 5 Tote / 12 Verletzte.", ["killed 5", "wounded 12"]),
    ("de", "Am 3/4 wurde ein Haus zerstört.", []),
    ("en", "On 3/4/2015 5 people were killed.", ["killed 5"]),
]

TOTALS: list[tuple[str, str, list[str]]] = [
    ("en", "A total of 15 people were killed.", ["killed 15"]),
    ("en", "A total of at least 15 people were killed.", ["killed 15-"]),
    ("en", "A combined total of 40 people were injured.", ["wounded 40"]),
    ("en", "All of the 15 people on board were killed.", ["killed 15"]),
    *(
        ("en", f"{word} three soldiers were killed.", ["killed 3"])
        for word in (
            *("All", "The", "Only", "Just", "Another", "Other", "Further", "An additional", "A further", "Additional"),
            *("The other", "Also", "Those", "These", "His", "Her", "Their", "Its", "The top", "The first", "The last"),
            "The remaining",
        )
    ),
    *(
        ("de", f"{word} drei Soldaten wurden getötet.", ["killed 3"])
        for word in (
            *("Alle", "Die", "Lediglich", "Nur", "Allein", "Bereits", "Schon", "Inzwischen", "Noch", "Auch", "Sogar"),
            *("Insgesamt", "Weitere", "Wohl", "Die besagten"),
        )
    ),
    ("de", "Bei allen drei Toten fand man Ausweise.", ["killed 3"]),
    ("de", "Man gedachte aller drei getöteten Soldaten.", ["killed 3"]),
]

SHARES: list[tuple[str, str, list[str]]] = [
    ("de", "Vier von fünf Besatzungsmitgliedern kamen ums Leben.", ["killed 4"]),
    ("de", "Drei von fünf Geiseln wurden getötet.", ["killed 3"]),
    ("de", "Bei dem Angriff wurden zwei von vier Wachleuten getötet.", ["killed 2"]),
    ("en", "Three out of four crew members were killed.", ["killed 3"]),
    ("en", "Two out of five hostages died.", ["killed 2"]),
    ("en", "Gunmen killed two out of three guards.", ["killed 2"]),
    ("de", "Drei von zehn Frauen leben in Städten.", []),
    ("de", "Vier von fünf Menschen sterben zu Hause.", []),
    ("de", "Einer von vier Menschen stirbt an Krebs.", []),
    ("de", "Einer von fünf Patienten starb an der Krankheit.", []),
    ("en", "One in ten soldiers died of disease.", []),
    ("en", "Nine out of ten patients survive, but one in ten dies.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), PAIRS)
def test_dashes_in_pairs_are_brackets(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), RANGES)
def test_dashes_between_digits_part_nothing(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), STROKES)
def test_strokes_make_dates_of_digits_only(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), TOTALS)
def test_what_stands_before_numbers(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SHARES)
def test_parts_of_a_whole_are_people_and_rates_are_none(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", 'Troops killed "more than 60" rebel fighters.', [("killed 61-", "rebel fighters")]),
        ("en", "Officials counted “several dozen” civilians killed.", [("killed 24-99", "civilians")]),
        ("en", '"We killed 60" a spokesman said.', [("killed 60", "")]),
        ("de", "Dort wurden „mehr als 60“ Kämpfer getötet.", [("killed 61-", "Kämpfer")]),
        ("de", "Dort wurden „60“ Kämpfer getötet.", [("killed 60", "Kämpfer")]),
        ("de", "Dort wurden „Dutzende“ Kämpfer getötet.", [("killed 24-99", "Kämpfer")]),
        ("de", "Der Film „60“ handelt von Kämpfern.", []),
    ],
)
def test_quotation_marks_around_a_number_hide_nobody(
    extractor: Extractor, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(short(claim), claim.victims_text) for claim in claims(extractor, text, language)] == expected
