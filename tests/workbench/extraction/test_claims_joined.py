"""Two verbs joined over one group count it once, whichever of them stands beside it."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwölf Bauern wurden getötet oder verletzt.", ["killed_or_wounded 12"]),
        ("Die Miliz tötete oder verwundete 30 Soldaten.", ["killed_or_wounded 30"]),
        ("Die Bombe tötete und verletzte neun Menschen.", ["killed_or_wounded 9"]),
        ("Die Miliz tötete sechs Soldaten und verwundete 30.", ["killed 6", "wounded 30"]),
        ("Die Stadt verzeichnete 30 Verletzte oder Tote.", ["killed_or_wounded 30"]),
    ],
)
def test_german_verbs(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine killed or wounded 30 farmers.", ["killed_or_wounded 30"]),
        ("The mine killed and seriously injured 30 farmers.", ["killed_or_wounded 30"]),
        ("The mine killed six farmers and wounded 30.", ["killed 6", "wounded 30"]),
        ("30 farmers were killed or wounded.", ["killed_or_wounded 30"]),
        ("The mine killed a farmer and wounded nine others.", ["killed 1", "wounded 9"]),
    ],
)
def test_english_verbs(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
