"""Nouns that speak again of a number told before: diese Angabe wurde korrigiert, deren Zahl, the figure."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon


class Pointers:
    """Tell which nouns point to a toll told before."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        #: The nouns that may point back: a toll's own, and those that say only that something was stated.
        self.nouns = words("tolls", "nouns") | words("tolls", "figures")
        self._rising, self._naming = words("tolls", "rising"), words("tolls", "naming")
        self._moving = self._rising | words("tolls", "puts")
        self._articles = words("clauses", "articles")
        self._pointing = self._articles | words("clauses", "relatives")
        ends = (words("tolls", key) for key in ("to", "at", "from"))
        self._after = self._rising.union(*ends)
        self._passive = words("clauses", "passive") if lexicon.grammar.verb_final else frozenset[str]()

    def points(self, sentence: Sentence, at: int) -> bool:
        """Tell whether the noun at token `at` speaks of people told of before, with nothing else that says of whom."""
        return self._moves(sentence, at) or self._named(sentence, at)

    def _moves(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a figure is moved: diese Zahl wurde auf 16 korrigiert, put the figure at seven."""
        words = sentence.words
        moved = words.at(at - 1) in self._articles and bool(sentence.places(self._moving))
        return moved and words.at(at + 1) in self._after | self._passive

    def _named(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a figure is named: nannte die Zahl 180; Verletzte, deren Zahl die Klinik mit 18 angab."""
        words = sentence.words
        if words.at(at - 1) not in self._pointing or not sentence.places(self._naming):
            return False
        counted = any(group.start == at + 1 and group.elliptic for group in sentence.groups)
        return counted or (words.at(at - 1) not in self._articles and words.at(at - 2) == ",")
