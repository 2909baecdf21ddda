"""Rows of every kind: read, put, replaced and taken away, by id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from workbench.casefile.batches import Batch, How
from workbench.casefile.codec import Cell, column_names, from_cells, to_cells
from workbench.casefile.guards import decoding
from workbench.changes import NAMES, Edit, Value, ValueType, kind_of
from workbench.errors import StaleChange

Id = int | str


@cache
def _insert(kind: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" for _ in names)
    return f"INSERT INTO {kind} ({', '.join(names)}) VALUES ({marks})"


@cache
def _update(kind: str, changed: tuple[int, ...]) -> str:
    names = column_names(kind)
    return f"UPDATE {kind} SET {', '.join(f'{names[n]} = ?' for n in changed)} WHERE id = ?"


@cache
def _select(kind: str) -> str:
    return f"SELECT {', '.join(column_names(kind))} FROM {kind}"


def select(connection: sqlite3.Connection, type_: ValueType, where: str = "", *parameters: Any) -> Iterator[Value]:
    """Yield the values of a kind; `where` is SQL of ours with marks for `parameters`."""
    kind = NAMES[type_]
    with decoding(f"A row of {kind}"):
        for cells in connection.execute(f"{_select(kind)} {where}", parameters):
            yield from_cells(kind, cells)


def get(connection: sqlite3.Connection, type_: ValueType, id_: Id) -> Value | None:
    """Return the value with an id, or None."""
    return next(select(connection, type_, "WHERE id = ?", id_), None)


def write(connection: sqlite3.Connection, batches: Iterable[Batch]) -> None:
    """Carry out edits in order; StaleChange where a row is not as the edit found it."""
    for batch in batches:
        _WRITERS[batch.how](connection, batch)


def _add(connection: sqlite3.Connection, batch: Batch) -> None:
    # A row that is there already breaks the table's key, which is cheaper to hear of than to look for.
    rows = zip(*batch.columns.values(), strict=True)
    connection.executemany(_insert(batch.kind, tuple(batch.columns)), rows)


def _change(connection: sqlite3.Connection, batch: Batch) -> None:
    for edit in batch.edits:
        before, after = _check(connection, edit), to_cells(edit.value)
        changed = tuple(n for n, cell in enumerate(after) if cell != before[n])
        if changed:
            connection.execute(_update(batch.kind, changed), [*(after[n] for n in changed), edit.value.id])


def _remove(connection: sqlite3.Connection, batch: Batch) -> None:
    for edit in batch.edits:
        _check(connection, edit)
    connection.executemany(f"DELETE FROM {batch.kind} WHERE id = ?", [(edit.value.id,) for edit in batch.edits])


def _check(connection: sqlite3.Connection, edit: Edit) -> list[Cell]:
    """Return the cells of a row as the edit found it; StaleChange where it is otherwise now."""
    # Cells are compared, not values: a change of thousands of rows would spend most of its time on making values.
    found = connection.execute(f"{_select(edit.kind)} WHERE id = ?", (edit.value.id,)).fetchone()
    before = to_cells(edit.before) if edit.before is not None else None
    if before is None or found is None or list(found) != before:
        raise StaleChange(f"This {edit.kind} has changed meanwhile. Nothing was changed; look again and repeat.")
    return before


_WRITERS = {How.ADD: _add, How.CHANGE: _change, How.REMOVE: _remove}


def id_of(value: Value) -> tuple[str, str]:
    """Return what names a row in the journal's index: its kind and its id as text."""
    return kind_of(value), str(value.id)


def next_id(connection: sqlite3.Connection) -> int:
    """Return the lowest id that no row ever had; ValueError where what is kept of that is no number."""
    found = connection.execute("SELECT value FROM case_info WHERE key = 'next_id'").fetchone()
    return int(found[0]) if found else 1


def raise_next_id(connection: sqlite3.Connection, ids: Iterable[object]) -> None:
    """Note that the ids of rows that come are taken, for ever."""
    highest = max((id_ for id_ in ids if isinstance(id_, int)), default=0)
    if highest:
        connection.execute(
            "INSERT INTO case_info (key, value) VALUES ('next_id', ?) ON CONFLICT (key) DO UPDATE"
            " SET value = excluded.value WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)",
            (str(highest + 1),),
        )
