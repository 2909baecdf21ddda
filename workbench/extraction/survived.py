"""Groups of whom nobody lived: keiner der zwölf Insassen überlebte, no survivors among the 62 on board."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group, counts_none
from workbench.model.claim import Effect, Unit


class Survived:
    """Read what is said of those who did not survive as the death of all of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._survived = lexicon.words("subsets", "survived")

    def read(self, sentence: Sentence) -> None:
        """Add the draft of a counted group of whom nobody survived."""
        clauses = sentence.clauses if sentence.places(self._survived) else None
        for at in sentence.places(self._survived):
            inside = [g for g in sentence.groups if clauses is not None and clauses.of(g.start) == clauses.of(at)]
            counted = [g for g in inside if _several(g)]
            none = next((g for g in inside if counts_none(g) and (g.elliptic or g.head == at)), None)
            if none is None or len(counted) != 1 or counted[0].head == at or not sentence.free(counted[0]):
                continue
            sentence.used.add(none.start)
            sentence.partitives.pop(none.start, None)
            sentence.add(sentence.draft(Effect.KILLED, counted[0], (at, at + 1), "nobody survived"))


def _several(group: Group) -> bool:
    """Tell whether a group counts more than one of people."""
    return group.number is not None and (group.number.value or 0) > 1 and group.unit is Unit.PERSONS
