"""Rows written together with all that is kept to find them by."""

from __future__ import annotations

import sqlite3

from workbench.casefile import alike, rows, search, tallies, words
from workbench.changes import Edit


def put(connection: sqlite3.Connection, edits: tuple[Edit, ...]) -> None:
    """Carry out edits, and keep every index and count in step; StaleChange where a row is not as its edit found it."""
    search.update(connection, edits, leaving=True)
    rows.write(connection, edits)
    search.update(connection, edits, leaving=False)
    words.update(connection, edits)
    alike.update(connection, edits)
    tallies.update(connection, edits)
