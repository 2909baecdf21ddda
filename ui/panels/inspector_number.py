"""A number as an analyst types it: 37, at least 4, 30–40, about 20, dozens, unknown; in English or German."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from workbench.errors import WorkbenchError
from workbench.model.claim import Quantity
from workbench.reckoning import conventions
from workbench.reckoning.conventions import Conventions


class UnreadableNumber(WorkbenchError):
    """Words that are no number."""


_STATED: Mapping[str, Callable[[], Quantity]] = {
    "": conventions.none_stated,
    "?": conventions.none_stated,
    "unknown": conventions.none_stated,
    "unbekannt": conventions.none_stated,
    "some": conventions.bare_plural,
    "einige": conventions.bare_plural,
    "unquantified": conventions.bare_plural,
    "none": conventions.negated,
    "no": conventions.negated,
    "keine": conventions.negated,
}
_BEFORE: tuple[tuple[str, Callable[[int], Quantity]], ...] = (
    ("at least|no fewer than|mindestens|wenigstens|min|≥|>=", conventions.at_least),
    ("more than|over|above|mehr als|über|>", conventions.more_than),
    ("slightly over|just over|gut", conventions.slightly_over),
    ("about|around|some|approximately|approx|ca|circa|etwa|rund|ungefähr|~|≈", conventions.approx),
    ("nearly|almost|fast|knapp|beinahe", conventions.nearly),
    ("up to|at most|bis zu|höchstens|maximal|max|≤|<=", conventions.up_to),
    ("fewer than|less than|under|below|weniger als|unter|<", conventions.less_than),
)
_N = r"\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+|\d+"
_ALONE = re.compile(_N)
_AND_MORE = re.compile(rf"({_N})\s*(?:\+|or more|oder mehr)")
_RANGE = re.compile(rf"(?:between |zwischen )?({_N})\s*(?:–|—|-|to|bis|and|und)\s*({_N})")
_SHORT = {"dutzend": "dozen", "hundert": "hundreds", "tausend": "thousands", "tens": "tens"}


def parse(words: str, table: Conventions) -> Quantity:
    """Return the quantity that `words` state, with the default convention's bounds; UnreadableNumber if they do not."""
    said = " ".join(words.casefold().replace("\u202f", " ").split()).rstrip(".")
    found = _STATED[said]() if said in _STATED else _in_figures(said) or _vague(said, table)
    if found is None:
        raise UnreadableNumber(
            f"“{words.strip()}” is no number. Write it as 37, at least 4, 30–40, about 20, dozens or unknown."
        )
    return found


def _in_figures(said: str) -> Quantity | None:
    if _ALONE.fullmatch(said):
        return conventions.exact(_number(said))
    if match := _AND_MORE.fullmatch(said):
        return conventions.at_least(_number(match[1]))
    if match := _RANGE.fullmatch(said):
        return conventions.between(_number(match[1]), _number(match[2]))
    for before, make in _BEFORE:
        if match := re.fullmatch(rf"(?:{before})\.?\s*({_N})", said):
            return make(_number(match[1]))
    return None


def _vague(said: str, table: Conventions) -> Quantity | None:
    """Return the quantity of a vague term, by its key or its words in either language."""
    said = _SHORT.get(said, said)
    for key in table.keys():  # noqa: SIM118  # Conventions is no mapping
        term = table.term(key)
        if said in {key.replace("_", " "), term.term_en.casefold(), term.term_de.casefold()} and not _stated(key):
            return conventions.vague(key, table)
    return None


def _stated(key: str) -> bool:
    """Tell whether a row of the table is a way of stating a number, not a vague term."""
    return key in {"plural", "none", "exact", "negated", "between"} or key in {make.__name__ for _, make in _BEFORE}


def _number(figures: str) -> int:
    return int(re.sub(r"\D", "", figures))
