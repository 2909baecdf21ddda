"""The words of a language that names are built with: governments, titles, groups, wars, towns."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import fit, fold

#: A longer word may begin an office's name (Generalstabschef), a shorter one is the whole of it (Rat).
_WHOLE = 3
_START = 3  # no inflection reaches into so many first letters


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words by what they are said of.

    `capitalised` tells that nouns have a capital letter, `beside` that a noun may follow a name unjoined (the
    Hezbollah group), which German ties to it.
    """

    capitalised: bool
    beside: bool
    governments: frozenset[str]
    assemblies: frozenset[str]
    borders: frozenset[str]
    heads_of_state: frozenset[str]
    wars: frozenset[str]
    groups: frozenset[str]
    seldom: frozenset[str]
    rebels: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    joints: frozenset[str]
    directions: frozenset[str]
    sides: frozenset[str]
    provinces: frozenset[str]
    districts: frozenset[str]
    towns: frozenset[str]
    villages: frozenset[str]
    of: frozenset[str]
    inside: frozenset[str]
    scenes: frozenset[str]
    back: frozenset[str]
    local: frozenset[str]
    launched: frozenset[str]
    towards: frozenset[str]
    before_acronyms: frozenset[str]
    bordering: frozenset[str]
    no_places: frozenset[str]
    address: frozenset[str]
    clubs: frozenset[str]
    club_tails: frozenset[str]

    def is_office(self, word: str) -> bool:
        """Tell whether a folded word begins the name of an office, not of a person."""
        return any(word == office or (len(office) > _WHOLE and word.startswith(office)) for office in self.offices)

    def is_administered(self, word: str) -> bool:
        """Tell whether a folded word is one for a province, a district or a town."""
        return any(among(word, words) for words in (self.provinces, self.districts, self.towns))

    def unsided(self, word: str) -> str:
        """Return a folded word without the side it begins with (Nordsyrien), empty where it begins with none."""
        side = max((side for side in self.sides if word.startswith(side)), key=len, default="")
        return word[len(side) :] if side and len(word) - len(side) > _WHOLE else ""

    def is_of_rebels(self, word: str) -> bool:
        """Tell whether a folded word speaks of insurgents, by itself or in a compound."""
        return any(rebel in word for rebel in self.rebels)


def name_words(lexicon: Lexicon) -> NameWords:
    """Return the words of a lexicon."""
    grammar = lexicon.grammar
    keys = (each.name for each in fields(NameWords) if each.name not in ("capitalised", "beside"))
    folded = {key: frozenset(map(fold, lexicon.words("names", key))) for key in keys}
    return NameWords(grammar.nouns_capitalised, grammar.nouns_before_nouns, **folded)


def among(word: str, words: frozenset[str]) -> bool:
    """Tell whether a folded word is one of `words`, inflected or not."""
    return word in words or any(fit(word, one) for one in _by_start(words).get(word[:_START], ()))


@lru_cache(maxsize=100)
def _by_start(words: frozenset[str]) -> dict[str, list[str]]:
    """Return words by the letters that inflection leaves alone."""
    by_start: dict[str, list[str]] = {}
    for word in sorted(words):
        by_start.setdefault(word[:_START], []).append(word)
    return by_start
