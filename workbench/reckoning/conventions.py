"""What each convention of the field makes of numbers, and quantities as the default convention reads them.

Bounds are inclusive; None is open. The constructors follow the default columns of
``resources/conventions/vague_numbers.tsv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from workbench.errors import BadResource
from workbench.model.claim import Modifier, Quantity
from workbench.model.convention import AS_DEFAULT, FORMULA, OPEN, OWN, OwnReading
from workbench.resources import refuse_changed

#: The convention the extraction reads with; a stored quantity holds its bounds.
DEFAULT = "default"
_STEP = re.compile(r"([+-])(\d+|tenth|scale)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One convention's reading of a term: formulas for low, high and best; ``-`` is open, or none defensible."""

    low: str
    high: str
    best: str


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the table: a vague term, or a way of stating a number (its key is then a Modifier)."""

    key: str
    term_de: str
    term_en: str
    readings: Mapping[str, Reading]
    note: str = ""


class Conventions:
    """The table of vague numbers; it never changes after loading."""

    def __init__(self, terms: Mapping[str, Term], names: tuple[str, ...]) -> None:
        """Take the rows by key and the conventions' names, the default first."""
        self._terms = dict(terms)
        self._names = names

    def names(self) -> tuple[str, ...]:
        """Return the conventions' names, the default first."""
        return self._names

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all rows in the table's order."""
        return tuple(self._terms)

    def term(self, key: str) -> Term:
        """Return the row named `key`; BadResource where there is none."""
        if key not in self._terms:
            raise BadResource(f"The table of vague numbers has no row “{key}”; restore the program's resources.")
        return self._terms[key]

    def with_own(self, readings: Mapping[str, OwnReading]) -> Conventions:
        """Return the table with the analyst's own convention beside the others; what it lacks is as the default."""
        rows = {
            key: replace(term, readings={**term.readings, OWN: _own(key, readings)})
            for key, term in self._terms.items()
        }
        return Conventions(rows, (*(name for name in self._names if name != OWN), OWN))

    def bounds(self, quantity: Quantity, convention: str) -> Quantity:
        """Return `quantity` with the bounds and best that `convention` gives it; words and value stay.

        The stored bounds are the default convention's, so that a range an analyst set by hand stays under it.
        """
        if convention not in self._names:
            known = ", ".join(self._names)
            raise BadResource(f"There is no number convention “{convention}”; choose one of {known}.")
        if convention == DEFAULT:
            return quantity
        return self._read(quantity, convention)

    def _read(self, quantity: Quantity, convention: str) -> Quantity:
        """Apply the row that fits the quantity, if one does."""
        row = self._terms.get(quantity.term or quantity.modifier.value)
        if row is None:
            return quantity
        reading = row.readings[convention]
        if not _needs(reading) <= _has(quantity):
            return quantity
        low = bound_of(reading.low, quantity, quantity.low)
        high = bound_of(reading.high, quantity, quantity.high)
        return replace(quantity, low=low, high=high, best=bound_of(reading.best, quantity, quantity.best))


def tenth(n: int) -> int:
    """Return a tenth of `n` rounded down, at least 1: the width of rund, fast and gut."""
    return max(1, n // 10)


def exact(n: int) -> Quantity:
    """Read ``44``."""
    return Quantity(n, n, n, n, Modifier.EXACT)


def approx(n: int) -> Quantity:
    """Read ``rund 300`` as 270–330."""
    return Quantity(n, _people(n - tenth(n), n), n + tenth(n), n, Modifier.APPROX)


def nearly(n: int) -> Quantity:
    """Read ``fast 100`` as 90–99; its best is 99, shown as below 100."""
    below = _people(n - 1, n)
    return Quantity(n, _people(n - tenth(n), n), below, below, Modifier.NEARLY)


def slightly_over(n: int) -> Quantity:
    """Read ``gut 40`` as 40–44."""
    return Quantity(n, n, n + tenth(n), n, Modifier.SLIGHTLY_OVER)


def at_least(n: int) -> Quantity:
    """Read ``mindestens vier`` as 4 to open."""
    return Quantity(n, n, None, n, Modifier.AT_LEAST)


def more_than(n: int) -> Quantity:
    """Read ``mehr als 400`` as 401 to open."""
    return Quantity(n, n + 1, None, n + 1, Modifier.MORE_THAN)


def up_to(n: int) -> Quantity:
    """Read ``bis zu 40`` as no lower bound, 40 at most, and no best."""
    return Quantity(n, None, n, None, Modifier.UP_TO)


def less_than(n: int) -> Quantity:
    """Read ``weniger als 10`` as no lower bound, 9 at most, and no best."""
    return Quantity(n, None, max(0, n - 1), None, Modifier.LESS_THAN)


def between(low: int, high: int) -> Quantity:
    """Read ``30 bis 40``, in either order; no single number is stated."""
    return Quantity(None, min(low, high), max(low, high), None, Modifier.BETWEEN)


def bare_plural() -> Quantity:
    """Read ``Zivilisten``: 2 to open, and unquantified."""
    return Quantity(None, 2, None, None, Modifier.BARE_PLURAL, "plural")


def none_stated() -> Quantity:
    """Read ``Verluste`` without any number: nothing known, which is never 0."""
    return Quantity(None, None, None, None, Modifier.NONE, "none")


def negated() -> Quantity:
    """Read ``keine Toten``: an explicit 0."""
    return Quantity(0, 0, 0, 0, Modifier.NEGATED)


#: What makes the quantity of a number that is stated with a modifier.
STATED: Mapping[Modifier, Callable[[int], Quantity]] = MappingProxyType(
    {
        Modifier.EXACT: exact,
        Modifier.APPROX: approx,
        Modifier.NEARLY: nearly,
        Modifier.SLIGHTLY_OVER: slightly_over,
        Modifier.AT_LEAST: at_least,
        Modifier.MORE_THAN: more_than,
        Modifier.UP_TO: up_to,
        Modifier.LESS_THAN: less_than,
    }
)


def _people(bound: int, stated: int) -> int:
    """Keep a bound near a stated number at one person at least."""
    return max(min(1, stated), bound)


def vague(key: str, conventions: Conventions) -> Quantity:
    """Make the quantity of the vague term `key` (``dozens``) with the default convention's bounds."""
    reading = conventions.term(key).readings[DEFAULT]
    blank = Quantity(None, None, None, None, Modifier.VAGUE, key)
    low, high, best = (bound_of(formula, blank, None) for formula in (reading.low, reading.high, reading.best))
    return replace(blank, low=low, high=high, best=best)


def load(path: Path) -> Conventions:
    """Read the table at `path` (tab-separated, UTF-8); BadResource names a damaged row."""
    refuse_changed(path)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            header = list(reader.fieldnames or ())
            names = tuple(name.removesuffix("_low") for name in header if name.endswith("_low"))
            terms = [_term(row, names, path) for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise BadResource(f"The table of vague numbers {path.name} cannot be read: {error}.") from error
    if DEFAULT not in names or not terms:
        raise BadResource(f"The table of vague numbers {path.name} is empty; restore the program's resources.")
    return Conventions({term.key: term for term in terms}, (DEFAULT, *(n for n in names if n != DEFAULT)))


def _term(row: Mapping[str, str | None], names: tuple[str, ...], path: Path) -> Term:
    """Make one row, every cell checked."""
    key = row.get("key") or ""
    readings = {name: _reading(row, name) for name in names}
    cells = [cell for reading in readings.values() for cell in (reading.low, reading.high, reading.best)]
    if not key or not all(cell in (OPEN, AS_DEFAULT) or FORMULA.fullmatch(cell) for cell in cells):
        raise BadResource(f"The row “{key}” of {path.name} is damaged; restore the program's resources.")
    return Term(key, row.get("term_de") or "", row.get("term_en") or "", readings, row.get("note") or "")


def _reading(row: Mapping[str, str | None], name: str) -> Reading:
    """Take the three cells of one convention, missing ones as empty."""
    low, high, best = (row.get(f"{name}_{part}") or "" for part in ("low", "high", "best"))
    return Reading(low, high, best)


def _own(key: str, readings: Mapping[str, OwnReading]) -> Reading:
    """Return the analyst's reading of a term; as the default where there is none, or none that can be read."""
    own = readings.get(key)
    cells = (own.low, own.high, own.best) if own else ()
    readable = bool(cells) and all(map(OwnReading.readable, cells))
    return Reading(*cells) if readable else Reading(AS_DEFAULT, AS_DEFAULT, AS_DEFAULT)


def _needs(reading: Reading) -> set[str]:
    """Name the stated numbers (N, A, B) a reading's formulas start from."""
    return {formula[0] for formula in (reading.low, reading.high, reading.best)} & set("NAB")


def _has(quantity: Quantity) -> set[str]:
    """Name the stated numbers a quantity has: N its value, A and B its stored range."""
    stated = {"N": quantity.value, "A": quantity.low, "B": quantity.high}
    return {name for name, number in stated.items() if number is not None}


def bound_of(formula: str, quantity: Quantity, default: int | None) -> int | None:
    """Work out one cell for `quantity`; `default` is what the default convention gives."""
    if formula == AS_DEFAULT:
        return default
    if formula == OPEN:
        return None
    if formula.isdigit():
        return int(formula)
    stated = {"N": quantity.value, "A": quantity.low, "B": quantity.high}[formula[0]] or 0
    steps = ((sign, _width(word, stated)) for sign, word in _STEP.findall(formula))
    bound = stated + sum(width if sign == "+" else -width for sign, width in steps)
    return max(min(1, stated), bound)


def _width(word: str, stated: int) -> int:
    """Return how far a step goes: a number, a tenth, or 10 to the number of trailing zeros."""
    if word == "tenth":
        return tenth(stated)
    if word == "scale":
        return int(10 ** (len(str(stated)) - len(str(stated).rstrip("0")))) if stated else 1
    return int(word)
