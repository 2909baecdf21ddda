"""A case as it stood after a line of its journal, in a file of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from workbench.casefile.backups import copy
from workbench.casefile.cipher import Key
from workbench.casefile.guards import UNREADABLE, transaction
from workbench.casefile.journal_read import decode
from workbench.casefile.writing import put
from workbench.changes import Change
from workbench.errors import CaseNotWritable


def as_it_stood(case: Path, number: int, target: Path, key: Key | None = None) -> None:
    """Write a case, which may be open meanwhile, as it stood after a line into a new file.

    All lines after it are taken back in the copy, newest first: the cost is that of a copy and of those lines. What is
    encrypted stays so, with its key. NotACaseFile where the case is damaged, CaseNotWritable where `target` cannot be
    written.
    """
    from workbench.casefile.connection import looked_into, open_existing  # sqlite_utils, slow to import

    try:
        with looked_into(case, key) as source:
            copy(source, target, key)
    except (OSError, *UNREADABLE) as error:
        raise CaseNotWritable(
            f"{case.name} could not be copied to {target.parent} ({error}). Make room there, and see who may write."
        ) from error
    db = open_existing(target, key)
    try:
        # All lines would be read for each one cut off, to see whether they refer to it.
        db.conn.execute("PRAGMA foreign_keys = OFF")
        with transaction(db.conn, target.name):
            _take_back(db.conn, number)
    finally:
        db.close()


def _take_back(connection: sqlite3.Connection, number: int) -> None:
    """Undo all lines after one, and cut them off."""
    later = connection.execute("SELECT edits FROM journal WHERE number > ? ORDER BY number DESC", (number,))
    for (edits,) in later:
        put(connection, Change("", decode(edits)).inverse.edits)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for table in ("journal_row", "journal"):
        connection.execute(f"DELETE FROM {table} WHERE number > ?", (number,))
    for _, sql in triggers:
        connection.execute(sql)
