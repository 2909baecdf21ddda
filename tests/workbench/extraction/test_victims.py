from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.claims import sentences_of
from workbench.extraction.drafts import Sentence
from workbench.extraction.victims import Group, counts_none
from workbench.model.claim import Category, Unit


def sentence(pipelines: dict[str, Language], text: str, language: str = "de") -> Sentence:
    return sentences_of(pipelines[language](text))[0]


def numbered(read: Sentence) -> list[Group]:
    return [group for group in read.groups if group.number is not None]


def who(read: Sentence, group: Group) -> str:
    return "" if group.victims is None else read.words.doc[group.victims[0] : group.victims[1]].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drei Soldaten kamen.", "Soldaten"),
        ("Drei schwer bewaffnete Männer kamen.", "schwer bewaffnete Männer"),
        ("Drei Mitglieder der Miliz kamen.", "Mitglieder der Miliz"),
        ("Drei Mitglieder der (syrischen) Regimekräfte kamen.", "Mitglieder der (syrischen) Regimekräfte"),
        ("Drei Mitglieder verbündeter bewaffneter Gruppen kamen.", "Mitglieder verbündeter bewaffneter Gruppen"),
        ("Drei Schüler aus der Stadt Homs kamen.", "Schüler aus der Stadt Homs"),
        ("Drei weitere kamen.", ""),
        ("Drei kamen.", ""),
    ],
)
def test_german_phrases(pipelines: dict[str, Language], text: str, expected: str) -> None:
    read = sentence(pipelines, text)
    (group,) = numbered(read)
    assert who(read, group) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three soldiers came.", "soldiers"),
        ("Three heavily armed men came.", "heavily armed men"),
        ("Three members of the militia were seen.", "members of the militia"),
        ("Three wounded soldiers were seen.", "wounded soldiers"),
        ("Three were seen.", ""),
    ],
)
def test_english_phrases(pipelines: dict[str, Language], text: str, expected: str) -> None:
    read = sentence(pipelines, text, "en")
    (group,) = numbered(read)
    assert who(read, group) == expected


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Vier Grenzsoldaten kamen.", Category.COMBATANT_STATE),
        ("Vier Rebellenkämpfer kamen.", Category.COMBATANT_NONSTATE),
        ("Vier Mitglieder der Miliz kamen.", Category.COMBATANT_NONSTATE),
        ("Vier Offiziere kamen.", Category.OFFICER),
        ("Vier Ärzte kamen.", Category.HEALTH),
        ("Vier Kinder kamen.", Category.CHILD),
        ("Vier Menschen kamen.", Category.UNSPECIFIED),
        ("Vier Kämpfer und Soldaten kamen.", Category.COMBATANT_MIXED),
        ("Vier Angreifer kamen.", Category.PERPETRATOR),
    ],
)
def test_who_they_were(pipelines: dict[str, Language], text: str, category: Category) -> None:
    (group,) = numbered(sentence(pipelines, text))
    assert group.category is category


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Vier Familien gingen.", Unit.HOUSEHOLDS),
        ("Vier Panzer fuhren.", Unit.VEHICLES),
        ("Vier Raketen flogen.", Unit.MUNITIONS),
        ("Vier Dörfer schwiegen.", Unit.AREAS),
        ("Vier Häuser brannten.", None),
        ("Eine fünfköpfige Familie ging.", Unit.PERSONS),
    ],
)
def test_what_is_counted(pipelines: dict[str, Language], text: str, unit: Unit | None) -> None:
    (group,) = numbered(sentence(pipelines, text))
    assert group.unit is unit


def test_a_family_of_five_is_five_people(pipelines: dict[str, Language]) -> None:
    (group,) = numbered(sentence(pipelines, "A family of five was seen.", "en"))
    assert group.number is not None
    assert (group.number.value, group.unit, group.governed) == (5, Unit.PERSONS, "")


def test_a_preposition_governs_a_group(pipelines: dict[str, Language]) -> None:
    (group,) = numbered(sentence(pipelines, "Er sprach mit den vier Soldaten."))
    assert group.governed == "mit"


def test_a_relative_pronoun_governs_none(pipelines: dict[str, Language]) -> None:
    (group,) = numbered(sentence(pipelines, "Der Angriff, bei dem 90 Soldaten starben, war nachts."))
    assert group.governed == ""


def test_a_person_named_by_age_is_one(pipelines: dict[str, Language]) -> None:
    (group,) = numbered(sentence(pipelines, "Der 31-Jährige wurde verletzt."))
    assert group.number is not None
    assert group.number.value == 1


def test_weitere_is_noted(pipelines: dict[str, Language]) -> None:
    assert all(group.further for group in numbered(sentence(pipelines, "Sechs weitere Männer gingen.")))
    assert all(group.further for group in numbered(sentence(pipelines, "Weitere sechs Männer gingen.")))


def test_keine_counts_none(pipelines: dict[str, Language]) -> None:
    (group,) = numbered(sentence(pipelines, "Es gab keine Toten."))
    assert counts_none(group)


@pytest.mark.parametrize(
    ("text", "language", "category"),
    [
        ("Six armed Syrians came.", "en", Category.COMBATANT_NONSTATE),
        ("Six Syrians came.", "en", Category.UNSPECIFIED),
        ("Six armed policemen came.", "en", Category.POLICE),
        ("Sechs bewaffnete Syrer kamen.", "de", Category.COMBATANT_NONSTATE),
    ],
)
def test_who_bears_arms_fights(pipelines: dict[str, Language], text: str, language: str, category: Category) -> None:
    assert [group.category for group in numbered(sentence(pipelines, text, language))] == [category]
