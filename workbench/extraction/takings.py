"""What a verb of saying may take and not say: the attack claimed 24 lives, rebels claimed the attack."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon

#: So near behind a verb stands what it takes and does not say.
_NEAR = 6


class Takings:
    """Tell where claimed says nothing."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._taken, self._deeds = words("attribution", "taken"), words("attribution", "deeds")
        self._auxiliaries = words("clauses", "passive") | words("clauses", "active")

    def at(self, sentence: Sentence, i: int) -> bool:
        """Tell whether a verb at `i` took what stands behind it and says nothing: claimed 24 lives, the attack."""
        words, near = sentence.words, range(i + 1, min(i + _NEAR, sentence.end))
        lives = next((k for k in near if words.lower[k] in self._taken), None)
        deed = next((k for k in near if words.lower[k] in self._deeds), None)
        if lives is None and deed is not None and not words.word(deed + 1) and "," not in words.text[i:deed]:
            return True
        said = lives is None or words.at(lives + 1) in self._auxiliaries
        return not said and "," not in words.text[i:lives]
