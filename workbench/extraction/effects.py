"""Words that say what happened to people: verbs with their parts, idioms; nouns stand with their groups."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction import lexicon as lexicons
from workbench.extraction.lexicon import MOST_REMEMBERED, EffectWord, Lexicon
from workbench.extraction.numbers import numbers_of
from workbench.extraction.words import Words, words_of

_REACH = 30
#: So many words stand between an idiom's phrase and its verb behind it, and where the phrase opens the sentence.
_BEHIND, _FRONTED = 4, 9


@dataclass(frozen=True, slots=True)
class Hit:
    """A verb or idiom over tokens [start, end); `words` are its readings, none for a verb that is no casualty.

    `verb` is where an idiom's finite verb or participle stands, apart from its phrase.
    """

    start: int
    end: int
    words: tuple[EffectWord, ...]
    verb: int

    @property
    def neutral(self) -> bool:
        """Whether the verb says something else (verlegt, gerettet)."""
        return not self.words


@Language.factory("effects", default_config={"lexicon": ""})
def create_effects(nlp: Language, name: str, lexicon: str) -> Effects:
    """Make the component for a lexicon file."""
    return Effects(lexicons.load(Path(lexicon)))


def hits_of(doc: Doc) -> list[Hit]:
    """Return what the component found in `doc`."""
    found: list[Hit] = doc.user_data.get("effects", [])
    return found


class Effects:
    """Find the casualty verbs and idioms of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        pattern = lexicon.sections["neutral_participles"]
        self._neutral = re.compile(pattern) if pattern else None
        self._more = lexicon.words("numbers", "more")
        self._openers = lexicon.words("clauses", "infinitive_openers")
        self._gerunds = lexicon.endings("gerunds")
        self._noun_openers = lexicon.words("clauses", "noun_openers")
        self._adverbs = lexicon.endings("adverbs")
        self._counted_only = lexicon.words("", "adjectives_counted")
        closed = ("articles", "prepositions", "coordinators", "subordinators")
        self._closed = frozenset().union(*(lexicon.words("clauses", key) for key in closed))
        self._parting = self._closed | lexicon.words("clauses", "passive") | lexicon.words("clauses", "active")
        self._joins = lexicon.words("clauses", "coordinators") | lexicon.words("clauses", "subordinators")
        tail = ("passive", "active", "infinitive_tail", "coordinators")
        self._tail = frozenset().union(*(lexicon.words("clauses", key) for key in tail))
        self._apart = self._tail | lexicon.words("", "neutral_exceptions") | lexicon.words("numbers", "both")
        self._able: dict[str, bool] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Store the hits."""
        words = words_of(doc)
        found: list[Hit] = []
        for start, end in words.sentences():
            found.extend(self.find(words, start, end))
        doc.user_data["effects"] = found
        return doc

    def find(self, words: Words, start: int, end: int) -> list[Hit]:
        """Return the hits of one sentence, in order."""
        found: list[Hit] = []
        i = start
        while i < end:
            hit, word = None, words.lower[i]
            if self._able.get(word) or (word not in self._able and self._may_hit(word)):
                hit = self._idiom(words, i, start, end) or self._verb(words, i, end)
            if hit is not None:
                found.append(hit)
            i = hit.end if hit is not None else i + 1
        used = {hit.verb for hit in found if hit.verb < hit.start}
        closing = {hit.verb for hit in found if hit.verb >= hit.end}  # unter den Trümmern werden … vermutet
        found = [hit for hit in found if not (hit.neutral and hit.start in closing)]
        return [hit for hit in found if hit.start not in used or hit.verb != hit.start]

    def _may_hit(self, word: str) -> bool:
        """Tell whether a hit may start with `word` at all; remembered by word, as most words start none."""
        known = self._able.get(word)
        if known is None:
            known = word in self._lexicon.verbs or word in self._lexicon.verb_phrases.firsts
            known = known or (self._neutral is not None and self._neutral.fullmatch(word) is not None)
            if len(self._able) >= MOST_REMEMBERED:
                self._able.clear()
            self._able[word] = known
        return known

    def _idiom(self, words: Words, i: int, start: int, end: int) -> Hit | None:
        """Read a phrase of several words, or an idiom's phrase with its verb elsewhere in the clause."""
        match = self._lexicon.verb_phrases.match(words.lower, i)
        if match is None or i + match[0] > end:
            return None
        after = i + match[0]
        entries = self._lexicon.verb_phrase_words[match[1]]
        whole = tuple(entry for entry in entries if entry.form != "idiom")
        if whole:
            return Hit(i, after, whole, i)
        for entry in entries:
            if entry.particle and not self._closes(words, after, end):
                continue
            verb = self._verb_of(words, entry, i, after, start, end)
            if verb is not None:
                return Hit(i, verb + 1 if verb == after else after, (entry,), verb)
        return None

    def _closes(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a clause ends before token `i`, as it does after a separated particle (kamen um)."""
        return i >= end or not (words.word(i) or words.text[i][0].isdigit()) or words.lower[i] in self._joins

    def _verb_of(self, words: Words, entry: EffectWord, i: int, after: int, start: int, end: int) -> int | None:
        """Find an idiom's verb: right after the phrase, or before it in the sentence."""
        reach = _FRONTED if self._lexicon.grammar.verb_final and i == start else _BEHIND
        for k in range(after, min(after + reach, end)):
            if words.lower[k] in entry.verbs:
                return k
            if words.text[k] == ",":
                break
        for k in range(i - 1, max(start, i - _REACH) - 1, -1):
            if words.lower[k] in entry.verbs:
                return k
        return None

    def _verb(self, words: Words, i: int, end: int) -> Hit | None:
        """Read a casualty verb, or a participle of another verb."""
        word = words.lower[i]
        entries = self._lexicon.verbs.get(word)
        if entries and words.at(i - 1) in self._noun_openers and self._noun_there(words, i, entries):
            return None
        if entries and self._bare_infinitive(words, i, entries):
            return None
        if entries and (words.small(i) or not self._lexicon.grammar.nouns_capitalised or words.doc[i].is_sent_start):
            attributive = word in self._lexicon.adjectives and self._before_noun(words, i, end)
            return None if attributive else Hit(i, i + 1, tuple(entries), i)
        if self._neutral is None or not words.small(i) or word in self._apart or not self._neutral.fullmatch(word):
            return None
        follows = words.at(i + 1)
        closed = not words.word(i + 1) and not words.at(i + 1)[:1].isdigit()  # der gemeldeten 30 Toten
        final = i + 1 >= end or closed or follows in self._tail
        return Hit(i, i + 1, (), i) if final else None

    def _noun_there(self, words: Words, i: int, entries: Sequence[EffectWord]) -> bool:
        """Tell whether a word after of or the is a noun: two of the wounded died."""
        return entries[0].voice == "resultative" or words.lower[i] in self._lexicon.nouns

    def _bare_infinitive(self, words: Words, i: int, entries: Sequence[EffectWord]) -> bool:
        """Tell whether a word that can only be an infinitive has nothing before it that opens one."""
        if not self._openers or words.lower[i].endswith(self._gerunds):
            return False
        if any(entry.form != "infinitive" for entry in entries) or words.doc[i].is_sent_start:
            return False
        return not self._openers & set(words.lower[max(0, i - 4) : i])

    def _before_noun(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a casualty adjective stands right before its noun (verletzte Soldaten)."""
        after = i + 1
        if after >= end:
            return False
        if self._lexicon.grammar.nouns_capitalised:
            return words.capital(after) and self._lexicon.noun_category(words.lower[after]) is not None
        return self._modifies(words, i) and not _counted(words, after) and self._people_soon(words, after, end)

    def _people_soon(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a noun for people stands at `i`, or after one or two adjectives (killed Ukrainian soldiers)."""
        for k in range(i, min(i + 3, end)):
            word = words.lower[k]
            if word in self._lexicon.nouns or self._lexicon.noun_category(word) is not None:
                return True
            if not words.word(k) or word in self._parting:
                return False
        return False

    def _modifies(self, words: Words, word: int) -> bool:
        """Tell whether what stands before an English participle lets it be an adjective: 12 killed soldiers."""
        numbers = numbers_of(words.doc)
        i = word - 1 if words.at(word - 1).endswith(self._adverbs) else word
        at = bisect_left(numbers, i, key=lambda n: n.end)
        before = words.at(i - 1)
        if (at < len(numbers) and numbers[at].end == i) or before in self._more:
            return True
        if words.lower[word] in self._counted_only:
            return False
        return words.doc[i].is_sent_start or not words.word(i - 1) or before in self._closed


def _counted(words: Words, i: int) -> bool:
    """Tell whether a number starts at `i`: no adjective stands before it (and wounded nine others)."""
    numbers = numbers_of(words.doc)
    at = bisect_left(numbers, i, key=lambda n: n.start)
    return at < len(numbers) and numbers[at].start == i
