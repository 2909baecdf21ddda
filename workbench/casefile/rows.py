"""Rows of every kind: read, put, replaced and taken away, by id."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Any

from workbench.casefile.codec import Cell, column_names, from_cells, spread, to_cells
from workbench.casefile.guards import decoding
from workbench.changes import NAMES, Edit, Value, ValueType, kind_of
from workbench.errors import StaleChange

Id = int | str
Writer = Callable[[sqlite3.Connection, str, list[Edit]], None]


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
    with decoding(f"A {kind} of the case"):
        for cells in connection.execute(f"{_select(kind)} {where}", parameters):
            yield from_cells(kind, cells)


def get(connection: sqlite3.Connection, type_: ValueType, id_: Id) -> Value | None:
    """Return the value with an id, or None."""
    return next(select(connection, type_, "WHERE id = ?", id_), None)


def write(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Carry out edits in order; StaleChange where a row is not as the edit found it."""
    for (kind, how), group in groupby(edits, key=_sort):
        how(connection, kind, list(group))


def _sort(edit: Edit) -> tuple[str, Writer]:
    """Return the kind of an edit's row, and what carries such an edit out."""
    if edit.after is None:
        return edit.kind, _delete_all
    return NAMES[type(edit.after)], _insert_all if edit.before is None else _update_all


def _insert_all(connection: sqlite3.Connection, kind: str, edits: list[Edit]) -> None:
    # A row that is there already breaks the table's key, which is cheaper to hear of than to look for.
    columns = spread(kind, [edit.value for edit in edits])
    connection.executemany(_insert(kind, tuple(columns)), zip(*columns.values(), strict=True))


def _update_all(connection: sqlite3.Connection, kind: str, edits: list[Edit]) -> None:
    for edit in edits:
        before, after = _check(connection, edit), to_cells(edit.value)
        changed = tuple(n for n, cell in enumerate(after) if cell != before[n])
        if changed:
            connection.execute(_update(kind, changed), [*(after[n] for n in changed), edit.value.id])


def _delete_all(connection: sqlite3.Connection, kind: str, edits: list[Edit]) -> None:
    for edit in edits:
        _check(connection, edit)
    connection.executemany(f"DELETE FROM {kind} WHERE id = ?", [(edit.value.id,) for edit in edits])


def _check(connection: sqlite3.Connection, edit: Edit) -> list[Cell]:
    """Return the cells of a row as the edit found it; StaleChange where it is otherwise now."""
    # Cells are compared, not values: a change of thousands of rows would spend most of its time on making values.
    found = connection.execute(f"{_select(edit.kind)} WHERE id = ?", (edit.value.id,)).fetchone()
    before = to_cells(edit.before) if edit.before is not None else None
    if before is None or found is None or list(found) != before:
        raise StaleChange(f"This {edit.kind} has changed meanwhile. Nothing was changed; look again and repeat.")
    return before


def id_of(value: Value) -> tuple[str, str]:
    """Return what names a row in the journal's index: its kind and its id as text."""
    return kind_of(value), str(value.id)


def raise_next_id(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Note that the ids of rows that come are taken, for ever."""
    ids = [edit.after.id for edit in edits if edit.before is None and edit.after is not None]
    highest = max((id_ for id_ in ids if isinstance(id_, int)), default=0)
    if highest:
        connection.execute(
            "INSERT INTO case_info (key, value) VALUES ('next_id', ?) ON CONFLICT (key) DO UPDATE"
            " SET value = excluded.value WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)",
            (str(highest + 1),),
        )
