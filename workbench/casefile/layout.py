"""Whether a file is laid out as this program lays out a case, asked before anything else in it is."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from workbench.casefile.schema import VERSION, steps
from workbench.errors import NotACaseFile

#: The most that SQLite takes of a case: bytes of a cell, of a statement, terms of one, parameters, depths.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1 << 28,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 20,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_PRAGMAS = ("foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")

#: Type, name, table and words of everything in a schema.
Thing = tuple[str, str, str, str]


def harden(connection: sqlite3.Connection) -> None:
    """Let a file make SQLite do as little as there is to do: no code of its own, no page unchecked, nothing huge.

    Python's sqlite3 offers SQLite's defensive mode from 3.12 on; before that `refuse_foreign` stands alone. It loads
    no extensions unless asked to.
    """
    if isinstance(connection, sqlite3.Connection):  # SQLCipher's has no such things
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
    if sys.version_info >= (3, 12) and isinstance(connection, sqlite3.Connection):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def refuse_foreign(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Raise NotACaseFile where a file has a table, an index, a trigger or a view that this program did not make."""
    if not 1 <= version <= VERSION:
        raise NotACaseFile(f"{path.name} has a schema that never was ({version}). Go back to a backup of the case.")
    there = _things(connection)
    foreign = sorted(set(there) - laid_out(version)) or [thing for thing in there if there.count(thing) > 1]
    if foreign:
        raise NotACaseFile(_changed(path, f"{_words(foreign[0])} is not as this program makes it"))


def refuse_incomplete(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Raise NotACaseFile where a file lacks a part: without its triggers the journal could have been rewritten."""
    for part in missing(connection, version):
        raise NotACaseFile(_changed(path, f"{part} is missing"))


def missing(connection: sqlite3.Connection, version: int) -> list[str]:
    """Return the parts that a case of a schema has and this one has not, in words."""
    return [_words(thing) for thing in sorted(laid_out(version) - set(_things(connection)))]


def is_noted(connection: sqlite3.Connection, version: int) -> bool:
    """Tell whether a case notes that it took the steps to its schema, and no others: else it could not be opened."""
    found = connection.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY id").fetchall()
    return found == [(steps.name, name) for name in _names()[:version]]


@cache
def _names() -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        return [step.name for step in steps.pending(Database(connection, execute_plugins=False))]


def _changed(path: Path, how: str) -> str:
    return (
        f"{path.name} was changed by another program: {how}. It was not opened, so that nothing in it can do harm; go "
        "back to a backup of the case."
    )


@cache
def laid_out(version: int) -> frozenset[Thing]:
    """Return what a case of a schema consists of."""
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection, execute_plugins=False)
        later = {step.name for step in steps.pending(db)[version:]}
        steps.apply(db, stop_before=later)
        return frozenset(_things(connection))


def _things(connection: sqlite3.Connection) -> list[Thing]:
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return [(str(kind), str(name), str(table), _plain(sql)) for kind, name, table, sql in found]


def _plain(sql: object) -> str:
    """Return a statement in words that do not depend on how a version of SQLite spaces and quotes them."""
    return " ".join(str(sql or "").replace('"', "").split())


def _words(thing: Thing) -> str:
    kind, name, *_ = thing
    return f"{' '.join(kind.split())[:20]} “{' '.join(name.split())[:60]}”"
