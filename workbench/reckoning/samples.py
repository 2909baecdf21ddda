"""One number for each row of the table of vague numbers, so that a reading of the row can be seen."""

from __future__ import annotations

from workbench.errors import WorkbenchError
from workbench.model.claim import Modifier, Quantity
from workbench.model.convention import OWN, OwnReading
from workbench.reckoning import conventions
from workbench.reckoning.conventions import Conventions
from workbench.wording import people, quantity_words

#: The number that stands for all others where a row is about stated ones.
STATED_AS = 50
_BETWEEN = (30, 50)
#: What has one reading only: a number stated exactly, none at all, and nobody.
FIXED = frozenset({Modifier.EXACT.value, Modifier.NONE.value, Modifier.NEGATED.value})


def sample(key: str, table: Conventions) -> Quantity:
    """Return a quantity that the row named `key` reads, in persons: dozens, about 50, civilians."""
    if key == Modifier.BETWEEN.value:
        return conventions.between(*_BETWEEN)
    if key == conventions.bare_plural().term:
        return conventions.bare_plural()
    stated = {modifier.value: make for modifier, make in conventions.STATED.items()}
    return stated[key](STATED_AS) if key in stated else conventions.vague(key, table)


def readable_rows(table: Conventions) -> tuple[str, ...]:
    """Return the rows that can be read in more than one way, in the table's order."""
    keys = table.keys()
    return tuple(key for key in keys if key not in FIXED)


def words_of(key: str, table: Conventions) -> str:
    """Return the words that a row reads, English and German: ``about 50 (rund N)``, ``dozens (Dutzende)``."""
    german = table.term(key).term_de
    stated = sample(key, table)
    words = table.term(key).term_en if stated.modifier is Modifier.BARE_PLURAL else quantity_words(stated)
    return f"{words} ({german})" if german else words


def read_as(reading: OwnReading, table: Conventions) -> Quantity:
    """Return the sample of a row as the analyst's reading of it gives it."""
    return table.with_own({reading.id: reading}).bounds(sample(reading.id, table), OWN)


def refuse_falling(reading: OwnReading, table: Conventions) -> None:
    """Raise a WorkbenchError where low, best and high do not rise once all cells are worked out."""
    read = read_as(reading, table)
    numbers = [number for number in (read.low, read.best, read.high) if number is not None]
    if numbers != sorted(numbers):
        told = " – ".join(map(people, numbers))
        raise WorkbenchError(
            f"{words_of(reading.id, table)} would be read as {told}, which does not rise. Change one of the cells."
        )
