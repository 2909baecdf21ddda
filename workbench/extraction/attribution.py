"""Who says so: the words for the source, by preposition (laut), postposition (zufolge) or verb of saying."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark, with_relays
from workbench.extraction.own_clauses import OwnClauses
from workbench.extraction.sayings import SayingReader
from workbench.extraction.set_off import SetOffReader
from workbench.extraction.source_phrases import LONGEST, SourcePhrases, limit
from workbench.extraction.words import Words

#: The verb of ``sich auf … berufen`` stands at most so far behind its preposition.
_REFERS = 12
#: What ends the clause before one that begins with its source.
_BORDERS = frozenset((",", ";", "–", "—", "."))
#: So near behind its verb stands a toll that somebody moves.
_TOLL = 8


class AttributionFinder:
    """Find the sources named in a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._phrases = SourcePhrases(lexicon)
        self._sayings = SayingReader(lexicon, self._phrases)
        self._set_off = SetOffReader(lexicon, self._phrases)
        self._own_clauses = OwnClauses(lexicon)
        self._before = lexicon.phrases("attribution", "before")
        self._citing = lexicon.phrases("attribution", "citing")
        self._reflexive = words("attribution", "citing_reflexive")
        self._refers = words("attribution", "refers")
        self._after = words("attribution", "after")
        self._bare = lexicon.phrases("attribution", "bare")
        self._contrast, self._counts = words("clauses", "contrast"), words("attribution", "counts")
        self._opening = words("clauses", "coordinators") | words("clauses", "whiles")
        self._that = words("status", "reporting_openers")
        self._agents, self._marks = words("clauses", "agents"), words("clauses", "possessive_marks")
        self._movers, self._tolls = words("attribution", "movers"), words("tolls", "nouns")
        self._so = words("attribution", "so")
        #: What is put at a number, and says nothing itself.
        self._losses = words("tolls", "losses")
        self._with_noun = words("attribution", "with_noun")
        self._own = words("attribution", "own")
        self._possessives = words("attribution", "possessives")
        self._genitive_forms = lexicon.endings("genitive_plurals")
        pattern = lexicon.sections["attribution"]["compounds"]
        self._compounds = re.compile(pattern) if pattern else None
        self._deciding = (self._sayings.deciding | self._set_off.deciding).union(
            self._bare.firsts,
            self._with_noun,
            self._citing.firsts,
            self._before.firsts,
            self._after,
            self._so,
            self._counts,
        )

    def find(self, sentence: Sentence) -> list[Mark]:
        """Return the sources of a sentence in order; `_at` is asked only where one of its words stands."""
        found: list[Mark] = []
        after = sentence.start
        for i in sentence.places(self._deciding):
            mark = self._at(sentence, i) if i >= after else None
            if mark is not None:
                found.append(mark)
                after = mark.end if mark.start >= i else i + 1
        spoken = [mark for mark in found if self._losses.isdisjoint(sentence.words.lower[mark.start : mark.end])]
        return with_relays([self._onwards(sentence, mark) for mark in spoken])

    def _onwards(self, sentence: Sentence, mark: Mark) -> Mark:
        """Keep who speaks after a contrast from what was told before it: nine died, but residents say 20 did."""
        first = min(mark.start, mark.wide[0])
        if first <= sentence.start or not mark.named:
            return mark
        after = sentence.words.at(first - 1) in self._contrast or self._tells_more(sentence, mark, first - 1)
        return replace(mark, onwards=True) if after else mark

    def _tells_more(self, sentence: Sentence, mark: Mark, border: int) -> bool:
        """Tell whether a source begins a clause that tells something of its own: 31 died, X reported five."""
        words, at = sentence.words, mark.verb + 1
        if words.text[border] not in _BORDERS and words.lower[border] not in self._opening:
            return False
        if mark.end <= mark.verb and self._own_clauses.has(sentence, mark.verb):
            return True
        if words.at(at) == "," and words.at(at + 1) in self._that:
            at += 2
        counted = (g.start for g in sentence.groups if g.start >= at and g.number is not None and not g.number.article)
        first = next(counted, None)
        return mark.end <= mark.verb and first is not None and _BORDERS.isdisjoint(words.text[at:first])

    def _by_count(self, sentence: Sentence, i: int) -> Mark | None:
        """Read ``by the army's count``."""
        words, low = sentence.words, max(sentence.start, i - LONGEST)
        by = next((k for k in range(i - 1, low - 1, -1) if words.at(k) in self._agents), None)
        if by is None or words.at(i - 1) not in self._marks:
            return None
        found = self._phrases.at(words, by + 1, i - 1)
        return Mark(*found, (by, i + 1), by, "source: by a count") if found and found[1] == i - 1 else None

    def _at(self, sentence: Sentence, i: int) -> Mark | None:
        """Read a source whose first or deciding word is token `i`."""
        words, word = sentence.words, sentence.words.lower[i]
        bare = self._bare.match(words.lower, i)
        if bare is not None:
            end = limit(sentence, i + bare[0])
            named = self._phrases.at(words, i + bare[0], end) if words.at(i + bare[0]) in self._phrases.inner else None
            skipped = 1 if words.at(i) in self._with_noun else 0
            start, end = named or (i + skipped, i + bare[0])
            return Mark(start, end, (i, end), i, f"source: {bare[1]}", own=bare[1] in self._own, general=named is None)
        if word in self._with_noun and self._compounds is not None:
            return self._after_preposition(sentence, i)
        cited = self._cited(sentence, i)
        if cited is not None:
            return cited
        before = self._before.match(words.lower, i)
        if before is not None:
            at = i + before[0]
            named = self._phrases.counted(sentence, at) or self._phrases.at(words, at, limit(sentence, at))
            return Mark(*named, (i, named[1]), i, f"source: {before[1]}") if named else None
        if word in self._counts:
            return self._by_count(sentence, i)
        if word in self._after:
            return self._postposed(sentence, i)
        if word in self._so and words.at(i - 1) in (",", "“", '"', "–") and words.word(i + 1):
            named = self._phrases.at(words, i + 1, limit(sentence, i + 1))
            return Mark(*named, (i, named[1]), i, f"source: {word}") if named else None
        found = self._set_off.at(sentence, i) or self._sayings.at(sentence, i)
        return None if word in self._movers and not self._moves_toll(sentence, i, found) else found

    def _moves_toll(self, sentence: Sentence, i: int, found: Mark | None) -> bool:
        """Tell whether somebody who is asked moves a toll: the authorities raised the toll, not the blast raised it."""
        tolls = self._tolls.intersection(sentence.words.lower[i + 1 : min(i + _TOLL, sentence.end)])
        return (
            bool(tolls)
            and found is not None
            and self._set_off.speaks_for_itself(sentence.words, found.start, found.end)
        )

    def _cited(self, sentence: Sentence, i: int) -> Mark | None:
        """Read whom another passes on: unter Berufung auf Ärzte, die sich auf das Militär beruft."""
        words = sentence.words
        phrase = self._citing.match(words.lower, i)
        if phrase is None:
            return None
        after = i + phrase[0]
        named = self._phrases.counted(sentence, after) or self._phrases.at(words, after, limit(sentence, after))
        near = words.lower[max(sentence.start, i - 3) : min(after + _REFERS, sentence.end)]
        if named is None or (phrase[1] in self._reflexive and not self._refers & set(near)):
            return None
        return Mark(*named, (i, named[1]), i, f"source: {phrase[1]}", cites=True)

    def _after_preposition(self, sentence: Sentence, i: int) -> Mark | None:
        """Read ``nach Angaben der Polizei``, ``nach offiziellen Angaben``, ``nach Informationen aus Khartum``."""
        words = sentence.words
        noun = next(
            (
                k
                for k in range(i + 1, min(i + 5, sentence.end))
                if self._compounds and self._compounds.match(words.lower[k])
            ),
            None,
        )
        if noun is None or any(not words.word(k) for k in range(i + 1, noun)):
            return None
        end_at_most = limit(sentence, noun + 1)
        after = self._phrases.at(words, noun + 1, end_at_most) if self._goes_on(words, noun + 1) else None
        start, end = (after[0], after[1]) if after is not None else (i + 1, noun + 1)
        own = " ".join(words.lower[i : noun + 1]) in self._own
        rule = f"source: {words.at(i)} {words.text[noun]}"
        pronoun = after is None and words.at(i + 1) in self._possessives
        who = "" if after is not None else self._who(words.lower[noun])
        return Mark(start, end, (i, end), i, rule, own=own, general=after is None, pronoun=pronoun, who=who)

    def _goes_on(self, words: Words, i: int) -> bool:
        """Tell whether a genitive, von or aus follows, or a name."""
        return (
            words.at(i) in self._phrases.inner
            or words.capital(i)
            or (words.small(i) and words.at(i).endswith(self._genitive_forms) and words.capital(i + 1))
        )

    def _postposed(self, sentence: Sentence, i: int) -> Mark | None:
        """Read ``dem Ministerium zufolge``."""
        words, first = sentence.words, i
        while first > sentence.start and i - first < LONGEST and self._phrases.part(words, first - 1):
            first -= 1
        while (
            first < i
            and words.small(first)
            and words.at(first) not in self._phrases.articles
            and not self._phrases.inflected(words, first)
        ):
            first += 1
        if first == i:
            return None
        general = self._compounds is not None and bool(self._compounds.match(words.lower[i - 1]))
        pronoun = general and i - first == 2 and words.at(first) in self._possessives
        who = self._who(words.lower[i - 1]) if general else ""
        return Mark(first, i, (first, i), i, f"source: {words.at(i)}", general=general, pronoun=pronoun, who=who)

    def _who(self, word: str) -> str:
        """Return what a compound says of its source: Armeeangaben, nach Ministeriumsangaben."""
        found = self._compounds.match(word) if self._compounds is not None else None
        return found.groupdict().get("who", "") if found is not None else ""
