from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.effects import hits_of


def found(pipelines: dict[str, Language], text: str, language: str = "de") -> list[str]:
    doc = pipelines[language](text)
    return [doc[hit.start : hit.end].text for hit in hits_of(doc) if not hit.neutral]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie wurden getötet.", ["getötet"]),
        ("Sie kamen bei dem Brand ums Leben.", ["ums Leben"]),
        ("Sie sind ums Leben gekommen.", ["ums Leben gekommen"]),
        ("Der Gewalt fielen viele zum Opfer.", ["zum Opfer"]),
        ("Die Miliz nahm sie gefangen.", ["gefangen"]),
        ("Verletzte Soldaten lagen dort.", []),
        ("Er kam gestern.", []),
        ("Die Flutwelle kam ums Eck.", []),
    ],
)
def test_german_verbs(pipelines: dict[str, Language], text: str, expected: list[str]) -> None:
    assert found(pipelines, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were shot dead.", ["shot dead"]),
        ("The storm claimed the lives of many.", ["the lives of"]),
        ("They were taken prisoner.", ["prisoner"]),
        ("The number of dead grew.", []),
    ],
)
def test_english_verbs(pipelines: dict[str, Language], text: str, expected: list[str]) -> None:
    assert found(pipelines, text, "en") == expected


def test_other_participles_are_kept_as_neutral(pipelines: dict[str, Language]) -> None:
    (hit,) = hits_of(pipelines["de"]("Die Männer wurden verlegt."))
    assert hit.neutral


def test_an_idiom_knows_its_verb(pipelines: dict[str, Language]) -> None:
    (hit,) = [h for h in hits_of(pipelines["de"]("Dort kamen alle ums Leben.")) if not h.neutral]
    assert hit.verb == 1
