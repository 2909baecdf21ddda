from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import RelationType


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Zahl der Toten liegt bei 61.", ["killed 61"]),
        ("Die Zahl der Verletzten stieg auf 61.", ["wounded 61"]),
        ("Die Zahl der Toten stieg um vier auf 61.", ["killed 4", "killed 61"]),
        ("Die Behörden senkten die Zahl der Toten von 70 auf 61.", ["killed 70", "killed 61"]),
        ("Die Zahl der Menschen, die getötet wurden, wird mit 61 beziffert.", ["killed 61"]),
        ("Die Zahl der bei dem Anschlag getöteten Menschen ist auf 61 gestiegen.", ["killed 61"]),
        ("Die Zahl der Einwohner liegt bei 61.", []),
    ],
)
def test_german_tolls(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_delta_and_its_new_total(extractor: Extractor) -> None:
    delta, total = claims(extractor, "Die Zahl der Toten stieg um vier auf 61.")
    assert delta.related(RelationType.DELTA_OF) == (total.id,)


def test_a_correction_supersedes(extractor: Extractor) -> None:
    old, new = claims(extractor, "Die Behörden senkten die Zahl der Toten von 70 auf 61.")
    assert new.related(RelationType.SUPERSEDES) == (old.id,)


def test_another_party_speaks_of_another_number(extractor: Extractor) -> None:
    one, two = claims(extractor, "Die Regierung meldete neun Tote, die Rebellen sprachen von 61.")
    assert two.related(RelationType.RIVAL_OF) == (one.id,)
    assert two.attribution_text == "die Rebellen"


def test_a_toll_spoken_of_again(extractor: Extractor) -> None:
    text = "Zunächst meldete die Polizei neun Tote. Später korrigierten die Ärzte die Zahl auf sieben."
    assert told(extractor, text) == ["killed 9", "killed 7"]


def test_a_toll_of_named_people(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Zahl der Verletzten ist auf 23 Personen angewachsen.")
    assert (claim.quantity.value, claim.victims_text) == (23, "Personen")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Zahl 13 gilt als Unglückszahl.", []),
        ("Das Regiment hatte Verluste von 300 Mann zu beklagen.", ["casualties_unspecified 300"]),
        ("Der Konzern meldete Verluste von 40 Millionen Euro.", []),
        ("Die Armee räumte den Verlust von neun Mann ein.", ["casualties_unspecified 9"]),
        ("Die Bank verkraftete den Verlust von neun Mitarbeitern.", []),
        ("Neun Gefangene wurden gefoltert und drei von ihnen zu Tode geprügelt.", ["killed 3"]),
        ("Drei Tote sind zu beklagen.", ["killed 3"]),
        ("Nach der Verletzung von zwei Stammspielern muss der Trainer umstellen.", []),
        ("Von den 20 gefangenen Soldaten wurden zwölf erschossen.", ["killed 12"]),
    ],
)
def test_tolls_spoken_of_again_and_losses(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "victims"),
    [
        ("de", "Die Zahl der Toten unter den Soldaten stieg auf 53.", "Soldaten"),
        ("de", "Unter den Polizisten stieg die Zahl der Toten auf 53.", "Polizisten"),
        ("de", "Die Zahl der Toten stieg auf 53.", ""),
        ("en", "The death toll among soldiers rose to 53.", "soldiers"),
        ("en", "The number of dead among civilians climbed to at least 12.", "civilians"),
    ],
)
def test_a_toll_counts_among_somebody(extractor: Extractor, language: str, text: str, victims: str) -> None:
    assert [claim.victims_text for claim in claims(extractor, text, language)] == [victims]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The army put its own dead at nine, with 21 wounded.", ["killed 9", "wounded 21"]),
        ("en", "The ministry put its losses at 49.", ["casualties_unspecified 49"]),
        ("en", "Villagers counted 12 dead, while a charity put the figure at 30.", ["killed 12", "killed 30"]),
        ("en", "The army put up posters at nine bases.", []),
        ("de", "Der Arzt sprach von zwölf Toten, die Polizei bestätigte lediglich neun.", ["killed 12", "killed 9"]),
        ("en", "Villagers said 12 people had died; police confirmed only nine.", ["killed 12", "killed 9"]),
        ("en", "Twelve people died. Police confirmed nine arrests.", ["killed 12"]),
        ("de", "Zwölf Menschen starben. Die Polizei zählte neun Einschläge.", ["killed 12"]),
    ],
)
def test_numbers_that_another_gives(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group lost 27 fighters, officials said; the rebels admitted to only four.", "casualties_unspecified 4"),
        ("The toll from the clashes touches 60.", "killed 60"),
        ("The dead comprised five men and three women.", "killed 5"),
        ("Three-quarters of the 240 casualties were women.", "casualties_unspecified 180"),
        ("Upward of 40 guests were hurt.", "wounded 41-"),
        ("Eleven pupils remain in captivity.", "abducted 11"),
        ("After the blast seven people were still trapped under the rubble.", "missing 7"),
    ],
)
def test_more_words_for_tolls_and_harm(extractor: Extractor, text: str, expected: str) -> None:
    assert expected in told(extractor, text, "en")


@pytest.mark.parametrize(
    ("language", "text", "whole"),
    [
        ("en", "The death toll rose to 31 after three farmers died of their wounds.", 0),
        ("en", "The toll stood at 31 when four of the injured died in hospital.", 0),
        ("en", "Three of the injured died on Monday, bringing the death toll to 31.", 1),
        ("de", "Die Zahl der Toten stieg auf 31, nachdem drei Verletzte gestorben waren.", 0),
        ("de", "Drei Verletzte starben am Montag, damit stieg die Zahl der Toten auf 31.", 1),
        ("de", "Nachdem drei Verletzte gestorben waren, stieg die Zahl der Toten auf 31.", 1),
    ],
)
def test_the_deaths_that_moved_a_toll_are_among_it(extractor: Extractor, language: str, text: str, whole: int) -> None:
    found = claims(extractor, text, language)
    assert [claim.related(RelationType.SUBSET_OF) for claim in found] == [
        () if index == whole else (found[whole].id,) for index in range(2)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The toll in Homs rose to 31, while nine farmers were killed in Hama."),
        ("en", "The toll among soldiers rose to 31 after nine farmers were killed."),
        ("de", "Die Zahl der Toten in Homs stieg auf 31, in Hama wurden neun Bauern getötet."),
    ],
)
def test_other_deaths_told_beside_a_toll_are_not(extractor: Extractor, language: str, text: str) -> None:
    assert not [claim for claim in claims(extractor, text, language) if claim.related(RelationType.SUBSET_OF)]


def test_a_toll_of_a_later_day_replaces_the_one_before(extractor: Extractor) -> None:
    text = (
        "Am Montag wurden 30 Bauern getötet. Am Mittwoch starb ein Verletzter, die Zahl der Toten stieg damit auf 31."
    )
    first, _, toll = claims(extractor, text)
    assert toll.related(RelationType.SUPERSEDES) == (first.id,)


def test_a_word_inside_a_number_gives_no_reason(extractor: Extractor) -> None:
    text = "Die Zahl der Toten stieg auf mehr als 90, die Armee sprach von fünf Toten."
    assert not [claim for claim in claims(extractor, text) if claim.related(RelationType.SUBSET_OF)]


@pytest.mark.parametrize(
    ("text", "victims", "actor"),
    [
        ("The number of ELN dead rose to 14.", "ELN", "co_eln"),
        ("The number of dead ELN guerrillas stood at 14.", "ELN guerrillas", "co_eln"),
        ("Officials put the number of ELN killed at 14.", "ELN", "co_eln"),
        ("The number of people killed was 14.", "people", None),
        ("The number of confirmed dead was 14.", "", None),
    ],
)
def test_whose_the_dead_of_a_toll_are(extractor: Extractor, text: str, victims: str, actor: str | None) -> None:
    (claim,) = claims(extractor, text, "en")
    assert (claim.quantity.value, claim.victims_text, claim.actor) == (14, victims, actor)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Deaths stood at 19.", ["killed 19"]),
        ("en", "Civilian fatalities have reached 700, monitors said.", ["killed 700"]),
        ("en", "Deaths now number in the camp.", []),
        ("en", "Casualties stood at 19 dead and 50 wounded.", ["killed 19", "wounded 50"]),
        ("en", "Deaths ran into the hundreds.", ["killed 200-999"]),
    ],
)
def test_a_noun_may_come_to_a_number(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
