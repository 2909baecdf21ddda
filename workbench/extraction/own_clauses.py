"""What a source tells in a clause of its own: 54 died, the army says it repelled an assault.

Such a source tells nothing of what stands before it; ``54 died, the army says`` is told by it.
"""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.words import Words

#: What ends a clause.
_ENDS = frozenset((",", ";", ":", "–", "—", "."))
#: A phrase of time or place (on Monday, in einer ersten Erklärung) has its noun so near behind its preposition.
_NEAR = 5


class OwnClauses:
    """Tell whether a verb of saying whose subject stands before it has a clause or an object of its own."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._final = lexicon.grammar.verb_final
        self._vouches = words("attribution", "vouching")
        self._that = words("status", "reporting_openers") | words("clauses", "doubtful_articles")
        self._subjects = words("clauses", "pronouns") | words("attribution", "pronouns")
        self._articles = words("clauses", "articles") | words("numbers", "articles")
        self._back, self._about = words("attribution", "demonstratives"), words("attribution", "says_of")
        self._prepositions, self._times = words("clauses", "prepositions"), words("clauses", "time_words")
        self._auxiliaries = words("clauses", "passive") | words("clauses", "active")
        self._pasts = lexicon.endings("pasts")

    def has(self, sentence: Sentence, verb: int) -> bool:
        """Tell whether what follows the verb of saying at token `verb` is told by its source, and new."""
        words = sentence.words
        if words.lower[verb] in self._vouches:
            return False
        return self._has_object(sentence, verb + 1) if self._final else self._has_clause(sentence, verb + 1)

    def _has_object(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a clause or an object follows where verbs come second: die Armee meldete die Rückeroberung."""
        words, k = sentence.words, at
        while k < sentence.end:
            if words.text[k] == ",":
                return words.word(k + 1)
            if words.text[k] in _ENDS or words.lower[k] in self._back:
                return False
            if words.capital(k) or words.lower[k] in self._about:
                return True
            k = self._past_phrase(sentence, k) if words.lower[k] in self._prepositions else k + 1
        return False

    def _past_phrase(self, sentence: Sentence, at: int) -> int:
        """Return the token after a phrase that a preposition opens: am Montag, in einer ersten Erklärung."""
        near = range(at + 1, min(at + _NEAR, sentence.end))
        return next((k for k in near if sentence.words.capital(k)), at) + 1

    def _has_clause(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a clause follows: it repelled an assault, the town was retaken, attackers fled."""
        words = sentence.words
        if words.at(at) in self._that:
            return words.word(at + 1) and at + 1 < sentence.end
        if words.at(at) in self._subjects:
            return at + 1 < sentence.end and words.word(at + 1)
        if not words.word(at) or words.at(at) in self._prepositions or words.at(at) in self._times:
            return False
        if words.at(at) not in self._articles:
            return self._finite(words, at + 1)
        end = next((k for k in range(at, sentence.end) if words.text[k] in _ENDS), sentence.end)
        return any(self._finite(words, k) for k in range(at + 2, end))

    def _finite(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may be a finite verb by its look."""
        return words.at(i) in self._auxiliaries or words.at(i).endswith(self._pasts)
