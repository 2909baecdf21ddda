from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import RelationType


def parts(extractor: Extractor, text: str, language: str) -> dict[str, str]:
    """Return what a text says of some people, by the claim they are some of."""
    found = claims(extractor, text, language)
    names = {claim.id: short(claim) for claim in found}
    return {short(claim): names[to] for claim in found for to in claim.related(RelationType.SUBSET_OF)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "58 Bauern wurden verletzt, 13 davon seien Kinder, sieben lägen noch im Krankenhaus.",
            "de",
            {"wounded 13": "wounded 58", "wounded 7": "wounded 58"},
        ),
        ("Neun Bauern starben. Vier stammten aus Italien.", "de", {"killed 4": "killed 9"}),
        ("More than 90 farmers were injured; three remain in hospital.", "en", {"wounded 3": "wounded 91-"}),
        ("Neun Bauern starben, vier sind entkommen.", "de", {}),
        ("Nine farmers were killed. Four were arrested.", "en", {}),
    ],
)
def test_what_only_describes(extractor: Extractor, text: str, language: str, expected: dict[str, str]) -> None:
    assert parts(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Drei der fünf getöteten Soldaten stammten aus Sachsen.", "de", {"killed 3": "killed 5"}),
        ("Elf Kinder wurden getötet. Zwei der Kinder waren jünger als drei Jahre.", "de", {"killed 2": "killed 11"}),
        ("Elf Kinder wurden getötet. Zwei der Kinder kehrten in ihr Dorf zurück.", "de", {}),
        ("Von den 39 Verletzten mussten 14 operiert werden.", "de", {"wounded 14": "wounded 39"}),
        ("Zehn Kinder kamen aus dem Ort. Zwei der Kinder waren krank.", "de", {}),
    ],
)
def test_some_of_a_group(extractor: Extractor, text: str, language: str, expected: dict[str, str]) -> None:
    assert parts(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("25 Bauern wurden erschossen. Zu den Opfern zählen acht Schüler.", "de", {"killed 8": "killed 25"}),
        ("25 farmers were shot dead. The dead included eight pupils.", "en", {"killed 8": "killed 25"}),
        ("25 Bauern wurden erschossen. Zu den Gästen zählen acht Schüler.", "de", {}),
    ],
)
def test_who_is_counted_among_them(extractor: Extractor, text: str, language: str, expected: dict[str, str]) -> None:
    assert parts(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Twenty farmers were killed in Helmand and six in Kandahar.", "en", ["killed 20", "killed 6"]),
        ("130 Bauern wurden getötet, mehr als 60 allein in der Hauptstadt.", "de", ["killed 130", "killed 61-"]),
        ("Twenty farmers were killed in May and six in June.", "en", ["killed 20"]),
        ("Twenty farmers were killed and six in Kandahar were fined.", "en", ["killed 20"]),
    ],
)
def test_a_number_and_its_place(extractor: Extractor, text: str, language: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Die Zeitung zählte 88 Tote: 51 Soldaten, 29 Rebellen und acht Bauern.",
            "de",
            {"killed 51": "killed 88", "killed 29": "killed 88", "killed 8": "killed 88"},
        ),
        (
            "The clashes left 22 dead: 14 rebels, five soldiers and three farmers.",
            "en",
            {"killed 14": "killed 22", "killed 5": "killed 22", "killed 3": "killed 22"},
        ),
        ("Die Zeitung zählte acht Tote: 51 Soldaten und 29 Rebellen kämpften.", "de", {}),
    ],
)
def test_a_list_after_a_colon(extractor: Extractor, text: str, language: str, expected: dict[str, str]) -> None:
    assert parts(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neun Männer starben, während 70 Rebellen getötet wurden.", ["killed 9", "killed 70"]),
        ("Dabei seien bis zu 60 Soldaten und drei Ausbilder getötet worden.", ["killed -60", "killed 3"]),
        ("Bei einem Anschlag sind am 3. Oktober 17 Menschen getötet worden.", ["killed 17"]),
    ],
)
def test_clauses_and_dates_around_a_number(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_number_corrected_in_the_sentence_that_tells_it(extractor: Extractor) -> None:
    found = claims(extractor, "Der Gouverneur hatte zunächst von 31 Toten gesprochen und diese Zahl auf 28 korrigiert.")
    assert [short(claim) for claim in found] == ["killed 31", "killed 28"]
    assert found[1].related(RelationType.SUPERSEDES) == (found[0].id,)


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Eight people were killed in Khan Younis and four in Rafah.", "en", ["Khan Yunis", "Rafah"]),
        ("In Aleppo wurden acht Menschen getötet, in Homs drei.", "de", ["Aleppo", "Homs"]),
        ("Air strikes killed 34 people across Syria, 22 of them in Aleppo.", "en", ["Syria", "Aleppo"]),
    ],
)
def test_each_number_of_a_list_has_its_place(extractor: Extractor, text: str, language: str, places: list[str]) -> None:
    found = claims(extractor, text, language)
    assert [claim.where.name if claim.where is not None else "" for claim in found] == places


SPELT_OUT = [
    ("All of the dead – five men, two women and a boy – were neighbours.", ["killed 5", "killed 2", "killed 1"]),
    ("The dead, three teachers and a guard, were flown home.", ["killed 3", "killed 1"]),
    ("The wounded: four soldiers and two nurses.", ["wounded 4", "wounded 2"]),
    ("In addition to the dead, 30 people, mostly tourists, were injured.", ["wounded 30"]),
    ("The dead – says the mayor – were neighbours.", []),
    ("All but two of the 15 passengers were killed.", ["killed 13"]),
    ("All but one of the ten officers died.", ["killed 9"]),
    ("Seven of the rebels and two officers died.", ["killed 7", "killed 2"]),
]


@pytest.mark.parametrize(("text", "expected"), SPELT_OUT)
def test_a_list_set_off_says_who_the_dead_were(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_those_spelt_out_are_parts_of_those_told_before(extractor: Extractor) -> None:
    text = "Eight people were killed. The dead – five men and three women – came from one village."
    whole, *parts = claims(extractor, text, "en")
    assert [[r.type.value for r in part.relations if r.to == whole.id][:1] for part in parts] == [["subset_of"]] * 2


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Acht Menschen wurden getötet. Zwei Täter sind flüchtig, drei waren polizeibekannt.", "de", ["killed 8"]),
        ("Acht Menschen wurden getötet. Drei sind noch flüchtig.", "de", ["killed 8"]),
        ("Acht Menschen wurden getötet. Drei waren Kinder.", "de", ["killed 8", "killed 3"]),
        ("Eight people were killed. Two suspects were arrested, three remain at large.", "en", ["killed 8"]),
        ("Eight people were wounded. Three remain in custody.", "en", ["wounded 8"]),
        ("Eight people were wounded. Three are in critical condition.", "en", ["wounded 8", "wounded 3"]),
    ],
)
def test_others_are_none_of_them(extractor: Extractor, text: str, language: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
