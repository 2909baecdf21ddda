"""Digits and number words → integers: thousands, decimals with a scale, German compounds."""

from __future__ import annotations

import re

from workbench.extraction.words import Words

_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
_CLOCK = re.compile(r"([0-2]?\d)[.:][0-5]\d")
_PLAIN = re.compile(r"\d+")
_MOST_DIGITS = 19
#: What any number of more digits is read as: beyond the largest integer that SQLite holds.
TOO_LARGE = 2**63


def from_digits(text: str, *, clock: bool = False) -> int | None:
    """Read 44, 1.200 or 1,200, of a `clock` the hour; None where `text` is no whole number (14.30, 2,8, 9a)."""
    if clock and (time := _CLOCK.fullmatch(text)) is not None:
        return int(time[1])
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        digits = re.sub(r"\D", "", text).lstrip("0") or "0"
        return int(digits) if len(digits) <= _MOST_DIGITS else TOO_LARGE
    return None


def from_decimal(text: str, scale: int) -> int | None:
    """Read 2,8 or 2.8 before a scale word: 2,8 × 1,000,000; None where `text` is no decimal."""
    found = _DECIMAL.fullmatch(text)
    if found is None:
        return None
    if len(found[1]) > _MOST_DIGITS:
        return TOO_LARGE
    return int(found[1]) * scale + int(found[2]) * scale // int(10 ** len(found[2]))


def thousands_after(words: Words, end: int) -> int | None:
    """Return the end of three digits that follow one blank (U+0020, U+00A0, U+202F) at `end`, or None."""
    if words.blank(end) and words.text[end] in ("\u00a0", "\u202f", "\u2009"):
        end += 1
    elif end == 0 or end >= len(words) or not words.doc[end - 1].whitespace_:
        return None
    if end < len(words) and len(words.text[end]) == 3 and words.text[end].isdecimal():
        return end + 1
    return None
