"""Who says so: the words for the source, by preposition (laut), postposition (zufolge) or verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

_LONGEST = 9
_BRACKETS = frozenset(("(", ")", "’", "'"))
_LEADING = frozenset((",", "„", "“", '"', "”", "–", "-", "(", ":"))


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that name a source: tokens [start, end), empty where nobody is named; `wide` takes its clauses too.

    `pronoun` says that someone named before speaks (er sagte), `own` that the subject does (nach eigenen Angaben),
    `general` that nobody in particular does (nach neuesten Angaben), `back` that the sentence before is meant
    (das teilte die Polizei mit). `clause` is where a clause on the subject starts.
    """

    start: int
    end: int
    wide: tuple[int, int]
    verb: int
    rule: str
    pronoun: bool = False
    own: bool = False
    general: bool = False
    back: bool = False
    clause: int | None = None

    @property
    def named(self) -> bool:
        """Whether words for a source are there."""
        return self.start < self.end


class AttributionFinder:
    """Find the sources named in a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        words = lexicon.words
        self._before = lexicon.phrases("attribution", "before")
        self._after = words("attribution", "after")
        self._bare = lexicon.phrases("attribution", "bare")
        self._verbs = words("attribution", "verbs")
        self._so, self._as = words("attribution", "so"), words("attribution", "as")
        self._with_noun = words("attribution", "with_noun")
        self._own = words("attribution", "own")
        self._also = words("relations", "also")
        self._pronouns = words("attribution", "pronouns")
        self._auxiliaries = words("clauses", "active")
        self._possessives = words("attribution", "possessives")
        self._demonstratives = words("attribution", "demonstratives")
        self._articles = words("clauses", "articles") | words("numbers", "articles")
        self._stops = (
            words("clauses", "passive") | words("clauses", "active") | words("clauses", "subordinators") | self._verbs
        )
        self._inner = words("clauses", "genitives") | words("attribution", "inside")
        self._joints = _BRACKETS | words("clauses", "possessive_marks")
        self._forms, self._genitive_forms = lexicon.endings("inflected"), lexicon.endings("genitive_plurals")
        self._passed_over = words("attribution", "passed_over")
        self._marks, self._openers = words("clauses", "possessive_marks"), words("attribution", "subject_openers")
        self._before_subject = words("attribution", "before_subject")
        self._subject_articles = words("attribution", "subject_articles")
        self._grammar = lexicon.grammar
        self._prepositions = words("clauses", "prepositions")
        self._separable = {v: p for p, verbs in lexicon.sections["attribution"]["separable"].items() for v in verbs}
        pattern = lexicon.sections["attribution"]["compounds"]
        self._compounds = re.compile(pattern) if pattern else None

    def find(self, sentence: Sentence) -> list[Mark]:
        """Return the sources of a sentence in order."""
        found: list[Mark] = []
        i = sentence.start
        while i < sentence.end:
            mark = self._at(sentence, i)
            if mark is not None:
                found.append(mark)
            i = max(i + 1, mark.end if mark is not None and mark.start >= i else i + 1)
        return found

    def _at(self, sentence: Sentence, i: int) -> Mark | None:
        """Read a source whose first or deciding word is token `i`."""
        words, word = sentence.words, sentence.words.lower[i]
        bare = self._bare.match(words.lower, i)
        if bare is not None:
            end = _limit(sentence, i + bare[0])
            named = self._source_at(words, i + bare[0], end) if words.at(i + bare[0]) in self._inner else None
            skipped = 1 if words.at(i) in self._with_noun else 0
            start, end = named or (i + skipped, i + bare[0])
            return Mark(start, end, (i, end), i, f"source: {bare[1]}", own=bare[1] in self._own, general=named is None)
        if word in self._with_noun and self._compounds is not None:
            return self._after_nach(sentence, i)
        before = self._before.match(words.lower, i)
        if before is not None:
            named = self._source_at(words, i + before[0], _limit(sentence, i + before[0]))
            return Mark(*named, (i, named[1]), i, f"source: {before[1]}") if named else None
        if word in self._after:
            return self._postposed(sentence, i)
        if word in self._so and words.at(i - 1) in (",", "“", '"', "–") and words.word(i + 1):
            named = self._source_at(words, i + 1, _limit(sentence, i + 1))
            return Mark(*named, (i, named[1]), i, "source: so") if named else None
        if words.small(i) and (word in self._verbs or self._separated(sentence, i)):
            return self._said(sentence, i)
        return None

    def _after_nach(self, sentence: Sentence, i: int) -> Mark | None:
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
        limit = _limit(sentence, noun + 1)
        after = self._source_at(words, noun + 1, limit) if self._goes_on(words, noun + 1) else None
        start, end = (after[0], after[1]) if after is not None else (i + 1, noun + 1)
        own = " ".join(words.lower[i : noun + 1]) in self._own
        pronoun = after is None and words.at(i + 1) in self._possessives
        return Mark(start, end, (i, end), i, "source: nach Angaben", own=own, general=after is None, pronoun=pronoun)

    def _goes_on(self, words: Words, i: int) -> bool:
        """Tell whether a genitive, von or aus follows, or a name."""
        return (
            words.at(i) in self._inner
            or words.capital(i)
            or (words.small(i) and words.at(i).endswith(self._genitive_forms) and words.capital(i + 1))
        )

    def _postposed(self, sentence: Sentence, i: int) -> Mark | None:
        """Read ``dem Ministerium zufolge``."""
        words, first = sentence.words, i
        while first > sentence.start and i - first < _LONGEST and self._part_of_source(words, first - 1):
            first -= 1
        while (
            first < i
            and words.small(first)
            and words.at(first) not in self._articles
            and not self._inflected(words, first)
        ):
            first += 1
        if first == i:
            return None
        general = self._compounds is not None and bool(self._compounds.match(words.lower[i - 1]))
        pronoun = general and i - first == 2 and words.at(first) in self._possessives
        return Mark(first, i, (first, i), i, "source: zufolge", general=general, pronoun=pronoun)

    def _part_of_source(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may belong to the words for a source."""
        word = words.lower[i]
        closed = word in self._stops or word in self._lexicon.verbs
        if (closed and not words.capital(i)) or not (words.word(i) or words.text[i] in self._joints):
            return False
        return (
            words.capital(i)
            or word in self._articles
            or word in self._inner
            or self._inflected(words, i)
            or words.text[i] in self._joints
        )

    def _inflected(self, words: Words, i: int) -> bool:
        """Tell whether token `i` looks like an adjective."""
        formed = not self._forms or words.at(i).endswith(self._forms)
        return words.small(i) and formed and words.at(i) not in self._prepositions

    def _source_at(self, words: Words, i: int, end: int) -> tuple[int, int] | None:
        """Read the words for a source from token `i` on; None where none stand there."""
        while i < end and words.at(i) in self._passed_over:
            i += 1
        at, last = i, i
        while at < end and at - i < _LONGEST and self._part_of_source(words, at):
            if last > i and self._other_phrase(words, at):
                break
            at += 1
            if words.capital(at - 1) or words.text[at - 1] == ")" or not self._grammar.nouns_capitalised:
                last = at
        if last == i or words.at(i) in self._pronouns:
            return None
        return i, last

    def _other_phrase(self, words: Words, i: int) -> bool:
        """Tell whether another noun phrase or a verb starts at `i`, after the words for a source have their noun."""
        if not self._grammar.nouns_capitalised or not words.small(i) or words.at(i) in self._inner:
            return False
        if words.at(i) in self._articles:
            return words.at(i - 1) not in self._inner
        return not words.capital(i + 1) and not self._inflected(words, i + 1)

    def _separated(self, sentence: Sentence, i: int) -> bool:
        """Tell whether a verb at `i` has its particle later: teilte … mit, gab … an."""
        particle = self._separable.get(sentence.words.lower[i])
        if particle is None:
            return False
        for k in range(i + 1, min(i + 15, sentence.end)):
            if sentence.words.lower[k] == particle and (k + 1 >= sentence.end or not sentence.words.word(k + 1)):
                return True
        return False

    def _said(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read the subject of a verb of saying, behind it or before it."""
        words = sentence.words
        if words.at(verb - 1) in self._lexicon.words("clauses", "passive"):
            return Mark(verb, verb, (verb, verb), verb, "source: passive of saying")
        limit = _limit(sentence, verb + 1)
        behind = self._source_at(words, verb + 1, limit) if self._nominal(words, verb + 1) else None
        inverted = words.at(verb - 1) in (",", "“", '"', "”", "–") or verb == sentence.start
        front = self._front(sentence, verb)
        if behind is not None and (inverted or front is None):
            back = words.at(verb - 1) in self._demonstratives and verb - 1 == sentence.start
            return Mark(*behind, behind, verb, f"source: {words.text[verb]}", back=back)
        if front is not None:
            clause = _clause_on(sentence, front, verb)
            return Mark(*front, (front[0], verb), verb, f"source: {words.text[verb]}", clause=clause)
        first = verb - 1 if words.at(verb - 1) not in self._also else verb - 2
        near = {words.at(first), words.at(verb + 1)}
        return Mark(verb, verb, (verb, verb), verb, "source: pronoun", pronoun=True) if near & self._pronouns else None

    def _nominal(self, words: Words, i: int) -> bool:
        """Tell whether a noun phrase starts at `i`."""
        if not self._grammar.nouns_capitalised:
            return words.at(i) in self._subject_articles or (words.capital(i) and words.at(i) not in self._stops)
        return words.at(i) in self._articles or words.capital(i) or (self._inflected(words, i) and words.capital(i + 1))

    def _front(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the subject that stands before a verb of saying in its clause, None where none does."""
        words, clauses = sentence.words, sentence.clauses
        inside = [k for k in range(sentence.start, verb) if clauses.of(k) == clauses.of(verb)]
        while inside and (
            words.at(inside[0]) in self._as
            or words.text[inside[0]] in _LEADING
            or words.at(inside[0]) in self._before_subject
        ):
            inside.pop(0)
        inside = _stretch(inside) if self._grammar.verb_second else self._last_stretch(sentence, inside)
        closed = self._prepositions | self._pronouns
        if (
            not inside
            or words.at(inside[0]) in closed
            or (len(inside) == 1 and words.at(inside[0]) in self._demonstratives)
        ):
            return None
        first, last = inside[0], inside[-1]
        if self._holds_claim(sentence, first, last + 1):
            return None
        return self._source_at(words, first, last + 1)

    def _last_stretch(self, sentence: Sentence, inside: list[int]) -> list[int]:
        """Return the tokens after the last comma or verb before a verb of saying."""
        taken: list[int] = []
        while inside and sentence.words.lower[inside[-1]] in self._auxiliaries:
            inside = inside[:-1]
        if len(inside) > 1 and sentence.words.text[inside[-1]] == "," and inside[-2] < inside[-1] - 1:
            inside = inside[:-1]  # what stands between was a clause on the subject: the ministry, run by …, said
        for k in reversed(inside):
            word = sentence.words.lower[k]
            apart = not sentence.words.word(k) and sentence.words.text[k] not in self._marks
            if apart or word in self._stops or word in self._openers:
                break
            taken.append(k)
        return taken[::-1]

    def _holds_claim(self, sentence: Sentence, first: int, end: int) -> bool:
        """Tell whether a casualty stands in [first, end): then no subject does."""
        if any(first <= h.start < end and not h.neutral for h in sentence.hits):
            return True
        counted = (g for g in sentence.groups if g.number is not None and not g.number.article)
        return any(first <= g.start < end and (g.known or g.elliptic) for g in counted)


def _limit(sentence: Sentence, i: int) -> int:
    """Return where the words for a source at `i` end at the latest: before the next counted group."""
    starts = (
        g.start
        for g in sentence.groups
        if g.number is not None and g.start >= i and not (g.number.article and g.start <= i + 1)
    )
    return next(starts, sentence.end)


def _clause_on(sentence: Sentence, front: tuple[int, int], verb: int) -> int | None:
    """Return where a clause on the subject starts before its verb: the ministry, which the rebels run, said."""
    clauses = sentence.clauses
    apart = (k for k in range(front[1], verb) if clauses.of(k) != clauses.of(front[0]))
    return next(apart, None)


def _stretch(inside: list[int]) -> list[int]:
    """Return the tokens up to the first gap (a relative clause)."""
    taken = inside[:1]
    for k in inside[1:]:
        if k != taken[-1] + 1:
            break
        taken.append(k)
    return taken


def mark_for(draft: Draft, marks: list[Mark], sentence: Sentence) -> Mark | None:
    """Choose whose words a claim is, among the sources of its sentence: in its stretch, else the nearest."""
    named = [m for m in marks if m.named or m.pronoun or m.rule]
    if not named:
        return None
    at = draft.group.start
    segment = sentence.clauses.segment(at)
    same = [m for m in named if not m.general and sentence.clauses.segment(m.verb) == segment]
    return min(same or named, key=lambda m: (not m.named, m.general, abs(m.verb - at)))
