"""Which articles may be copies of one another: an index over the marks of their texts.

Copies themselves are not in it. So a mark that very many articles bear is a standing paragraph and no syndicated text,
and what is looked up does not grow with how often a text was printed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.changes import Value, ValueType
from workbench.likeness import marks
from workbench.model.article import Article

#: A mark that more articles than this bear says nothing.
_STANDING = 40


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep the index in step with articles that were written, each as it stood before and after."""
    pairs = [(_original(before), _original(after)) for before, after in moved.get(Article, ())]
    gone = [row for before, after in pairs if before and before != after for row in _rows(connection, before)]
    come = [row for before, after in pairs if after and before != after for row in _rows(connection, after)]
    if gone:
        connection.executemany("DELETE FROM likeness WHERE mark = ? AND article = ?", gone)
    come.sort()  # neighbours lie on one page
    connection.executemany("INSERT OR IGNORE INTO likeness VALUES (?, ?)", come)


def alike(connection: sqlite3.Connection, text: str, *, limit: int) -> list[int]:
    """Return the ids of the articles that share the most marks with a text, those that came first first among equals.

    The cost is that of the text's own marks.
    """
    shared: Counter[int] = Counter()
    for mark in sorted(marks(text)):
        found = connection.execute("SELECT article FROM likeness WHERE mark = ? LIMIT ?", (mark, _STANDING + 1))
        articles = [article for (article,) in found]
        if len(articles) <= _STANDING:
            shared.update(articles)
    return sorted(shared, key=lambda article: (-shared[article], article))[:limit]


def _original(value: Value | None) -> tuple[int, str] | None:
    """Return an article's id and document, where it is one and no copy."""
    return (value.id, value.document) if isinstance(value, Article) and value.copy_of is None else None


def _rows(connection: sqlite3.Connection, original: tuple[int, str]) -> Iterator[tuple[int, int]]:
    """Yield an article's marks as rows of the index."""
    id_, document = original
    for (text,) in connection.execute(
        "SELECT text FROM document WHERE sha256 = ? AND typeof(text) = 'text'", (document,)
    ).fetchall():
        yield from ((mark, id_) for mark in marks(text))
