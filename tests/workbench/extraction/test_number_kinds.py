from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.number import Kind
from workbench.extraction.numbers import numbers_of


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("de", "Drei Kinder unter 15 starben am 4. Mai.", [Kind.COUNT, Kind.AGE, Kind.DATE]),
        ("de", "Im Jahr 2015 zahlten 40 Bauern 300 Euro.", [Kind.YEAR, Kind.COUNT, Kind.MONEY]),
        ("en", "Women over 60 walked 12 miles.", [Kind.AGE, Kind.DISTANCE]),
        ("en", "Over 60 people died at 5 pm on Highway 9.", [Kind.COUNT, Kind.TIME, Kind.DOCUMENT]),
        ("en", "Two boys, 9 and 12, were hurt.", [Kind.COUNT, Kind.AGE, Kind.AGE]),
    ],
)
def test_kinds(pipelines: dict[str, Language], language: str, text: str, kinds: list[Kind]) -> None:
    assert [number.kind for number in numbers_of(pipelines[language](text))] == kinds
