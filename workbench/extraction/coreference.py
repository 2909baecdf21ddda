"""Words that stand for someone named before: die Gruppe, das Ministerium, the rebels. Where two could be, nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names_fold import Piece, fold
from workbench.extraction.names_found import OPEN, Found
from workbench.extraction.names_index import NameIndex
from workbench.model.mention import Label

#: So many sentences back someone is looked for.
_REACH = 3
#: So many words may stand between an article and its noun (die radikale islamische Gruppe).
_ADJECTIVES = 2
_ENDS = frozenset(".!?…")
_BORDERS = frozenset(",;:–—„“\"»«”'")
_NAMED = frozenset({Label.ARMED_GROUP.value, Label.STATE_FORCE.value, Label.ORG.value, Label.SOURCE.value})


@dataclass(slots=True)
class _Text:
    """A text on its way: who is named in which sentence, what each piece belongs to, nouns that stayed open."""

    words: Sequence[Piece]
    sentences: list[int]
    by_sentence: dict[int, list[Found]] = field(default_factory=dict)
    by_piece: dict[int, Found] = field(default_factory=dict)
    left_open: dict[str, int] = field(default_factory=dict)

    def take(self, found: Found) -> None:
        """File a find."""
        if found.id and found.label in _NAMED:
            self.by_sentence.setdefault(self.sentences[found.first], []).append(found)
        self.by_piece.update(dict.fromkeys(range(found.first, found.last), found))


class Coreference:
    """Finds for whom such words stand: the last one named who fits by its kind, alone in its sentence."""

    def __init__(self, lexicon: Lexicon, index: NameIndex) -> None:
        """Take the language's words and all names."""
        self._index = index
        self._nouns_capitalised = lexicon.grammar.nouns_capitalised
        self._articles, self._stops, self._relatives, self._borders, self._in_name, self._fighters = (
            frozenset(map(fold, lexicon.words("again", key)))
            for key in ("articles", "stops", "relatives", "borders", "in_name", "fighters")
        )
        self._kinds: dict[str, set[str]] = {}
        for kind, nouns in lexicon.sections["again"]["nouns"].items():
            for noun in nouns:
                self._kinds.setdefault(fold(noun), set()).add(kind)

    def resolved(self, words: Sequence[Piece], found: Sequence[Found]) -> list[Found]:
        """Return the finds of a text with those that only stand for others, marked as inferred."""
        places = [i for i, word in enumerate(words) if word.folded in self._kinds or word.folded in self._fighters]
        if not places:
            return list(found)
        text = _Text(words, list(_sentences(words)))
        for one in found:
            text.take(one)
        made = list(self._inferred(text, places))
        replaced = {at for one in made for at in range(one.first, one.last)}
        kept = (one for one in found if not replaced.intersection(range(one.first, one.last)))
        return sorted([*kept, *made], key=lambda one: (one.first, one.last))

    def _inferred(self, text: _Text, places: Sequence[int]) -> Iterator[Found]:
        for at in places:
            here, noun = text.by_piece.get(at), text.words[at].folded
            if here is not None and not self._open(here):
                continue
            who = self._meant(text, at, noun) if self._definite(text, at) else None
            if who is None:
                text.left_open[noun] = at
                continue
            label = Label.ROLE.value if here is not None and here.label == Label.ROLE else who.label
            one = replace(here or Found(at, at + 1, label), label=label, id=who.id, country=who.country)
            one = replace(one, confidence=OPEN, inferred=True)
            text.take(one)
            yield one

    def _open(self, found: Found) -> bool:
        """Tell whether a find names nobody in particular: the army of no country, insurgents of none."""
        return found.label in (*_NAMED, Label.ROLE) and self._index.is_nobody(found.id)

    def _definite(self, text: _Text, at: int) -> bool:
        """Tell whether an article stands before a noun, adjectives at most between, and nothing behind says which."""
        if self._goes_on(text, at):
            return False
        for index in range(at - 1, max(at - 2 - _ADJECTIVES, -1), -1):
            word = text.words[index]
            if word.folded in self._articles:
                return not text.words[index + 1].joined
            if not word.text.isalpha() or (word.capital and self._nouns_capitalised):
                return False
        return False

    def _goes_on(self, text: _Text, at: int) -> bool:
        """Tell whether a noun is part of a compound, or what follows says which (die Gruppe um)."""
        after = text.words[at + 1 : at + 3]
        if text.words[at].joined or not after:
            return text.words[at].joined
        clause = after[0].text == "," and len(after) > 1 and after[1].folded in self._relatives
        return clause or after[0].joined or after[0].capital or after[0].folded in self._stops

    def _meant(self, text: _Text, at: int, noun: str) -> Found | None:
        """Return whom a noun stands for: the only one that fits it in the nearest sentence that names one."""
        here = text.sentences[at]
        for sentence in range(here, here - _REACH - 1, -1):
            able = [one for one in text.by_sentence.get(sentence, ()) if one.last <= at and self._fits(one, noun)]
            if able:
                alone = len({one.id for one in able}) == 1 and text.left_open.get(noun, -1) < able[-1].first
                return able[-1] if alone and (sentence < here or self._apart(text, able[-1], at)) else None
        return None

    def _fits(self, found: Found, noun: str) -> bool:
        if self._index.is_generic(found.id):
            return False
        if noun in self._fighters:
            return found.label == Label.ARMED_GROUP
        kind = self._index.kinds.get(found.id)
        return kind in self._kinds[noun] and (noun not in self._in_name or self._index.is_called(found.id, noun))

    def _apart(self, text: _Text, found: Found, at: int) -> bool:
        """Tell whether another clause begins between a name and a noun: who attacks the group is not the group."""
        between = (text.words[k] for k in range(found.last, at))
        return any(word.text in _BORDERS or word.folded in self._borders for word in between)


def _sentences(words: Sequence[Piece]) -> Iterator[int]:
    """Yield the number of each piece's sentence; an abbreviation may end one too, which shortens the reach."""
    number, ended = 0, False
    for word in words:
        number += ended and word.capital
        ended = word.text in _ENDS or (ended and not word.capital)
        yield number
