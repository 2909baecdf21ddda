"""Ages that no unit marks: a name with a number between commas, and the numbers after aged."""

from __future__ import annotations

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.number_words import from_word
from workbench.extraction.words import Words

_OLDEST = 115
#: So far back a list of ages may have begun (aged three, five, seven, nine and eleven).
_LIST = 14
_JOINTS = frozenset((",", "-", "–", "/"))
_AFTER = frozenset((",", ".", ";", ":", ")", "“", '"', "”", "—", "–"))


class AgeReader:
    """Tell ages from counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._placing = lexicon.words("numbers", "placing")
        self._aged = lexicon.words("numbers", "aged")
        ranges = lexicon.words("numbers", "ranges") | lexicon.words("numbers", "between")
        self._articles = lexicon.words("clauses", "articles") | lexicon.words("numbers", "articles")
        self._joints = ranges | lexicon.words("clauses", "coordinators") | _JOINTS

    def is_age(self, words: Words, start: int, end: int, value: int | None) -> bool:
        """Tell whether a number over tokens [start, end) is somebody's age."""
        if value is None or value > _OLDEST:
            return False
        return self._apart(words, start, end) or self._after_aged(words, start, end)

    def _apart(self, words: Words, start: int, end: int) -> bool:
        """Tell whether digits stand between commas after somebody: Ali Hassan, 23, was killed."""
        if end - start > 1 or not words.text[start].isdigit() or words.at(start - 1) != ",":
            return False
        if end < len(words) and words.text[end] not in _AFTER:
            return False
        if self._lexicon.noun_category(words.at(start - 2)) is not None:
            return True
        if words.small(start - 2) and words.at(end) == ",":
            return bool(self._articles & set(words.lower[max(0, start - 4) : start - 2]))
        return words.capital(start - 2) and words.at(start - 3) not in self._placing

    def _after_aged(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a number follows ``aged``, other ages in between allowed: aged five, seven and nine."""
        if not self._aged:
            return False
        for k in range(start - 1, max(start - _LIST, -1), -1):
            word = words.lower[k]
            if word in self._aged:
                return k == start - 1 or not self._counts(words, end)
            if word not in self._joints and not self._number(words, k):
                return False
        return False

    def _number(self, words: Words, i: int) -> bool:
        """Tell whether a token is a number by itself."""
        return words.text[i].isdigit() or from_word(words.lower[i], self._lexicon.language) is not None

    def _counts(self, words: Words, i: int) -> bool:
        """Tell whether people stand within two tokens from `i`, so that the number before counts them."""
        near = [words.lower[k] for k in range(i, min(i + 2, len(words)))]
        return any(w in self._lexicon.nouns or self._lexicon.noun_category(w) is not None for w in near)
