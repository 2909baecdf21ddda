"""The places of the same words: an index over the words of mentions and of the people claims count."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from workbench.casefile.guards import decoding
from workbench.changes import ValueType
from workbench.folding import folded
from workbench.model.claim import Claim
from workbench.model.mention import Mention

#: What picks the rows that stand for given folded words: mentions of them, claims of people in them, and claims whose
#: people or source such a mention names.
MENTIONS = "WHERE id IN (SELECT row_id FROM words WHERE folded = ? AND kind = 'mention')"
CLAIMS = "WHERE id IN (SELECT row_id FROM words WHERE folded = ? AND kind = 'claim')"
_NAMED = (
    "WHERE id IN (SELECT claim.id FROM words JOIN mention ON mention.id = words.row_id"
    " JOIN claim ON claim.article_id = mention.article_id WHERE folded = ? AND kind = 'mention'"
    " AND claim.{part}_start <= mention.span_start AND mention.span_end <= claim.{part}_end)"
)
COUNTING, TELLING = _NAMED.format(part="victims"), _NAMED.format(part="attribution")

#: What asks the index for the places of words.
ASKED = frozenset({MENTIONS, CLAIMS, COUNTING, TELLING})

#: The mentions of such words that were changed by one act alone.
_ONLY = (
    "SELECT row_id FROM journal_row JOIN journal USING (number) WHERE kind = 'mention' AND row_id IN"
    " (SELECT CAST(row_id AS TEXT) FROM words WHERE folded = ? AND kind = 'mention')"
    " GROUP BY row_id HAVING sum(act <> ?) = 0"
)

Place = tuple[str, str, int]

#: What rows are in the index, by what they are called there, and their words.
_SAID: dict[ValueType, tuple[str, Callable[[Any], str]]] = {
    Mention: ("mention", attrgetter("text")),
    Claim: ("claim", attrgetter("victims_text")),
}


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep the index in step with rows that were written, each as it stood before and after."""
    gone: list[Place] = []
    come: list[Place] = []
    for type_, (kind, said) in _SAID.items():
        for before, after in moved.get(type_, ()):
            was = said(before) if before is not None else ""
            now = said(after) if after is not None else ""
            if was == now:
                continue
            if was:
                gone.append((folded(was), kind, before.id))
            if now:
                come.append((folded(now), kind, after.id))
    if gone:
        connection.executemany("DELETE FROM words WHERE folded = ? AND kind = ? AND row_id = ?", gone)
    come.sort()  # neighbours lie on one page
    connection.executemany("INSERT OR IGNORE INTO words (folded, kind, row_id) VALUES (?, ?, ?)", come)


def changed_only_by(connection: sqlite3.Connection, folded_words: str, act: str) -> set[int]:
    """Return the ids of the mentions of folded words that analysts changed by this act and no other."""
    found = connection.execute(_ONLY, (folded_words, act)).fetchall()
    with decoding("The index of the journal"):
        return {int(row_id) for (row_id,) in found}
