from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import told
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwischen 1941 und 1944 ermordeten Einsatzgruppen 100000 Menschen.", ["killed 100000"]),
        ("Zwischen 1900 und 2000 Bauern starben.", ["killed 1900-2000"]),
        ("1914 bis 1918 fielen 61 Soldaten aus dem Dorf.", ["killed 61"]),
        ("Zwischen 30 und 40 Kämpfer wurden getötet.", ["killed 30-40"]),
        ("Zwischen 1200 und 1900 wurden verletzt.", ["wounded 1200-1900"]),
    ],
)
def test_a_range_of_years_counts_nobody(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_decade_counts_nobody(extractor: Extractor) -> None:
    assert "abducted 80" not in told(extractor, "Americans were held hostage throughout the 80's.", "en")
    assert told(extractor, "80 Americans were held hostage.", "en") == ["abducted 80"]
