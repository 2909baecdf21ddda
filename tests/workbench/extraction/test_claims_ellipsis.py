"""Numbers whose verb or noun stands in the words before."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import RelationType

GAPS: list[tuple[str, list[str]]] = [
    ("In Peru starben 31 Menschen, in Chile sechs.", ["killed 31", "killed 6"]),
    ("In Assam starben neun Bauern, in Bihar vier und in Sikkim zwei.", ["killed 9", "killed 4", "killed 2"]),
    ("Auf dem ersten Schiff wurden 14 Matrosen verletzt, auf dem zweiten 20.", ["wounded 14", "wounded 20"]),
    ("In Peru starben 31 Menschen, in Chile regnete es 40 Stunden.", ["killed 31"]),
    ("Bei dem Unfall starben zwei Menschen, am Ufer lagen vier.", ["killed 2"]),
]

COPULAS: list[tuple[str, list[str]]] = [
    ("Im ersten Jahr wurden 80 Bewohner getötet, im zweiten waren es 130.", ["killed 80", "killed 130"]),
    ("In diesem Jahr ertranken 411 Menschen. Im Vorjahr waren es noch 504.", ["killed 411", "killed 504"]),
    ("In diesem Jahr ertranken 411 Menschen. An der Küste waren es 30 Grad.", ["killed 411"]),
    ("Die Halle ist groß. Im Vorjahr waren es noch 504.", []),
]

AS_MANY: list[tuple[str, list[str]]] = [
    ("Acht Menschen starben, ebenso viele wurden verletzt.", ["killed 8", "wounded 8"]),
    ("Acht Menschen starben, doppelt so viele wurden verletzt.", ["killed 8", "wounded 16"]),
    ("20 bis 25 Bewohner wurden verletzt, eben so viele gelten als vermisst.", ["wounded 20-25", "missing 20-25"]),
    ("Es starben ebenso viele wie im Vorjahr.", ["killed 10-"]),
    ("Ebenso viele wurden verletzt.", ["wounded 10-"]),
]


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_a_place_and_a_number_repeat_the_verb(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), COPULAS)
def test_a_copula_stands_for_the_verb_before(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), AS_MANY)
def test_as_many_repeats_the_count_before(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_the_rest_are_said_of_what_the_first_were_said_of(extractor: Extractor) -> None:
    text = "Es gab 30 Tote. 18 der Toten seien Pilger gewesen, die übrigen 12 Händler."
    whole, first, rest = claims(extractor, text)
    assert [c.quantity.low for c in (whole, first, rest)] == [30, 18, 12]
    assert (first.victims_text, rest.victims_text) == ("Pilger", "Händler")
    assert {r.type for r in rest.relations} >= {RelationType.SUBSET_OF}


def test_one_part_follows_another(extractor: Extractor) -> None:
    text = "Elf Kinder starben, acht davon noch am Unfallort, drei etwas später im Krankenhaus."
    found = claims(extractor, text)
    assert [c.quantity.low for c in found] == [11, 8, 3]
    assert all(any(r.type is RelationType.SUBSET_OF for r in c.relations) for c in found[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zehn Menschen wurden verletzt, drei von ihnen konnten gerettet werden.", ["wounded 10"]),
        ("Zwölf Insassen starben, nur zwei von ihnen überlebten.", ["killed 12"]),
        ("Zehn Menschen wurden verletzt, drei von ihnen starben.", ["wounded 10", "killed 3"]),
        ("Zehn Menschen wurden verletzt, drei von ihnen schwer.", ["wounded 10", "wounded 3"]),
    ],
)
def test_a_part_with_its_own_verb_is_not_harmed(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_sum_in_brackets_counts_again(extractor: Extractor) -> None:
    text = "40 Fahrgäste und zwei Fahrer starben durch das Unglück (insgesamt 42 Menschen)."
    assert told(extractor, text) == ["killed 40", "killed 2", "killed 42"]


def test_every_toll_of_a_sentence_has_its_number(extractor: Extractor) -> None:
    assert told(extractor, "Die Zahl der Toten stieg auf 12, die Zahl der Verletzten auf 45.") == [
        "killed 12",
        "wounded 45",
    ]
    assert told(extractor, "Die Zahl der Toten wird mit 34 angegeben, die der Verletzten mit 120.") == [
        "killed 34",
        "wounded 120",
    ]


def test_victims_of_a_toll_are_the_dead_told_of_before(extractor: Extractor) -> None:
    assert told(extractor, "Es gab 20 Tote. Die Behörde gab die Zahl der Opfer mit 31 an.") == [
        "killed 20",
        "killed 31",
    ]
    assert told(extractor, "Die Behörde gab die Zahl der Opfer mit 31 an.") == ["casualties_unspecified 31"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("98 Tote seien Flüchtlinge aus der Stadt.", "Flüchtlinge aus der Stadt"),
        ("Vier Tote waren Touristen.", "Touristen"),
        ("Vier Tote sind zu beklagen.", "Tote"),
    ],
)
def test_a_predicate_says_who_the_dead_were(extractor: Extractor, text: str, victims: str) -> None:
    assert [c.victims_text for c in claims(extractor, text)] == [victims]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein muss auf vier verletzte Stürmer verzichten.",
        "Auf der Fahrbahn lagen drei tote Tiere.",
        "Zwei verletzte Profis fehlen im Kader.",
    ],
)
def test_athletes_and_animals_are_no_casualties(extractor: Extractor, text: str) -> None:
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Bilanz: Tote (14) und Verletzte (60).", ["killed 14", "wounded 60"]),
        ("Es starben 90 Pilger, die meisten davon Inder (rund 70).", ["killed 90", "killed ?", "killed 63-77"]),
        ("Ein Mann wurde getötet, Karl M. (48).", ["killed 1"]),
    ],
)
def test_a_number_in_brackets_counts_its_noun(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dabei wurden 21 Kinder verletzt, fünf der Schüler schwer.", ["wounded 21", "wounded 5"]),
        ("Im Juni starben 80 Bewohner, im Mai waren es 66 gewesen.", ["killed 80", "killed 66"]),
        ("Es gab 30 Tote, unter den Opfern waren zwölf Kinder.", ["killed 30", "killed 12"]),
        ("Auf dem Feld blieben 300 Tote und Verwundete.", ["killed_or_wounded 300"]),
        ("Es gab drei Tote und zahlreiche Verletzte.", ["killed 3", "wounded 10-"]),
        ("35 Menschen an Bord und neun Helfer starben.", ["killed 35", "killed 9"]),
        ("Vier Bewohner in Bonn und zwei Retter wurden verletzt.", ["wounded 4", "wounded 2"]),
        ("Drei Wanderer konnten nur noch tot geborgen werden.", ["killed 3"]),
        ("Es gab weder Tote noch Verletzte.", ["killed 0", "wounded 0"]),
        ("Der Sturm forderte in Kiel 15, an der ganzen Küste 40 Tote.", ["killed 15", "killed 40"]),
        ("Im März starben 80 Menschen, im April waren es 66 Bauern.", ["killed 80", "killed 66"]),
    ],
)
def test_words_that_join_numbers_to_a_verb(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


BEHIND: list[tuple[str, str, list[str]]] = [
    ("en", "Twelve people died at the bridge and three later in hospital.", ["killed 12", "killed 3"]),
    ("en", "Shells killed seven people in Homs and four in Hama.", ["killed 7", "killed 4"]),
    ("en", "Eight guards were shot dead in Quetta and another two near Kalat.", ["killed 8", "killed 2"]),
    ("en", "Gunmen wounded six nurses on Monday, and two on Tuesday.", ["wounded 6", "wounded 2"]),
    ("en", "Raids left 14 dead in Idlib and 6 in Aleppo.", ["killed 14", "killed 6"]),
    ("en", "Five people were killed in Homs and three in Hama survived.", ["killed 5"]),
    ("en", "Five people were killed in Homs and three in critical condition.", ["killed 5"]),
    ("en", "Five people were killed in two attacks and one in three shops closed.", ["killed 5"]),
    ("de", "Es starben fünf Menschen in Homs und drei in Hama.", ["killed 5", "killed 3"]),
    ("de", "Fünf Menschen starben am Montag und zwei am Dienstag.", ["killed 5", "killed 2"]),
    ("de", "Fünf Menschen starben am Montag und zwei in Hama überlebten.", ["killed 5"]),
    ("de", "Fünf Menschen starben am Montag und drei in Lebensgefahr.", ["killed 5"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), BEHIND)
def test_another_place_behind_a_number_repeats_the_verb(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ärzte sprachen von 200 Toten, das Staatsfernsehen von 60.", ["Ärzte", "das Staatsfernsehen"]),
        ("Ärzte berichteten von 31 Toten, das Staatsfernsehen gar von 45.", ["Ärzte", "das Staatsfernsehen"]),
        ("Laut Polizei starben drei Bauern, laut Augenzeugen sieben.", ["Polizei", "Augenzeugen"]),
    ],
)
def test_each_number_keeps_its_own_source(extractor: Extractor, text: str, sources: list[str]) -> None:
    found = claims(extractor, text)
    assert [claim.attribution_text for claim in found] == sources
    assert not any(claim.related(RelationType.SUBSET_OF) for claim in found)


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "Thirteen soldiers were wounded, two seriously.", [False, True]),
        ("de", "Zwölf Bauern starben und 13 wurden verletzt, zwei schwer.", [False, False, True]),
        ("en", "Three were slightly wounded and two seriously.", [False, False]),
    ],
)
def test_how_badly_some_were_hurt(extractor: Extractor, language: str, text: str, parts: list[bool]) -> None:
    found = claims(extractor, text, language)
    assert [any(r.type is RelationType.SUBSET_OF for r in claim.relations) for claim in found] == parts


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Six farmers were killed in Malakal and a further three in Bor.", ["killed 6", "killed 3"]),
        ("en", "Six farmers were killed in Malakal, and an additional three near Bor.", ["killed 6", "killed 3"]),
        ("en", "Six farmers were killed in Malakal and a further three in Bor survived.", ["killed 6"]),
    ],
)
def test_further_people_at_another_place_lean_on_the_verb_before(
    extractor: Extractor, language: str, text: str, expected: list[str]
) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nine farmers died in the raid, as did three guards.", ["killed 9", "killed 3"]),
        ("de", "Neun Bauern starben bei dem Angriff, ebenso drei Wachleute.", ["killed 9", "killed 3"]),
    ],
)
def test_the_same_befell_others(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
