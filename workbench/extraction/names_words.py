"""The words of a language that names are built with: governments, titles, groups, wars."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import fit, fold

#: A longer word may begin an office's name (Generalstabschef), a shorter one is the whole of it (Rat).
_WHOLE = 3


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words by what they are said of.

    `capitalised` tells that nouns have a capital letter, `beside` that a noun may follow a name unjoined (the
    Hezbollah group), which German ties to it.
    """

    capitalised: bool
    beside: bool
    governments: frozenset[str]
    borders: frozenset[str]
    heads_of_state: frozenset[str]
    wars: frozenset[str]
    groups: frozenset[str]
    seldom: frozenset[str]
    rebels: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    joints: frozenset[str]

    def is_office(self, word: str) -> bool:
        """Tell whether a folded word begins the name of an office, not of a person."""
        return any(word == office or (len(office) > _WHOLE and word.startswith(office)) for office in self.offices)

    def is_of_rebels(self, word: str) -> bool:
        """Tell whether a folded word speaks of insurgents, by itself or in a compound."""
        return any(rebel in word for rebel in self.rebels)


def name_words(lexicon: Lexicon) -> NameWords:
    """Return the words of a lexicon."""
    keys = "governments borders heads_of_state wars groups seldom rebels titles offices joints".split()
    folded = {key: frozenset(map(fold, lexicon.words("names", key))) for key in keys}
    grammar = lexicon.grammar
    return NameWords(grammar.nouns_capitalised, grammar.nouns_before_nouns, **folded)


def among(word: str, words: frozenset[str]) -> bool:
    """Tell whether a folded word is one of `words`, inflected or not."""
    return word in words or any(fit(word, one) for one in words)
