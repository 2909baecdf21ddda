"""A number as an analyst types it, in English or German: 37, at least 4, 30–40, about twenty, dozens, unknown.

What `wording.quantity_words` writes is read back as the same quantity.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.errors import WorkbenchError
from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions as say
from workbench.reckoning.conventions import Conventions
from workbench.spelled_numbers import spelled_number


class UnreadableNumber(WorkbenchError):
    """Words that are no number."""


_FIXED: Mapping[str, Callable[[], Quantity]] = MappingProxyType(
    dict.fromkeys(("", "?", "unknown", "unbekannt", "not stated"), say.none_stated)
    | dict.fromkeys(("unquantified", "some", "einige", "plural"), say.bare_plural)
    | dict.fromkeys(("none", "no", "nobody", "keine", "keiner", "niemand"), say.negated)
)
_BEFORE: Mapping[Modifier, tuple[str, ...]] = MappingProxyType(
    {
        Modifier.AT_LEAST: ("at least", "no fewer than", "mindestens", "wenigstens", "min", "≥", ">="),
        Modifier.MORE_THAN: ("more than", "over", "above", "mehr als", "über", ">"),
        Modifier.SLIGHTLY_OVER: ("just over", "slightly over", "gut"),
        Modifier.APPROX: (
            *("about", "around", "some", "approximately", "approx"),
            *("rund", "etwa", "ungefähr", "ca", "circa", "~", "≈"),
        ),
        Modifier.NEARLY: ("nearly", "almost", "fast", "knapp", "beinahe"),
        Modifier.UP_TO: ("up to", "at most", "bis zu", "höchstens", "maximal", "max", "≤", "<="),
        Modifier.LESS_THAN: ("fewer than", "less than", "under", "below", "weniger als", "unter", "<"),
    }
)
_DIGITS = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+|\d+")
_OR_MORE = re.compile(r"(.+?)\s*(?:\+|\b(?:or more|oder mehr))")
_FROM = re.compile(r"(?:between|from|zwischen|von) ")
_TO = re.compile(r"\s*(?:[-–—]|\b(?:to|bis|and|und|or|oder)\b)\s*")
_MOST_DIGITS = 12


def parse(typed: str, table: Conventions) -> Quantity:
    """Return the quantity that `typed` states, with the default convention's bounds; UnreadableNumber if none."""
    said = " ".join(typed.casefold().split()).rstrip(".")
    found = _FIXED[said]() if said in _FIXED else _vague(said, table) or _stated(said) or _between(said)
    if found is None:
        raise UnreadableNumber(
            f"“{typed.strip()}” is no number. Write it as 37, at least 4, 30–40, about 20, dozens or unknown."
        )
    return found


def _vague(said: str, table: Conventions) -> Quantity | None:
    """Return the quantity of a vague term, by its key or its words in either language."""
    for key in table.keys():  # noqa: SIM118 - not a mapping, the table's own method
        row = table.term(key)
        words = {key.replace("_", " "), row.term_en.casefold(), row.term_de.casefold().removeprefix("ein ")}
        if said.removeprefix("ein ") in words - {""} and not _is_no_term(key):
            return say.vague(key, table)
    return None


def _is_no_term(key: str) -> bool:
    """Tell whether a row of the table is a way of stating a number, or of stating none."""
    return key in {"plural", "none", *Modifier}


def _stated(said: str) -> Quantity | None:
    number = _number(said)
    if number is not None:
        return say.exact(number)
    more = _OR_MORE.fullmatch(said)
    for modifier, rest in [(Modifier.AT_LEAST, more[1])] if more else _openings(said):
        number = _number(rest)
        if number is not None:
            return say.STATED[modifier](number)
    return None


def _openings(said: str) -> list[tuple[Modifier, str]]:
    """Return the modifiers that `said` may open with, each with what follows: "ca. 20" → about, "20"."""
    return [
        (modifier, said[len(word) :].removeprefix(".").strip())
        for modifier, words in _BEFORE.items()
        for word in words
        if said.startswith(word) and not (word[-1].isalpha() and said[len(word) : len(word) + 1].isalpha())
    ]


def _between(said: str) -> Quantity | None:
    said = _FROM.sub("", said, count=1) if _FROM.match(said) else said
    for middle in _TO.finditer(said):
        low, high = _number(said[: middle.start()]), _number(said[middle.end() :])
        if low is not None and high is not None:
            return say.between(low, high)
    return None


def _number(said: str) -> int | None:
    """Read digits, thousands set apart or not, or number words."""
    if _DIGITS.fullmatch(said):
        digits = re.sub(r"\D", "", said)
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    for language in ("de", "en"):
        if (number := spelled_number(said, language)) is not None:
            return number
    return None
