from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Keiner der 14 Matrosen überlebte.", ["killed 14"]),
        ("de", "Von den 14 Matrosen an Bord überlebte niemand.", ["killed 14"]),
        ("de", "Unter den 14 Matrosen gab es keine Überlebenden.", ["killed 14"]),
        ("de", "Von den 14 Matrosen überlebten drei.", []),
        ("de", "Niemand sagte, wie viele der 14 Matrosen überlebten.", []),
        ("en", "None of the 14 sailors survived the blast.", ["killed 14"]),
        ("en", "There were no survivors among the 14 sailors.", ["killed 14"]),
        ("en", "The 14 survivors said that nobody came.", []),
        ("en", "All 14 sailors survived.", []),
    ],
)
def test_of_whom_nobody_survived(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
