"""Names inside a word: Hamaskämpfer, Hisbollahmiliz, talibannah; and whose soldiers Armeesoldaten are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import Piece, cut, fold, pieces
from workbench.extraction.names_index import NameIndex
from workbench.extraction.roles import Roles

#: Letters of the shortest name and of the shortest word for people that a compound is cut at.
_SHORTEST_NAME, _SHORTEST_HEAD = 4, 5
#: So many words are remembered with what is inside them.
_MOST_KNOWN = 100_000


class Part(NamedTuple):
    """The name at the start of a compound ends before letter `name`, its head begins at `head`.

    A `common` name (Armee) is no mention of its own: it only says whose the people are.
    """

    name: int
    head: int
    common: bool


class Compounds:
    """Finds the names inside the words of a language that writes compounds as one word."""

    def __init__(self, lexicon: Lexicon, roles: Roles, index: NameIndex) -> None:
        """Take the language's words and all names."""
        self._names = _by_start(index.single) if lexicon.grammar.compounds_by_tail else {}
        self._common = _by_start(index.common) if lexicon.grammar.compounds_by_tail else {}
        self._people = frozenset(word for word, _ in roles.words() if len(word) >= _SHORTEST_HEAD)
        self._heads = self._people | frozenset(map(fold, lexicon.words("names", "heads")))
        self._tails = frozenset(map(fold, lexicon.words("names", "tails")))
        self._links = ("", *(fold(link) for link in lexicon.words("names", "links")))
        self._endings = ("", *(fold(ending) for ending in lexicon.words("names", "plurals")))
        self._known: dict[str, Part | None] = {}

    def pieces(self, text: str) -> list[Piece]:
        """Cut a text, and the compounds that begin with a name of their own once more."""
        words: list[Piece] = []
        for piece in pieces(text):
            part = self.part(piece)
            words.extend((piece,) if part is None or part.common else cut(piece, part.name, part.head))
        return words

    def part(self, piece: Piece) -> Part | None:
        """Return the name that a compound begins with, None where there is none."""
        if len(piece.text) < _SHORTEST_NAME + 3:
            return None
        if piece.text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[piece.text] = self._part(piece)
        return self._known[piece.text]

    def _part(self, piece: Piece) -> Part | None:
        start = piece.folded[:_SHORTEST_NAME]
        if len(piece.folded) != len(piece.text) or not piece.text[1:].islower():
            return None
        for common, names in ((False, self._names), (True, self._common)):
            for name in names.get(start, ()):
                head = self._head(piece, len(name)) if piece.folded.startswith(name) else None
                if head is not None:
                    return Part(len(name), head, common)
        return None

    def _head(self, piece: Piece, end: int) -> int | None:
        """Return where the head of a compound begins whose first part ends at `end`, None where it has none."""
        known = self._heads if piece.capital else self._tails
        for link in self._links:
            if piece.folded.startswith(link, end):
                rest = piece.folded[end + len(link) :]
                if rest and any(rest.removesuffix(ending) in known for ending in self._endings):
                    return end + len(link)
        return None


def _by_start(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names by their first letters, the longest first."""
    by_start: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if len(name) >= _SHORTEST_NAME:
            by_start.setdefault(name[:_SHORTEST_NAME], []).append(name)
    return by_start
