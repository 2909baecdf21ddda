"""Whether a noun without number and article means several people: Bauern, farmers, no lone Tourist of a headline."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.victims import Group

#: So many tokens at most stand between an article and the participle that ends an extended attribute.
_ATTRIBUTE = 6


class BarePlurals:
    """Tell several people nobody counted from one."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._grammar = lexicon.grammar
        self._plural_verbs, self._plural_nouns = lexicon.endings("plural_verbs"), lexicon.endings("plural_nouns")
        self._single_nouns, self._doubtful = lexicon.endings("single_nouns"), lexicon.endings("doubtful_nouns")
        self._singulars, self._singular_passives = words("clauses", "singulars"), words("clauses", "singular_passives")
        self._auxiliaries = words("clauses", "passive") - self._singular_passives
        self._finites = frozenset(w for w, es in lexicon.verbs.items() if any(e.form == "finite" for e in es))
        self._ones, self._prepositions = words("numbers", "articles"), words("clauses", "prepositions")
        self._plurals = words("", "plurals")

    def are_meant(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a verb is said of several people: neither its form nor the noun's says that it is one."""
        head = sentence.words.at(group.head)
        if not self._plural(head) or self._singular(sentence, hit, word) or self._of_one(sentence, group, hit):
            return False
        return not (self._doubtful and head.endswith(self._doubtful)) or self._said_of_several(sentence, hit)

    def _plural(self, head: str) -> bool:
        """Tell whether a noun may be a plural by its look."""
        if self._grammar.bare_plurals:
            return not (self._single_nouns and head.endswith(self._single_nouns))
        return head.endswith(self._plural_nouns) or head in self._plurals

    def _of_one(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether a verb's form is an adjective behind one's article: eines im Jemen verschleppten Franzosen."""
        words = sentence.words
        if not self._grammar.verb_final or hit.end != group.start or not words.capital(group.head):
            return False
        first = hit.start
        while first > max(sentence.start, hit.start - _ATTRIBUTE) and words.text[first - 1] != ",":
            first -= 1
        inside = range(first, hit.start - 1)
        return any(words.lower[k] in self._ones and words.lower[k + 1] in self._prepositions for k in inside)

    def _said_of_several(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a verb shows that its people are several: no participle of a headline (Radfahrer verletzt)."""
        forms = {w.form for w in hit.words}
        return ("finite" in forms and "participle" not in forms) or bool(self._auxiliaries & sentence.beside(hit.start))

    def _singular(self, sentence: Sentence, hit: Hit, word: EffectWord) -> bool:
        """Tell whether the verb's form says that its subject is one: sein Vater starb, das Kind war verletzt worden."""
        if not self._plural_verbs:
            return False
        inside = sentence.beside(hit.start)
        if word.voice == "intransitive":
            own = sentence.words.lower[hit.verb]
            finite = "finite" in {w.form for w in hit.words} or word.form == "idiom"
            return bool(self._singulars & inside) or (
                finite and not own.endswith(self._plural_verbs) and own in self._finites
            )
        return bool(self._singular_passives & inside)
