"""The words for a source: how far ``ein Sprecher des Ministeriums in Kabul`` reaches."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group, counts_none
from workbench.extraction.words import Words
from workbench.model.claim import Unit

LONGEST = 9
_BRACKETS = frozenset(("(", ")", "’", "'"))

#: Words in brackets begin at most so far before their end.
_BRACKET = 10


class SourcePhrases:
    """Read noun phrases that name a source."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._verbs = lexicon.verbs
        self._capitals = lexicon.grammar.nouns_capitalised
        words = lexicon.words
        self.pronouns = words("attribution", "pronouns")
        self.articles = words("clauses", "articles") | words("numbers", "articles")
        finite = words("clauses", "passive") | words("clauses", "active")
        self.stops = words("status", "not") | finite | words("clauses", "subordinators") | words("attribution", "verbs")
        self.inner = words("clauses", "genitives") | words("attribution", "inside")
        self.nobody = words("numbers", "none")
        self._passed_over = words("attribution", "passed_over")
        self.prepositions = words("clauses", "prepositions")
        self._subject_articles = words("attribution", "subject_articles")
        self._joints = _BRACKETS | words("clauses", "possessive_marks")
        self._ties = lexicon.phrases("attribution", "ties")
        self._coordinators = words("clauses", "coordinators")
        self._forms = lexicon.endings("inflected")

    def at(self, words: Words, i: int, end: int) -> tuple[int, int] | None:
        """Read the words for a source from token `i` on; None where none stand there."""
        while i < end and words.at(i) in self._passed_over:
            i += 1
        if words.at(i) in self.nobody:
            return None
        at, last = i, i
        while at < end and at - i < LONGEST and self.part(words, at):
            if last > i and self._other_phrase(words, at):
                break
            at += 1
            if words.capital(at - 1) or words.text[at - 1] == ")" or not self._capitals:
                last = at
        while last > i and not self._capitals and words.at(last - 1) in self._coordinators:
            last -= 1
        alone = last == i + 1 and words.at(i) in self.articles
        if last == i or alone or words.at(i) in self.pronouns:
            return None
        return i, last

    def part(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may belong to the words for a source."""
        word = words.lower[i]
        closed = word in self.stops or word in self._verbs
        joint = words.text[i] in self._joints
        if (closed and not words.capital(i)) or not (words.word(i) or joint):
            return False
        inside = word in self.articles or word in self.inner or self._tied(words, i)
        return words.capital(i) or inside or joint or self.inflected(words, i)

    def _tied(self, words: Words, i: int) -> bool:
        """Tell whether token `i` ties a source to somebody: sources close to the militia."""
        found = self._ties.match(words.lower, i - 1)
        return found is not None and found[0] > 1

    def goes_on(self, words: Words, i: int) -> bool:
        """Tell whether a token goes on the words for who speaks: a spokesman of the army, ein Sprecher der Miliz."""
        inside = words.at(i) in self.inner or words.at(i) in self.articles or words.at(i) in self._joints
        return inside or words.capital(i) or words.at(i - 1) in self.articles

    def inflected(self, words: Words, i: int) -> bool:
        """Tell whether token `i` looks like an adjective."""
        plain = words.small(i) and words.at(i) not in self.prepositions
        return plain and (not self._forms or words.at(i).endswith(self._forms))

    def counted(self, sentence: Sentence, i: int) -> tuple[int, int] | None:
        """Return people counted from `i` on who speak and to whom nothing happens: according to two witnesses."""
        group = next((g for g in sentence.groups if g.start == i), None)
        if group is None or not _people(group) or any(group.full <= h.start <= group.full + 2 for h in sentence.hits):
            return None
        return group.start, group.full

    def nominal(self, words: Words, i: int) -> bool:
        """Tell whether a noun phrase starts at `i`."""
        if not self._capitals:
            return words.at(i) in self._subject_articles or (words.capital(i) and words.at(i) not in self.stops)
        return words.at(i) in self.articles or words.capital(i) or (self.inflected(words, i) and words.capital(i + 1))

    def _other_phrase(self, words: Words, i: int) -> bool:
        """Tell whether another noun phrase or a verb starts at `i`, after the words for a source have their noun."""
        if not self._capitals or not words.small(i) or words.at(i) in self.inner:
            return False
        if words.at(i) in self.articles:
            return words.at(i - 1) not in self.inner
        return not words.capital(i + 1) and not self.inflected(words, i + 1)


def _people(group: Group) -> bool:
    """Tell whether a group counts people of whom it says no harm itself."""
    counted = group.number is not None and not group.number.article and group.noun is None and group.adjective is None
    counted = counted and not counts_none(group)
    return counted and group.unit is Unit.PERSONS and not group.elliptic


def limit(sentence: Sentence, i: int) -> int:
    """Return where the words for a source at `i` end at the latest: before the next counted group."""
    starts = (
        g.start
        for g in sentence.groups
        if g.number is not None and g.start >= i and not (g.number.article and g.start <= i + 1)
    )
    return next(starts, sentence.end)


def clause_on(sentence: Sentence, front: tuple[int, int], verb: int) -> int | None:
    """Return where a clause on the subject starts before its verb: the ministry, which the rebels run, said."""
    clauses = sentence.clauses
    apart = (k for k in range(front[1], verb) if clauses.of(k) != clauses.of(front[0]))
    return next(apart, None)


def unbroken(inside: list[int]) -> list[int]:
    """Return the tokens up to the first gap (a relative clause)."""
    taken = inside[:1]
    for k in inside[1:]:
        if k != taken[-1] + 1:
            break
        taken.append(k)
    return taken


def bracket_start(words: Words, close: int, start: int) -> int:
    """Return where the bracket that ends at `close` opens, or `close` where none does shortly before."""
    near = range(close, max(start, close - _BRACKET) - 1, -1)
    return next((k for k in near if words.text[k] == "("), close)
