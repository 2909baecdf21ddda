"""Numbers as analysts type them and as a table shows them."""

from __future__ import annotations

import re

from text_to_num import text2num

from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions as made
from workbench.reckoning.conventions import Conventions

_DIGITS = re.compile(r"\d{1,3}(?:[.,'  \s]\d{3})+|\d+")
_RANGE = re.compile(r"(?:between |zwischen )?(.+?)\s*(?:[-–—]|\bto\b|\bbis\b|\band\b|\bund\b|\bor\b|\boder\b)\s*(.+)")
_PREFIXES = {
    Modifier.AT_LEAST: ("at least", "mindestens", "min.", "≥", ">="),
    Modifier.MORE_THAN: ("more than", "over", "mehr als", "über", ">"),
    Modifier.UP_TO: ("up to", "at most", "bis zu", "höchstens", "≤", "<="),
    Modifier.LESS_THAN: ("less than", "fewer than", "under", "weniger als", "unter", "<"),
    Modifier.APPROX: ("about", "around", "some", "approximately", "rund", "etwa", "ca.", "circa", "~", "≈"),
    Modifier.NEARLY: ("nearly", "almost", "fast", "knapp", "beinahe"),
    Modifier.SLIGHTLY_OVER: ("slightly over", "just over", "gut"),
}
_MAKERS = {
    Modifier.AT_LEAST: made.at_least,
    Modifier.MORE_THAN: made.more_than,
    Modifier.UP_TO: made.up_to,
    Modifier.LESS_THAN: made.less_than,
    Modifier.APPROX: made.approx,
    Modifier.NEARLY: made.nearly,
    Modifier.SLIGHTLY_OVER: made.slightly_over,
}
_ORDER = sorted(((word, kind) for kind, words in _PREFIXES.items() for word in words), key=lambda pair: -len(pair[0]))
_OR_MORE = re.compile(r"(.+?)\s*(?:\+|or more|oder mehr)")
_NOBODY = {"0", "none", "no", "nobody", "keine", "keiner", "niemand", "zero", "null"}
_SOME = {"some", "unquantified", "plural", "einige ohne zahl"}
_UNKNOWN = {"", "?", "unknown", "unbekannt", "not stated"}


def parse(words: str, conventions: Conventions) -> Quantity | None:
    """Return the quantity that typed words mean ("37", "at least 4", "30–40", "dozens"), or None."""
    said = " ".join(words.casefold().split())
    if said in _UNKNOWN:
        return made.none_stated()
    if said in _NOBODY:
        return made.negated()
    if said in _SOME:
        return made.bare_plural()
    return _vague(said, conventions) or _stated(said) or _between(said)


def _stated(said: str) -> Quantity | None:
    number = _number(said)
    if number is not None:
        return made.exact(number)
    more = _OR_MORE.fullmatch(said)
    number = _number(more[1]) if more else None
    if number is not None:
        return made.at_least(number)
    for word, kind in _ORDER:
        if said.startswith(word):
            number = _number(said[len(word) :].strip())
            if number is not None:
                return _MAKERS[kind](number)
    return None


def _between(said: str) -> Quantity | None:
    found = _RANGE.fullmatch(said)
    ends = (_number(found[1]), _number(found[2])) if found else (None, None)
    return made.between(*ends) if ends[0] is not None and ends[1] is not None else None  # type: ignore[arg-type]  # both are there


def _number(said: str) -> int | None:
    if _DIGITS.fullmatch(said):
        return int("".join(letter for letter in said if letter.isdigit()))
    for language in ("de", "en"):
        try:
            return int(text2num(said, language))
        except ValueError:
            continue
    return None


def _vague(said: str, conventions: Conventions) -> Quantity | None:
    for key in conventions.keys():  # noqa: SIM118 - not a mapping, the table's own method
        row = conventions.term(key)
        terms = {key.replace("_", " "), row.term_de.casefold(), row.term_en.casefold()} - {"", "n"}
        if said in terms and key not in {modifier.value for modifier in Modifier}:
            return made.bare_plural() if key == "plural" else made.vague(key, conventions)
    return None
