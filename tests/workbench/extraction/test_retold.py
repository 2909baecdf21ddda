from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short
from tests.workbench.extraction.test_wholes import pairs
from workbench.extraction.extractor import Extractor
from workbench.model.claim import RelationType


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            (
                "23 Tote bei Angriff auf Markt\n\nBei einem Angriff auf einen Markt sind laut "
                "Polizei 23 Menschen getötet worden."
            ),
            "de",
            {("23", "23")},
        ),
        (
            "Bomb kills 17 in Kabul\n\nA bomb killed 17 people in Kabul on Sunday, police said.",
            "en",
            {("17", "17")},
        ),
        (
            "23 Tote bei Angriff auf Markt\n\nBei einem Angriff auf einen Markt sind 25 Menschen getötet worden.",
            "de",
            set(),
        ),
    ],
)
def test_a_headline_says_what_the_text_says(
    extractor: Extractor, text: str, language: str, expected: set[tuple[str, str]]
) -> None:
    found = claims(extractor, text, language)
    assert pairs(found, RelationType.SAME_AS) == expected
    assert len({claim.incident_id for claim in found}) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tote nach Angriff auf Hafen\n\nBei einem Angriff auf einen Hafen sind sechs Menschen getötet worden.", "de"),
        ("Soldiers killed in ambush\n\nGunmen killed six soldiers on Monday, the army said.", "en"),
    ],
)
def test_people_whom_a_headline_names_are_counted_below(extractor: Extractor, text: str, language: str) -> None:
    found = claims(extractor, text, language)
    assert [short(c) for c in found] == ["killed 2-", "killed 6"]
    assert found[0].related(RelationType.SUMMARY_OF) == (found[1].id,)


def test_victims_of_whom_nothing_was_said_yet(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "In der Stadt gibt es Opfer. Nach Angaben der Polizei wurden drei Menschen getötet und vier verletzt.",
    )
    assert found[0].related(RelationType.SUMMARY_OF) == (found[1].id, found[2].id)


def test_people_named_after_a_number_are_others(extractor: Extractor) -> None:
    found = claims(extractor, "Sechs Soldaten wurden getötet. In Idlib wurden Zivilisten getötet.")
    assert pairs(found, RelationType.SUMMARY_OF) == set()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            (
                "Nach Angaben der Polizei wurden 23 Menschen getötet. Die Armee erklärte, Zivilisten seien nicht zu "
                "Schaden gekommen."
            ),
            "de",
            {("", "23")},
        ),
        (
            "The ministry said 23 people were killed. The coalition said that no civilians were harmed.",
            "en",
            {("no", "23")},
        ),
        (
            (
                "Das Verteidigungsministerium in Kiew dementierte Berichte, wonach 80 Rekruten "
                "getötet worden seien. Es habe keine Toten gegeben."
            ),
            "de",
            {("keine", "80")},
        ),
        ("Keine Toten gab es in Idlib. In Homs starben drei Menschen.", "de", set()),
    ],
)
def test_a_denial_points_to_what_it_denies(
    extractor: Extractor, text: str, language: str, expected: set[tuple[str, str]]
) -> None:
    assert pairs(claims(extractor, text, language), RelationType.DENIES) == expected


def test_a_headline_gives_the_text_no_place_and_no_rival(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "Dutzende getötet bei Angriff in Zentralsomalia\n\nIn Beledweyne wurden laut Polizei 53 Soldaten getötet. Laut "
        "SOHR gab es zwölf Verletzte.",
    )
    assert [claim.where.name for claim in found[1:] if claim.where is not None] == ["Beledweyne", "Beledweyne"]
    assert all(not claim.related(RelationType.RIVAL_OF) for claim in found)
