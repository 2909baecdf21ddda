"""Claims from labels: Tote: 17, Missing: 4, Casualties: 12 killed, Gefallen: 3 Offiziere, 27 Soldaten."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Effect, Unit


class Labels:
    """Read a casualty noun or participle, a colon and a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._between = {",", *lexicon.words("clauses", "coordinators")}

    def read(self, sentence: Sentence) -> None:
        """Add the drafts of numbers right behind a label, or of a list of people."""
        words = sentence.words
        for colon in (k for k in range(sentence.start, sentence.end) if words.text[k] == ":"):
            self._listed(sentence, colon)
        for group in sentence.groups:
            if not group.elliptic or not sentence.free(group) or words.at(group.start - 1) != ":":
                continue
            found = self._label(sentence, group.start - 1)
            if found is None:
                continue
            effect, at, noun = found
            if noun is not None:
                sentence.used.add(noun.start)
            if self._has_own_word(sentence, group.full):
                continue
            draft = sentence.draft(effect, group, (at, at + 1), "label and number")
            draft.victims = None
            draft.roles.add("total")
            sentence.add(draft)

    def _listed(self, sentence: Sentence, colon: int) -> None:
        """Add the drafts of people listed behind a label, each with a number of their own."""
        found = self._label(sentence, colon)
        listed = list(self._list(sentence, colon)) if found is not None else []
        if found is None or len(listed) < 2:
            return
        effect, at, noun = found
        if noun is not None:
            sentence.used.add(noun.start)
        for group in listed:
            if sentence.free(group):
                draft = sentence.draft(effect, group, (at, at + 1), "label and list")
                draft.victims, draft.category = group.victims, group.category
                sentence.add(draft)

    def _list(self, sentence: Sentence, colon: int) -> Iterator[Group]:
        """Yield the counted people that stand one after the other behind a colon."""
        at = colon + 1
        for group in (g for g in sentence.groups if g.start > colon):
            apart = not self._between.issuperset(sentence.words.lower[at : group.start])
            counted = group.number is not None and group.known and group.unit is Unit.PERSONS
            told = group.noun is not None or group.adjective is not None  # Verluste: 12 Tote, 30 Verwundete
            if apart or told or not counted or group.elliptic or self._has_own_word(sentence, group.full):
                return
            yield group
            at = group.full

    def _label(self, sentence: Sentence, colon: int) -> tuple[Effect, int, Group | None] | None:
        """Return what a label before a colon says, where its word stands and its group: Tote:, Missing:."""
        noun = next((g for g in sentence.groups if g.full == colon and g.bare and g.noun is not None), None)
        if noun is not None and noun.noun is not None:
            effect = noun.noun.effect(Unit.PERSONS)
            return (effect, noun.head, noun) if effect is not None else None
        hit = next((h for h in sentence.hits if h.end == colon and not h.neutral), None)
        if hit is None or not hit.words or sentence.words.word(hit.start - 1):
            return None
        effect = hit.words[0].effect(Unit.PERSONS)
        return (effect, hit.start, None) if effect is not None else None

    def _has_own_word(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a number's own word stands right behind it, whatever its label says: Casualties: 12 killed."""
        return sentence.words.at(at) in self._lexicon.nouns or any(h.start == at for h in sentence.hits)
