"""Sources without a verb of their own: Ärzte: neun Tote; neun Tote – Ärzte; … sprach von neun, die Armee von zwei."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.extraction.source_phrases import SourcePhrases
from workbench.extraction.words import Words

_DASHES = frozenset(("-", "–", "—"))
_STOPS = frozenset((".", "!"))
_LONGEST = 6


class SetOffReader:
    """Read sources that a colon, a dash or a verb left out sets off."""

    def __init__(self, lexicon: Lexicon, phrases: SourcePhrases) -> None:
        """Take the language's words."""
        self._phrases = phrases
        words = lexicon.words
        self._sayers = tuple(words("attribution", "sayers"))
        self._capitals = lexicon.grammar.nouns_capitalised
        self._from = words("tolls", "from")
        self._speaks = words("tolls", "speaks") | words("tolls", "reports")
        self._adverbs = words("attribution", "adverbs")
        self._joining = words("clauses", "coordinators") | words("clauses", "contrast") | {","}

    @property
    def deciding(self) -> frozenset[str]:
        """The words that may set a source off."""
        return _DASHES | {":"} | self._from if self._sayers else frozenset()

    def at(self, sentence: Sentence, i: int) -> Mark | None:
        """Read a source that token `i` sets off, None where it sets off none."""
        text = sentence.words.text[i]
        if text == ":":
            return self._label(sentence, i) or (None if self._capitals else self._signature(sentence, i))
        if text in _DASHES:
            return self._signature(sentence, i)
        return self._left_out(sentence, i) if sentence.words.lower[i] in self._from else None

    def _label(self, sentence: Sentence, colon: int) -> Mark | None:
        """Read ``Ministerium: Neun Menschen getötet``."""
        first = sentence.start
        found = self._phrases.at(sentence.words, first, colon) if colon - first <= _LONGEST else None
        if found is None or found[1] != colon or not self.speaks_for_itself(sentence.words, *found):
            return None
        return Mark(*found, found, colon, "source: label")

    def _signature(self, sentence: Sentence, dash: int) -> Mark | None:
        """Read ``Neun Menschen getötet – Ministerium``."""
        words, end = sentence.words, sentence.end
        while end > dash + 1 and (words.text[end - 1] in _STOPS or words.blank(end - 1)):
            end -= 1
        found = self._phrases.at(words, dash + 1, end) if dash + 1 < end <= dash + 1 + _LONGEST else None
        if found is None or found[1] != end or not self.speaks_for_itself(words, *found):
            return None
        return Mark(*found, found, dash + 1, "source: signature")

    def speaks_for_itself(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a phrase has a noun for those who are asked: doctors, police, the ministry."""
        nouns = (words.lower[k] for k in range(start, end) if words.capital(k) or not self._capitals)
        return any(noun.endswith(self._sayers) for noun in nouns)

    def _left_out(self, sentence: Sentence, i: int) -> Mark | None:
        """Read ``die Armee von zwei`` after ``die Ärzte sprachen von neun Toten``."""
        words = sentence.words
        counted = any(g.start == i + 1 and g.number is not None for g in sentence.groups)
        spoken = [k for k in sentence.places(self._speaks) if k < i]
        first = next(
            (k + 1 for k in range(i - 1, max(sentence.start, i - _LONGEST), -1) if self._joint(words, k)), None
        )
        if not counted or not spoken or first is None or first <= spoken[-1] + 1:
            return None
        last = i - 1 if words.at(i - 1) in self._adverbs else i
        found = self._phrases.at(words, first, last) if self._phrases.nominal(words, first) else None
        if found is None or found[1] != last:
            return None
        return Mark(*found, found, i, "source: verb left out")

    def _joint(self, words: Words, k: int) -> bool:
        """Tell whether a comma or a conjunction stands at `k`."""
        return words.lower[k] in self._joining
