"""A party's own denial: who says that its attack harmed nobody tells no count of none."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extraction.drafts import NEGATED, Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.people import Who
from workbench.extraction.sources import Speaker
from workbench.model.actor import side_of_actor
from workbench.registers import Registers

_PARTIES = frozenset(("belligerent", "perpetrator"))


class DenialReader:
    """Tell a belligerent's denial of harm it did from a count of none."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        """Take the language's words and the registers."""
        words = lexicon.words
        self._deeds = words("status", "deeds")
        self._owners = words("people_words", "possessives")
        self._doers = words("status", "doers")
        self._suffered = words("status", "suffered")
        self._registers = registers

    def denied(self, draft: Draft, who: Who, speaker: Speaker | None, told: Sequence[Sentence]) -> bool:
        """Tell whether a draft says that nobody of another side came to harm by what its speaker did.

        `told` are the draft's sentence and, where the same one speaks, the sentence before it.
        """
        none = draft.negated or (draft.number is not None and draft.number.modifier is NEGATED)
        origin = speaker.origin if speaker is not None else None
        if not none or origin is None or not self._party(origin):
            return False
        side = who.side or side_of_actor(who.actor, self._registers.actors)
        return (side is None or side != self._side(origin)) and any(map(self._deed, told))

    def _party(self, origin: str) -> bool:
        """Tell whether who speaks takes part in the fighting."""
        source = self._registers.sources.get(origin)
        return origin in self._registers.actors if source is None else source.interest in _PARTIES

    def _side(self, origin: str) -> str | None:
        """Return the side of who speaks."""
        source = self._registers.sources.get(origin)
        return side_of_actor(origin, self._registers.actors) if source is None else source.side

    def _deed(self, sentence: Sentence) -> bool:
        """Tell whether a sentence says what the speaker did: it had hit a depot, bei ihren Angriffen."""
        clauses: dict[int, set[str]] = {}
        for k in range(sentence.start, sentence.end):
            word = sentence.words.lower[k]
            if word in self._deeds and sentence.words.at(k - 1) in self._owners:
                return True
            clauses.setdefault(sentence.clauses.of(k), set()).add(word)
        doers = self._doers | self._owners
        acted = (inside for inside in clauses.values() if not self._suffered & inside)
        return any(doers & inside and self._deeds & inside for inside in acted)
