from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import told
from workbench.extraction.ages import AgeReader
from workbench.extraction.extractor import Extractor
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali Hassan, 23, was killed.", True),
        ("The baker, 23, was killed.", True),
        ("She named Ali Hassan, 23.", True),
        ("children aged 23", True),
        ("children aged five, 23 and nine", True),
        ("children aged between 5 and 23", True),
        ("girls aged 12 and 23 women", False),
        ("in Homs, 23, in Hama, 4", False),
        ("They fired 23, he said.", False),
        ("Ali Hassan, 23 soldiers and a guide", False),
        ("about noon, 23, perhaps more", False),
    ],
)
def test_what_is_an_age(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], text: str, expected: bool
) -> None:
    words = words_of(pipelines["en"](text))
    at = words.text.index("23")
    assert AgeReader(lexicons["en"]).is_age(words, at, at + 1, 23) is expected


def test_nobody_is_so_old(pipelines: dict[str, Language], lexicons: dict[str, Lexicon]) -> None:
    words = words_of(pipelines["en"]("Ali Hassan, 230, was killed."))
    assert not AgeReader(lexicons["en"]).is_age(words, 3, 4, 230)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Corporal Ilan Peretz, 21, was killed and two comrades were wounded.", ["wounded 2"]),
        ("en", "Three sisters aged five, seven and nine were killed.", ["killed 3"]),
        ("en", "Two brothers, aged 12 and 14, were killed in the raid.", ["killed 2"]),
        ("en", "The pilot, 52, and 4 passengers died.", ["killed 4"]),
        ("en", "A girl aged 12 and two men were killed.", ["killed 1", "killed 2"]),
        ("de", "Der Fahrer Jonas K., 34, starb; drei Mitfahrer wurden verletzt.", ["wounded 3"]),
    ],
)
def test_ages_are_no_counts(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


ROWS: list[tuple[str, str, list[str]]] = [
    ("en", "Two brothers, 12 and 9, were killed.", ["killed 2"]),
    ("en", "Three sisters, 12, 9, and 4, were killed in the strike.", ["killed 3"]),
    ("en", "The victims, 23, 34 and 41, died at the scene.", []),
    ("en", "Omar Said, 23, 4 soldiers and a guide were killed.", ["killed 4"]),
    ("en", "Among the soldiers, 12 were killed and 9 wounded.", ["killed 12", "wounded 9"]),
    ("de", "Die Opfer, 23, 34 und 41, starben noch am Unfallort.", []),
    ("de", "Zwei Brüder (12 und 9) wurden getötet.", ["killed 2"]),
    ("de", "Eine Mutter (34) und ihre zwei Söhne (12 und 9) wurden getötet.", ["killed 1", "killed 2"]),
    ("de", "In Homs und Hama, 12 und 9, starben mehr.", ["killed 12", "killed 9"]),
]

COUPLES: list[tuple[str, str, list[str]]] = [
    ("de", "Ein Ehepaar wurde getötet.", ["killed 2"]),
    ("de", "Zwei Ehepaare wurden getötet.", ["killed 4"]),
    ("en", "An elderly couple were killed.", ["killed 2"]),
    ("en", "Two couples were killed when the roof fell.", ["killed 4"]),
    ("en", "In the last couple of days 12 people were killed.", ["killed 12"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROWS)
def test_ages_stand_in_rows(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(("language", "text", "expected"), COUPLES)
def test_a_couple_is_two(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Acht Menschen starben, darunter Kinder unter 15.", ["killed 8", "killed 2-"]),
        ("en", "Nine of the wounded were women over 60.", ["wounded 9"]),
        ("en", "Among the patients over 60 people died.", ["killed 61-"]),
    ],
)
def test_ages_that_bound(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nine people, two of them below the age of 16, were killed.", ["killed 9", "killed 2"]),
        ("en", "A family of nine was killed.", ["killed 9"]),
    ],
)
def test_the_age_of_somebody_counts_nobody(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
