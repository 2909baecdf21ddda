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
