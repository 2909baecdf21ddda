"""The claims component: sentence by sentence, from groups and verbs to claims in the making."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction import lexicon as lexicons
from workbench.extraction.characterised import Characterised
from workbench.extraction.claims_described import Described
from workbench.extraction.claims_ellipsis import Ellipses
from workbench.extraction.claims_labels import Labels
from workbench.extraction.claims_nouns import NounClaims
from workbench.extraction.claims_parts import Parts
from workbench.extraction.claims_tolls import TollClaims
from workbench.extraction.claims_verbs import VerbClaims
from workbench.extraction.clauses import ClauseFinder
from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.each import Each
from workbench.extraction.effects import Hit, hits_of
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.losses import Losses
from workbench.extraction.number import Number
from workbench.extraction.numbers import numbers_of
from workbench.extraction.part_marks import PartMarks
from workbench.extraction.singles import SingleFinder
from workbench.extraction.survived import Survived
from workbench.extraction.victims import GroupFinder
from workbench.extraction.words import Words, words_of
from workbench.model.claim import Effect

#: A longer sentence is read in pieces, so that reading time grows with length alone.
_LONGEST = 400
#: The row of the table of vague numbers that a question for a number has too (how many).
_MANY = "many"
#: Those who are held or missing may be so still: some of those who were taken.
_HELD = frozenset((Effect.ABDUCTED, Effect.CAPTURED, Effect.MISSING))
_Found = TypeVar("_Found", Number, Hit)


@Language.factory("claims", default_config={"lexicon": ""})
def create_claims(nlp: Language, name: str, lexicon: str) -> ClaimReader:
    """Make the component for a lexicon file."""
    return ClaimReader(lexicons.load(Path(lexicon)))


def drafts_of(doc: Doc) -> list[Draft]:
    """Return the claims in the making that the component found in `doc`, in the order of the text."""
    found: list[Draft] = doc.user_data.get("drafts", [])
    return found


def sentences_of(doc: Doc) -> list[Sentence]:
    """Return the sentences as the component read them."""
    found: list[Sentence] = doc.user_data.get("sentences", [])
    return found


class ClaimReader:
    """Read every sentence of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the readers once."""
        self.lexicon = lexicon
        self._groups = GroupFinder(lexicon)
        self._clauses = ClauseFinder(lexicon)
        self._marks = PartMarks(lexicon)
        self._singles = SingleFinder(lexicon)
        self._parts = Parts(lexicon)
        self._losses, self._labels, self._tolls = Losses(lexicon), Labels(lexicon), TollClaims(lexicon)
        self._verbs = VerbClaims(lexicon)
        self._nouns = NounClaims(lexicon)
        self._rates = lexicon.phrases("numbers", "rates")
        self._asking = lexicon.words("numbers", "asking")
        self._ellipses = Ellipses(lexicon)
        self._described, self._characterised = Described(lexicon), Characterised(lexicon)
        self._survived, self._each = Survived(lexicon), Each(lexicon)
        self._also = lexicon.words("relations", "also")
        self._beside = lexicon.words("relations", "beside")
        self._says = lexicon.words("attribution", "verbs")
        self._casualties = lexicon.words("subsets", "victims").union(lexicon.nouns)
        self._total = lexicon.phrases("relations", "total")
        self._late = lexicon.phrases("relations", "late")
        self._alone, self._still = lexicon.words("relations", "alone"), lexicon.words("relations", "still")
        self._prepositions = lexicon.words("clauses", "prepositions")

    def __call__(self, doc: Doc) -> Doc:
        """Store the drafts."""
        words = words_of(doc)
        numbers, hits = numbers_of(doc), hits_of(doc)
        first_of_number, first_of_hit = [n.start for n in numbers], [h.start for h in hits]
        told: list[Draft] = []
        read: list[Sentence] = []
        for start, end in _pieces(words):
            inside = _inside(numbers, first_of_number, start, end)
            found = _inside(hits, first_of_hit, start, end)
            busy = inside or any(not hit.neutral for hit in found) or self._has_noun(words, start, end)
            sentence = self._sentence(words, start, end, inside if busy else None, found)
            if busy:
                self._characterised.read(sentence, told)
                told.extend(self._read(sentence, told))
            read.append(sentence)
        doc.user_data["drafts"] = told
        doc.user_data["sentences"] = read
        return doc

    def _has_noun(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a casualty noun stands in [start, end)."""
        return not self._casualties.isdisjoint(words.lower[start:end])

    def _sentence(self, words: Words, start: int, end: int, numbers: list[Number] | None, hits: list[Hit]) -> Sentence:
        """Divide a sentence; its groups are found only where `numbers` are handed in."""
        groups = self._groups.find(words, start, end, numbers) if numbers is not None else []
        if numbers is not None:
            groups = self._singles.add(words, start, end, groups, hits)
        return Sentence(words, start, end, groups, hits, self._clauses)

    def _read(self, sentence: Sentence, told: list[Draft]) -> list[Draft]:
        """Return the drafts of one sentence; `told` are those of earlier ones."""
        self._marks.mark(sentence)
        owners = self._losses.read(sentence)
        self._labels.read(sentence)
        self._tolls.read(sentence, told)
        self._nouns.read_acts(sentence)
        self._verbs.read(sentence)
        self._nouns.read(sentence)
        self._survived.read(sentence)
        self._parts.read(sentence, told)
        self._ellipses.read(sentence, told)
        self._described.read(sentence, told)
        self._tolls.read_rivals(sentence, told)
        self._tolls.read_moves(sentence)
        self._each.read(sentence)
        drafts = [
            draft
            for draft in sentence.drafts
            if not (self._rate(sentence, draft) or self._asked(sentence, draft))
            and self._singles.keeps(sentence, draft)
        ]
        for draft in drafts:
            draft.owner = owners.get(draft.group.start)
            self._noted(sentence, draft)
        return sorted(drafts, key=lambda d: (d.group.start, d.anchor))

    def _rate(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a number says how many come to harm in each year or day: nobody can be counted by it."""
        clauses, end = sentence.clauses, sentence.end
        own = {clauses.of(draft.group.start), clauses.of(draft.anchor[0])}
        return any(clauses.of(at) in own for at, _, _ in self._rates.find(sentence.words.lower, sentence.start, end))

    def _asked(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a draft only asks how many they were: it was not clear how many people had died."""
        number = draft.number
        return number is not None and number.term == _MANY and sentence.words.at(number.start - 1) in self._asking

    def _noted(self, sentence: Sentence, draft: Draft) -> None:
        """Note that a number adds to what was told (weitere, auch die beiden) or sums it up (insgesamt)."""
        before = sentence.words.lower[max(sentence.start, draft.group.start - 3) : draft.group.start]
        also = draft.number is not None and draft.number.both and self._also & set(before)
        if draft.group.further or also:
            draft.roles.add("additional")
        elif draft.number is not None and self._besides(sentence, draft):
            draft.roles.add("beside")
        if draft.number is not None and any(self._total.find(sentence.words.lower, sentence.start, draft.group.end)):
            draft.roles.add("total")
        if self._died_later(sentence, draft):
            draft.roles.add("late")
        if self._only_there(sentence, draft):
            draft.roles.add("alone")
        if draft.effect in _HELD and not self._still.isdisjoint(sentence.beside(draft.group.start, draft.anchor[0])):
            draft.roles.add("still")

    def _died_later(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a draft's people died of wounds they had before: erlag ihren Verletzungen."""
        if draft.effect is not Effect.KILLED or "late" in draft.roles:
            return draft.effect is Effect.KILLED
        clause = sentence.clauses.of(draft.anchor[0])
        found = self._late.find(sentence.words.lower, sentence.start, sentence.end)
        return any(sentence.clauses.of(start) == clause for start, _, _ in found)

    def _only_there(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a draft's place is singled out: allein in Hiroshima, in the capital alone."""
        words, clause = sentence.words, sentence.clauses.of(draft.group.start)
        found = [k for k in sentence.places(self._alone) if sentence.clauses.of(k) == clause]
        if any(k + 1 in (draft.group.start, draft.anchor[0]) for k in found):
            return (
                draft.number is not None and not draft.number.article
            )  # starben allein 22, one strike alone killed 22
        return any(words.at(k + step) in self._prepositions for k in found for step in (1, -2, -3))

    def _besides(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether ``zudem`` or ``also`` in a draft's clause adds its people to others, and no mere saying."""
        clauses = sentence.clauses
        own = {clauses.of(draft.group.start), clauses.of(draft.anchor[0])}
        added = [k for k in sentence.places(self._beside) if clauses.of(k) in own]
        return any(not self._says & {sentence.words.at(k - 1), sentence.words.at(k + 1)} for k in added)


def _pieces(words: Words) -> list[tuple[int, int]]:
    """Return the sentences, over-long ones cut."""
    pieces: list[tuple[int, int]] = []
    for start, end in words.sentences():
        pieces.extend((cut, min(cut + _LONGEST, end)) for cut in range(start, end, _LONGEST))
    return pieces


def _inside(found: Sequence[_Found], starts: Sequence[int], start: int, end: int) -> list[_Found]:
    """Return what lies in the tokens [start, end); `starts` are the first tokens of what was `found`."""
    return [one for one in found[bisect_left(starts, start) : bisect_left(starts, end)] if one.end <= end]
