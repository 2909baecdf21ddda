"""Who speaks at a verb of saying: teilte … mit, hatte … erklärt, hieß es aus …, confirmed by the ministry."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.extraction.source_phrases import (
    LONGEST,
    SourcePhrases,
    bracket_start,
    clause_on,
    limit,
    unbroken,
)
from workbench.extraction.takings import Takings
from workbench.extraction.words import Words

_LEADING = frozenset((",", "„", "“", '"', "”", "–", "-", "(", ":"))
_BORDERS = frozenset((",", ";", ":", "–", "—", "„", "“", '"', "”", "«", "»", "."))
_INVERTING = frozenset((",", "“", '"', "”", "»", "«", "–"))
#: A verb's particle stands at most so far behind it.
_PARTICLE = 15
#: So many adverbs and phrases of time or place may part a verb from its subject.
_ADVERBIALS = 4
#: A clause on a subject that no comma parts from its verb is at most so long.
_RELATED = 14
#: What two commas may hold between a subject and its verb.
_SHORTEST_APPOSED, _LONGEST_APPOSED = 3, 14


class SayingReader:
    """Read verbs of saying with their subjects."""

    def __init__(self, lexicon: Lexicon, phrases: SourcePhrases) -> None:
        """Take the language's words."""
        self._phrases = phrases
        self._verb_second = lexicon.grammar.verb_second
        words = lexicon.words
        self._verbs = words("attribution", "verbs")
        self._participles = words("attribution", "participles")
        self._as = words("attribution", "as")
        self._also = words("relations", "also")
        self._pronouns = words("attribution", "pronouns")
        self._nouns, self._noun_links = words("attribution", "nouns"), words("attribution", "noun_links")
        self._taking, self._takings = words("attribution", "taking"), Takings(lexicon)
        self._adjectives = words("attribution", "adjectives")
        self._relatives = words("attribution", "relatives")
        self._parting = self._relatives | words("attribution", "before_subject")
        self._first_persons = words("attribution", "first_persons")
        self._with_object = words("attribution", "with_object")
        self._adverb_ends = lexicon.endings("adverbs")
        self._when = (
            words("clauses", "time_words") | words("tolls", "earlier") | words("clauses", "contrast") | self._also
        )
        self._demonstratives = words("attribution", "demonstratives")
        self._datives = words("attribution", "datives")
        self._adverbs = words("attribution", "adverbs")
        self._later = words("attribution", "later")
        self._it_says, self._heard = words("attribution", "it_says"), words("attribution", "heard")
        self._tolls, self._objects = words("tolls", "nouns"), words("tolls", "objects")
        self._addressees = tuple(words("attribution", "addressees"))
        self._feminine_datives = words("clauses", "genitives")
        self._says_from = words("attribution", "says_from")
        self._it = words("attribution", "it")
        self._before_subject = self._as | words("attribution", "before_subject")
        self._openers = words("attribution", "subject_openers")
        self._marks = words("clauses", "possessive_marks")
        self._agents = words("clauses", "agents")
        self._told_verbs = self._participles | words("attribution", "told_by")
        self._auxiliaries = words("clauses", "active")
        self._passive = words("clauses", "passive")
        self._subordinators = words("clauses", "subordinators")
        self._twofold = words("clauses", "coordination_fillers")
        self._joining = words("clauses", "coordinators") | words("clauses", "contrast") | self._also
        particles = lexicon.sections["attribution"]["separable"]
        self._separable: dict[str, set[str]] = {}
        for particle, verbs in particles.items():
            for verb in verbs:
                self._separable.setdefault(verb, set()).add(particle)
        self._as_saying, self._sayers = words("attribution", "as_saying"), tuple(words("attribution", "sayers"))
        #: The words that `at` reads anything from.
        self.deciding = self._verbs.union(
            self._participles, self._it_says, self._heard, self._separable, self._as_saying
        )

    def at(self, sentence: Sentence, i: int) -> Mark | None:
        """Read what a verb of saying at token `i` says of its speaker, None where none stands there."""
        words, word = sentence.words, sentence.words.lower[i]
        if not words.small(i):
            return None
        if word in self._it_says or word in self._heard:
            found = self._it_said(sentence, i)
            if found is not None:
                return found
        if word in self._as_saying and words.at(i - 1) in self._passive and words.at(i + 1) in self._as:
            quoted = self._front(sentence, i - 1)
            return self._fronted(sentence, quoted, i) if quoted is not None else None
        if any(hit.verb == i and not hit.neutral for hit in sentence.hits):
            return None
        if word in self._taking and self._takings.at(sentence, i):
            return None
        again = self._goes_on(sentence, i) if word in self._verbs and words.at(i - 1) in self._joining else None
        if again is not None:
            return again
        perfect = self._had_said(sentence, i) if word in self._participles else None
        if perfect is None and (word in self._verbs or self._separated(sentence, i)):
            return self._said(sentence, i)
        return perfect

    def _goes_on(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read a second verb of the subject that speaks: the ministry disputed that and put the toll at 9."""
        words, first = sentence.words, sentence.start
        if words.lower[verb] in self._nouns or not self._phrases.nominal(words, first):
            return None
        found = self._phrases.at(words, first, min(verb - 1, limit(sentence, first)))
        if found is None or found[0] != first or self._holds_claim(sentence, *found):
            return None
        known = (k for k in range(*found) if self._sayers and words.lower[k].endswith(self._sayers))
        end = next(known, first - 1) + 1
        while first < end < found[1] and self._phrases.goes_on(words, end):
            end += 1
        return Mark(first, end, (first, end), verb, f"source: {words.text[verb]}") if end > first else None

    def _separated(self, sentence: Sentence, i: int) -> bool:
        """Tell whether a verb at `i` has its particle apart: teilte … mit, bekannt gab."""
        words, particles = sentence.words, self._separable.get(sentence.words.lower[i], ())
        if not particles:
            return False
        if words.at(i - 1) in particles:
            return True
        for k in range(i + 1, min(i + _PARTICLE, sentence.end)):
            closing = k + 1 >= sentence.end or not words.word(k + 1)
            closing = closing or words.at(k + 1) in self._subordinators | self._joining
            if words.lower[k] in particles and closing:
                return True
        return False

    def _had_said(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read a participle: the subject of hat … mitgeteilt, the agent of wurde von der Polizei bestätigt."""
        words, first = sentence.words, self._first(sentence, verb)
        if words.at(verb + 1) in self._auxiliaries:
            return self._said_by_place(sentence, verb, verb)
        held = [k for k in range(first, verb) if words.lower[k] in self._auxiliaries]
        if held:
            return self._said_by_place(sentence, verb, held[0])
        agent = next((k for k in range(verb - 1, first - 1, -1) if words.lower[k] in self._agents), None)
        found = self._phrases.at(words, agent, verb) if agent is not None else None
        if found is None or self._holds_claim(sentence, *found):
            return self._told_by(sentence, verb)
        return Mark(*found, found, verb, f"source: {words.text[verb]}")

    def _it_said(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read ``hieß es aus dem Ministerium`` and ``in einer Erklärung der Armee heißt es``."""
        words, first = sentence.words, self._first(sentence, verb)
        if words.at(verb) in self._it_says and not self._it & set(words.lower[first : verb + 2]):
            return None
        after = range(verb + 1, min(verb + 1 + _ADVERBIALS, sentence.end))
        for k in (*after, *range(verb - 1, first - 1, -1)):
            at_place = words.lower[k] in self._says_from
            found = self._phrases.at(words, k + 1, limit(sentence, k + 1)) if at_place else None
            if found is not None and not self._holds_claim(sentence, *found):
                return Mark(*found, found, verb, f"source: {words.text[verb]}")
        return None

    def _said(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read the subject of a verb of saying, behind it or before it."""
        words = sentence.words
        told = self._told_by(sentence, verb)
        if told is not None:
            return told
        if words.at(verb - 1) in self._passive:
            return Mark(verb, verb, (verb, verb), verb, "source: passive of saying")
        if words.lower[verb] in self._nouns and self._noun_there(words, verb):
            return None
        if words.lower[verb] in self._adjectives and self._closed_before(words, verb):
            return None
        return (
            self._said_by_place(sentence, verb, verb) if self._verb_second else self._said_by_distance(sentence, verb)
        )

    def _told_by(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read the agent right behind a passive of saying: a toll confirmed by two doctors, bestätigt vom Sprecher."""
        words, first = sentence.words, verb + 2
        if words.at(verb + 1) not in self._agents or words.lower[verb] not in self._told_verbs:
            return None
        found = self._phrases.counted(sentence, first) or self._phrases.at(words, first, limit(sentence, first))
        if found is None:
            return None
        return Mark(*found, found, verb, f"source: {words.text[verb]}")

    def _noun_there(self, words: Words, i: int) -> bool:
        """Tell whether a word that may say or be a noun is one: shocked by reports, reports of deaths."""
        before, after = words.at(i - 1), words.at(i + 1)
        return self._closed_before(words, i) or before in self._verbs or after in self._noun_links

    def _closed_before(self, words: Words, i: int) -> bool:
        """Tell whether an article or a preposition stands before a word, so that it is no verb: an alleged raid."""
        return words.at(i - 1) in self._phrases.prepositions or words.at(i - 1) in self._phrases.articles

    def _said_by_distance(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read a subject that may stand before its verb or behind it, whatever comes first."""
        words = sentence.words
        if {words.at(verb - 1), words.at(verb - 2)} & self._first_persons:
            return None
        related = self._related(sentence, verb)
        if related is not None:
            return related
        if words.at(verb - 1) in self._pronouns:
            return self._pronoun(words, verb)
        inverted = words.text[verb - 1 : verb] and words.at(verb - 1) in _INVERTING
        front = self._front(sentence, verb)
        behind = self._object_or_subject(sentence, verb) if front is None or words.at(verb - 1) != "," else None
        if behind is not None and (inverted or front is None or verb == sentence.start):
            return Mark(*behind, behind, verb, f"source: {words.text[verb]}")
        return self._fronted(sentence, front, verb) if front is not None else self._pronoun(words, verb)

    def _related(self, sentence: Sentence, verb: int) -> Mark | None:
        """Read whom a relative clause lets speak: the rebels, who claimed to have killed 14 soldiers."""
        words, k = sentence.words, verb - 1
        while k > sentence.start and self._between(words.lower[k]):
            k -= 1
        end = k - 1
        if words.at(k) not in self._relatives or words.at(end) != ",":
            return None
        for first in sorted(self._last_stretch(sentence, list(range(max(sentence.start, end - LONGEST), end)))):
            found = self._phrases.at(words, first, end) if self._phrases.nominal(words, first) else None
            if found is not None and found[1] == end and not self._holds_claim(sentence, *found):
                return Mark(*found, found, verb, f"source: {words.text[k]}", inside=True)
        return None

    def _object_or_subject(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the subject that stands behind a verb of saying, None where none does or its object must."""
        words = sentence.words
        if words.lower[verb] in self._with_object:
            return None
        told = self._phrases.counted(sentence, verb + 1) if words.at(verb - 1) in _INVERTING else None
        if told is not None or not self._phrases.nominal(words, verb + 1):
            return told
        return self._phrases.at(words, verb + 1, limit(sentence, verb + 1))

    def _said_by_place(self, sentence: Sentence, verb: int, finite: int) -> Mark | None:
        """Read a subject where verbs come second: before the finite verb, behind it, or at the clause's head."""
        words, first = sentence.words, self._first(sentence, verb)
        while first < finite and (words.lower[first] in self._joining or words.lower[first] in self._twofold):
            first += 1
        opened = words.at(first) in self._as or words.at(first) in self._subordinators
        opened = opened and not self._phrases.nominal(words, finite + 1)
        if opened and first < verb:
            found = self._after_opener(sentence, first + 1, verb)
            return self._made(words, found, verb) if found is not None else self._pronoun(words, verb)
        found = self._prefield(sentence, first, finite)
        if found is not None:
            return self._made(words, found, verb)
        behind = self._behind(sentence, finite + 1, moved=first < finite)
        if behind is not None and not (first == finite and self._addressed(sentence, behind, finite)):
            back = words.at(finite - 1) in self._demonstratives and finite - 1 == sentence.start
            return Mark(*behind, behind, verb, f"source: {words.text[verb]}", back=back)
        front = self._front(sentence, finite) if first == finite else None
        if front is not None:
            return self._fronted(sentence, front, verb)
        behind = self._behind(sentence, finite + 1, moved=True) if first == finite else None
        return self._made(words, behind, verb) if behind is not None else self._pronoun(words, verb)

    def _addressed(self, sentence: Sentence, behind: tuple[int, int], finite: int) -> bool:
        """Tell whether those behind a verb are spoken to: eine Quelle, die anonym blieb, sagte der Agentur Reuters."""
        words = sentence.words
        feminine = words.at(behind[0]) in self._feminine_datives
        heard = any(words.lower[k].endswith(self._addressees) for k in range(*behind))
        return feminine and heard and self._front(sentence, finite) is not None

    def _made(self, words: Words, found: tuple[int, int], verb: int) -> Mark:
        """Make the mark of a subject in the verb's own stretch."""
        return Mark(*found, (found[0], max(found[1], verb)), verb, f"source: {words.text[verb]}")

    def _fronted(self, sentence: Sentence, front: tuple[int, int], verb: int) -> Mark:
        """Make the mark of a subject that a clause or an apposition parts from its verb."""
        clause = clause_on(sentence, front, verb)
        return Mark(*front, (front[0], verb), verb, f"source: {sentence.words.text[verb]}", clause=clause)

    def _pronoun(self, words: Words, verb: int) -> Mark | None:
        """Make the mark of someone named before who speaks again: er sagte, they also said."""
        first = verb - 1 if words.at(verb - 1) not in self._also else verb - 2
        near = {words.at(first), words.at(verb + 1)}
        return Mark(verb, verb, (verb, verb), verb, "source: pronoun", pronoun=True) if near & self._pronouns else None

    def _first(self, sentence: Sentence, verb: int) -> int:
        """Return where the stretch of a verb starts: after a comma, a quotation, or where its clause does."""
        words, clauses = sentence.words, sentence.clauses
        k = verb
        while k > sentence.start:
            if words.text[k - 1] == ")":
                k = bracket_start(words, k - 1, sentence.start)
            elif clauses.of(k - 1) != clauses.of(verb) or words.text[k - 1] in _BORDERS or words.blank(k - 1):
                break
            else:
                k -= 1
        return k

    def _after_opener(self, sentence: Sentence, i: int, verb: int) -> tuple[int, int] | None:
        """Return the subject of a clause that its verb closes: wie am Abend die Polizei mitteilte."""
        i = self._past_adverbials(sentence.words, i, verb)
        if not self._phrases.nominal(sentence.words, i):
            return None
        found = self._phrases.at(sentence.words, i, min(verb, limit(sentence, i)))
        return found if found is not None and not self._holds_claim(sentence, *found) else None

    def _prefield(self, sentence: Sentence, first: int, finite: int) -> tuple[int, int] | None:
        """Return the subject before a finite verb, None where an adverb, an object or nothing stands there."""
        words = sentence.words
        if first >= finite or not self._phrases.nominal(words, first):
            return None
        word = words.at(first)
        apart = self._adverbs | self._subordinators | self._phrases.prepositions
        adverbial = word in apart or words.at(finite - 1) in self._later
        alone = finite - first == 1 and word in self._demonstratives
        put = not self._objects.isdisjoint(words.lower[first:finite])
        if adverbial or alone or put or word in self._datives or self._holds_claim(sentence, first, finite):
            return None
        return self._with_another(words, self._phrases.at(words, first, finite), finite)

    def _with_another(self, words: Words, found: tuple[int, int] | None, finite: int) -> tuple[int, int] | None:
        """Take in what is joined to a subject right before its verb: die Armee und die Polizei."""
        if found is None or words.at(found[1]) not in self._joining | self._twofold:
            return found
        first = found[1] + 1
        while words.at(first) in self._joining or words.at(first) in self._twofold:
            first += 1
        second = self._phrases.at(words, first, finite) if self._phrases.nominal(words, first) else None
        return (found[0], second[1]) if second is not None and second[1] == finite else found

    def _behind(self, sentence: Sentence, i: int, *, moved: bool) -> tuple[int, int] | None:
        """Return the subject behind a finite verb; adverbials may stand before it where the verb is `moved` there."""
        words = sentence.words
        counted = self._phrases.counted(sentence, i) if words.at(i - 2) in _INVERTING else None
        if counted is not None:
            return counted
        if moved:
            i = self._past_adverbials(words, i, sentence.end)
        elif words.at(i) in self._adverbs:
            i += 1
        closed = words.at(i) in self._pronouns or words.at(i) in self._datives
        if closed or not self._phrases.nominal(words, i):
            return None
        found = self._phrases.at(words, i, limit(sentence, i))
        return None if found is None or self._tolls & set(words.lower[slice(*found)]) else found

    def _past_adverbials(self, words: Words, i: int, end: int) -> int:
        """Return the token after adverbs, phrases of time or place, and datives from `i` on."""
        for _ in range(_ADVERBIALS):
            word = words.at(i)
            if word in self._adverbs:
                i += 1
            elif word in self._phrases.prepositions or word in self._datives:
                after = next((k for k in range(i + 1, min(i + _ADVERBIALS, end)) if words.capital(k)), None)
                if after is None:
                    return i
                i = after + 1
            else:
                return i
        return i

    def _front(self, sentence: Sentence, verb: int) -> tuple[int, int] | None:
        """Return the subject that stands in a verb's clause before what is put in between, None where none does."""
        words, clauses = sentence.words, sentence.clauses
        own = clauses.of(verb)
        inside = [k for k in range(sentence.start, verb) if clauses.of(k) == own]
        while inside and (words.text[inside[0]] in _LEADING or words.at(inside[0]) in self._before_subject):
            inside.pop(0)
        inside = unbroken(inside) if self._verb_second else self._before_relative(sentence, inside, verb)
        alone = len(inside) == 1 and words.at(inside[0]) in self._demonstratives
        nobody = bool(inside) and words.at(inside[0]) in self._phrases.nobody
        bare = len(inside) == 1 and words.at(inside[0] - 1) in self._as  # as first reported
        if not inside or alone or nobody or bare or words.at(inside[0]) in self._phrases.prepositions | self._pronouns:
            return None
        first, last = inside[0], inside[-1]
        counted = self._phrases.counted(sentence, first)
        if counted is not None and counted[1] == last + 1:
            return counted
        if self._holds_claim(sentence, first, last + 1):
            return None
        named = (self._phrases.at(words, k, last + 1) for k in range(first, last + 1))
        found = next((found for found in named if found is not None), None)
        return found if found is None or self._verb_second else self._with_earlier(sentence, found)

    def _with_earlier(self, sentence: Sentence, found: tuple[int, int]) -> tuple[int, int]:
        """Take in who is joined before a subject and speaks with it: medics and residents said."""
        words, last = sentence.words, found[0] - 2
        joined = words.at(last + 1) in self._joining and words.at(last).endswith(self._sayers)
        if last < sentence.start or not self._sayers or not joined:
            return found
        first = last
        while first > sentence.start and last - first < LONGEST and self._phrases.part(words, first - 1):
            first -= 1
        opens = first == sentence.start or not words.word(first - 1) or words.at(first - 1) in self._openers
        return (first, found[1]) if opens else found

    def _before_relative(self, sentence: Sentence, inside: list[int], verb: int) -> list[int]:
        """Return the last stretch before a verb, or before a clause on it without commas: an aide who was there said.

        A stretch right behind the relative is that clause's own subject: the men who police said were killed.
        """
        words, last = sentence.words, self._last_stretch(sentence, inside)
        low = max(sentence.start, verb - _RELATED)
        k = next((k for k in range(verb - 1, low, -1) if words.at(k) in self._parting or not words.word(k)), low)
        if words.at(k) not in self._relatives or not words.word(k - 1) or (last and last[0] <= k + 1):
            return last
        return self._last_stretch(sentence, list(range(low, k))) or last

    def _last_stretch(self, sentence: Sentence, inside: list[int]) -> list[int]:
        """Return the tokens after the last comma or verb before a verb of saying."""
        taken: list[int] = []
        while inside and self._between(sentence.words.lower[inside[-1]]):
            inside = inside[:-1]
        if len(inside) > 1 and sentence.words.text[inside[-1]] == "," and inside[-2] < inside[-1] - 1:
            inside = inside[:-1]  # what stands between was a clause on the subject: the ministry, run by …, said
        inside = self._without_apposition(sentence, inside)
        if inside and sentence.words.text[inside[-1]] == ")":
            inside = [k for k in inside if k < bracket_start(sentence.words, inside[-1], sentence.start)]
        for k in reversed(inside):
            word = sentence.words.lower[k]
            apart = not sentence.words.word(k) and sentence.words.text[k] not in self._marks
            if apart or word in self._phrases.stops or word in self._openers:
                break
            taken.append(k)
        return taken[::-1]

    def _between(self, word: str) -> bool:
        """Tell whether a word may part a subject from its verb: the army had also, the mayor later."""
        return word in self._auxiliaries or word in self._when or word.endswith(self._adverb_ends)

    def _without_apposition(self, sentence: Sentence, inside: list[int]) -> list[int]:
        """Leave out what stands between commas before the verb: the Observatory, a war monitor, said."""
        words = sentence.words
        if len(inside) < _SHORTEST_APPOSED or words.text[inside[-1]] != ",":
            return inside
        for at in range(len(inside) - 2, max(len(inside) - _LONGEST_APPOSED, 0), -1):
            if words.lower[inside[at]] in self._phrases.stops:
                return inside
            if words.text[inside[at]] == ",":
                return inside if self._holds_claim(sentence, inside[at], inside[-1]) else inside[:at]
        return inside

    def _holds_claim(self, sentence: Sentence, first: int, end: int) -> bool:
        """Tell whether a casualty stands in [first, end): then no subject does."""
        if any(first <= h.start < end and not h.neutral for h in sentence.hits):
            return True
        counted = (g for g in sentence.groups if g.number is not None and not g.number.article)
        return any(first <= g.start < end and (g.known or g.elliptic or g.noun is not None) for g in counted)
