"""Who all of those told before were: alle Opfer sind Zivilisten, all of the dead were soldiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, Unit

_HARMS = frozenset((Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED, Effect.CASUALTIES_UNSPECIFIED))
#: So many tokens may part the sentence told before from the one that says who its people were.
_NEAR = 3


class Characterised:
    """Read sentences that say of those told right before who they were."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._lexicon = lexicon
        self._all, self._victims = words("numbers", "everyone"), words("subsets", "victims")
        self._articles, self._of = words("clauses", "articles"), words("clauses", "genitives")
        self._were, self._prepositions = words("clauses", "passive"), words("clauses", "prepositions")
        self._about, self._tail = lexicon.phrases("subsets", "concerns"), words("subsets", "by")
        self._fillers = words("clauses", "adverbs") | words("subsets", "whole_adverbs") | self._all | self._articles

    def read(self, sentence: Sentence, before: Sequence[Draft]) -> None:
        """Say who the people of the sentence before were; `before` are the drafts of earlier sentences."""
        if not before or sentence.start - before[-1].sentence[1] > _NEAR:
            return
        told = [*takewhile(lambda d: d.sentence == before[-1].sentence, reversed(before))][::-1]
        last = [d for d in told if not d.subset and not d.links] or [to for d in told for _, to in d.links]
        for effects, category in self._said(sentence):
            for draft in last:
                if draft.effect in effects and draft.unit is Unit.PERSONS and draft.category is Category.UNSPECIFIED:
                    draft.category = category
                    draft.says(f"victims: {category.value}, the sentence after")

    def _said(self, sentence: Sentence) -> Iterator[tuple[frozenset[Effect], Category]]:
        """Yield what befell people of whom a sentence says who all of them were, and who."""
        for group in sentence.groups:
            told = self._subject(sentence, group)
            if told is None:
                continue
            kinds = [g for g in sentence.groups if g.start >= group.full and self._joins(sentence, group, g)]
            if kinds and kinds[0].category is not Category.UNSPECIFIED:
                yield told, kinds[0].category

    def _subject(self, sentence: Sentence, group: Group) -> frozenset[Effect] | None:
        """Return what befell the people a group speaks of again as a whole; None where it does not."""
        words, head = sentence.words, sentence.words.at(group.head)
        if group.number is not None or not (self._whole(sentence, group) or self._opened(sentence, group)):
            return None
        if head in self._victims:
            return _HARMS
        effect = group.noun.effect(Unit.PERSONS) if group.noun is not None else None
        known = effect in _HARMS and words.at(group.full) != ":"
        return frozenset((effect,)) if known and effect is not None else None

    def _whole(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether an article opens a group, and no word before it takes some of them: die Toten, bei den Toten."""
        words, at = sentence.words, group.start - 1
        while words.at(at) in self._articles:
            at -= 1
        first = at < sentence.start or not words.word(at)
        return group.definite and (first or words.at(at) in self._prepositions - self._of)

    def _opened(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a word for all stands before a group: alle Opfer, all of the victims, all the dead."""
        words, at = sentence.words, group.start - 1
        while words.at(at) in self._articles - self._all or words.at(at) in self._of:
            at -= 1
        return words.at(at) in self._all

    def _joins(self, sentence: Sentence, group: Group, kind: Group) -> bool:
        """Tell whether only ``were`` or ``handelt es sich um`` stands between a group and who they were."""
        if kind.number is not None or kind.noun is not None or kind.definite:
            return False
        between = sentence.words.lower[group.full : kind.start]
        found = next(self._about.find(sentence.words.lower, group.full, kind.start), None)
        if found is not None:
            rest = [*between[: found[0] - group.full], *between[found[1] - group.full :]]
            return all(word in self._fillers or word in self._tail for word in rest)
        copula = [word for word in between if word in self._were]
        return len(copula) == 1 and all(word in self._fillers or word in copula for word in between)
