from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neun Tote und vierzehn Verletzte bei Angriff auf Markt", ["killed 9", "wounded 14"]),
        ("Der Angriff forderte neun Menschenleben.", ["killed 9"]),
        ("Neun verletzte Bauern liegen im Krankenhaus.", ["wounded 9"]),
        ("Neun Schwer- und zwei Leichtverletzte wurden gezählt.", ["wounded 9", "wounded 2"]),
        ("Es gab weder Tote noch Verletzte, sagte er.", ["killed 0", "wounded 0"]),
        ("Es gab keine Verletzten.", ["wounded 0"]),
        ("Verletzte gab es nicht.", ["wounded 0"]),
        ("Tote: 9, Verletzte: 14", ["killed 9", "wounded 14"]),
        ("Die Leichen von neun Bauern wurden gefunden.", ["bodies_recovered 9"]),
        ("Er verurteilte das Massaker an neun Bauern.", ["killed 9"]),
        ("Er sprach mit neun Gefangenen.", []),
        ("Sie badeten im Toten Meer.", []),
        ("Die Toten wurden beigesetzt.", []),
        # A toll that says no more than that people came to harm; after the dead, it counts them.
        ("Die Opferzahl stieg auf 30.", ["casualties_unspecified 30"]),
        ("Die Opferzahl liegt bei 30.", ["casualties_unspecified 30"]),
        ("Zwölf Menschen starben. Die Opferzahl stieg auf 30.", ["killed 12", "killed 30"]),
        ("Die Opferzahlen steigen seit 30 Jahren.", []),
        ("Es gab Verluste auf beiden Seiten.", ["casualties_unspecified ?"]),
    ],
)
def test_german_nouns(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine deaths were reported.", ["killed 9"]),
        ("The death toll stands at 61.", ["killed 61"]),
        ("The death toll climbed by four to 61.", ["killed 4", "killed 61"]),
        ("The murder of six priests shocked the town.", ["killed 6"]),
        ("There were no casualties.", ["casualties_unspecified 0"]),
        ("The number of visitors rose to 61.", []),
    ],
)
def test_english_nouns_and_tolls(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_a_planned_murder_is_none(extractor: Extractor) -> None:
    assert told(extractor, "He is suspected of planning the assassination of two Afghan officials.", "en") == []
    assert told(extractor, "They condemned the assassination of two Afghan officials.", "en") == ["killed 2"]


def test_a_number_of_something_else_is_no_toll(extractor: Extractor) -> None:
    assert told(extractor, "Es gab neun Tote. Die Zahl der Besucher stieg auf 500.") == ["killed 9"]


def test_acts_joined_over_people_left_out(extractor: Extractor) -> None:
    text = "Der Angriff führte zum Tod von neun Bauern und zur Verletzung von vier weiteren."
    assert told(extractor, text) == ["killed 9", "wounded 4"]


def test_bodies_of_the_dead_are_bodies(extractor: Extractor) -> None:
    text = "Die Helfer haben die Körper von neun Märtyrern geborgen, darunter zwei Kinder."
    assert told(extractor, text) == ["bodies_recovered 9", "bodies_recovered 2"]


@pytest.mark.parametrize("animals", ["Puten", "Gänse", "Nerze", "Elefanten"])
def test_animals_are_nobody(extractor: Extractor, animals: str) -> None:
    assert told(extractor, f"Im Herbst wurden 900 {animals} getötet.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das Unternehmen meldete Verluste.", []),
        ("de", "Nach drei Verlusten in Folge ging der Trainer.", []),
        ("de", "Auf beiden Seiten gab es Verluste.", ["casualties_unspecified ?"]),
        ("de", "Die Rebellen erlitten Verluste.", ["casualties_unspecified ?"]),
        ("de", "In Bonn leben 3000 Obdachlose.", []),
        ("de", "Bei jedem fünften Eingriff stirbt ein Kranker.", []),
        ("en", "The company reported losses.", []),
        ("en", "The army suffered losses.", ["casualties_unspecified ?"]),
    ],
)
def test_nouns_that_need_a_fight_or_a_count(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Armee meldete 40 getötete oder verwundete Soldaten.", ["killed_or_wounded 40"]),
        ("de", "Die Armee meldete 40 getötete Soldaten.", ["killed 40"]),
        ("de", "Bis zu 85 Soldaten und Offiziere seien „eliminiert“ worden.", ["killed -85"]),
        ("de", "Angriffe trafen den Ort, tötend 14 Menschen und verwundend 38 andere.", ["killed 14", "wounded 38"]),
        ("en", "The blast killed nine members of the People's Guard.", ["killed 9"]),
        ("en", "Bomb kills 27, resistance says junta lost 40 troops", ["killed 27", "casualties_unspecified 40"]),
    ],
)
def test_joined_words_and_names_with_a_mark(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Armee meldete 30 getötete und verwundete Soldaten.", ["killed_or_wounded 30"]),
        ("Die Armee meldete 30 verletzte oder getötete Soldaten.", ["killed_or_wounded 30"]),
        ("Die Armee meldete 30 getötete und zwölf verletzte Soldaten.", ["killed 30", "wounded 12"]),
    ],
)
def test_two_adjectives_share_a_number_or_a_noun(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_targets_are_no_people(extractor: Extractor) -> None:
    found = told(extractor, "Die Armee hat 60 Ziele der Hisbollah angegriffen und Kämpfer getötet.")
    assert not any("60" in each for each in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Polizei bestätigte den Tod eines Bauern und zweier Frauen.", ["killed 1", "killed 2"]),
        ("de", "Zwölf Opfer des Massakers waren Frauen.", ["killed 12"]),
        ("de", "Zwölf Opfer des Unwetters waren Frauen.", ["casualties_unspecified 12"]),
    ],
)
def test_an_act_is_done_to_all_whom_it_lists(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The murder of the judge and three clerks shocked the town.", ["killed 3"]),
        ("en", "The house of the judge and three clerks burned down.", []),
    ],
)
def test_an_act_done_to_one_and_to_others(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
