"""Numbers that are names or parts of them: roads, models, telephone numbers, scores, years after a preposition."""

from __future__ import annotations

import re

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

_YEAR = re.compile(r"1\d{3}|20\d\d")
_LETTERS = re.compile(r"[A-ZÄÖÜ]{1,2}")
_CHAINS = frozenset("-–/:")
#: So far from its preposition a word stands that takes it.
_TAKES = 8
#: So many words may part ``nach`` from the noun of a source.
_VOUCHED = 3
#: A noun so long may end a compound: Medienberichte.
_TAIL = 7


class NameNumbers:
    """Tell the numbers that name something from those that count."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._lexicon = lexicon
        self._second = lexicon.grammar.verb_second
        self._articles = words("numbers", "articles")
        self._states = words("numbers", "letters")
        self._dating, self._datives = words("numbers", "dating"), words("numbers", "dating_datives")
        self._dative_endings = lexicon.endings("datives")
        self._scales: dict[str, int] = lexicon.sections["numbers"]["scales"]
        self._signs: dict[str, int] = lexicon.sections["numbers"]["scale_signs"]
        self._takers = {word: frozenset(takers) for word, takers in lexicon.sections["numbers"]["takers"].items()}
        self._about = words("numbers", "about_nouns")
        self._vouching = words("attribution", "with_noun") | words("attribution", "before")
        tails = (word for word in self._about if len(word) >= _TAIL)
        self._reports = tuple(tails) if lexicon.grammar.compounds_by_tail else ()
        self._genitives = words("clauses", "genitives")
        self._months = words("numbers", "months")
        self._finite = words("clauses", "passive") | words("clauses", "active")

    def is_name(self, words: Words, start: int, end: int, *, counts: bool) -> bool:
        """Tell whether digits over tokens [start, end) name something; `counts` says that people follow."""
        if self._chained(words, start, end):
            return True
        text = words.text[start]
        return not counts and (
            (len(text) > 1 and text[0] == "0")
            or self._lettered(words, start)
            or self._modelled(words, start)
            or self._fronted(words, start, end)
        )

    def scale(self, words: Words, i: int) -> int | None:
        """Return what a scale word at `i` multiplies by; short signs stick to digits and people follow: 1.2m people."""
        sticks = i > 0 and words.text[i - 1][:1].isdigit() and not words.doc[i - 1].whitespace_
        if not sticks or words.at(i) not in self._signs:
            return self._scales.get(words.at(i))
        near = (words.at(k) for k in range(i + 1, i + 3))
        return self._signs[words.at(i)] if any(self._lexicon.noun_category(word) is not None for word in near) else None

    def taken(self, words: Words, i: int, length: int) -> bool:
        """Tell whether a preposition at `i` belongs to a word near it: erinnerte an die 300 Toten, Berichte über 40."""
        noun = self._about_noun(words, i) if length == 1 else None
        if noun is not None:  # but: nach Angaben über 250 Menschen
            return self._vouching.isdisjoint(words.lower[max(0, noun - _VOUCHED) : noun])
        takers = self._takers.get(words.lower[i])
        if takers is None or length == 1:  # handed over seven hostages
            return takers is not None and words.at(i - 1) in takers
        return not takers.isdisjoint(words.lower[max(0, i - _TAKES) : i + _TAKES])

    def _about_noun(self, words: Words, i: int) -> int | None:
        """Return where a noun stands that is about something, its genitive between: Berichte der Ärzte über 40 Tote."""
        if words.at(i - 1) in self._about or (self._reports and words.at(i - 1).endswith(self._reports)):
            return i - 1
        if words.at(i - 2) in self._genitives and words.at(i - 3) in self._about:
            return i - 3
        return None

    def slashed(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a stroke ties digits to others or to a month, as in dates: 3/4; 5 dead/12 injured are counts."""
        sides = ((words.at(start - 1), words.at(start - 2)), (words.at(end), words.at(end + 1)))
        return any(mark == "/" and (other.isdigit() or other in self._months) for mark, other in sides)

    def is_year(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a number after a preposition of time is a year: seit 1939 hohe Opfer, in 1987 soldiers left.

        Where prepositions govern a case, the words after a count would show it: nach 1500 Toten.
        """
        if end - start > 1 or not _YEAR.fullmatch(words.text[start]):
            return False
        before = words.at(start - 1)
        if before in self._datives:
            return words.small(end) and not words.at(end).endswith(self._dative_endings)
        return before in self._dating

    def _chained(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a hyphen or colon ties digits to others that make no range: 877-331-6867, a 3-2 win."""
        return self._tied(words, start - 1, start - 2) or self._tied(words, end, end + 1)

    def _tied(self, words: Words, mark: int, other: int) -> bool:
        """Tell whether the sign at `mark` stands between digits without a blank."""
        if min(mark, other) < 0 or max(mark, other) >= len(words) or words.text[mark] not in _CHAINS:
            return False
        first = min(mark, other, 2 * mark - other)
        glued = first >= 0 and not (words.doc[first].whitespace_ or words.doc[mark].whitespace_)
        return glued and words.text[other][:1].isdigit()

    def _lettered(self, words: Words, start: int) -> bool:
        """Tell whether capital letters stand before a number, as with roads and models: B 312, T 72, S-300."""
        at = start - 2 if words.at(start - 1) == "-" else start - 1
        if at < 0 or not _LETTERS.fullmatch(words.text[at]):
            return False
        return words.lower[at] not in self._articles and words.lower[at] not in self._states

    def _modelled(self, words: Words, start: int) -> bool:
        """Tell whether ein or a and a name stand before a number: eine Shahed 136, a Boeing 737."""
        named = words.capital(start - 1) and self._lexicon.noun_category(words.at(start - 1)) is None
        return named and words.at(start - 1) not in self._lexicon.nouns and words.at(start - 2) in self._articles

    def _fronted(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a number ends what stands before the verb, after a noun: in Halle 5 starb einer."""
        if not self._second or not words.capital(start - 1) or _YEAR.fullmatch(words.text[start]):
            return False
        if words.doc[start - 1].is_sent_start or words.at(start - 2) == ":":
            return False
        after = words.at(end)
        finite = any(entry.form == "finite" for entry in self._lexicon.verbs.get(after, ()))
        participle = any(entry.form == "participle" for entry in self._lexicon.verbs.get(after, ()))
        return words.small(end) and (after in self._finite or (finite and not participle))
