"""Acronyms that a text explains itself: die Freie Syrische Armee (FSA). They mean what the text says, and only that."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_found import OPEN, SURE, Found
from workbench.extraction.names_table import Entry, Hit
from workbench.model.mention import Label

#: Letters of an acronym at least and at most.
_SHORTEST, _LONGEST = 2, 7
#: So many words more than it has letters may stand in what it is short for, such as of and für.
_SMALL_WORDS = 3
_CLOSING = frozenset({")", ",", ";"})
_NAMES = frozenset({Label.ARMED_GROUP.value, Label.STATE_FORCE.value, Label.ORG.value, Label.SOURCE.value})


@dataclass(frozen=True, slots=True)
class Definition:
    """What an acronym is short for, told at piece `at`: `entry` is who, None where the text names someone unknown."""

    at: int
    entry: Entry | None


class Defined:
    """The acronyms that a text explains."""

    def __init__(self, words: Sequence[Piece], hits: Sequence[Hit]) -> None:
        """Take the pieces of a text and what the table found in them."""
        self._words = words
        self._meant: dict[str, list[Definition]] = {}
        self._hits: dict[int, list[Hit]] = defaultdict(list)
        opened = [i for i, word in enumerate(words) if word.text == "("]
        self._known = {hit.first: hit for hit in hits if hit.last - hit.first == 1} if opened else {}
        if opened:
            for hit in hits:
                self._hits[hit.first].append(hit)
            by_length = sorted(hits, key=_length)
            ending, starting = {hit.last: hit for hit in by_length}, {hit.first: hit for hit in by_length}
            for index in opened:
                self._read(index, ending.get(index), starting.get(index + 1))

    def _read(self, opened: int, before: Hit | None, inside: Hit | None) -> None:
        """Read an acronym in brackets behind its name, or a name in brackets behind its acronym."""
        if self._text(opened + 2) in _CLOSING:
            self._define(opened + 1, opened, before, self._spelt_from(self._acronym(opened + 1), opened))
        elif inside is not None and self._text(inside.last) in _CLOSING:
            self._define(opened - 1, opened - 1, inside, None)

    def _define(self, index: int, since: int, name: Hit | None, spelt: int | None) -> None:
        """Take what the acronym at `index` means: the name beside it, or whom the words from `spelt` on tell of."""
        short, known = self._acronym(index), self._known.get(index)
        entry = _one(name) if name is not None else None
        own = _one(known) if known is not None else None
        if spelt is not None and entry is None and own is not None and self._tells_of(own, spelt, since):
            entry = own
        another = own is not None and entry is not None and own.id != entry.id  # Reuters (AFP)
        if short and (spelt is not None or (entry is not None and not another)):
            self._meant.setdefault(short, []).append(Definition(since, entry))
        elif short and another and _is_source(entry) and not _is_source(own):
            self._meant.setdefault(short, []).append(Definition(since, None))  # of reporters (RSF) no force is meant

    def _tells_of(self, own: Entry, first: int, last: int) -> bool:
        """Tell whether a name within [first, last) is one of whom an acronym is known for."""
        return any(
            hit.last <= last and any(entry.id == own.id for entry in hit.entries)
            for at in range(first, last)
            for hit in self._hits.get(at, ())
        )

    def _text(self, index: int) -> str:
        return self._words[index].text if 0 <= index < len(self._words) else ""

    def _acronym(self, index: int) -> str:
        """Return the acronym that stands at `index` by itself, empty where none does."""
        word = self._text(index)
        alone = not any(0 <= k < len(self._words) and self._words[k].joined for k in (index, index + 1))
        return word if word.isupper() and word.isalpha() and _SHORTEST <= len(word) <= _LONGEST and alone else ""

    def _spelt_from(self, acronym: str, end: int) -> int | None:
        """Return where the words before `end` begin to spell an acronym, small words left out; None if they do not."""
        letters, first = list(acronym.casefold()), end
        for index in range(end - 1, max(end - 1 - len(acronym) - _SMALL_WORDS, -1), -1):
            word = self._words[index]
            if not letters or not word.text.isalpha():
                break
            if word.folded[0] == letters[-1]:
                letters.pop()
                first = index
            elif word.capital:
                break
        return first if acronym and not letters else None

    def others(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """Leave out the hits on acronyms that the text explains."""
        if not self._meant:
            return hits
        return [hit for hit in hits if hit.last - hit.first > 1 or self._text(hit.first) not in self._meant]

    def finds(self) -> Iterator[Found]:
        """Yield such acronyms as what they were last explained to be; that of someone unknown stays open."""
        for index, word in enumerate(self._words if self._meant else ()):
            if word.text in self._meant:
                entry = self._last(word.text, index)
                if entry is not None:
                    yield Found(index, index + 1, entry.label, entry.id, "", entry.country, None, SURE)
                elif index in self._known:
                    yield Found(index, index + 1, Label.ORG.value, confidence=OPEN)

    def _last(self, acronym: str, index: int) -> Entry | None:
        meant = self._meant[acronym]
        before = bisect_right(meant, index, key=_at)
        return meant[max(before - 1, 0)].entry


def _one(hit: Hit) -> Entry | None:
    """Return the actor or source that alone is named by a hit."""
    named = {entry.id: entry for entry in hit.entries if entry.label in _NAMES and not entry.shared}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_source(entry: Entry | None) -> bool:
    return entry is not None and entry.label == Label.SOURCE


def _at(definition: Definition) -> int:
    return definition.at


def _length(hit: Hit) -> int:
    return hit.last - hit.first
