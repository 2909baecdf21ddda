"""Numbers of each of several events or places: bei zwei Angriffen je drei, two people each in Rafah and Gaza City."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

_MOST_EVENTS = 20


class Each:
    """Multiply what is said of each."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._at = lexicon.words("ellipsis", "places")
        self._coordinators = lexicon.words("clauses", "coordinators")

    def read(self, sentence: Sentence) -> None:
        """Multiply the drafts that hold for each of several events, or of several places."""
        each = [d for d in sentence.drafts if d.number is not None and d.number.each]
        if not each:
            return
        counted = (g.number.value for g in sentence.groups if g.number is not None and g.unit is None)
        times = next((n for n in counted if n and n <= _MOST_EVENTS), None) or self._places(sentence)
        for draft in each if times > 1 else ():
            draft.times = times
            draft.says(f"number: each of {times}")

    def _places(self, sentence: Sentence) -> int:
        """Return how many places a sentence lists behind one preposition: in Rafah, Gaza und Dschabalia."""
        return max((self._listed(sentence, at) for at in sentence.places(self._at)), default=0)

    def _listed(self, sentence: Sentence, at: int) -> int:
        """Return how many names stand in a list behind token `at`, none where no list is there."""
        words, listed, joined = sentence.words, 0, False
        end = _name_end(words, at + 1, sentence.end)
        while end > at + 1:
            listed += 1
            joined = joined or words.at(at) in self._coordinators
            if words.at(end) != "," and words.at(end) not in self._coordinators:
                break
            at = end
            end = _name_end(words, at + 1, sentence.end)
        return listed if joined else 0


def _name_end(words: Words, i: int, end: int) -> int:
    """Return where the words with capitals from token `i` on end."""
    while i < end and any(letter.isupper() for letter in words.text[i]):
        i += 1
    return i
