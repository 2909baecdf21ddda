"""The indexes of the search: folded words of titles and texts, of claims and of notes.

They hold no texts, only words as `searching.fold` returns them, and point to rows by their ids: `article_search` to
articles, `remark_search` to claims, incidents, assessments and overrides, whose ids are all different.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from workbench.changes import Edit, Value
from workbench.model.article import Article
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.model.override import Override
from workbench.searching import fold

Remark = tuple[int, str, str]


def update(connection: sqlite3.Connection, edits: Sequence[Edit], *, leaving: bool) -> None:
    """Keep the indexes in step: called with `leaving` before the rows are written, and without it after."""
    pairs = [(edit.before, edit.after) if leaving else (edit.after, edit.before) for edit in edits]
    for value, other in pairs:
        if isinstance(value, Article) and _words_of(value) != _words_of(other):
            _put_article(connection, value, leaving=leaving)
    remarks = [remark for value, other in pairs if (remark := _remark(value)) and remark != _remark(other)]
    connection.executemany(_into("remark_search", "words, note", leaving=leaving), remarks)


def _words_of(value: Value | None) -> tuple[str, str] | None:
    return (value.title, value.document) if isinstance(value, Article) else None


def _put_article(connection: sqlite3.Connection, article: Article, *, leaving: bool) -> None:
    found = connection.execute("SELECT text FROM document WHERE sha256 = ?", (article.document,)).fetchone()
    text = found[0] if found and isinstance(found[0], str) else ""
    cells = (article.id, fold(article.title), fold(text))
    connection.execute(_into("article_search", "title, body", leaving=leaving), cells)


def _into(index: str, columns: str, *, leaving: bool) -> str:
    if leaving:
        return f"INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', ?, ?, ?)"
    return f"INSERT INTO {index} (rowid, {columns}) VALUES (?, ?, ?)"


def _remark(value: Value | None) -> Remark | None:
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
