"""Which clause of its sentence each token belongs to: subordinate clauses apart from what holds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

#: So many letters stand before the ending of a verb.
_SHORTEST_STEM = 2
_OPENERS = frozenset(("(", "["))
_CLOSERS = frozenset((")", "]"))
#: So many words after ``und`` its verb may stand.
_SECOND_REACH = 25
_BREAKS = frozenset((";", "–", "—"))
_DASHES = frozenset(("–", "—"))
_DASHLIKE = _DASHES | {"-"}
#: Two dashes that stand for brackets are so near each other.
_MOST_INSERTED = 25
#: How far ``noch`` may stand after its ``weder``.
_NOR_REACH = 10


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clause numbers of the tokens from `start` on; `segments` number the stretches between commas."""

    start: int
    clause: tuple[int, ...]
    segments: tuple[int, ...]

    def of(self, token: int) -> int:
        """Return the clause of a token; one outside the sentence is taken as the nearest inside."""
        at = token - self.start
        return self.clause[at if 0 <= at < len(self.clause) else self._inside(token)]

    def segment(self, token: int) -> int:
        """Return the stretch between commas that a token lies in, or the nearest one."""
        at = token - self.start
        return self.segments[at if 0 <= at < len(self.segments) else self._inside(token)]

    def stretch(self, token: int) -> tuple[int, int]:
        """Return the tokens between commas around a token, itself among them; stretches are numbered in order."""
        number = self.segment(token)
        return self.start + bisect_left(self.segments, number), self.start + bisect_right(self.segments, number)

    def _inside(self, token: int) -> int:
        """Return where a token's numbers are kept."""
        return min(max(token - self.start, 0), len(self.clause) - 1)


class ClauseFinder:
    """Divide sentences into clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        clauses = lexicon.words
        self._subordinators = clauses("clauses", "subordinators")
        self._relatives = clauses("clauses", "relatives")
        self._prepositions = clauses("clauses", "relative_prepositions")
        self._active = clauses("clauses", "active")
        self._auxiliaries = clauses("clauses", "passive") | self._active
        self._says = clauses("attribution", "verbs")
        self._nor: dict[str, str] = lexicon.sections["numbers"]["nor"]
        self._strong = clauses("clauses", "strong_verbs")
        self._participles = clauses("clauses", "participles")
        self._perfects = clauses("attribution", "participles")
        self._grammar, self._endings = lexicon.grammar, lexicon.endings("verbs")
        self._never = clauses("clauses", "never_after_prepositions")
        self._coordinating = lexicon.phrases("clauses", "second_coordinators")
        self._joints = clauses("clauses", "coordinators") | clauses("clauses", "contrast")
        forms = [(word, {entry.form for entry in entries}) for word, entries in lexicon.verbs.items()]
        verbs = (word for word, found in forms if "finite" in found and "participle" not in found)
        self._finites = self._auxiliaries.union(self._says, verbs)
        self._modals = clauses("status", "self_claim") | clauses("status", "alleged")
        self._tail = clauses("clauses", "infinitive_tail") if lexicon.grammar.verb_final else frozenset[str]()
        self._harmed = frozenset(word for word, found in forms if "participle" in found)
        self._idioms = lexicon.verb_phrases.firsts
        self._unseen = self._says if lexicon.grammar.saying_without_that else frozenset[str]()

    def find(self, words: Words, start: int, end: int) -> Clauses:
        """Return the clauses of the sentence [start, end)."""
        state = _State(*_pair(words, start, end))
        clause, segments = [], []
        for i in range(start, end):
            self._step(words, i, start, end, state)
            clause.append(state.stack[-1])
            segments.append(state.segment)
        return Clauses(start, tuple(clause), tuple(segments))

    def _step(self, words: Words, i: int, start: int, end: int, state: _State) -> None:
        """Move on to token `i`."""
        text = words.text[i]
        if i in state.opening:
            state.enter()
        elif i in state.closing:
            state.leave()
        elif text in _OPENERS and not self._one_word_bracket(words, i):
            state.push()
        elif text in _CLOSERS and len(state.stack) > 1 and not self._one_word_bracket(words, i - 2):
            state.pop()
        elif self._breaks(words, i, start):
            state.replace()
        elif text == ",":
            self._comma(words, i, end, state)
        elif i == start and self._opens(words, i, end):
            state.push()
        elif state.seen_verb and words.lower[i] in self._joints and self._second_clause(words, i, state):
            state.replace()
        if not state.seen_verb and self._finite(words, i):
            state.seen_verb = words.lower[i] not in self._unseen
            state.modal = words.lower[i] in self._modals
            state.held = words.lower[i] in self._active

    def _gapped(self, words: Words, comma: int, start: int) -> bool:
        """Tell whether a participle without its auxiliary follows a comma: getötet wurden vier, verletzt neun."""
        if not self._grammar.verb_final or words.at(comma + 1) not in self._harmed:
            return False
        fronted = words.at(start) in self._harmed or words.at(start) in self._idioms
        follows = words.at(comma + 2)
        return fronted and follows.isalnum() and follows not in self._joints

    def _breaks(self, words: Words, i: int, start: int) -> bool:
        """Tell whether a sign at `i` ends one clause and begins another."""
        if words.text[i] == ",":
            return self._gapped(words, i, start)
        return words.text[i] in _BREAKS and not _joins_digits(words, i)

    def _one_word_bracket(self, words: Words, i: int) -> bool:
        """Tell whether a bracket at `i` holds one word of the phrase around it: (syrischen)."""
        return words.at(i) in _OPENERS and words.at(i + 2) in _CLOSERS

    def _comma(self, words: Words, i: int, end: int, state: _State) -> None:
        """Open a subordinate clause after a comma, or close one that is complete."""
        state.segment += 1
        if self._opens(words, i + 1, end):
            if state.inside and self._complete(words, i):
                state.pop()
            state.push()
        elif state.inside and (self._complete(words, i) or not self._grammar.verb_final):
            state.pop()
        elif self._main_again(words, i + 1, end, state):
            state.replace()

    def _opens(self, words: Words, i: int, end: int) -> bool:
        """Tell whether a subordinate clause starts at token `i`."""
        if i >= end:
            return False
        word = words.lower[i]
        if word in self._subordinators:
            return self._coordinating.match(words.lower, i) is None
        if word in self._relatives:
            return not self._article_of_main(words, i, end)
        return (
            word in self._prepositions
            and words.at(i + 1) in self._relatives
            and not words.capital(i + 2)
            and words.at(i + 1) not in self._never
            and self._relative_after(words, i + 1, end)
        )

    def _relative_after(self, words: Words, i: int, end: int) -> bool:
        """Tell whether der/die/dem at `i` after a preposition is a relative pronoun: its stretch ends with a verb."""
        last = self._stretch_end(words, i, end) - 1
        return last > i and self._verb_like(words, last)

    def _article_of_main(self, words: Words, i: int, end: int) -> bool:
        """Tell whether der/die/das at `i` opens a main clause or a noun phrase, not a relative clause."""
        if not self._grammar.relatives_are_articles:
            return False
        last = self._stretch_end(words, i, end) - 1
        if words.capital(i + 1) and self._finite(words, i + 2):
            return True
        return not self._verb_like(words, last)

    def _stretch_end(self, words: Words, i: int, end: int) -> int:
        """Return where the next comma or the sentence's end follows `i`."""
        for k in range(i, end):
            if words.text[k] in (",", ";", ".", "!", "?", ")", "“", '"'):
                return k
        return end

    def _verb_like(self, words: Words, i: int) -> bool:
        """Tell whether a token may be a finite verb by its look."""
        word = words.at(i)
        known = word in self._auxiliaries or word in self._strong or self._finite(words, i)
        return words.small(i) and (known or _ends(word, self._endings))

    def _complete(self, words: Words, comma: int) -> bool:
        """Tell whether the clause before a comma ended with a verb."""
        last = comma - 1
        while words.quote(last) or words.at(last) == ")":
            last -= 1
        return self._verb_like(words, last)

    def _finite(self, words: Words, i: int) -> bool:
        """Tell whether token `i` is a finite verb the lexicon knows."""
        return words.at(i) in self._finites and words.small(i)

    def _main_again(self, words: Words, i: int, end: int, state: _State) -> bool:
        """Tell whether a new main clause starts at `i`: both sides of the comma have a finite verb."""
        if not state.seen_verb:
            return False
        stop = self._stretch_end(words, i, end)
        finite = (k for k in range(i, stop) if self._finite(words, k) and words.at(k) not in self._participles)
        return any(True for _ in finite) and not self._finite(words, i)

    def _second_clause(self, words: Words, i: int, state: _State) -> bool:
        """Tell whether ``und``/``aber`` at `i` joins two clauses that both have a finite verb."""
        first = self._nor.get(words.lower[i])
        if first is not None and first not in words.lower[max(0, i - _NOR_REACH) : i]:
            return False
        stop = self._stretch_end(words, i + 1, min(len(words), i + _SECOND_REACH))
        verbs = [k for k in range(i + 1, stop) if self._finite(words, k) and not self._closes(words, k, stop, state)]
        found = [words.lower[k] for k in verbs if words.lower[k] not in self._participles]
        return bool(found) and not (state.modal and self._tail.issuperset(found))

    def _closes(self, words: Words, k: int, stop: int, state: _State) -> bool:
        """Tell whether a participle of saying closes the clause of an auxiliary: hatte von neun Toten … berichtet."""
        return state.held and k == stop - 1 and words.lower[k] in self._perfects


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    """Tell whether a word has one of `endings` after a stem of some length."""
    return any(word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM for ending in endings)


def _joins_digits(words: Words, i: int) -> bool:
    """Tell whether a dash stands between digits and so is no border: 10–12 civilians."""
    return words.at(i - 1)[-1:].isdigit() and words.at(i + 1)[:1].isdigit()


def _parts_off(words: Words, i: int) -> bool:
    """Tell whether token `i` is a dash that parts; a hyphen does with blanks around it."""
    if words.text[i] in _DASHES:
        return not _joins_digits(words, i)
    return words.text[i] == "-" and all(words.doc[k].whitespace_ for k in (i - 1, i))


def _pair(words: Words, start: int, end: int) -> tuple[frozenset[int], frozenset[int]]:
    """Return where dashes in pairs open and close, as brackets do: six people – two of them women – were killed."""
    texts = words.text
    found = [k for k in range(start + 1, end - 2) if texts[k] in _DASHLIKE and _parts_off(words, k)]
    if len(found) % 2 and not any(words.small(k) for k in range(start, found[0])):
        found = found[1:]
    opened, closed, before = set[int](), set[int](), -1
    for k in found:
        if before >= 0 and k - before <= _MOST_INSERTED:
            opened.add(before)
            closed.add(k)
            before = -1
        else:
            before = k
    return frozenset(opened), frozenset(closed)


@dataclass(slots=True)
class _State:
    """Where the walk through a sentence stands."""

    stack: list[int]
    last: int
    segment: int
    seen_verb: bool
    held: bool
    opening: frozenset[int]
    closing: frozenset[int]
    around: list[tuple[int, bool]]
    #: Whether the clause's verb waits for an infinitive at its end: will … getötet haben.
    modal: bool

    def __init__(self, opening: frozenset[int], closing: frozenset[int]) -> None:
        """Start in the main clause; dashes in pairs open and close at these tokens."""
        self.opening, self.closing, self.around, self.modal = opening, closing, [], False
        self.stack, self.last, self.segment, self.seen_verb = [0], 0, 0, False
        self.held = False

    @property
    def inside(self) -> bool:
        """Whether a clause is open inside another, and inside the dashes there are."""
        return len(self.stack) > (self.around[-1][0] + 1 if self.around else 1)

    def push(self) -> None:
        """Enter a clause inside the present one."""
        self.last += 1
        self.stack.append(self.last)
        self.segment += 1
        self.seen_verb = False

    def pop(self) -> None:
        """Return to the clause around."""
        self.stack.pop()
        self.segment += 1
        self.seen_verb = True

    def enter(self) -> None:
        """Enter what a pair of dashes holds."""
        self.around.append((len(self.stack), self.seen_verb))
        self.push()

    def leave(self) -> None:
        """Leave what a pair of dashes held, to what held it as it was left."""
        depth, seen = self.around.pop()
        while len(self.stack) > depth:
            self.pop()
        self.seen_verb = seen

    def replace(self) -> None:
        """Start another clause on the same level."""
        self.last += 1
        self.stack[-1] = self.last
        self.segment += 1
        self.seen_verb = False
