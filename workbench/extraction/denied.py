"""Whether a verb of denial governs a claim: what it stands before, or the report that it is about."""

from __future__ import annotations

from workbench.extraction.drafts import NEGATED, Draft, Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.model.claim import Effect

#: So far before the word for their death stands what takes people for dead.
_TAKEN_FOR = 3


class DeniedReader:
    """Read verbs of denial: bestritt, wies … zurück, denied."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._verbs = words("status", "denied")
        self._with: dict[str, str] = lexicon.sections["status"]["denied_with"]
        self._refuted = lexicon.phrases("status", "refuted")
        self._blame = words("status", "blame")
        self._supposed, self._alive = words("clauses", "suppositions"), lexicon.phrases("status", "alive")
        self._reports = words("numbers", "about_nouns") | words("status", "reports")
        self._that = words("status", "reporting_openers")
        self._says = words("attribution", "verbs") - self._verbs
        self._joints = words("clauses", "coordinators") | words("clauses", "contrast")
        self._relatives = words("clauses", "relatives") - self._that
        self._not, self._not_merely = words("status", "not"), words("status", "not_merely")
        self._contrast = words("clauses", "contrast")
        self._passing = words("clauses", "passive") | words("clauses", "adverbs")
        self._any_preposition = words("clauses", "prepositions")
        self._prepositions = words("clauses", "relative_prepositions") - words("status", "reporting_prepositions")

    def denies(self, draft: Draft, sentence: Sentence, mark: Mark | None) -> str:
        """Return the verb by which somebody denies a draft, if any; `mark` is the source it was given."""
        if words := self._undone(draft, sentence):
            return words
        at = max(draft.anchor[0], draft.group.start)
        for k in sentence.places(self._verbs):
            if not self._denial(sentence, k):
                continue
            if self._governs(draft, sentence, k, mark) if k < at else self._reported(draft, sentence, k, mark):
                return sentence.words.lower[k]
        return self._refutes(draft, sentence) or self._lives(draft, sentence)

    def _lives(self, draft: Draft, sentence: Sentence) -> str:
        """Return what says that people taken for dead live: three reported dead turned out to be alive."""
        first, end = draft.anchor
        before = sentence.words.lower[max(sentence.start, first - _TAKEN_FOR) : first]
        if draft.effect is not Effect.KILLED or self._supposed.isdisjoint(before):
            return ""
        later = (g.start for g in sentence.groups if g.start >= end and g.number is not None)
        return next((key for *_, key in self._alive.find(sentence.words.lower, end, next(later, sentence.end))), "")

    def _undone(self, draft: Draft, sentence: Sentence) -> str:
        """Return the not that stands before a draft's verb: did not kill 40, wurden zwei nicht festgenommen."""
        hit, words = draft.hit, sentence.words
        if hit is None or draft.number is None or draft.number.modifier is NEGATED:
            return ""
        at = min(hit.start, hit.verb) if words.lower[hit.start - 1] not in self._not else hit.start
        while at - 1 > sentence.start and words.lower[at - 1] in self._passing:
            at -= 1
        before = words.at(at - 1)
        if before not in self._not or at - 1 < sentence.start or self._not_merely & {words.at(at), words.at(hit.end)}:
            return ""
        return "" if self._otherwise(sentence, hit) else before

    def _otherwise(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether only the manner is denied, not the harm: were not killed by the blast but by the fire."""
        words = sentence.words
        governed = words.at(hit.end) in self._any_preposition
        return governed and any(k > hit.end for k in sentence.places(self._contrast))

    def _refutes(self, draft: Draft, sentence: Sentence) -> str:
        """Return what says behind a draft that the report of it is wrong: die Meldung, dass …, sei frei erfunden."""
        lower, first = sentence.words.lower, draft.group.start
        if self._reports.isdisjoint(lower[sentence.start : first]):
            return ""
        found = self._refuted.find(lower, max(draft.anchor[1], draft.group.end), sentence.end)
        clauses = sentence.clauses
        return next((key for start, _, key in found if clauses.segment(start) != clauses.segment(first)), "")

    def elsewhere(self, draft: Draft, sentence: Sentence, mark: Mark) -> bool:
        """Tell whether the verb of a source denies something else: who denies a part in it does not tell the toll."""
        if not self._denial(sentence, mark.verb) or self._says_more(draft, sentence, mark.verb):
            return False
        return not self.denies(draft, sentence, mark)

    def _says_more(self, draft: Draft, sentence: Sentence, verb: int) -> bool:
        """Tell whether who denies says a draft in a second verb: denied it and said that nine had died."""
        words = sentence.words
        return any(
            words.at(k) in self._says and words.at(k - 1) in self._joints for k in range(verb + 2, draft.group.start)
        )

    def _denial(self, sentence: Sentence, k: int) -> bool:
        """Tell whether a verb of denial stands at `k`; one with a particle needs it: wies … zurück."""
        verb = sentence.words.lower[k]
        return verb in self._verbs and self._with.get(verb, verb) in sentence.words.lower[k : sentence.end]

    def _governs(self, draft: Draft, sentence: Sentence, verb: int, mark: Mark | None) -> bool:
        """Tell whether a verb before a draft denies it, not the part somebody had in it, and nobody else speaks.

        Who denies something and says something else does not deny what is said: bestritt das und sagte, neun starben.
        """
        between = sentence.words.lower[verb + 1 : draft.group.start]
        if self._says_more(draft, sentence, verb):
            return False
        other = mark is not None and mark.named and mark.verb > verb
        return not other and not self._blame & set(between) and not self._in_relative(draft, sentence)

    def _reported(self, draft: Draft, sentence: Sentence, verb: int, mark: Mark | None) -> bool:
        """Tell whether a verb behind a draft denies it: reports of 30 dead, that 30 had died, the army denied."""
        before = set(sentence.words.lower[sentence.start : draft.group.start])
        told = mark is None or mark.verb == verb or not mark.named
        opened = sentence.words.at(sentence.start) in self._that or self._reports & before
        return told and bool(opened) and not self._blame & before

    def _in_relative(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether a draft stands in a clause on something that is denied: the attack in which 30 died."""
        clauses, words = sentence.clauses, sentence.words
        first = draft.group.start
        while first > sentence.start and clauses.of(first - 1) == clauses.of(draft.group.start):
            first -= 1
        opener = first + 1 if words.at(first) == "," else first
        led = words.at(opener) in self._prepositions and words.at(opener + 1) in self._relatives
        return (words.at(opener) in self._relatives or led) and words.at(opener - 1) == ","
