"""Counts that are kept: what a case holds of each sort, raised and lowered with the rows."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.changes import Value, ValueType
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status

#: What is counted, and what counts it anew.
COUNTED = {
    "state": "SELECT state, count(*) FROM article GROUP BY 1",
    "outlet": "SELECT outlet, count(*) FROM article WHERE outlet <> '' GROUP BY 1",
    "language": "SELECT language, count(*) FROM article WHERE language <> '' GROUP BY 1",
    "claim": "SELECT status, count(*) FROM claim GROUP BY 1",
    "actor": "SELECT actor, count(*) FROM mention WHERE actor <> '' AND status <> 'rejected' GROUP BY 1",
    "place": "SELECT where_place, count(*) FROM mention WHERE where_place <> '' AND status <> 'rejected' GROUP BY 1",
}


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep the counts in step with rows that were written, each as it stood before and after."""
    counted: Counter[tuple[str, str]] = Counter()
    for type_ in (Article, Mention, Claim):
        for before, after in moved.get(type_, ()):
            for what in _counted(after) if after is not None else ():
                counted[what] += 1
            for what in _counted(before) if before is not None else ():
                counted[what] -= 1
    connection.executemany(
        "INSERT INTO tally (what, name, count) VALUES (?, ?, ?)"
        " ON CONFLICT (what, name) DO UPDATE SET count = count + excluded.count",
        [(what, name, count) for (what, name), count in counted.items() if count],
    )


def _counted(value: Value | None) -> Sequence[tuple[str, str]]:
    """Return what a row counts as; what is empty is not counted."""
    if isinstance(value, Mention):
        return _of_mention(value) if value.actor or value.where is not None else ()
    if isinstance(value, Claim):
        return (("claim", value.status),)
    if isinstance(value, Article):
        said = (("state", value.state), ("outlet", value.outlet), ("language", value.language))
        return [pair for pair in said if pair[1]]
    return ()


def _of_mention(mention: Mention) -> list[tuple[str, str]]:
    place = "" if mention.where is None else mention.where.place
    counted = mention.status is not Status.REJECTED
    return [(what, name) for what, name in (("actor", mention.actor), ("place", place)) if name and counted]


def tally(connection: sqlite3.Connection, what: str) -> dict[str, int]:
    """Return how many there are of a sort, by name; names of which there are none are left out."""
    found = connection.execute("SELECT name, count FROM tally WHERE what = ? AND count <> 0", (what,))
    return dict(found.fetchall())


def wrong(connection: sqlite3.Connection) -> list[str]:
    """Return the sorts whose counts are not those of the rows."""
    return [
        what for what, sql in COUNTED.items() if dict(connection.execute(sql).fetchall()) != tally(connection, what)
    ]
