"""Constructions of English agency news, each with what must come out."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor

CLAUSES = [
    ("Twelve officers responded when the man was shot dead.", []),
    ("He almost died of thirst when 300 tourists filled the only bar.", []),
    ("Forty guests were inside when the roof fell, killing three.", ["killed 3"]),
    ("Four people died after a bridge collapsed.", ["killed 4"]),
    ("Eight soldiers as well as 4 civilians were killed.", ["killed 8", "killed 4"]),
    ("The 12 people who were killed when the shell landed were buried on Friday.", ["killed 12"]),
]
PARTS = [
    ("Two of the wounded died overnight.", ["killed 2"]),
    ("Of the eight men on board, two drowned and one is missing.", ["killed 2", "missing 1"]),
    ("Of the eight men on board, two drowned, five were saved and one is missing.", ["killed 2", "missing 1"]),
]
OBJECTS = [
    ("The rebels took 40 prisoners in the assault.", ["captured 40"]),
    ("Gunmen took 27 hostages.", ["abducted 27"]),
    ("Officials said the number of people killed had risen to 45.", ["killed 45"]),
]


@pytest.mark.parametrize(("text", "expected"), [*CLAUSES, *PARTS, *OBJECTS])
def test_english_news(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
