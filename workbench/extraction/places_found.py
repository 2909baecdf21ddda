"""Where a text names places: every stretch of words that a name of the gazetteer meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_table import Entry, Hit
from workbench.extraction.places import Alias, Gazetteer
from workbench.extraction.places_sound import ARTICLES

_OWN_NAME = 5  # a town's own name is that much likelier meant than another town's other name


def find(gazetteer: Gazetteer, words: Sequence[Piece]) -> list[Hit]:
    """Return every stretch of `words` that names a place, nested ones too, each with what fits it best."""
    met: dict[tuple[int, int], dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for index, word in enumerate(words):
        if word.capital:
            for first, last, fit, alias in _meeting(gazetteer, words, index):
                met[first, last][fit].append(_entry(gazetteer, alias))
    return [Hit(first, last, tuple(fits[max(fits)]), max(fits)) for (first, last), fits in met.items()]


def _meeting(gazetteer: Gazetteer, words: Sequence[Piece], index: int) -> Iterator[tuple[int, int, int, Alias]]:
    for last, fit, alias in gazetteer.meeting(words, index):
        led = _led(words, index, alias.lead)
        if led or not alias.lead:
            yield index - led, last, fit, alias


def _led(words: Sequence[Piece], index: int, lead: str) -> bool:
    """Tell whether the word at `index` has an Arabic article: al-Bab, or El Fasher where the name has one."""
    before = words[index - 1] if index else None
    if before is None or before.folded not in ARTICLES:
        return False
    return words[index].joined or (bool(lead) and before.capital) or before.folded == lead in ("al", "el")


def _entry(gazetteer: Gazetteer, alias: Alias) -> Entry:
    place = gazetteer.place(alias.key)
    weight = place.weight * (_OWN_NAME if alias.text == place.name else 1)
    return Entry(alias.text, place.label.value, place.id, weight, alias.doubtful, place.country, place=True)
