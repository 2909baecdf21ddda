"""The places of the same words: an index over the words of mentions and of the people claims count."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from workbench.changes import Edit, Value
from workbench.folding import folded
from workbench.model.claim import Claim
from workbench.model.mention import Mention

Place = tuple[str, str, int]


def update(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Keep the index in step with the rows that are written."""
    places = [(_place(edit.before), _place(edit.after)) for edit in edits]
    gone = [before for before, after in places if before is not None and before != after]
    come = [after for before, after in places if after is not None and before != after]
    connection.executemany("DELETE FROM words WHERE folded = ? AND kind = ? AND row_id = ?", gone)
    connection.executemany("INSERT OR IGNORE INTO words (folded, kind, row_id) VALUES (?, ?, ?)", come)


def _place(value: Value | None) -> Place | None:
    if isinstance(value, Mention):
        return (folded(value.text), "mention", value.id) if value.text else None
    if isinstance(value, Claim):
        return (folded(value.victims_text), "claim", value.id) if value.victims_text else None
    return None
