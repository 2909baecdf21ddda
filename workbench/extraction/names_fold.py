"""Cut a text into pieces whose spelling is folded, so that one alias fits every way a name is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_APOSTROPHE = "'’‘`´ʼʻʾʿ′"
_PIECE = re.compile(rf"{_LETTER}(?:[{_APOSTROPHE}]?{_LETTER})*|\d+|[^\s\u0300-\u036f]")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{2}[a-zäöüß])(?=[A-ZÄÖÜ][a-zäöüß]{2})"  # AssadBerichten
    r"|(?<=[a-zäöüß]{3})(?=[A-ZÄÖÜ]{2,}$)"  # derHTS
    r"|(?<=[A-ZÄÖÜ]{2})(?=[A-ZÄÖÜ][a-zäöüß]{3})"  # HTSKämpfer
)
_SPELT = re.compile(r"(?<=[ao])e|(?<=[^aeq]u)e")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}]s$")
_UNMARKED = re.compile(rf"[\u0300-\u036f{_APOSTROPHE}]")
_HYPHENS = "-‐‑–"
#: What German and English inflection puts at the end of a word, as single letters.
_ENDINGS = "enrms"
_ADJECTIVE = re.compile(r"(.{3,}?)e[nmrs]?")
_NOUN_ENDINGS = frozenset({"s", "n", "en", "es"})


class Piece(NamedTuple):
    """A word, a number or a sign at [start, end) code points; `joined` is what a hyphen ties to the word before.

    `capital` says that it begins with a capital letter; `core` is what is left of it without its endings.
    """

    start: int
    end: int
    text: str
    folded: str
    joined: bool
    capital: bool
    core: str


class _Part(NamedTuple):
    """A part of a word, from its first letter on: what every piece of the same letters has."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    core: str
    wordlike: bool


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return `word` without case, accents and apostrophes, with ss for ß."""
    if word.isascii() and word.isalnum():
        return word.lower()
    return _UNMARKED.sub("", unicodedata.normalize("NFKD", word.casefold()))


def unspelt(folded: str) -> str:
    """Return a folded word with ae, oe and ue as the umlauts they may stand for."""
    return _SPELT.sub("", folded)


def core(folded: str) -> str:
    """Return what is left of a folded word without its endings: the same for all inflected forms, no real stem."""
    bare = folded.rstrip(_ENDINGS)
    return bare if len(bare) >= 3 else folded[:3]


def fit(word: str, alias: str) -> int:
    """Tell how well a folded `word` fits the word of an alias: 2 the same, 1 inflected, 0 another word."""
    known = fit_noun(word, alias)
    if known:
        return known
    one, other = _ADJECTIVE.fullmatch(word), _ADJECTIVE.fullmatch(alias)
    return 1 if one and other and one[1] == other[1] else 0


def declined(word: str, stem: str) -> bool:
    """Tell whether a folded `word` is an adjective's `stem` with an ending."""
    return len(stem) < len(word) <= len(stem) + 2 and word.startswith(stem) and not word[len(stem) :].strip(_ENDINGS)


def fit_noun(word: str, alias: str) -> int:
    """Tell how well a folded `word` fits a noun, which is not inflected as an adjective is: a Messe is no Messer."""
    if word == alias:
        return 2
    return 1 if word.startswith(alias) and len(alias) > 2 and word[len(alias) :] in _NOUN_ENDINGS else 0


def pieces(text: str) -> list[Piece]:
    """Cut `text` into pieces: hyphens are left out, glued words ("al-AssadBerichten") are cut at the capital."""
    found: list[Piece] = []
    end = -1
    for match in _PIECE.finditer(text):
        start, word = match.start(), match[0]
        if word in _HYPHENS:
            end += start == end
            continue
        for first, last, part, folded, capital, bare, wordlike in _parts(word):
            tied = wordlike and start + first == end
            found.append(Piece(start + first, start + last, part, folded, tied, capital, bare))
            end = start + last if wordlike else -1
    return found


def cut(piece: Piece, first: int, second: int) -> list[Piece]:
    """Cut a compound into a name, its letters up to `first`, and the rest from `second` on, tied to the name.

    A name counts as written with a capital letter, whatever the compound is: hisbollahnah.
    """
    return [
        _slice(piece, 0, first, joined=piece.joined, capital=True),
        _slice(piece, second, len(piece.text), joined=True, capital=False),
    ]


def _slice(piece: Piece, first: int, last: int, *, joined: bool, capital: bool) -> Piece:
    word = piece.text[first:last]
    folded = fold(word) or word
    return Piece(piece.start + first, piece.start + last, word, folded, joined, capital, core(folded))


@lru_cache(maxsize=100_000)
def _parts(match: str) -> tuple[_Part, ...]:
    """Return the parts of a word: most words are one."""
    word = _POSSESSIVE.sub("", match) if len(match) > 2 else match
    cuts = [0, len(word)]
    if len(word) > 2 and not word[1:].islower():
        cuts[1:1] = [glue.start() for glue in _GLUED.finditer(word)]
    return tuple(_part(word, first, last) for first, last in pairwise(cuts))


def _part(word: str, first: int, last: int) -> _Part:
    text = word[first:last]
    folded = fold(text) or text
    return _Part(first, last, text, folded, text[0].isupper(), core(folded), text[0].isalnum())
