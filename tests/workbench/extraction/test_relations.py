from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.extraction.relations import connected
from workbench.model.claim import Claim, RelationType


def pairs(found: list[Claim], kind: RelationType) -> set[tuple[int, int]]:
    return {(claim.id, to) for claim in found for to in claim.related(kind)}


def test_a_total_over_both_sides_and_its_parts(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "Fast 50 Soldaten und Rebellenkämpfer wurden getötet. 30 Soldaten der syrischen Armee wurden getötet. "
        "17 Kämpfer der HTS wurden getötet.",
    )
    assert pairs(found, RelationType.TOTAL_OF) == {(1, 2), (1, 3)}
    assert pairs(found, RelationType.COMPONENT_OF) == {(2, 1), (3, 1)}


def test_parts_beyond_the_total_are_none(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "Fast 40 Soldaten und Rebellenkämpfer wurden getötet. 30 Soldaten der syrischen Armee wurden getötet. "
        "17 Kämpfer der HTS wurden getötet.",
    )
    assert pairs(found, RelationType.TOTAL_OF) == set()


def test_a_vague_number_sums_up_what_is_told_later(extractor: Extractor) -> None:
    found = claims(extractor, "Dutzende Zivilisten wurden getötet. Am Abend hieß es, 61 Zivilisten wurden getötet.")
    assert pairs(found, RelationType.SUMMARY_OF) == {(1, 2)}


def test_weitere_adds_to_the_last_of_its_effect(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern wurden getötet. Vier weitere Bauern wurden getötet.")
    assert pairs(found, RelationType.ADDITIONAL_TO) == {(2, 1)}


def test_a_sentence_opening_with_also_adds_to_the_one_before(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern wurden getötet. Außerdem wurden vier Lehrer getötet.")
    assert pairs(found, RelationType.ADDITIONAL_TO) == {(2, 1)}


def test_a_rising_toll_supersedes(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern wurden getötet. Die Zahl der Toten stieg auf 14.")
    assert pairs(found, RelationType.SUPERSEDES) == {(2, 1)}


def test_two_origins_on_one_side_are_rivals(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "Laut SOHR wurden neun HTS-Kämpfer getötet. Laut Human Rights Watch wurden vierzig HTS-Kämpfer getötet.",
    )
    assert pairs(found, RelationType.RIVAL_OF) == {(2, 1)}


def test_civilians_are_apart_from_the_fighters_total(extractor: Extractor) -> None:
    found = claims(extractor, "Fast 50 Soldaten und Rebellenkämpfer wurden getötet. Zivilisten wurden getötet.")
    assert pairs(found, RelationType.DISJOINT_FROM) == {(2, 1)}


def test_connections_go_both_ways(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern wurden getötet, darunter zwei Kinder.")
    assert connected(found) == {1: {2}, 2: {1}}


def test_besides_adds_other_people_in_the_middle_of_a_sentence(extractor: Extractor) -> None:
    found = claims(
        extractor,
        "Bei dem Angriff auf den Markt starben 12 Menschen. Am Stadtrand starben laut Polizei zudem 7 Soldaten.",
    )
    assert pairs(found, RelationType.ADDITIONAL_TO) == {(2, 1)}
    found = claims(extractor, "Twelve people were killed. The police also said that twelve people were killed.", "en")
    assert pairs(found, RelationType.ADDITIONAL_TO) == set()


def test_people_of_one_enumeration_are_apart(extractor: Extractor) -> None:
    found = claims(extractor, "Ein Lehrer, zwei Bauern und drei Soldaten wurden getötet.")
    assert pairs(found, RelationType.DISJOINT_FROM) == {(2, 1), (3, 1), (3, 2)}


def test_a_part_is_not_apart_from_its_whole(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern, darunter zwei Kinder, wurden getötet.")
    assert pairs(found, RelationType.DISJOINT_FROM) == set()


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("SOHR put the toll at 7, while witnesses said 11 civilians died.", {(1, 2)}),
        ("Eleven civilians died. Activists put the number of dead at 9.", {(2, 1)}),
        ("SOHR put the toll at 20, four of them soldiers. Witnesses said 11 civilians died.", set()),
        ("Twenty were killed. Witnesses said 11 civilians died.", set()),
        ("Witnesses said 11 civilians died and 20 soldiers were killed. SOHR put the toll at 25.", set()),
    ],
)
def test_a_toll_of_nobody_in_particular(extractor: Extractor, text: str, rivals: set[tuple[int, int]]) -> None:
    assert pairs(claims(extractor, text, "en"), RelationType.RIVAL_OF) == rivals


@pytest.mark.parametrize("opener", ["Separately,", "In a separate clash", "Elsewhere,", "In addition,"])
def test_another_event_adds(extractor: Extractor, opener: str) -> None:
    found = claims(extractor, f"Troops killed four rebels. {opener} troops killed nine rebels.", "en")
    assert pairs(found, RelationType.ADDITIONAL_TO) == {(2, 1)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Troops killed five rebels. They killed two rebels in Homs. Separately, three rebels died.", {(1, 2), (1, 3)}),
        ("Five people died. The blast killed two farmers and three soldiers.", {(1, 2), (1, 3)}),
        ("Six people died. The blast killed two farmers and three soldiers.", set()),
        ("Five farmers died. The blast killed two farmers and three soldiers.", set()),
    ],
)
def test_people_told_apart_add_up_to_a_number(extractor: Extractor, text: str, parts: set[tuple[int, int]]) -> None:
    assert pairs(claims(extractor, text, "en"), RelationType.TOTAL_OF) == parts


def test_a_toll_is_no_rival_of_another_towns_people(extractor: Extractor) -> None:
    text = (
        "Bei einem Angriff auf Cherson starben am Mittwoch nach Angaben der Polizei 15 Menschen. "
        "In Charkiw wurden zwei Fahrgäste getötet, teilte die Armee mit. "
        "Der Bürgermeister berichtete zunächst von zwölf Toten in Cherson."
    )
    told = {c.victims_text: c.id for c in claims(extractor, text)}
    assert all(told["Fahrgäste"] not in c.related(RelationType.RIVAL_OF) for c in claims(extractor, text))


def test_what_comes_beside_is_not_added_to_a_headline(extractor: Extractor) -> None:
    text = "Luftangriff: 31 Soldaten getötet\n\nDie Armee hat 31 Soldaten getötet, außerdem wurden Häuser zerstört."
    head, told = claims(extractor, text)[:2]
    assert (head.related(RelationType.SAME_AS), told.relations) == ((told.id,), ())
