"""What is told without having happened: infinitives, what will, can or should be, questions whether it did."""

from __future__ import annotations

from bisect import bisect_left

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

#: So many tokens before a verb its modal or its infinitive's mark may stand.
_NEAR = 4
_INFINITIVE, _PASSIVE = 2, 3
_TWICE = 2


class UnrealReader:
    """Tell what only may happen from what did."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._final = lexicon.grammar.verb_final
        self._marks, self._achieved = words("status", "infinitive_marks"), words("status", "achieved")
        self._modals, self._future = words("status", "modals"), words("status", "future")
        self._ahead = self._modals | self._future
        self._obliged = words("status", "obliged")
        self._bare_be, self._known = words("status", "bare_be"), words("status", "known_to")
        self._undone, self._not = words("status", "undone"), words("status", "not")
        self._coming = lexicon.phrases("status", "coming")
        self._conditional, self._counterfactual = words("status", "conditional"), words("status", "counterfactual")
        self._means, self._planned = words("status", "means"), words("status", "planned")
        self._wish, self._fiction = words("status", "wish"), lexicon.phrases("status", "fiction")
        self._generic_subjects = words("status", "generic_subjects")
        self._questions = words("status", "question_openers")
        self._whether, self._related = words("status", "whether"), words("attribution", "relatives")
        self._if_so = lexicon.phrases("status", "if_so")
        self._finite = words("clauses", "passive") | words("clauses", "active")
        self._gerunds = lexicon.endings("gerunds")
        self._coordinators = words("clauses", "coordinators")

    def why(self, draft: Draft, sentence: Sentence) -> str:
        """Return the words that say that what a draft tells did not happen, or not yet; empty where it did."""
        if self._asked(sentence):
            return "?"
        supposed = (
            self._supposed(draft, sentence) or self._told_as_fiction(sentence) or self._left_open(draft, sentence)
        )
        if supposed:
            return supposed
        hit = draft.hit
        if hit is None:
            return ""
        first = self._first_of_chain(sentence, hit)
        if self._final:
            return self._infinitive(sentence, hit, first) or self._will(draft, sentence, hit)
        return self._infinitive(sentence, hit, first) or self._may_be(sentence, first) or self._generic(draft, sentence)

    def _supposed(self, draft: Draft, sentence: Sentence) -> str:
        """Return what only supposes a draft: sollten sich die Berichte bestätigen; hätten getötet werden können."""
        opener = sentence.words.at(sentence.start)
        if opener in self._conditional and sentence.words.at(sentence.end - 1) != "?":
            return opener
        inside = sentence.beside(draft.group.start, draft.anchor[0])
        return next(iter(sorted(self._counterfactual & inside)), "") if self._wish & inside else ""

    def _left_open(self, draft: Draft, sentence: Sentence) -> str:
        """Return what asks whether a draft is so, or waits for word of it: unclear whether 12 died; if confirmed."""
        if self._presupposed(draft):
            return ""
        clauses, first = sentence.clauses, draft.group.start
        for k in sentence.places(self._whether):
            here = clauses.of(k) == clauses.of(first) and clauses.segment(k) == clauses.segment(first)
            if k < first and here and self._related.isdisjoint(sentence.words.lower[k:first]):
                return sentence.words.lower[k]
        opened = self._if_so.match(sentence.words.lower, sentence.start)
        main = sentence.start + opened[0] + 1 if opened is not None else sentence.end
        return opened[1] if opened is not None and clauses.of(main) == clauses.of(first) else ""

    def _presupposed(self, draft: Draft) -> bool:
        """Tell whether a draft takes its people as harmed, whatever is asked of them: whether the 12 dead were …."""
        group, hit = draft.group, draft.hit
        if hit is None:
            return group.noun is None or group.definite
        return group.definite and hit.start == group.full and not self._final

    def _told_as_fiction(self, sentence: Sentence) -> str:
        """Return the words that say that a sentence retells a film or a novel; empty where none do."""
        found = self._fiction.find(sentence.words.lower, sentence.start, sentence.end)
        return next((key for _, _, key in found), "")

    def _generic(self, draft: Draft, sentence: Sentence) -> str:
        """Return the pronoun whose habit, and no event, is told by a verb without an ending: they kill people."""
        hit = draft.hit
        if hit is None or draft.number is not None or "infinitive" not in {w.form for w in hit.words}:
            return ""
        before = sentence.words.at(hit.start - 1)
        return before if before in self._generic_subjects and hit.start > sentence.start else ""

    def _first_of_chain(self, sentence: Sentence, hit: Hit) -> Hit:
        """Return the first of the verbs joined to a verb: to capture or kill."""
        at = bisect_left(sentence.hits, hit.start, key=lambda h: h.start)
        before = sentence.hits[at - 1] if at else hit
        joined = before.end == hit.start - 1 and sentence.words.lower[before.end] in self._coordinators
        return before if joined else hit

    def _asked(self, sentence: Sentence) -> bool:
        """Tell whether a sentence asks whether it happened: it opens with its verb and ends with a question mark."""
        words = sentence.words
        last = next((k for k in range(sentence.end - 1, sentence.start, -1) if not words.blank(k)), sentence.start)
        while last > sentence.start and words.quote(last):
            last -= 1
        first = sentence.start
        while first < last and not words.word(first):
            first += 1
        return words.text[last] == "?" and words.at(first) in self._finite | self._questions

    def _infinitive(self, sentence: Sentence, hit: Hit, first: Hit) -> str:
        """Return the mark of an infinitive or gerund that says no deed: to kill, ohne zu töten, without killing."""
        word = next((w for w in hit.words if w.form in ("infinitive", "idiom")), None)
        if word is None or word.voice != "transitive":
            return ""
        words = sentence.words
        before = words.lower[max(sentence.start, first.start - _INFINITIVE) : first.start]
        if words.at(first.start).endswith(self._gerunds) and self._gerunds:
            return next((w for w in before if w in self._undone), "")
        at = min(first.start, first.verb) if not self._final else hit.verb
        near = words.lower[max(sentence.start, at - (1 if self._final else _INFINITIVE)) : at]
        mark = next((w for w in near if w in self._marks), "")
        done = self._brought_about(sentence, at) or self._served(sentence, at) or self._had_to_be(words, at - 1)
        return mark if mark and not done else ""

    def _had_to_be(self, words: Words, be: int) -> bool:
        """Tell whether people had to be taken care of, and were: had to be treated for burns."""
        return words.at(be) in self._bare_be and words.at(be - 1) in self._marks and words.at(be - 2) in self._obliged

    def _served(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a means was used for what an infinitive tells: used a knife to kill, benutzte …, um … zu."""
        words = sentence.words
        used = [k for k in sentence.places(self._means) if k < at]
        if not used or words.at(at - 1) not in self._marks:
            return False
        before = words.lower[max(sentence.start, used[-1] - _NEAR) : used[-1]]
        return not (self._marks | self._modals | self._not | self._planned).intersection(before)

    def _brought_about(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a verb before an infinitive says that it came to pass: gelang es, … zu töten, managed to."""
        words = sentence.words
        first = sentence.start if self._final else max(sentence.start, at - _NEAR)
        done = [k for k in sentence.places(self._achieved) if first <= k < at]
        return any(not self._not & set(words.lower[max(first, k - _NEAR) : k + _NEAR]) for k in done)

    def _may_be(self, sentence: Sentence, first: Hit) -> str:
        """Return what stands before a verb and says that it is not told as done: will, must, to be."""
        words = sentence.words
        start = min(first.start, first.verb)
        low = max(sentence.start, start - _NEAR)
        for k in range(start - 1, low - 1, -1):
            word = words.lower[k]
            if words.text[k] == "," or any(g.start <= k < g.full for g in sentence.groups):
                return ""
            if word in self._modals:
                return word
            if word in self._bare_be and start - k < _PASSIVE:
                known = self._known & set(words.lower[max(sentence.start, k - _PASSIVE) : k])
                return "" if known or self._had_to_be(words, k) else word
        return ""

    def _will(self, draft: Draft, sentence: Sentence, hit: Hit) -> str:
        """Return what tells the future or an ability in a clause whose verbs close it: werden sterben, kann töten."""
        words, clauses, own = sentence.words, sentence.clauses, sentence.clauses.of(hit.verb)
        forms = {w.form for w in hit.words}
        if "infinitive" in forms and self._future & sentence.beside(draft.group.start, draft.anchor[0]):
            return words.lower[hit.start]
        near = [k for k in sentence.places(self._ahead) if clauses.of(k) == own]
        if "participle" not in forms:
            return words.lower[near[0]] if "infinitive" in forms and near and near[0] < hit.verb else ""
        passive = [k for k in near if words.lower[k] in self._future]
        if len(passive) >= _TWICE:
            return words.lower[passive[0]]
        found = self._coming.find(words.lower, sentence.start, sentence.end) if passive else ()
        return next((words.span(start, end) for start, end, _ in found), "")
