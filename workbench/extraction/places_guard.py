"""Where a word that names a place is none: in names of people, clubs and firms, and as a word of the language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.extraction.names_fold import Piece, fold
from workbench.extraction.names_words import NameWords
from workbench.resources import table


def first_names(folder: Path) -> frozenset[str]:
    """Read the folded first names of the gazetteer's folder."""
    return frozenset(fold(row["name"]) for _, row in table(folder / "first_names.tsv", ("name",)))


@dataclass(frozen=True, slots=True)
class Guard:
    """Tells the names of people and clubs by the words beside a place's name; all words are folded."""

    words: NameWords
    first: frozenset[str]

    def keeps(self, pieces: Sequence[Piece], first: int, last: int, known: Collection[int]) -> bool:
        """Tell whether the pieces [first, last) are part of another name; `known` are the pieces that name places."""
        word = last - first == 1 and pieces[first].folded in self.words.no_places
        return word or self._before(pieces, first) or self._after(pieces, first, last, known)

    def _before(self, pieces: Sequence[Piece], first: int) -> bool:
        """Tell whether a first name, a form of address or a club's stands right before: Jack London, FC Barcelona."""
        at = first - 1
        if at > 0 and pieces[at].text == ".":
            at -= 1
            initial = len(pieces[at].text) == 1 and pieces[at].capital
            return initial or pieces[at].folded in self.words.address
        if at < 0 or not _beside(pieces, at) or not pieces[at].capital:
            return False
        word = pieces[at].folded
        return word in self.first or word in self.words.address or word in self.words.clubs

    def _after(self, pieces: Sequence[Piece], first: int, last: int, known: Collection[int]) -> bool:
        """Tell whether a surname or a club's second word stands right behind: Paris Hilton, Manchester United."""
        if last >= len(pieces) or not _beside(pieces, last - 1) or not pieces[last].capital:
            return False
        if pieces[last].folded in self.words.club_tails:
            return True
        single = last - first == 1 and pieces[first].folded in self.first
        return single and last not in known and not self._led(pieces, first)

    def _led(self, pieces: Sequence[Piece], first: int) -> bool:
        """Tell whether a preposition leads to a place: in Paris."""
        return first > 0 and pieces[first - 1].folded in self.words.inside


def _beside(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether one space or a hyphen is all between a piece and the next."""
    return pieces[at + 1].start - pieces[at].end == 1
