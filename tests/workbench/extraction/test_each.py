from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "In Aleppo und Homs wurden je drei Bauern getötet.", ["killed 6"]),
        ("de", "Jeweils drei Bauern starben in Aleppo, Homs und Hama.", ["killed 9"]),
        ("de", "Bei vier Angriffen in Aleppo und Homs starben je drei Bauern.", ["killed 12"]),
        ("de", "In Aleppo starben je drei Bauern.", ["killed 3"]),
        ("de", "In Aleppo und Homs wurden drei Bauern getötet.", ["killed 3"]),
        ("en", "Three farmers each were killed in Deir al-Zor and Homs.", ["killed 6"]),
        ("en", "Three farmers were killed in Deir al-Zor and Homs.", ["killed 3"]),
    ],
)
def test_so_many_at_each_place(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
