from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim, RelationType


def pairs(found: list[Claim], kind: RelationType) -> set[tuple[str, str]]:
    """Return the numbers of the claims that stand in a relation."""
    words = {claim.id: claim.number_text for claim in found}
    return {(claim.number_text, words[to]) for claim in found for to in claim.related(kind)}


@pytest.mark.parametrize(
    ("text", "language", "total", "parts"),
    [
        (
            (
                "Mindestens 28 Menschen wurden getötet. In einem Wohnhaus starben 19 Menschen, "
                "in einer Bäckerei starben neun Menschen."
            ),
            "de",
            "Mindestens 28",
            {"19", "neun"},
        ),
        (
            (
                "At least 28 people were killed in the Gaza Strip. Nineteen people died in Khan "
                "Younis. Nine people were killed in Jabalia."
            ),
            "en",
            "At least 28",
            {"Nineteen", "Nine"},
        ),
        (
            (
                "Elf Soldaten wurden im Süden getötet. Vier Soldaten starben im Norden. Damit "
                "wurden insgesamt 15 Soldaten getötet."
            ),
            "de",
            "15",
            {"Elf", "Vier"},
        ),
    ],
)
def test_numbers_that_add_up_are_parts(
    extractor: Extractor, text: str, language: str, total: str, parts: set[str]
) -> None:
    found = claims(extractor, text, language)
    assert pairs(found, RelationType.COMPONENT_OF) == {(part, total) for part in parts}
    assert pairs(found, RelationType.TOTAL_OF) == {(total, part) for part in parts}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("28 Menschen wurden getötet. In Idlib starben 19 Menschen. In Hama starben sieben Menschen.", "de"),
        ("In Aleppo wurden 28 Menschen getötet. In Homs starben 19 Menschen. In Hama starben neun Menschen.", "de"),
        ("28 soldiers were killed. Nineteen civilians died. Nine civilians were killed.", "en"),
        ("A bomb killed 17 people, including nine children and three women. Five more people died later.", "en"),
    ],
)
def test_numbers_that_only_seem_to_add_up(extractor: Extractor, text: str, language: str) -> None:
    assert pairs(claims(extractor, text, language), RelationType.COMPONENT_OF) == set()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            (
                "Mindestens 28 Menschen wurden getötet. In einem Haus starben 19 Menschen, in einem Laden starben neun "
                "Menschen. Unter den Toten sind fünf Kinder."
            ),
            "de",
            ("fünf", "Mindestens 28"),
        ),
        (
            "In Aleppo wurden 30 Menschen getötet. In Homs starben zwei Menschen. Unter den Toten sind elf Kinder.",
            "de",
            ("elf", "30"),
        ),
    ],
)
def test_a_part_belongs_to_what_can_hold_it(
    extractor: Extractor, text: str, language: str, expected: tuple[str, str]
) -> None:
    assert pairs(claims(extractor, text, language), RelationType.SUBSET_OF) == {expected}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "In Japan wurden 81 Menschen getötet. In Hiroshima starben mindestens 27 Menschen.",
            "de",
            {("mindestens 27", "81")},
        ),
        (
            "Across the country 64 people have died. In the capital alone, 19 were killed.",
            "en",
            {("19", "64")},
        ),
        (
            "Landesweit wurden 130 Menschen getötet. Allein in der Hauptstadt starben 60 Menschen.",
            "de",
            {("60", "130")},
        ),
        ("In Japan wurden 81 Menschen getötet. In Manila starben 27 Menschen.", "de", set()),
        ("In Hiroshima starben 27 Menschen. In Japan wurden 81 Menschen getötet.", "de", set()),
        ("In Japan wurden 81 Menschen getötet. In Hiroshima wurden 27 Menschen verletzt.", "de", set()),
    ],
)
def test_a_place_inside_a_place(extractor: Extractor, text: str, language: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(claims(extractor, text, language), RelationType.SUBSET_OF) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mehr als 90 Menschen wurden getötet. In Rafah starben allein 22 Bauern.", "de"),
        ("More than 90 people were killed. One strike alone killed 22 people.", "en"),
        ("Gunmen abducted 90 people; 22 hostages are still being held.", "en"),
        ("Bewaffnete verschleppten 90 Menschen; 22 Geiseln befinden sich noch in der Gewalt der Gruppe.", "de"),
    ],
)
def test_alone_and_still_are_some_of_those_told_before(extractor: Extractor, text: str, language: str) -> None:
    whole, part = claims(extractor, text, language)
    assert part.related(RelationType.SUBSET_OF) == (whole.id,)


def test_other_hostages_than_those_who_are_still_held_are_no_part(extractor: Extractor) -> None:
    first, second = claims(extractor, "Gunmen abducted 22 people; 90 hostages are still being held.", "en")
    assert (first.relations, second.relations) == ((), ())
