"""What a number is from the words around it: a count, an age, a date, a sum of money."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from workbench.extraction.ages import AgeReader, bracketed_age
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.number import Kind, Number
from workbench.extraction.numbered import NameNumbers
from workbench.extraction.periods import are_years, is_decade
from workbench.extraction.words import Words
from workbench.model.claim import Modifier

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_DAYS = 31
_CURRENCY = frozenset("$€£¥")


class KindReader:
    """Tell the numbers that count from those that do not."""

    def __init__(
        self,
        lexicon: Lexicon,
        units: Mapping[str, Kind],
        names: NameNumbers,
        bare: Callable[[Words, int], Number | None],
    ) -> None:
        """Take the language's words, the units, and the reader of plain numbers."""
        self._lexicon, self._grammar = lexicon, lexicon.grammar
        self._units, self._names, self._bare = units, names, bare
        self._ages = AgeReader(lexicon)

    def _set(self, key: str) -> frozenset[str]:
        """Return a set of the lexicon's section on numbers."""
        return self._lexicon.words("numbers", key)

    def of(self, words: Words, number: Number) -> Kind:
        """Say what a number is from the words around it."""
        start, end = number.core, number.end
        text, before, after = words.text[start], words.at(start - 1), words.at(end)
        if self._ages.goes_on(words, end):
            return Kind.AGE
        if after in self._units:
            return self._units[after]
        if before in _CURRENCY or text[0] in _CURRENCY:
            return Kind.MONEY
        if self._numbered_thing(words, start) and not self._counts(words, end):
            return Kind.DOCUMENT
        quoted = words.quote(start - 1) and words.quote(end) and not self._counts(words, end + 1)
        if quoted or (before.endswith("[") and after.startswith("]")):
            return Kind.DOCUMENT
        if after in self._set("months") or (before in self._set("months") and self._calendar(words, number)):
            return Kind.DATE
        if number.modifier is Modifier.BETWEEN and are_years(words, start, end, number.value, number.high):
            return Kind.YEAR
        joint = after in ("-", "–") or (after in self._set("age_joints") and self._number_between(words, end + 1))
        if joint and words.at(at := end + 1 + (after not in ("-", "–"))) in self._units:
            return self._units[words.at(at)]
        if self._is_age(words, number):
            return Kind.AGE
        return self._digit_kind(words, number) if text[0].isdigit() else Kind.COUNT

    def _is_age(self, words: Words, number: Number) -> bool:
        """Tell whether a number says how old somebody is: two boys, 9 and 12; children under 15."""
        if number.modifier in (Modifier.LESS_THAN, Modifier.MORE_THAN):
            return self._ages.limited(words, number.start, number.end, number.value)
        exact = number.modifier in (Modifier.EXACT, Modifier.BETWEEN)
        return exact and self._ages.is_age(words, number.core, number.end, number.value)

    def _number_between(self, words: Words, i: int) -> bool:
        """Tell whether one more number stands at `i` before the unit of both: 78 und 81 Jahre alt."""
        return words.text[i : i + 1] != [] and self._bare(words, i) is not None

    def _numbered_thing(self, words: Words, start: int) -> bool:
        """Tell whether what stands before a number bears it as its name: Autobahn 9, Nr. 12."""
        before, documents = words.at(start - 1), self._set("documents")
        return before in documents or (before == "." and f"{words.at(start - 2)}." in documents)

    def _calendar(self, words: Words, number: Number) -> bool:
        """Tell whether a number after a month may be its day or its year; since October 384 people died."""
        dated = self._grammar.nouns_capitalised or words.at(number.core - 2) == "."
        day = not (dated and self._counts(words, number.end)) and (number.value or _DAYS + 1) <= _DAYS
        return day or bool(_YEAR.fullmatch(words.text[number.core]))

    def _digit_kind(self, words: Words, number: Number) -> Kind:
        """Say what digits are: an ordinal, part of a date, a year, or a count."""
        start, end = number.core, number.end
        if (
            end - start == 1
            and words.at(end) == "."
            and (words.word(end + 1) or words.text[start - 1 : start] == ["."])
        ):
            same = not words.doc[start].whitespace_ and words.doc[end].is_sent_start is not True
            following = end + 1 < len(words) and words.doc[end + 1].is_sent_start is not True
            if same and following:
                return Kind.DATE if words.at(end + 1) in self._set("months") else Kind.ORDINAL
        if is_decade(words, number.end):
            return Kind.YEAR
        if self._names.slashed(words, start, end):
            return Kind.DATE
        harmed = words.at(start - 2) in self._lexicon.nouns
        if (bracketed_age(words, start, end) and not harmed) or self._ages.joined(words, end):
            return Kind.AGE
        named = self._named(words, start, end) if number.modifier is Modifier.EXACT else None
        if named is not None:
            return named
        plain = end - start == 1 and _YEAR.fullmatch(words.text[start])
        name_follows = words.capital(end) and words.capital(end + 1)
        if plain and words.text[start] < "1900" and words.capital(end) and self._grammar.nouns_capitalised:
            return Kind.YEAR if name_follows and not self._counts(words, end) else Kind.COUNT
        if plain and number.modifier is Modifier.EXACT and not self._counts(words, end):
            return Kind.YEAR
        return Kind.COUNT

    def _named(self, words: Words, start: int, end: int) -> Kind | None:
        """Say whether digits are a year or part of a name by what stands before them."""
        counts = self._counts(words, end)
        if self._names.is_name(words, start, end, counts=counts):
            return Kind.DOCUMENT
        year = words.at(start - 1) in self._set("year_words") and not counts
        return Kind.YEAR if year or self._names.is_year(words, start, end) else None

    def _counts(self, words: Words, i: int) -> bool:
        """Tell whether people or things are named within three tokens from `i`: then no year stands before them."""
        for k in range(i, min(i + 3, len(words))):
            word = words.lower[k]
            if word in self._set("articles"):
                return False
            if word in self._lexicon.nouns or self._lexicon.noun_category(word) is not None:
                return not self._grammar.nouns_capitalised or words.capital(k)
            if not words.word(k) or word in self._lexicon.words("clauses", "passive"):
                return False
        return False
