"""The indexes of the search: folded words of titles and texts, of claims and of notes.

They hold no texts, only words as `searching.fold` returns them, and point to rows by their ids: `article_search` to
articles, `remark_search` to claims, incidents, assessments and overrides, whose ids are all different.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.changes import Value, ValueType
from workbench.model.article import Article
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.override import Override
from workbench.searching import fold

#: What an index holds of a row: its id and two texts.
Entry = tuple[int, str, str]

#: What rows the index of remarks holds.
_REMARKED: tuple[ValueType, ...] = (Claim, Incident, Assessment, Override)


def update(connection: sqlite3.Connection, moved: Mapping[ValueType, Iterable[tuple[Any, Any]]]) -> None:
    """Keep the indexes in step with rows that were written, each as it stood before and after."""
    articles = [pair for pair in moved.get(Article, ()) if _words_of(pair[0]) != _words_of(pair[1])]
    pairs = [pair for type_ in _REMARKED for pair in moved.get(type_, ())]
    remarks = [(was, now) for was, now in ((_remark(one), _remark(other)) for one, other in pairs) if was != now]
    _take_out(connection, "article_search (article_search, rowid, title, body)", _articles(connection, articles, 0))
    _take_out(connection, "remark_search (remark_search, rowid, words, note)", (was for was, _ in remarks if was))
    _put_in(connection, "article_search (rowid, title, body)", _articles(connection, articles, 1))
    _put_in(connection, "remark_search (rowid, words, note)", (now for _, now in remarks if now))


def _take_out(connection: sqlite3.Connection, where: str, entries: Iterable[Entry]) -> None:
    connection.executemany(f"INSERT INTO {where} VALUES ('delete', ?, ?, ?)", entries)


def _put_in(connection: sqlite3.Connection, where: str, entries: Iterable[Entry]) -> None:
    connection.executemany(f"INSERT INTO {where} VALUES (?, ?, ?)", entries)


def _words_of(value: Value | None) -> tuple[str, str] | None:
    return (value.title, value.document) if isinstance(value, Article) else None


def _articles(connection: sqlite3.Connection, pairs: Iterable[tuple[Any, Any]], side: int) -> Iterator[Entry]:
    """Yield what the index holds of articles on one side of their pairs: id, title and text; one text at a time."""
    for article in (pair[side] for pair in pairs if pair[side] is not None):
        found = connection.execute("SELECT text FROM document WHERE sha256 = ?", (article.document,)).fetchone()
        text = found[0] if found and isinstance(found[0], str) else ""
        yield article.id, fold(article.title), fold(text)


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
