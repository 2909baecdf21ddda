"""The indexes over articles' texts, which are read and folded once for both: the search's, and that of likeness."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.changes import ValueType
from workbench.likeness import marks
from workbench.model.article import Article
from workbench.searching import fold

#: So many texts are held at a time.
_TOGETHER = 50

_TAKE_OUT = "INSERT INTO article_search (article_search, rowid, title, body) VALUES ('delete', ?, ?, ?)"
_PUT_IN = "INSERT INTO article_search (rowid, title, body) VALUES (?, ?, ?)"
_UNMARK = "DELETE FROM likeness WHERE mark = ? AND article = ?"
_MARK = "INSERT OR IGNORE INTO likeness (mark, article) VALUES (?, ?)"

Pair = tuple[Article | None, Article | None]


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep both indexes in step with articles that were written, each as it stood before and after."""
    pairs = [pair for pair in moved.get(Article, ()) if _held(pair[0]) != _held(pair[1])]
    # A row's old words leave before its new ones come: the search's index has no other way to change them.
    _follow(connection, [pair for pair in pairs if pair[0] is not None], _TAKE_OUT, _UNMARK)
    _follow(connection, [(after, before) for before, after in pairs if after is not None], _PUT_IN, _MARK)


def _follow(connection: sqlite3.Connection, pairs: Sequence[Pair], search: str, mark: str) -> None:
    """Take out, or put in, what the indexes hold of the first of each pair and not of the second."""
    found: list[tuple[int, int]] = []
    for start in range(0, len(pairs), _TOGETHER):
        texts = list(_texts(connection, pairs[start : start + _TOGETHER]))
        connection.executemany(
            search,
            [(one.id, fold(one.title), words) for one, other, words in texts if _searched(one) != _searched(other)],
        )
        marked = [(one.id, words) for one, other, words in texts if _original(one) not in (None, _original(other))]
        found += [(known, id_) for id_, words in marked for known in marks(words)]
    found.sort()  # neighbours lie on one page
    connection.executemany(mark, found)


def _texts(connection: sqlite3.Connection, pairs: Iterable[Pair]) -> Iterator[tuple[Article, Article | None, str]]:
    """Yield pairs with the folded text of the first."""
    for one, other in pairs:
        if one is not None:
            found = connection.execute("SELECT text FROM document WHERE sha256 = ?", (one.document,)).fetchone()
            # What is no text there is damage; it is told when its row is read.
            yield one, other, fold(found[0]) if found and isinstance(found[0], str) else ""


def _searched(article: Article | None) -> tuple[str, str] | None:
    """Return what the search's index depends on."""
    return None if article is None else (article.title, article.document)


def _held(article: Article | None) -> tuple[object, ...]:
    """Return what either index depends on."""
    return _searched(article), _original(article)


def _original(article: Article | None) -> str | None:
    """Return the document of an article that is no copy: copies are not in the index of likeness."""
    return article.document if article is not None and article.copy_of is None else None
