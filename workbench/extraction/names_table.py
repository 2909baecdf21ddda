"""All names the program knows, matched in one pass over a text's pieces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from workbench.extraction.names_fold import Piece, core, declined, fit, fit_noun, fold, pieces, unspelt
from workbench.extraction.places_sound import ARTICLES, sound

#: How well an alias fits: as written, inflected or with umlauts spelt out, or only by its sound.
AS_WRITTEN, INFLECTED, BY_SOUND = 2, 1, 0
_OTHER = "\u2400"  # stands for every word that no alias begins with or holds
_ARTICLE = "al"  # stands for every Arabic article tied to the next word
_ACRONYM = 6  # no acronym is longer
#: So many sounds a word must have to be known by them, and one that is the whole name.
_SOUNDING, _SOUNDING_ALONE = 3, 6
#: What may be written by its sound; all but groups only where two words agree.
_GROUP = "ARMED_GROUP"
#: What they name is a noun where it is one word.
_THINGS = ("WEAPON", "EQUIPMENT")
#: What names a people is inflected as a noun is: the Ukraine is no Ukrainer.
_PEOPLES = ("NORP", "adjective")
_FOREIGN = frozenset({_GROUP, "STATE_FORCE", "ORG", "SOURCE", "PERSON"})


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

    def fits(self, words: Sequence[Piece]) -> int | None:
        """Tell how well the alias fits `words`, None where it does not."""
        parts = cut_alias(self.alias)
        acronym = self.alias.isupper() and len(self.alias) <= _ACRONYM
        if acronym and not _spelt(words, parts):
            return None
        if self.alias[0].isupper() and not any(word.capital for word in words):
            return None
        pairs = list(zip(words, parts, strict=True))
        if self.stem:
            *first, (last, stem) = pairs
            fitting = all(word.folded == part.folded for word, part in first) and declined(last.folded, stem.folded)
            return AS_WRITTEN if fitting else None
        how = min(self._fit(word, part, alone=len(pairs) == 1) for word, part in pairs)
        by_sound = how == BY_SOUND and not acronym and self._sounds(pairs)
        return how if how > BY_SOUND or by_sound else None

    def _fit(self, word: Piece, part: Piece, *, alone: bool) -> int:
        """Tell how well a word fits one of the alias; by its sound it may yet not fit at all."""
        if word.folded == part.folded:
            return AS_WRITTEN
        if alone and (self.place or self.label == "PERSON"):
            return INFLECTED if word.folded == f"{part.folded}s" else BY_SOUND
        if alone and self.label in _THINGS:
            foreign = self.alias[0].islower() and word.folded not in (f"{part.folded}s", f"{part.folded}es")
            return BY_SOUND if foreign else fit_noun(word.folded, part.folded)  # a tank, and no reason to tanken
        fitting = fit_noun if self.label in _PEOPLES else fit
        same = fitting(word.folded, part.folded) or fitting(unspelt(word.folded), unspelt(part.folded))
        return INFLECTED if same else BY_SOUND

    def _sounds(self, pairs: Sequence[tuple[Piece, Piece]]) -> bool:
        """Tell whether words sound as a foreign name does: Hezbollah is Hisbollah."""
        if self.label not in _FOREIGN or self.shared or (len(pairs) == 1 and self.label != _GROUP):
            return False
        least = _SOUNDING_ALONE if len(pairs) == 1 else _SOUNDING
        return all(_alike(word, part, least) for word, part in pairs)


def _alike(word: Piece, part: Piece, least: int) -> bool:
    if word.folded == part.folded or fit(word.folded, part.folded):
        return True
    if part.folded in ARTICLES and word.folded in ARTICLES:
        return True
    heard = sound(part.folded)
    alike = heard in (sound(word.folded), sound(word.folded.removesuffix("s")))
    return word.capital and part.capital and len(heard) >= least and alike


@dataclass(frozen=True, slots=True)
class Hit:
    """Pieces [first, last) that some entries fit, the best fitting ones only."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    fit: int


class NameTable:
    """The names of one word, and a PhraseMatcher that learns longer ones when a text first holds their start."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take all names; each is cut when a text first holds a word like its first."""
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab)
        self._waiting: dict[str, list[Entry]] = defaultdict(list)
        self._known: dict[tuple[str, ...], list[Entry]] = {}
        self._longer: dict[tuple[str, str], list[Entry]] = {}
        self._words: set[str] = set()
        self._long: set[str] = set()
        for entry in entries:
            self._waiting[first_key(entry.alias)].append(entry)

    def find(self, words: Sequence[Piece]) -> list[Hit]:
        """Return every stretch of `words` that an alias fits, nested and overlapping ones too."""
        keys = _keys(words)
        for key in self._waiting.keys() & set(keys):
            self._take_up(key)
        stretches = [(i, i + 1) for i, key in enumerate(keys) if (key,) in self._known]
        starts = [pair for pair in pairwise(keys) if pair[0] in self._long]
        for pair in starts:
            self._learn(self._longer.pop(pair, ()))
        if starts:
            shadow = Doc(self._vocab, words=[key if key in self._words else _OTHER for key in keys])
            stretches += [(i, j) for _, i, j in self._matcher(shadow)]
        hits = (self._hit(words, tuple(keys[i:j]), i, j) for i, j in stretches)
        return [hit for hit in hits if hit is not None]

    def _take_up(self, first: str) -> None:
        """File the aliases whose first word has this key: those of one word are known from now on."""
        for entry in self._waiting.pop(first):
            keys = _keys(cut_alias(entry.alias))
            if len(keys) == 1:
                self._known.setdefault((keys[0],), []).append(entry)
            else:
                self._long.add(first)
                self._longer.setdefault((keys[0], keys[1]), []).append(entry)

    def _learn(self, entries: Iterable[Entry]) -> None:
        new: dict[tuple[str, ...], None] = {}
        for entry in entries:
            keys = tuple(_keys(cut_alias(entry.alias)))
            self._known.setdefault(keys, []).append(entry)
            self._words.update(keys)
            new[keys] = None
        if new:
            self._matcher.add("name", [Doc(self._vocab, words=list(keys)) for keys in new])

    def _hit(self, words: Sequence[Piece], keys: tuple[str, ...], first: int, last: int) -> Hit | None:
        """Return what fits a stretch best; what two may be meant by its sound is nobody."""
        told = [(entry.fits(words[first:last]), entry) for entry in self._known[keys]]
        fits = [(how, entry) for how, entry in told if how is not None]
        best = max((how for how, _ in fits), default=None)
        if best is None:
            return None
        entries = tuple(entry for how, entry in fits if how == best)
        if best == BY_SOUND and len({entry.id for entry in entries}) > 1:
            return None
        return Hit(first, last, entries, best)


def _keys(words: Sequence[Piece]) -> list[str]:
    """Return what each piece is looked up by: how it sounds without its endings, one key for all Arabic articles."""
    keys = [_key(word.core) for word in words]
    for index, word in enumerate(words):
        if word.folded in ARTICLES and index + 1 < len(words) and words[index + 1].joined:
            keys[index] = _ARTICLE
    return keys


@lru_cache(maxsize=100_000)
def _key(bare: str) -> str:
    return sound(unspelt(bare)) or bare


def _spelt(words: Sequence[Piece], parts: Sequence[Piece]) -> bool:
    """Tell whether an acronym is written in capitals, or as German writes long ones (Unifil)."""
    pairs = [(word.text, part.text) for word, part in zip(words, parts, strict=True)]
    return all(word == part or (len(part) >= 5 and word == part.capitalize()) for word, part in pairs)


@lru_cache(maxsize=100_000)
def cut_alias(alias: str) -> tuple[Piece, ...]:
    """Return the pieces of an alias."""
    return tuple(pieces(alias))


def first_key(alias: str) -> str:
    """Return the key of an alias's first word, mostly without cutting the whole."""
    first = alias.partition(" ")[0]
    plain = first.isalpha() and (first[1:].islower() or first.isupper())
    return _key(core(fold(first))) if plain else _keys(cut_alias(alias)[:2])[0]
