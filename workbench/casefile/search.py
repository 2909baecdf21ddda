"""Full-text search over titles and texts."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from workbench.changes import Edit
from workbench.model.article import Article


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words; `snippet` is its text around them, the words between « and »."""

    article_id: int
    title: str
    snippet: str


def update(connection: sqlite3.Connection, edits: tuple[Edit, ...], *, leaving: bool) -> None:
    """Keep the index in step: called with `leaving` before the rows are written, and without it after."""
    for edit in edits:
        value = edit.before if leaving else edit.after
        if isinstance(value, Article) and _words_differ(edit):
            _update(connection, value.id, leaving=leaving)


def _words_differ(edit: Edit) -> bool:
    before, after = edit.before, edit.after
    if isinstance(before, Article) and isinstance(after, Article):
        return (before.title, before.document) != (after.title, after.document)
    return True


def _update(connection: sqlite3.Connection, article_id: int, *, leaving: bool) -> None:
    into, first = ("article_search, rowid", "'delete', id") if leaving else ("rowid", "id")
    connection.execute(
        f"INSERT INTO article_search ({into}, title, body) SELECT {first}, title, body FROM article_text WHERE id = ?",
        (article_id,),
    )


def search(connection: sqlite3.Connection, query: str, *, limit: int = 100) -> list[Hit]:
    """Return the best articles that hold every word of `query` (the last one as a beginning), best first."""
    words = re.findall(r"\w+", query)
    if not words:
        return []
    match = " ".join(f'"{word}"' for word in words) + "*"
    found = connection.execute(
        "SELECT rowid, title, snippet(article_search, 1, '«', '»', ' … ', 16) FROM article_search"
        " WHERE article_search MATCH ? ORDER BY bm25(article_search, 5.0, 1.0) LIMIT ?",
        (match, limit),
    )
    return [Hit(*cells) for cells in found]
