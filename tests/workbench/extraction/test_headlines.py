"""A headline's casualties that the text counts as dead."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("language", "head", "text"),
    [
        ("de", "Zahl der Opfer auf der Brücke steigt auf 31", "Die Zahl der Toten ist auf 31 gestiegen."),
        ("de", "31 Opfer nach Angriff auf Brücke", "Bei dem Angriff wurden 31 Menschen getötet."),
        ("en", "Number of victims of bridge attack rises to 31", "The death toll rose to 31."),
    ],
)
def test_as_many_dead_below_are_the_same(extractor: Extractor, language: str, head: str, text: str) -> None:
    first, second = claims(extractor, f"{head}\n\n{text}", language)
    assert [short(first), short(second)] == ["killed 31", "killed 31"]
    assert [relation.to for relation in first.relations] == [second.id]


@pytest.mark.parametrize("text", ["Bei dem Angriff wurden 30 Menschen getötet.", "31 Menschen wurden verletzt."])
def test_other_numbers_are_not(extractor: Extractor, text: str) -> None:
    first = claims(extractor, f"31 Opfer nach Angriff auf Brücke\n\n{text}")[0]
    assert short(first) == "casualties_unspecified 31"
