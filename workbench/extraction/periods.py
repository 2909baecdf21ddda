"""Ranges of years, which count nobody: zwischen 1941 und 1944, 1618–1648."""

from __future__ import annotations

import re

from workbench.extraction.words import Words

_YEAR = re.compile(r"(?:1\d|20)\d\d")
#: No war of a report lasts longer.
_LONGEST = 100
_DECADE = ("'s", "’s")


def are_years(words: Words, start: int, end: int, low: int | None, high: int | None) -> bool:
    """Tell whether the range over tokens [start, end) runs from one year to another, people right after it apart."""
    if low is None or high is None or not 0 < high - low <= _LONGEST or words.capital(end):
        return False
    written = [text for text in words.text[start:end] if text[0].isdigit()]
    return len(written) == 2 and all(_YEAR.fullmatch(text) for text in written)


def is_decade(words: Words, end: int) -> bool:
    """Tell whether an ending after digits makes a decade of them: throughout the 80's."""
    return words.at(end) in _DECADE and words.text[end - 1].endswith("0")
