"""A headline's casualties that the text counts as dead."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, short
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Scope


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


@pytest.mark.parametrize(
    ("head", "text", "scope"),
    [
        ("Sudan toll passes 60,000", "Since April 2023 more than 61,200 people have been killed.", Scope.CUMULATIVE),
        ("Sudan toll passes 60,000", "Since April 2023 more than 91,200 people have been killed.", Scope.EVENT),
        ("Sudan toll passes 60,000", "Since April 2023 more than 61,200 people have been wounded.", Scope.EVENT),
        ("Attack kills 60", "Since April 2023 more than 61,200 people have been killed.", Scope.EVENT),
    ],
)
def test_a_headline_rounds_the_running_toll_below(extractor: Extractor, head: str, text: str, scope: Scope) -> None:
    first, below = claims(extractor, f"{head}\n\n{text}", "en")
    assert (first.scope, below.scope) == (scope, Scope.CUMULATIVE)
