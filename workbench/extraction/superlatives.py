"""What a superlative compares with: the deadliest attack since 2011 dates a record, not the dead."""

from __future__ import annotations

import re

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

#: So many words at most stand between a superlative and the word it reaches.
_REACH = 12


class Superlatives:
    """Finds superlatives of one language by their endings, after an article or beim, im, am."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._capitals = lexicon.grammar.nouns_capitalised
        pattern = lexicon.sections["scope"]["superlatives"]
        self._pattern = re.compile(pattern) if pattern else None
        self._before = lexicon.words("clauses", "articles") | lexicon.words("clauses", "prepositions")

    def reach(self, words: Words, i: int) -> bool:
        """Tell whether token `i` stands behind a superlative, no comma between: den schwersten Angriffen seit 2006."""
        if self._pattern is None:
            return False
        for k in range(i - 1, max(i - 1 - _REACH, 0), -1):
            if words.text[k] in (",", ";", "."):
                return False
            noun = self._capitals and words.capital(k)
            if not noun and self._pattern.match(words.lower[k]) and words.at(k - 1) in self._before:
                return True
        return False
