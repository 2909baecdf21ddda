from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import Category


@pytest.mark.parametrize(
    ("text", "actor", "category"),
    [
        ("Neun HTS-Kämpfer wurden getötet.", "sy_hts", Category.COMBATANT_NONSTATE),
        ("Neun Mitglieder der Hisbollah wurden getötet.", "hezbollah", Category.COMBATANT_NONSTATE),
        ("Neun Soldaten der syrischen Armee wurden getötet.", "sy_gov_forces", Category.COMBATANT_STATE),
        ("Neun Soldaten wurden getötet.", None, Category.COMBATANT_STATE),
        ("Neun Menschen wurden getötet.", None, Category.UNSPECIFIED),
    ],
)
def test_the_actor_is_the_one_named_in_the_victims(
    extractor: Extractor, text: str, actor: str | None, category: Category
) -> None:
    (claim,) = claims(extractor, text)
    assert (claim.actor, claim.category, claim.side) == (actor, category, None)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Troops killed 57 IS fighters in the north.", "is"),
        ("57 IS fighters were killed in the north.", "is"),
        ("Nobody knows who is behind it; 57 people were killed.", None),
    ],
)
def test_an_acronym_that_spells_a_verb_is_the_group(extractor: Extractor, text: str, actor: str | None) -> None:
    (claim,) = claims(extractor, text, "en")
    assert (claim.quantity.value, claim.actor) == (57, actor)


def test_civilians_have_their_own_side(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Neun Zivilisten wurden getötet.")
    assert (claim.actor, claim.side) == (None, CIVILIAN_SIDE)


def test_one_number_over_fighters_of_both_sides(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Neun Soldaten und Rebellenkämpfer wurden getötet.")
    assert (claim.actor, claim.side, claim.category) == (None, BOTH_SIDES, Category.COMBATANT_MIXED)


def test_members_left_unnamed_are_of_the_group_before(extractor: Extractor) -> None:
    text = "Es wurden 12 Mitglieder der Hisbollah getötet und drei Mitglieder gefangen genommen."
    killed, captured = claims(extractor, text)
    assert killed.actor == captured.actor == "hezbollah"
    assert "victims: side from the group before, hezbollah" in captured.rules


def test_a_fighting_part_is_on_the_side_of_its_whole(extractor: Extractor) -> None:
    text = "Neun Kämpfer der Hisbollah wurden getötet, darunter zwei Kommandeure."
    assert [claim.actor for claim in claims(extractor, text)] == ["hezbollah", "hezbollah"]


def test_a_civilian_part_is_not(extractor: Extractor) -> None:
    text = "Neun Mitglieder der Hisbollah wurden getötet, darunter zwei Kinder."
    assert [claim.actor for claim in claims(extractor, text)] == ["hezbollah", None]


def test_whom_the_killers_attacked(extractor: Extractor) -> None:
    text = "Die syrische Armee habe Stellungen der Hisbollah angegriffen und Dutzende getötet."
    (claim,) = claims(extractor, text)
    assert claim.actor == "hezbollah"
    assert "victims: the actor attacked, hezbollah" in claim.rules


def test_things_have_no_actor(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Neun Panzer der syrischen Armee wurden zerstört.")
    assert (claim.actor, claim.side) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("de", "Fünf syrische Soldaten wurden getötet.", "sy_gov_forces"),
        ("de", "Drei US-Soldaten wurden verletzt.", "us_forces"),
        ("de", "Die russische Armee verlor nach Angaben des ukrainischen Generalstabs 90 Soldaten.", "ru_forces"),
        ("de", "Die Hisbollah teilte mit, zwei ihrer Kämpfer seien getötet worden.", "hezbollah"),
        ("en", "The Israeli military said two of its soldiers were killed.", "idf"),
        ("en", "The Russian army lost 15 soldiers.", "ru_forces"),
        ("en", "Four Palestinians were killed.", None),
        ("de", "Fünf Soldaten der Ukraine starben.", "ua_forces"),
        ("de", "Fünf Soldaten Russlands starben.", "ru_forces"),
        ("de", "Die Hisbollah bestätigte den Tod von sechs ihrer Mitglieder.", "hezbollah"),
        ("de", "Fünf Soldaten der Stadt Moskau starben.", None),
        ("en", "Five soldiers of Ukraine were killed.", "ua_forces"),
    ],
)
def test_whose_people_they_were(extractor: Extractor, language: str, text: str, actor: str | None) -> None:
    (claim,) = claims(extractor, text, language)
    assert claim.actor == actor
