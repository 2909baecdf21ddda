"""Where the noun phrase after a number ends and what its head is: by capitals, or by stop words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from workbench.extraction.ages import AgeReader
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.numbers import numbers_of
from workbench.extraction.words import Words

_MOST_ADJECTIVES = 5
_MOST_BEFORE = 4
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [start, end) of a noun phrase without its number; `head` is the noun's token, `full` adds what follows."""

    start: int
    head: int
    end: int
    full: int


class PhraseReader:
    """Read noun phrases of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words, and gather what no noun phrase runs over."""
        self._lexicon = lexicon
        closed = [lexicon.words("clauses", key) for key in _CLOSED] + [lexicon.words("attribution", "verbs")]
        idioms = (entry.verbs for entries in lexicon.verb_phrase_words.values() for entry in entries)
        self._of = lexicon.words("subsets", "of")
        self._stops = frozenset().union(*closed, *idioms)
        self._adjectives, self._genitives = lexicon.endings("adjectives"), lexicon.endings("genitives")
        self._adverbs = lexicon.endings("adverbs")
        self._marks, self._places = lexicon.words("clauses", "possessive_marks"), lexicon.words("clauses", "origins")
        self._joints = lexicon.words("clauses", "coordinators")
        self._uninflected = lexicon.words("clauses", "uninflected")
        self._times = lexicon.words("clauses", "time_words")
        self._ages = AgeReader(lexicon)

    def read(self, words: Words, i: int, end: int) -> Phrase | None:
        """Read the phrase whose first word after the number is token `i`; None where no noun follows."""
        i = self._ages.past(words, i)
        if self._lexicon.grammar.nouns_capitalised:
            return self._by_capitals(words, i, end)
        return self._by_stops(words, i, end)

    def is_noun(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may be a noun by its spelling."""
        return words.capital(i) or self._lexicon.is_age(words.text[i]) or not self._lexicon.grammar.nouns_capitalised

    def known(self, word: str) -> bool:
        """Tell whether the lexicon knows `word` as people, a thing or a casualty noun."""
        lexicon = self._lexicon
        return (
            lexicon.is_age(word)
            or word in lexicon.nouns
            or lexicon.noun_category(word) is not None
            or lexicon.noun_thing(word) is not None
        )

    def _by_capitals(self, words: Words, i: int, end: int) -> Phrase | None:
        """Read adjectives, then a capitalised head, then what depends on it."""
        if words.quote(i) and i + 1 < end:
            i += 1
        at, start = i, i
        while at < end and at - start <= _MOST_ADJECTIVES and not self._head_at(words, at):
            if not self._adjective(words, at, end):
                return None
            at += 1
        if at >= end or not self._head_at(words, at):
            return None
        head = at
        while head + 1 < end and words.capital(head + 1) and self._goes_on(words.lower[head + 1]):
            head += 1
        if words.at(head + 1) == "/" and head + 2 < end and self._head_at(words, head + 2):
            head += 2  # PKK/YPG-Terroristen
        return Phrase(start, head, head + 1, self.attached(words, head + 1, end))

    def _goes_on(self, word: str) -> bool:
        """Tell whether a noun may end a name that opens a phrase (zwölf Hamas Kämpfer), not say what befell them."""
        noun = self._lexicon.nouns.get(word)
        idiom = word in self._lexicon.verb_phrases.firsts  # hätten zwei Soldaten Verletzungen erlitten
        return self.known(word) and not idiom and (noun is None or noun.weak)

    def _head_at(self, words: Words, i: int) -> bool:
        """Tell whether a noun stands at `i`: capitalised and no bracket or function word."""
        return (words.capital(i) or self._lexicon.is_age(words.text[i])) and words.lower[i] not in self._stops

    def _adjective(self, words: Words, i: int, end: int) -> bool:
        """Tell whether token `i` may stand between a number and its noun."""
        word = words.lower[i]
        if words.text[i] in ("(", ")", "„", '"', "“") and i + 1 < end:
            return words.text[i] != "(" or words.small(i + 1)
        if word in self._joints and words.at(i - 1) in self._lexicon.adjectives:
            return words.at(i + 1) in self._lexicon.adjectives  # getötete oder verwundete Soldaten
        if not words.small(i) or word in self._stops:
            return False
        attributive = word in self._lexicon.adjectives
        return attributive or (
            word not in self._lexicon.verbs and (word.endswith(self._adjectives) or words.small(i + 1))
        )

    def attached(self, words: Words, i: int, end: int) -> int:
        """Return the end of genitives, of von/aus and of ``of`` phrases after a head that ends before `i`."""
        if not self._lexicon.grammar.nouns_capitalised:
            return self._of_attached(words, i, end)
        while i < end:
            after = self._one_attached(words, i, end)
            if after is None:
                return i
            i = after
        return i

    def _one_attached(self, words: Words, i: int, end: int) -> int | None:
        """Read one genitive or attached phrase at `i`; return its end."""
        word = words.lower[i]
        opener = word in self._lexicon.words("clauses", "genitives") or word in self._lexicon.words(
            "clauses", "attachments"
        )
        if not opener and not self._opens_genitive(words, i):
            return None
        at = i + 1 if opener else i
        while at < end and at - i <= _MOST_ADJECTIVES and self._loose(words, at):
            at += 1
        if at >= end or not words.capital(at):
            return None
        while at < end and words.capital(at) and words.lower[at] not in self._stops:
            at += 1
        return at

    def _opens_genitive(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may be an adjective in the genitive (indischer Pilger), no adverb that ends alike."""
        word = words.lower[i]
        closed = word in self._stops or word in self._uninflected
        return words.small(i) and word.endswith(self._genitives) and not closed

    def _loose(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may stand inside an attached phrase before its noun."""
        if words.text[i] in "()":
            return True
        word = words.lower[i]
        return (
            words.small(i)
            and word not in self._lexicon.verbs
            and (
                word in self._lexicon.words("clauses", "articles")
                or (word not in self._stops and word not in self._uninflected and word.endswith(self._adjectives))
            )
        )

    def _by_stops(self, words: Words, i: int, end: int) -> Phrase | None:
        """Read up to the first word that no noun phrase holds; the last known noun before it is the head."""
        at = i
        while at < end and at - i < _MOST_WORDS and self._inside(words, at, i, end):
            at += 1
        if at == i:
            return None
        heads = [k for k in range(i, at) if self.known(words.lower[k])]
        head = heads[-1] if heads else at - 1
        return Phrase(i, head, head + 1, self.attached(words, head + 1, end))

    def _inside(self, words: Words, at: int, start: int, end: int) -> bool:
        """Tell whether token `at` may belong to a phrase that began at `start`."""
        word = words.lower[at]
        if self._lexicon.is_age(words.text[at]):
            return True
        if word in self._stops or word in self._times or not words.word(at):
            joined = word in ("-", "/") and not words.doc[at - 1].whitespace_
            return (joined or word in self._marks) and at > start
        if at == start and word in self._lexicon.nouns and words.at(at - 1) in self._of:
            return True  # tens of thousands of wounded
        if word in self._lexicon.verbs or word in self._lexicon.adjectives:
            first = not any(self.known(words.lower[k]) for k in range(start, at))
            return first and word in self._lexicon.adjectives and self._noun_follows(words, at + 1, end)
        return not word.endswith(self._adverbs) or self._people_soon(words, at + 1, end)

    def _noun_follows(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a noun that has no number of its own follows an adjective: a patrol killed two men."""
        if i >= end or words.lower[i] in self._stops or _counted(words, i):
            return False
        return self._people_soon(words, i, end)

    def outer(self, words: Words, i: int) -> int:
        """Return where a phrase starts whose known words start at `i`: what no phrase holds stands before it."""
        if not self._lexicon.grammar.nouns_before_nouns:
            return i
        first = i
        while first > 0 and i - first < _MOST_BEFORE and self._open(words, first - 1):
            first -= 1
        return first

    def _open(self, words: Words, i: int) -> bool:
        """Tell whether a token may say more of the noun behind it."""
        word = words.lower[i]
        return words.word(i) and word not in self._stops and word not in self._lexicon.verbs

    def _people_soon(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a known noun stands within two tokens from `i`."""
        return any(self.known(words.lower[k]) for k in range(i, min(i + 2, end)) if words.word(k))

    def _of_attached(self, words: Words, i: int, end: int) -> int:
        """Return the end of ``of the army`` after a head that ends before `i`."""
        if i >= end or words.lower[i] not in self._lexicon.words("clauses", "attachments"):
            return i
        if words.lower[i] in self._places and words.at(i + 1) in self._lexicon.words("people_words", "possessives"):
            return i
        at = i + 1
        while at < end and at - i <= _MOST_WORDS and self._of_word(words, at) and not self._ends_of(words, at):
            at += 1
        return at if at > i + 1 else i

    def _of_word(self, words: Words, at: int) -> bool:
        """Tell whether a token may go on an attached phrase: a word, or a mark between two (of the People's Guard)."""
        return words.word(at) or (words.lower[at] in self._marks and words.word(at + 1))

    def _ends_of(self, words: Words, at: int) -> bool:
        """Tell whether an attached phrase stops before token `at`."""
        word = words.lower[at]
        if word in self._lexicon.words("clauses", "articles"):
            return False
        return word in self._stops or word in self._times or word in self._lexicon.verbs


_CLOSED = (
    "subordinators",
    "relatives",
    "coordinators",
    "contrast",
    "passive",
    "active",
    "infinitive_tail",
    "articles",
    "prepositions",
    "pronouns",
)


def _counted(words: Words, i: int) -> bool:
    """Tell whether a number starts at token `i`."""
    numbers = numbers_of(words.doc)
    at = bisect_left(numbers, i, key=lambda n: n.start)
    return at < len(numbers) and numbers[at].start == i
