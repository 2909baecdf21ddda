"""All names the program knows, matched in one pass over a text's pieces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from workbench.extraction.names_fold import Piece, core, declined, fit, fit_noun, fold, pieces

#: So many words that begin no alias are remembered.
_MOST_SEEN = 100_000
#: What they name is a noun where it is one word.
_THINGS = ("WEAPON", "EQUIPMENT")
_OTHER = "\u2400"  # stands for every word that no alias begins with or holds


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write one thing: `id` is a register or place id, `weight` settles between equals (more wins).

    `shared` aliases belong to several; a `place` (and a person) is inflected by a genitive s only; a `stem` is an
    adjective without the ending it has in a text.
    """

    alias: str
    label: str
    id: str
    weight: float = 0.0
    shared: bool = False
    country: str = ""
    place: bool = False
    stem: bool = False

    def fits(self, words: Sequence[Piece]) -> int:
        """Tell how well the alias fits `words`: 2 as written, 1 inflected, 0 not."""
        parts = cut_alias(self.alias)
        if self.alias.isupper() and len(self.alias) <= 6 and not _spelt(words, parts):
            return 0
        if self.alias[0].isupper() and not any(word.capital for word in words):
            return 0
        pairs = [(word.folded, part.folded) for word, part in zip(words, parts, strict=True)]
        if self.stem:
            return 2 * (all(word == alias for word, alias in pairs[:-1]) and declined(*pairs[-1]))
        if (self.place or self.label == "PERSON") and not all(
            word in (alias, f"{alias}s") or len(pairs) > 1 for word, alias in pairs
        ):
            return 0
        if self.label in _THINGS and len(pairs) == 1:
            word, alias = pairs[0]
            foreign = self.alias[0].islower() and word not in (alias, f"{alias}s", f"{alias}es")
            return 0 if foreign else fit_noun(word, alias)  # a tank is English, and no reason to tanken
        return min(fit(word, alias) for word, alias in pairs)


@dataclass(frozen=True, slots=True)
class Hit:
    """Pieces [first, last) that some entries fit, the best fitting ones only."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    fit: int


class NameTable:
    """The names of one word, and a PhraseMatcher that learns longer ones when a text first holds their start.

    `more` hands out the entries of a place index by the core of their first word, so that it is never read whole.
    """

    def __init__(self, entries: Iterable[Entry], more: Callable[[str], Iterable[Entry]] = lambda _: ()) -> None:
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab)
        self._waiting: dict[str, list[Entry]] = defaultdict(list)
        self._known: dict[tuple[str, ...], list[Entry]] = {}
        self._longer: dict[tuple[str, str], list[Entry]] = {}
        self._words: set[str] = set()
        self._seen: set[str] = set()
        self._first: set[str] = set()
        self._long: set[str] = set()
        self._more = more
        for entry in entries:
            self._waiting[first_core(entry.alias)].append(entry)

    def find(self, words: Sequence[Piece]) -> list[Hit]:
        """Return every stretch of `words` that an alias fits, nested and overlapping ones too."""
        cores = [word.core for word in words]
        if len(self._seen) > _MOST_SEEN:
            self._seen = set(self._first)
        for key in set(cores) - self._seen:
            self._take_up(key)
        stretches = [(i, i + 1) for i, key in enumerate(cores) if (key,) in self._known]
        starts = [pair for pair in pairwise(cores) if pair[0] in self._long]
        for pair in starts:
            self._learn(self._longer.pop(pair, ()))
        if starts:
            shadow = Doc(self._vocab, words=[key if key in self._words else _OTHER for key in cores])
            stretches += [(i, j) for _, i, j in self._matcher(shadow)]
        hits = (self._hit(words, tuple(cores[i:j]), i, j) for i, j in stretches)
        return [hit for hit in hits if hit is not None]

    def _take_up(self, key: str) -> None:
        """File the aliases whose first word has this core: those of one word are known from now on."""
        self._seen.add(key)
        entries = [*self._waiting.pop(key, ()), *self._more(key)]
        for entry in entries:
            cores = tuple(part.core for part in cut_alias(entry.alias))
            if len(cores) == 1:
                self._known.setdefault(cores, []).append(entry)
            else:
                self._long.add(key)
                self._longer.setdefault((cores[0], cores[1]), []).append(entry)
        if entries:
            self._first.add(key)

    def _learn(self, entries: Iterable[Entry]) -> None:
        new: dict[tuple[str, ...], None] = {}
        for entry in entries:
            key = tuple(part.core for part in cut_alias(entry.alias))
            self._known.setdefault(key, []).append(entry)
            self._words.update(key)
            new[key] = None
        if new:
            self._matcher.add("name", [Doc(self._vocab, words=list(key)) for key in new])

    def _hit(self, words: Sequence[Piece], key: tuple[str, ...], first: int, last: int) -> Hit | None:
        fits = [(entry.fits(words[first:last]), entry) for entry in self._known[key]]
        best = max((fitness for fitness, _ in fits), default=0)
        if best == 0:
            return None
        return Hit(first, last, tuple(entry for fitness, entry in fits if fitness == best), best)


def _spelt(words: Sequence[Piece], parts: Sequence[Piece]) -> bool:
    """Tell whether an acronym is written in capitals, or as German writes long ones (Unifil)."""
    pairs = [(word.text, part.text) for word, part in zip(words, parts, strict=True)]
    return all(word == part or (len(part) >= 5 and word == part.capitalize()) for word, part in pairs)


@lru_cache(maxsize=100_000)
def cut_alias(alias: str) -> tuple[Piece, ...]:
    """Return the pieces of an alias."""
    return tuple(pieces(alias))


def first_core(alias: str) -> str:
    """Return the core of an alias's first word, mostly without cutting the whole."""
    first = alias.partition(" ")[0]
    plain = first.isalpha() and (first[1:].islower() or first.isupper())
    return core(fold(first)) if plain else cut_alias(alias)[0].core
