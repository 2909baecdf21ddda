"""What a trained pipeline adds to the names that registers, places and rules found; where those speak, they win.

A register knows who is meant and a rule why, a pipeline only that there is a name, and it errs one time in three. So it
adds persons, organisations and places that nobody knows. Against others it is heard in three cases: where a word that
could be a place or a surname stands at the end of a person's longer name, where a place was doubtful anyway, and where
a common noun (Army) that was linked to the country's own stands inside the name of an organisation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.extraction.guesses import Guess
from workbench.extraction.names_fold import Piece
from workbench.extraction.names_found import INFLECTED, LIKELY, OPEN, Found
from workbench.extraction.names_rules import is_article
from workbench.extraction.names_words import among
from workbench.model.mention import Label

_PLACES = frozenset({Label.GPE.value, Label.LOC.value})
_ORGANISED = frozenset({Label.ARMED_GROUP.value, Label.STATE_FORCE.value, Label.ORG.value, Label.SOURCE.value})
_FORCES = frozenset({Label.STATE_FORCE.value, Label.ARMED_GROUP.value})
#: What a guess agrees with: its own label, or one of our finer ones.
_AGREES: Mapping[Label, frozenset[str]] = {
    Label.PERSON: frozenset({Label.PERSON.value}),
    Label.ORG: frozenset({Label.ORG.value, Label.SOURCE.value, Label.ARMED_GROUP.value, Label.STATE_FORCE.value}),
    Label.LOC: frozenset({Label.LOC.value, Label.GPE.value, Label.FACILITY.value}),
    Label.GPE: frozenset({Label.LOC.value, Label.GPE.value}),
}
#: What needs no capital letter.
_COMMON = frozenset({Label.NORP, Label.WEAPON})
#: A guess of more words is a stretch of text and no name.
_LONGEST = 9
#: Shorter words are no surnames that are known again.
_SURNAME = 4


@dataclass(frozen=True, slots=True)
class BeforeNames:
    """Folded words that stand before names and are none of them: titles, and articles (der Richter).

    What stands behind one of `areas` is a place: Provinz, Stadt. One of `nouns` alone is no name: die Miliz.
    """

    titles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


def merged(
    found: Sequence[Found], guesses: Sequence[Guess], words: Sequence[Piece], before: BeforeNames
) -> list[Found]:
    """Return the finds with those that only a trained pipeline made, in the order of the text."""
    if not guesses:
        return list(found)
    merging = _Merging(found, words, before)
    for guess in guesses:
        merging.take(guess)
    merging.take_surnames()
    return merging.result()


class _Merging:
    """The finds of a text, which guesses are added to one by one."""

    def __init__(self, found: Sequence[Found], words: Sequence[Piece], before: BeforeNames) -> None:
        self._words, self._before = words, before
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]
        self._kept = {one: one for one in found}
        self._at: dict[int, list[Found]] = {}
        for one in found:
            for piece in range(one.first, one.last):
                self._at.setdefault(piece, []).append(one)

    def result(self) -> list[Found]:
        """Return what there is now."""
        return sorted(self._kept.values(), key=lambda one: (one.first, one.last))

    def take(self, guess: Guess) -> None:
        """Add a guess, or what it says for or against the finds there."""
        first, last = self._trimmed(guess)
        if not 0 < last - first <= _LONGEST or not self._named(guess, first, last):
            return
        here = list(dict.fromkeys(one for piece in range(first, last) for one in self._at.get(piece, ())))
        same = [one for one in here if (one.first, one.last) == (first, last)]
        for one in same:
            doubted = one.confidence <= OPEN and one.label in _ORGANISED  # that it is a name says not whose
            if one in self._kept and one.label in _AGREES.get(guess.label, ()) and not doubted:
                self._kept[one] = replace(one, confidence=_both(one.confidence, guess.confidence))
        new = Found(first, last, self._label(guess, first), confidence=guess.confidence)
        wrong = [one for one in here if self._gives_way(one, new)]
        if len(wrong) == len(here):
            for one in wrong:
                self._kept.pop(one, None)
            self._kept[new] = new
        elif (
            new.label == Label.ORG.value and all(one.inside(new) and one.label in _PLACES for one in here) and not same
        ):
            self._kept[new] = new

    def take_surnames(self) -> None:
        """Add the surnames of persons who were named in full before, where nothing else is found."""
        known: dict[str, float] = {}
        persons = {o.last: o for o in self._kept.values() if o.label == Label.PERSON.value and o.last - o.first > 1}
        if not persons:
            return
        taken = {piece for one in self._kept.values() for piece in range(one.first, one.last)}
        for index, piece in enumerate(self._words):
            if index not in taken and piece.folded in known and self._alone(index):
                found = Found(index, index + 1, Label.PERSON.value, confidence=known[piece.folded])
                self._kept[found] = found
            person = persons.get(index + 1)
            if person is not None and len(piece.folded) >= _SURNAME:
                known.setdefault(piece.folded, person.confidence)

    def _alone(self, index: int) -> bool:
        """Tell whether a piece stands as a name does by itself: with a capital, no part of a compound, no article."""
        piece = self._words[index]
        compound = piece.joined or (index + 1 < len(self._words) and self._words[index + 1].joined)
        return piece.capital and not compound and not (index and self._words[index - 1].folded in self._before.articles)

    def _label(self, guess: Guess, first: int) -> str:
        """Return what a guess is: behind "Provinz" and "Stadt" a place, whatever it was taken for."""
        place = first > 0 and among(self._words[first - 1].folded, self._before.areas)
        return Label.LOC.value if place and guess.label in (Label.PERSON, Label.ORG) else guess.label.value

    def _trimmed(self, guess: Guess) -> tuple[int, int]:
        """Return the pieces of the name in a guess: no title or role before it, of a compound the first part."""
        first, last = bisect_right(self._ends, guess.start), bisect_left(self._starts, guess.end)
        if guess.part:
            last -= 1
            return (first, last) if last < len(self._words) and self._words[last].joined else (first, first)
        while last > first and not self._words[last - 1].text[-1].isalnum() and not self._abbreviated(last):
            last -= 1
        while first < last and guess.label not in _COMMON and self._leads_in(first, last):
            first += 1
        if guess.label is Label.PERSON and first < last:
            last = self._to_the_end(last)
        return first, last

    def _to_the_end(self, last: int) -> int:
        """Return where a person's name ends that goes on with an Arabic article: Iyad al-Jabri."""
        while last + 1 < len(self._words) and is_article(self._words[last].folded) and self._words[last + 1].joined:
            near = self._starts[last] - self._ends[last - 1] == 1
            if not near or not self._words[last + 1].capital:
                break
            last += 2
        return last

    def _abbreviated(self, last: int) -> bool:
        """Tell whether a full stop ends initials: U.S."""
        before = [piece.text for piece in self._words[max(0, last - 4) : last]]
        return len(before) == 4 and before[1] == before[3] == "." and len(before[0]) == len(before[2]) == 1

    def _leads_in(self, first: int, last: int) -> bool:
        """Tell whether a piece stands before a name: an article, a title, a word for people."""
        piece = self._words[first]
        if first + 1 < last and self._words[first + 1].joined:
            return False
        article = piece.folded in self._before.articles and first + 1 < last
        role = any(one.label == Label.ROLE.value and one.last <= last for one in self._at.get(first, ()))
        return not (piece.capital or piece.text.isdigit()) or piece.folded in self._before.titles or article or role

    def _named(self, guess: Guess, first: int, last: int) -> bool:
        """Tell whether there is a name among the words: one with a capital letter, where names have one."""
        if last - first == 1 and among(self._words[first].folded, self._before.nouns):
            return False
        return guess.label in _COMMON or any(piece.capital for piece in self._words[first:last])

    def _gives_way(self, one: Found, new: Found) -> bool:
        """Tell whether a find gives way to a guess: a place or a surname inside a longer name."""
        longer = one.inside(new) and one.last - one.first < new.last - new.first
        if new.label == Label.PERSON.value and longer and one.first > new.first:
            return one.label == Label.PERSON.value or (one.label in _PLACES and not one.nests)
        if one.label in _FORCES and new.label == Label.ORG.value:
            return longer and one.confidence <= LIKELY and all(p.capital for p in self._words[new.first : new.last])
        doubtful = one.label in _PLACES and one.confidence < INFLECTED and not one.nests and one.inside(new)
        return doubtful and (longer or new.label == Label.PERSON.value)


def _within(one: Found, new: Found) -> bool:
    """Tell whether a find is a place inside a longer name: the Homs of Uni Homs."""
    return one.inside(new) and one.label in _PLACES


def _both(one: float, other: float) -> float:
    """Return how sure two are of the same who found it in ways of their own."""
    return 1 - (1 - one) * (1 - other)
