"""Cut a text into pieces whose spelling is folded, so that one alias fits every way a name is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_APOSTROPHE = "'’‘`´ʼʻʾʿ′"
_PIECE = re.compile(rf"{_LETTER}(?:[{_APOSTROPHE}]?{_LETTER})*|\d+|[^\s\u0300-\u036f]")
_GLUED = re.compile(r"(?<=[^\W\d_]{2}[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöüß]{2})")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}]s$")
_UNMARKED = re.compile(rf"[\u0300-\u036f{_APOSTROPHE}]")
_HYPHENS = "-‐‑–"
#: What German and English inflection puts at the end of a word, as single letters.
_ENDINGS = "enrms"
_ADJECTIVE = re.compile(r"(.{3,}?)e[nmrs]?")
_NOUN_ENDINGS = frozenset({"s", "n", "en", "es"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a sign at [start, end) code points; `joined` is what a hyphen ties to the word before."""

    start: int
    end: int
    text: str
    folded: str
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return `word` without case, accents and apostrophes, with ss for ß."""
    return _UNMARKED.sub("", unicodedata.normalize("NFKD", word.casefold()))


def core(folded: str) -> str:
    """Return what is left of a folded word without its endings: the same for all inflected forms, no real stem."""
    bare = folded.rstrip(_ENDINGS)
    return bare if len(bare) >= 3 else folded[:3]


def fit(word: str, alias: str) -> int:
    """Tell how well a folded `word` fits the word of an alias: 2 the same, 1 inflected, 0 another word."""
    if word == alias:
        return 2
    if word.startswith(alias) and len(alias) > 2 and word[len(alias) :] in _NOUN_ENDINGS:
        return 1
    one, other = _ADJECTIVE.fullmatch(word), _ADJECTIVE.fullmatch(alias)
    return 1 if one and other and one[1] == other[1] else 0


def pieces(text: str) -> list[Piece]:
    """Cut `text` into pieces: hyphens are left out, glued words ("al-AssadBerichten") are cut at the capital."""
    found: list[Piece] = []
    end = -1
    for match in _PIECE.finditer(text):
        if match[0] in _HYPHENS:
            end += match.start() == end
            continue
        for start, word in _parts(match):
            found.append(Piece(start, start + len(word), word, fold(word) or word, start == end and word[0].isalnum()))
            end = start + len(word) if word[0].isalnum() else -1
    return found


def _parts(match: re.Match[str]) -> list[tuple[int, str]]:
    """Return where the parts of a word start, and the parts: most words are one part."""
    word = match[0]
    if len(word) < 3:
        return [(match.start(), word)]
    word = _POSSESSIVE.sub("", word)
    cuts = [0, *(cut.start() for cut in _GLUED.finditer(word)), len(word)] if not word[1:].islower() else [0, len(word)]
    return [(match.start() + a, word[a:b]) for a, b in pairwise(cuts)]
