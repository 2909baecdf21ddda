"""The index of remarks: folded words of claims and notes, for the search.

It holds no texts, only words as `searching.fold` returns them, and points by their ids to claims, incidents,
assessments and overrides, whose ids are all different.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.changes import Value, ValueType
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.override import Override
from workbench.searching import fold

#: What the index holds of a row: its id and two texts.
Entry = tuple[int, str, str]

#: What rows the index of remarks holds.
_REMARKED: tuple[ValueType, ...] = (Claim, Incident, Assessment, Override)


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep the index in step with rows that were written, each as it stood before and after."""
    pairs = [pair for type_ in _REMARKED for pair in moved.get(type_, ())]
    remarks = [(was, now) for was, now in ((_remark(one), _remark(other)) for one, other in pairs) if was != now]
    # A row's old words leave before its new ones come: the index has no other way to change them.
    connection.executemany(
        "INSERT INTO remark_search (remark_search, rowid, words, note) VALUES ('delete', ?, ?, ?)",
        [was for was, _ in remarks if was],
    )
    connection.executemany(
        "INSERT INTO remark_search (rowid, words, note) VALUES (?, ?, ?)", [now for _, now in remarks if now]
    )


def _remark(value: Value | None) -> Entry | None:
    """Return what the index of remarks holds of a row: its id, its own words and what was noted."""
    if isinstance(value, Claim):
        own, note = f"{value.number_text} {value.victims_text} {value.attribution_text}", value.note
    elif isinstance(value, Incident):
        own, note = value.title, ""
    elif isinstance(value, Assessment):
        own, note = "", value.note
    elif isinstance(value, Override):
        own, note = "", value.rationale
    else:
        return None
    return (value.id, fold(own), fold(note)) if own.strip() or note else None
