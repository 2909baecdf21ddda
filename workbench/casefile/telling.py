"""A case as its journal tells it, of whatever schema: read, and never written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from workbench.casefile.cipher import Key
from workbench.casefile.codec import column_names, from_row
from workbench.casefile.guards import decoding
from workbench.casefile.journal_read import decode
from workbench.casefile.verifying import verify
from workbench.changes import KINDS, Value, Written
from workbench.errors import NotACaseFile, StaleChange
from workbench.history import Step
from workbench.model.actor import Actor
from workbench.model.article import Article, Document
from workbench.model.claim import Claim
from workbench.model.mention import Mention
from workbench.wording import name_words


class Telling:
    """Lines, rows and documents of one case."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.name = name
        self._connection = connection
        self._selects = {kind: _select(kind, frozenset(_columns(connection, kind))) for kind in KINDS}

    def head(self) -> int:
        """Return the number of the last line."""
        return int(self._connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0])

    def hash_at(self, number: int) -> str:
        """Return the hash of a line, empty where there is none."""
        found = self._connection.execute("SELECT hash FROM journal WHERE number = ?", (number,)).fetchone()
        return str(found[0]) if found else ""

    def since(self, number: int) -> Iterator[Written]:
        """Yield the lines after one, in order."""
        found = self._connection.execute(
            "SELECT number, step, act, about, analyst, at, edits FROM journal WHERE number > ? ORDER BY number",
            (number,),
        )
        for line, step, act, about, analyst, at, edits in found:
            with decoding("A line of the journal"):
                written = Written(line, Step(step), act, about, analyst, at, decode(edits))
            yield written

    def rows(self, kind: str, where: str = "", *parameters: Any) -> Iterator[Value]:
        """Yield the rows of a kind; `where` is SQL of ours. A kind that came later than the file has none."""
        select = self._selects[kind]
        for cells in self._connection.execute(f"{select} {where}", parameters) if select else ():
            with decoding(f"A row of {kind}"):
                value = from_row(kind, dict(zip(column_names(kind), cells, strict=True)))
            yield value

    def row(self, kind: str, id_: int | str) -> Value | None:
        """Return a row, or None."""
        return next(self.rows(kind, "WHERE id = ?", id_), None)

    def articles(self) -> list[Article]:
        """Return all articles."""
        return [row for row in self.rows("article", "ORDER BY id") if isinstance(row, Article)]

    def mentions(self, article_id: int) -> list[Mention]:
        """Return an article's mentions."""
        found = self.rows("mention", "WHERE article_id = ? ORDER BY id", article_id)
        return [row for row in found if isinstance(row, Mention)]

    def claims(self, article_id: int) -> list[Claim]:
        """Return an article's claims."""
        found = self.rows("claim", "WHERE article_id = ? ORDER BY id", article_id)
        return [row for row in found if isinstance(row, Claim)]

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""
        return {row.id: row for row in self.rows("actor") if isinstance(row, Actor)}

    def document(self, sha256: str) -> Document:
        """Return what an article was read from."""
        found = self._connection.execute(
            "SELECT sha256, content, text, encoding FROM document WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if found is None:
            raise StaleChange(
                f"{self.name} lacks the text of one of its articles. Restore a backup of it, then repeat."
            )
        return Document(*found)


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


@cache
def _select(kind: str, known: frozenset[str]) -> str:
    """Return the SQL that reads a kind; columns that came later are empty."""
    names = (name if name in known else f"NULL AS {name}" for name in column_names(kind))
    return f"SELECT {', '.join(names)} FROM {kind}" if known else ""


def refuse_unsound(path: Path, key: Key | None = None) -> None:
    """Raise a NotACaseFile where a case does not verify; PassphraseNeeded where the key does not open it."""
    faults = verify(path, key=key).faults
    if faults:
        raise NotACaseFile(f"{path.name} does not verify: {faults[0]} Restore a backup of it, then take that.")


@contextmanager
def told_in(path: Path, key: Key | None = None, *, sound: bool = False) -> Iterator[Telling]:
    """Hold another case that is only read, of whatever schema; NotACaseFile where it is none or does not verify.

    PassphraseNeeded where it is encrypted and the key does not open it. `sound` says that it was verified just now.
    """
    from workbench.casefile.connection import looked_into  # sqlite_utils, slow to import, waits for the first case

    if not sound:
        refuse_unsound(path, key)
    with looked_into(path, key) as connection:
        yield Telling(connection, name_words(path.stem))
