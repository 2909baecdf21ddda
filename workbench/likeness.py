"""How alike two texts are: the marks by which a copy is found, and what tells a copy from another report.

A text is cut into runs of words. Of each stretch of runs the one with the lowest hash is kept as a mark (winnowing), so
that two texts with so long a passage in common always share a mark, whatever was cut or written anew around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from zlib import crc32

from workbench.spelled_numbers import spelled_number

#: How many words make a run; fewer are turns of phrase that many reports share.
RUN = 5
#: Of so many runs in a row one is a mark: any 28 words in common (two sentences) share one.
STRETCH = 24
#: Each step makes the lowest of so many runs that of as many more: in the end of a whole stretch.
_STEPS = (1, 2, 4, 8, 8)
#: Odd numbers without a pattern, of which the second and third are MurmurHash3's.
_SPREAD = 0x9E3779B97F4A7C15
_MIXED = ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53))
#: So many words of a text are looked at: more than forty pages.
MOST_WORDS = 20_000

#: How much of the shorter text the longer must hold: agencies' standing paragraphs stay below it.
_ENOUGH = 0.55
#: A copy is at most so many times as long as its original; beyond that it is a report that quotes one.
_LONGER = 2.5
#: Fewer words in common are a quotation.
_FEW = 20
#: One in so many numbers may be new: a changed lead counts days or attacks.
_NEW_NUMBERS = 4
#: With fewer numbers than this only the words speak, and of those more is asked.
_FEW_NUMBERS = 2
_ENOUGH_WORDS = 0.75
#: So many words on each side say what a number counts.
_AROUND = 3

_WORD = re.compile(r"\d+(?:[.,:'’\u00a0\u202f]\d+)*|[^\W\d_]+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+")
_YEARS = range(1900, 2101)
_LANGUAGES = ("en", "de")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two texts have in common.

    `share` is the part of the shorter text's words that stand in the other in runs, 0 to 1, and `common` their count;
    `times` is how often the second text's length goes into the first's; `numbers` counts the shorter text's different
    numbers and `new` those the other lacks; `changed` are numbers told otherwise in the same words, as (this, that).
    """

    share: float
    common: int
    times: float
    numbers: int
    new: int
    changed: tuple[tuple[int, int], ...]

    @property
    def is_copy(self) -> bool:
        """Whether the first text is the second again: cut, or with another headline and lead, but with its numbers."""
        enough = _ENOUGH if self.numbers >= _FEW_NUMBERS else _ENOUGH_WORDS
        alike = self.share >= enough and self.common >= _FEW and self.times <= _LONGER
        return alike and not self.changed and self.new * _NEW_NUMBERS <= self.numbers


def marks(words: str) -> list[int]:
    """Return the marks of a text, signed 64-bit numbers in order; about one for each dozen words.

    `words` are the text's as `searching.fold` returns them. Case files keep what this returns: where it is changed, a
    new step of the schema has to fill ``likeness`` anew.
    """
    import numpy as np  # slow to import, and not asked before articles come in

    known = words.encode("utf-8", "surrogatepass").split(b" ", MOST_WORDS)[:MOST_WORDS]
    if len(known) < RUN:
        return []
    # Python's own hash differs from one start to the next, and marks are kept in the case.
    each = np.fromiter(map(crc32, known), np.uint64, len(known))
    runs = each[: len(each) - RUN + 1]
    for place in range(1, RUN):
        runs = runs * np.uint64(_SPREAD) + each[place : place + len(runs)]
    for shift, factor in _MIXED:  # otherwise rare words would make most of the marks
        runs = (runs ^ (runs >> np.uint64(shift))) * np.uint64(factor)
    lowest = runs.view(np.int64)
    if len(lowest) <= STRETCH:
        return [int(lowest.min())]
    for step in _STEPS:
        lowest = np.minimum(lowest[:-step], lowest[step:])
    return [int(mark) for mark in np.unique(lowest).tolist()]


def likeness(text: str, original: str) -> Likeness:
    """Return what a text has in common with another that may be its original."""
    here, there = _words(text), _words(original)
    short, long = (here, there) if len(here) <= len(there) else (there, here)
    common = _in_common(short, long)
    counted, known = set(_counts(short)), set(_counts(long))
    return Likeness(
        share=common / len(short) if short else 0.0,
        common=common,
        times=len(here) / max(1, len(there)),
        numbers=len(counted),
        new=len(counted - known),
        changed=tuple(_changed(here, there)),
    )


def _words(text: str) -> list[str]:
    """Return a text's first words without case and signs, grouped digits as one number."""
    composed = unicodedata.normalize("NFC", text).casefold()
    found = [match.group() for match in islice(_WORD.finditer(composed), MOST_WORDS)]
    return [re.sub(r"\D", "", word) if word[0].isdigit() and _GROUPED.fullmatch(word) else word for word in found]


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _in_common(short: Sequence[str], long: Sequence[str]) -> int:
    """Count the words of `short` that stand in a run which `long` has too."""
    known = set(_runs(long))
    covered = [0] * (len(short) + 1)
    for start, run in enumerate(_runs(short)):
        if run in known:
            covered[start : start + RUN] = [1] * RUN
    return sum(covered)


@lru_cache(maxsize=4096)
def _number(word: str) -> int | None:
    """Return the number a word tells; None for one, which is mostly an article, for years, and for all that is none."""
    if word.isdecimal():
        number = int(word[:18])
        return None if number in _YEARS else number
    for language in _LANGUAGES:
        if (read := spelled_number(word, language)) is not None:
            return read if read > 1 else None
    return None


def _counts(words: Sequence[str]) -> Iterator[int]:
    return (number for word in words if (number := _number(word)) is not None)


def _changed(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers that the same words tell otherwise: an update, or the same form filled in on another day."""
    known = _by_words_around(there)
    for around, numbers in _by_words_around(here).items():
        others = known.get(around, numbers)
        if not numbers & others:
            yield min(numbers), min(others)


def _by_words_around(words: Sequence[str]) -> dict[tuple[str, ...], set[int]]:
    """Return the numbers of a text by the words on both sides of them, in which other numbers stand open."""
    numbers = [_number(word) for word in words]
    opened = [word if number is None else "#" for word, number in zip(words, numbers, strict=True)]
    found: dict[tuple[str, ...], set[int]] = {}
    for place, number in enumerate(numbers):
        around = (*opened[max(0, place - _AROUND) : place], *opened[place + 1 : place + 1 + _AROUND])
        if number is not None and len(around) == 2 * _AROUND:
            found.setdefault(around, set()).add(number)
    return found
