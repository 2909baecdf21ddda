from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category, Effect, RelationType


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("21 Bauern wurden getötet, darunter vier Kinder.", "killed 21", ["killed 4"]),
        ("21 Bauern, darunter vier Kinder und drei Frauen, wurden getötet.", "killed 21", ["killed 4", "killed 3"]),
        ("21 Bauern wurden getötet, unter ihnen mindestens vier Kinder.", "killed 21", ["killed 4-"]),
        ("21 Bauern wurden verletzt, vier von ihnen schwer.", "wounded 21", ["wounded 4"]),
        ("21 Bauern wurden verletzt, vier davon lebensgefährlich.", "wounded 21", ["wounded 4"]),
        ("Vier der 21 Verletzten sind Kinder.", "wounded 21", ["wounded 4"]),
        ("Die Hälfte der 20 Toten waren Kinder.", "killed 20", ["killed 10"]),
        ("Acht Menschen (sieben Bauern und eine Frau) starben.", "killed 8", ["killed 7", "killed 1"]),
        ("Alle acht Bauern starben, sechs von ihnen Kriegsveteranen.", "killed 8", ["killed 6"]),
        ("13 Menschen starben, elf Bauern und zwei Lehrer.", "killed 13", ["killed 11", "killed 2"]),
        ("Fünf Menschen wurden getötet, ein Vater und seine vier Söhne.", "killed 5", ["killed 1", "killed 4"]),
        ("Fünf Menschen wurden getötet – drei Männer und zwei Frauen.", "killed 5", ["killed 3", "killed 2"]),
        ("Sieben Menschen – vier Männer und drei Frauen – wurden getötet.", "killed 7", ["killed 4", "killed 3"]),
        ("Sechs Menschen starben, darunter zwei Frauen mit drei Kindern.", "killed 6", ["killed 2", "killed 3"]),
        ("Unter den Toten sind sieben Soldaten, darunter zwei Offiziere.", "killed 7", ["killed 2"]),
        ("13 Menschen starben, elf Bauern und zwei Lehrer wurden verletzt.", "killed 13", []),
        ("21 Bauern wurden getötet. Unter den Toten sind vier Kinder.", "killed 21", ["killed 4"]),
        ("21 Bauern wurden getötet. Unter den Toten ist auch der Bürgermeister.", "killed 21", ["killed 1"]),
    ],
)
def test_german_parts(extractor: Extractor, text: str, whole: str, parts: list[str]) -> None:
    found = claims(extractor, text)
    (total,) = [claim for claim in found if short(claim) == whole]
    inside = [claim for claim in found if total.id in claim.related(RelationType.SUBSET_OF)]
    assert [short(claim) for claim in inside] == parts


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("21 farmers, including four children, were killed.", "killed 21", ["killed 4"]),
        ("21 farmers were killed, four of them children.", "killed 21", ["killed 4"]),
        ("21 farmers were wounded, four of whom died.", "wounded 21", ["killed 4"]),
    ],
)
def test_english_parts(extractor: Extractor, text: str, whole: str, parts: list[str]) -> None:
    found = claims(extractor, text, "en")
    (total,) = [claim for claim in found if short(claim) == whole]
    inside = [claim for claim in found if total.id in claim.related(RelationType.SUBSET_OF)]
    assert [short(claim) for claim in inside] == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Von 40 Angreifern wurden sechs getötet.", ["killed 6"]),
        ("Von den 40 Fahrgästen wurde niemand verletzt.", ["wounded 0"]),
        ("Bei drei Angriffen wurden je vier Bauern getötet.", ["killed 12"]),
    ],
)
def test_bases_and_distributives(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_part_is_who_it_is_said_to_be(extractor: Extractor) -> None:
    found = claims(extractor, "21 Bauern wurden getötet, darunter vier Kinder.")
    assert [claim.category for claim in found] == [Category.CIVILIAN, Category.CHILD]
    assert [claim.category for claim in claims(extractor, "Vier der 21 Verletzten sind Kinder.")][-1:] != []


def test_a_bare_part_of_two_effects_is_a_part_of_both(extractor: Extractor) -> None:
    found = claims(extractor, "Bauern, darunter Kinder, wurden getötet und verletzt.")
    assert sorted(short(claim) for claim in found) == ["killed 2-", "killed 2-", "wounded 2-", "wounded 2-"]
    parts = [claim for claim in found if claim.related(RelationType.SUBSET_OF)]
    assert {claim.category for claim in parts} == {Category.CHILD}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Neun Bauern darunter zwei Kinder wurden getötet.", [False, True]),
        ("Neun Bauern wurden getötet, zwei davon waren Kinder.", [False, True]),
        ("Der Arzt spricht in einem Bericht davon, dass neun Bauern getötet wurden.", [False]),
    ],
)
def test_parts_without_a_comma(extractor: Extractor, text: str, parts: list[bool]) -> None:
    found = claims(extractor, text)
    assert [any(r.type is RelationType.SUBSET_OF for r in claim.relations) for claim in found] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Von den 19 Verletzten schweben vier in Lebensgefahr.", [False, True]),
        ("Von den 19 Verletzten sind vier gestorben.", [False, True]),
    ],
)
def test_a_part_with_a_verb_of_its_own(extractor: Extractor, text: str, parts: list[bool]) -> None:
    found = claims(extractor, text)
    assert [any(r.type is RelationType.SUBSET_OF for r in claim.relations) for claim in found] == parts


def test_among_the_dead_of_the_same_sentence(extractor: Extractor) -> None:
    found = claims(extractor, "Neun Bauern wurden getötet, sagte der Arzt, unter den Toten sind zwei Kinder.")
    assert [any(r.type is RelationType.SUBSET_OF for r in claim.relations) for claim in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unter den Toten seien drei Kinder, teilte ein Arzt mit.", ["killed 3"]),
        ("Unter den Toten ist auch ein Kind, sagte eine Sprecherin.", ["killed 1"]),
        ("Unter den Verletzten sind laut einem Sprecher vier Bauern.", ["wounded 4"]),
        ("Unter den Toten waren drei Kinder und ein Soldat, sagte ein Arzt.", ["killed 3", "killed 1"]),
    ],
)
def test_who_says_so_is_not_among_them(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Ein Viertel der 36 Toten waren Frauen.", ["Toten", "Frauen"]),
        ("Ein Drittel der 36 Toten waren Kinder.", ["Toten", "Kinder"]),
        ("Die Mehrheit der 36 Toten waren Bauern.", ["Toten"]),
        ("Die Hälfte der 36 Toten waren Kinder.", ["Toten", "Kinder"]),
        ("Die 36 Toten waren Bauern.", ["Bauern"]),
        ("36 Tote waren Bauern.", ["Bauern"]),
    ],
)
def test_what_a_share_of_the_dead_were(extractor: Extractor, text: str, victims: list[str]) -> None:
    assert [claim.victims_text for claim in claims(extractor, text)] == victims


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Fast drei Viertel der 40 Verletzten waren Frauen.", ["wounded 40", "wounded 27-29"]),
        ("en", "A quarter of the 40 dead were children.", ["killed 40", "killed 10"]),
        ("en", "Two thirds of the 90 people wounded in the blast were students.", ["wounded 90", "wounded 60"]),
        ("en", "More than half of the 800 people who fled are children.", ["displaced 800", "displaced 401-"]),
        ("en", "A third of the 90 votes were counted.", []),
        ("de", "Im letzten Viertel der 40 Spiele gab es nichts.", []),
    ],
)
def test_shares_of_a_whole(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


def test_some_of_the_wounded_who_die(extractor: Extractor) -> None:
    died, wounded = claims(extractor, "Two of the 15 people injured in the blast died in hospital.", "en")
    assert (died.effect.value, died.quantity.value, wounded.quantity.value) == ("killed", 2, 15)
    assert [r.type for r in died.relations] == [RelationType.SUBSET_OF]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least 80 people were killed and 900 displaced. Among the dead are seven nurses."),
        ("de", "Mindestens 80 Menschen wurden getötet und 900 vertrieben. Unter den Toten sind sieben Pfleger."),
    ],
)
def test_those_among_the_dead_are_some_of_the_dead(extractor: Extractor, language: str, text: str) -> None:
    dead, _, some = claims(extractor, text, language)
    assert (some.effect, some.related(RelationType.SUBSET_OF)) == (Effect.KILLED, (dead.id,))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ein Viertel der 80 Rekruten wurde getötet.", ["killed 20"]),
        ("de", "Die Brigade verlor die Hälfte ihrer 60 Soldaten.", ["casualties_unspecified 30"]),
        ("en", "A quarter of the 80 recruits were killed.", ["killed 20"]),
        ("en", "More than half of the 90 hostages have been released.", ["released 46-"]),
        ("en", "A quarter of the 80 recruits killed were teenagers.", ["killed 80", "killed 20"]),
        ("en", "Half of the 60 recruits passed the test.", []),
    ],
)
def test_a_verb_may_be_said_of_a_share(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A family, including three girls, was killed.", ["killed 3"]),
        ("en", "A family, including three girls, was rescued.", []),
    ],
)
def test_some_of_a_family_nobody_counts(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Two nurses employed by a charity were among nine people killed.", ["killed 2", "killed 9"]),
        ("en", "Two nurses, neighbours said, were not among nine people killed.", ["killed 9"]),
    ],
)
def test_some_of_whom_more_is_said_are_among_others(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


def test_one_person_of_somebodys_is_one(extractor: Extractor) -> None:
    assert told(extractor, "Unter den Toten sind eine Lehrerin und ihr Neugeborenes.") == ["killed 1", "killed 1"]
