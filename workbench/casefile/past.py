"""A case as it stood after a line of its journal, in a file of its own."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from workbench.casefile import rows
from workbench.casefile.backups import copy
from workbench.casefile.cipher import Key
from workbench.casefile.guards import UNREADABLE, decoding, transaction
from workbench.casefile.journal_read import decode
from workbench.casefile.writing import put
from workbench.changes import Change
from workbench.errors import CaseNotWritable

#: The numbers of rows in a line's edits: one, or a column of them. In the words of a row each quote follows a stroke.
_IDS = re.compile(r'"id":(?:(\d+)|\[([\d,]+)\])')


def as_it_stood(case: Path, number: int, target: Path, key: Key | None = None) -> None:
    """Write a case, which may be open meanwhile, as it stood after a line into a new file.

    All lines after it are taken back in the copy, newest first: the cost is that of a copy and of those lines, and,
    where they brought new rows, of running over the others. What is encrypted stays so, with its key. NotACaseFile
    where the case is damaged, CaseNotWritable where `target` cannot be written.
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
    brought = False
    for (edits,) in later:
        change = Change("", decode(edits))
        brought = brought or any(edit.before is None for edit in change.edits)
        put(connection, change.inverse.edits)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for table in ("journal_row", "journal"):
        connection.execute(f"DELETE FROM {table} WHERE number > ?", (number,))
    for _, sql in triggers:
        connection.execute(sql)
    if brought:
        connection.execute("DELETE FROM case_info WHERE key = 'next_id'")
        rows.raise_next_id(connection, _ids(connection))


def _ids(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield every number that a row has or had; opening all lines for that would take ten times as long."""
    with decoding("A line of the journal"):
        for (edits,) in connection.execute("SELECT edits FROM journal"):
            for one, many in _IDS.findall(edits):
                yield from map(int, (one or many).split(","))
