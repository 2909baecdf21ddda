"""Rows written together with all that is kept to find them by.

What is kept (the indexes of texts, of remarks and of words, the counts) follows the rows at the end of
their transaction, all at once: FTS5 writes to disk at every savepoint what it was told before, and what belongs far
apart in a table is found sooner in order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain

from workbench.casefile import rows, search, tallies, texts, words
from workbench.casefile.batches import Batch, batches
from workbench.casefile.rows import Id
from workbench.changes import KINDS, Edit, Value, ValueType

#: Rows of each type before and after, None where there is none; nothing is twice in it.
Moved = dict[ValueType, Collection[tuple[Value | None, Value | None]]]

#: What keeps each thing in step.
KEPT: dict[str, Callable[[sqlite3.Connection, Moved], None]] = {
    "texts": texts.update,
    "remarks": search.update,
    "words": words.update,
    "tally": tallies.update,
}


class Pending:
    """Changes of one transaction whose rows are written, and how many of them each thing that is kept has followed."""

    def __init__(self) -> None:
        self._changes: list[Sequence[Batch]] = []
        self._followed = dict.fromkeys(KEPT, 0)

    def add(self, batches: Sequence[Batch]) -> None:
        """Take in a change whose rows are written."""
        self._changes.append(batches)

    def settle(self, connection: sqlite3.Connection, *kept: str) -> None:
        """Bring what is kept in step with the rows, or some of it."""
        end = len(self._changes)
        behind = {start: moved(self._changes[start:]) for start in set(self._followed.values()) if start < end}
        for name in kept or KEPT:
            if self._followed[name] < end:
                KEPT[name](connection, behind[self._followed[name]])
                self._followed[name] = end

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what comes inside, or, where anything fails and SQLite forgets it, forget it, too."""
        length, followed = len(self._changes), dict(self._followed)
        with ExitStack() as unless_kept:
            unless_kept.callback(self._back_to, length, followed)
            yield
            unless_kept.pop_all()

    def _back_to(self, length: int, followed: dict[str, int]) -> None:
        del self._changes[length:]
        self._followed = followed


def moved(changes: Iterable[Sequence[Batch]]) -> Moved:
    """Return how rows stood before all these changes and how after them."""
    found: dict[ValueType, dict[Id, tuple[Value | None, Value | None]]] = {}
    for batch in chain.from_iterable(changes):
        of_type = found.setdefault(KINDS[batch.kind], {})
        come = {value.id: (None, value) for value in batch.values}
        if come and of_type.keys().isdisjoint(come):
            of_type.update(come)  # as nearly always, and then much faster
            continue
        for edit in batch.edits:
            id_ = edit.value.id
            of_type[id_] = (of_type[id_][0] if id_ in of_type else edit.before, edit.after)
    return {type_: of_type.values() for type_, of_type in found.items()}


def put(connection: sqlite3.Connection, edits: Sequence[Edit]) -> None:
    """Carry out edits, and bring what is kept in step; StaleChange where a row is not as its edit found it."""
    together = batches(edits)
    rows.write(connection, together)
    pending = Pending()
    pending.add(together)
    pending.settle(connection)
