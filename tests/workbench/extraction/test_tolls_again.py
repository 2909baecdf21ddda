from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.claims import sentences_of
from workbench.extraction.extractor import Extractor
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.tolls_again import Pointers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zehn Bauern starben. Das Ministerium korrigierte diese Angabe auf acht.", ["killed 10", "killed 8"]),
        ("Es hieß, zehn Bauern seien tot, diese Angabe wurde auf acht korrigiert.", ["killed 10", "killed 8"]),
        ("Elf Bauern starben. Ein Verein nennt die Zahl 18.", ["killed 11", "killed 18"]),
        ("Elf Verletzte kamen, deren Zahl die Klinik später mit 18 angab.", ["wounded 11", "wounded 18"]),
        ("Behörden beziffern die Opferzahl mit 5.500.", ["casualties_unspecified 5500"]),
        ("Die Zahl der Toten wurde von 48 auf 43 nach unten korrigiert.", ["killed 48", "killed 43"]),
        ("Elf Bauern starben. Er nannte die Nummer 110.", ["killed 11"]),
        ("Elf Bauern starben. Die Zahl der Wähler stieg auf 900.", ["killed 11"]),
        ("Der Trainer nannte die Zahl 13.", []),
    ],
)
def test_a_figure_is_spoken_of_again(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_who_gives_the_new_figure_says_so(extractor: Extractor) -> None:
    first, second = claims(extractor, "Laut Polizei starben elf Bauern. Ein Verein nennt die Zahl 18.")
    assert (first.attribution_text, second.attribution_text) == ("Polizei", "Ein Verein")


@pytest.mark.parametrize(
    ("text", "noun", "points"),
    [
        ("Diese Angabe wurde auf acht korrigiert.", "angabe", True),
        ("Die Armee nannte die Zahl 18.", "zahl", True),
        ("Die Angabe war falsch.", "angabe", False),
        ("Die Zahl der Toten wurde genannt.", "zahl", False),
    ],
)
def test_nouns_that_point_back(
    pipelines: dict[str, Language], lexicons: dict[str, Lexicon], text: str, noun: str, points: bool
) -> None:
    (sentence,) = sentences_of(pipelines["de"](text))
    assert Pointers(lexicons["de"]).points(sentence, sentence.words.lower.index(noun)) is points
