"""The words of a document as the layers look them up: lower-cased once, phrases found by their first word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.tokens import Doc

_QUOTES = frozenset("\"'„“”«»‚‘’›‹`")
_STOPS = frozenset((".", "!", "?", "…", "...", ".."))


@dataclass(slots=True)
class Words:
    """A document's tokens as plain lists; positions everywhere are token positions. `content` is the whole text."""

    doc: Doc
    content: str
    text: list[str]
    lower: list[str]
    offsets: list[int]
    borders: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.text)

    def at(self, position: int) -> str:
        """Return the lower-cased token, or an empty text outside the document."""
        return self.lower[position] if 0 <= position < len(self.lower) else ""

    def capital(self, position: int) -> bool:
        """Tell whether a token starts with a capital letter."""
        return 0 <= position < len(self.text) and self.text[position][:1].isupper()

    def small(self, position: int) -> bool:
        """Tell whether a token starts with a small letter."""
        return 0 <= position < len(self.text) and self.text[position][:1].islower()

    def word(self, position: int) -> bool:
        """Tell whether a token starts with a letter."""
        return 0 <= position < len(self.text) and self.text[position][:1].isalpha()

    def blank(self, position: int) -> bool:
        """Tell whether a token is white space."""
        return 0 <= position < len(self.text) and self.text[position].isspace()

    def quote(self, position: int) -> bool:
        """Tell whether a token is a quotation mark."""
        return 0 <= position < len(self.text) and self.text[position] in _QUOTES

    def stop(self, position: int) -> bool:
        """Tell whether a token ends sentences."""
        return 0 <= position < len(self.text) and self.text[position] in _STOPS

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that the code points [start, end) touch."""
        first = bisect_right(self.offsets, start) - 1
        return max(first, 0), max(bisect_left(self.offsets, end), first + 1)

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the tokens [start, end); an empty range has none."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else len(self.content)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + len(self.text[end - 1])

    def span(self, start: int, end: int) -> str:
        """Return the words of the tokens [start, end) as they are written, on one line."""
        first, last = self.chars(max(start, 0), max(end, 0))
        return " ".join(self.content[first:last].split())

    def sentences(self) -> list[tuple[int, int]]:
        """Return the sentences as half-open ranges of tokens; their borders have to be set by then."""
        if not self.borders and self.text:
            marks: Any = self.doc.to_array("SENT_START")
            starts = (int(start) for start in np.flatnonzero(marks[1:] == 1) + 1)
            self.borders = list(pairwise((0, *starts, len(self.text))))
        return self.borders


def words_of(doc: Doc) -> Words:
    """Return the words of `doc`, made at the first call."""
    words = doc.user_data.get("words")
    if not isinstance(words, Words):
        # As arrays: spaCy makes an object of every token that is looked at by itself.
        strings, orths, offsets = doc.vocab.strings, _numbers(doc, "ORTH"), _numbers(doc, "IDX")
        text = [strings[orth] for orth in orths]
        blanks = _numbers(doc, "SPACY")
        content = "".join([f"{word} " if blank else word for word, blank in zip(text, blanks, strict=True)])
        words = Words(doc, content, text, _lowered(text), offsets)
        doc.user_data["words"] = words
    return words


def _lowered(text: list[str]) -> list[str]:
    """Return tokens as lexicons write them: in small letters, with a plain apostrophe where one ends them (l’armée)."""
    lower = [word.lower() for word in text]
    return [f"{word[:-1]}'" if word[-1:] == "’" != word else word for word in lower]


def _numbers(doc: Doc, attribute: str) -> list[int]:
    """Return an attribute of every token."""
    found: Any = doc.to_array(attribute)
    numbers: list[int] = found.tolist()
    return numbers


class Phrases:
    """Phrases of one or several words, each with a key; the longest match at a position wins."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """Take the phrases by key, as lower-cased words parted by blanks."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for key, texts in phrases.items():
            for text in texts:
                parts = tuple(text.split())
                self._by_first.setdefault(parts[0], []).append((parts, key))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.firsts = frozenset(self._by_first)

    def match(self, lower: Sequence[str], position: int) -> tuple[int, str] | None:
        """Return the length and key of the longest phrase at `position`, or None."""
        if position >= len(lower):
            return None
        for parts, key in self._by_first.get(lower[position], ()):
            if tuple(lower[position : position + len(parts)]) == parts:
                return len(parts), key
        return None

    def find(self, lower: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield every match in [start, end) as (first token, token after the last, key)."""
        if self.firsts.isdisjoint(lower[start:end]):
            return
        position = start
        while position < end:
            hit = self.match(lower, position) if lower[position] in self.firsts else None
            if hit is None or position + hit[0] > end:
                position += 1
                continue
            yield position, position + hit[0], hit[1]
            position += hit[0]


def phrase_set(phrases: Iterable[str]) -> Phrases:
    """Make phrases whose key is the phrase itself."""
    return Phrases({phrase: (phrase,) for phrase in phrases})
