"""One open case file: what `case` calls, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.casefile import alike, journal, rows, search, words
from workbench.casefile.guards import reading, transaction
from workbench.casefile.journal import Entry, LogLine
from workbench.casefile.rows import Id
from workbench.casefile.search import Hit
from workbench.changes import KINDS, Change, Value, ValueType
from workbench.errors import AlreadyImported, StaleChange
from workbench.history import Line
from workbench.model.article import Article, Document
from workbench.wording import article_words

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """The tables of one case, open for reading and writing on the thread that opened it."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db
        self._connection = db.conn

    @classmethod
    def create(cls, path: Path) -> Store:
        """Make a new case file."""
        from workbench.casefile import connection as files  # sqlite_utils, slow to import, waits for the first case

        return cls(path, files.create(path))

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a case file."""
        from workbench.casefile import connection as files  # as above

        return cls(path, files.open_existing(path))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def discard(self) -> None:
        """Let go of the file and take it away."""
        from workbench.casefile import connection as files  # as above

        self.close()
        files.discard(self.path)

    def write(self, entry: Entry) -> LogLine:
        """Carry out a change and journal it in one transaction; where it fails nothing of it is there."""
        with self.transaction():
            kept = self._keep_documents(entry.change)
            search.update(self._connection, entry.change.edits, leaving=True)
            rows.write(self._connection, entry.change.edits)
            search.update(self._connection, entry.change.edits, leaving=False)
            words.update(self._connection, entry.change.edits)
            alike.update(self._connection, entry.change.edits)
            self._raise_next_id(entry.change)
            return journal.append(self._connection, entry, kept)

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which all is written, or nothing."""
        return transaction(self._connection, self.path.name)

    def _keep_documents(self, change: Change) -> list[Document]:
        """Store what a change brings; return what was not there already, left by an import that was undone."""
        kept = []
        for document in change.documents:
            known = self.article_with(document.sha256)
            if known is not None:
                raise AlreadyImported(f"The same file is in the case already, as “{article_words(known)}”.")
            stored = self._connection.execute(
                "INSERT OR IGNORE INTO document (sha256, encoding, text, content) VALUES (?, ?, ?, ?)",
                (document.sha256, document.encoding, document.text, document.content),
            )
            kept += [document] * stored.rowcount
        return kept

    def _raise_next_id(self, change: Change) -> None:
        ids = [e.after.id for e in change.edits if e.before is None and e.after is not None]
        highest = max((id_ for id_ in ids if isinstance(id_, int)), default=0)
        if highest:
            self._connection.execute(
                "INSERT INTO case_info (key, value) VALUES ('next_id', ?) ON CONFLICT (key) DO UPDATE"
                " SET value = excluded.value WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)",
                (str(highest + 1),),
            )

    def next_id(self) -> int:
        """Return the lowest id that no row ever had."""
        with reading(self.path.name):
            found = self._connection.execute("SELECT value FROM case_info WHERE key = 'next_id'").fetchone()
            return int(found[0]) if found else 1

    def select(self, type_: ValueType, where: str = "", *parameters: Id) -> Iterator[Value]:
        """Yield values of a kind, as `rows.select` does."""
        with reading(self.path.name):
            yield from rows.select(self._connection, type_, where, *parameters)

    def get(self, type_: ValueType, id_: Id) -> Value | None:
        """Return the value with an id, or None."""
        with reading(self.path.name):
            return rows.get(self._connection, type_, id_)

    def text(self, article_id: int) -> str:
        """Return an article's stored text."""
        with reading(self.path.name):
            found = self._connection.execute("SELECT body FROM article_text WHERE id = ?", (article_id,)).fetchone()
        if found is None:
            raise StaleChange("This article is no longer in the case.")
        return str(found[0])

    def document(self, sha256: str) -> Document | None:
        """Return a document with its bytes, or None."""
        with reading(self.path.name):
            found = self._connection.execute(
                "SELECT sha256, content, text, encoding FROM document WHERE sha256 = ?", (sha256,)
            ).fetchone()
        return Document(*found) if found else None

    def article_with(self, sha256: str) -> Article | None:
        """Return the article read from the bytes with this hash, or None."""
        found = next(self.select(Article, "WHERE document = ?", sha256), None)
        return found if isinstance(found, Article) else None

    def counts(self) -> dict[int, int]:
        """Return how many claims wait for a decision, by article; articles without any are left out."""
        with reading(self.path.name):
            found = self._connection.execute(
                "SELECT article_id, count(*) FROM claim WHERE status = 'proposed' GROUP BY article_id"
            )
            return dict(found.fetchall())

    def tally(self, column: str) -> dict[str, int]:
        """Return how many mentions that nobody rejected hold each value of a column."""
        with reading(self.path.name):
            found = self._connection.execute(
                f"SELECT {column}, count(*) FROM mention WHERE {column} <> '' AND status <> 'rejected' GROUP BY 1"
            )
            return dict(found.fetchall())

    def rows_of_act(self, kind: str, act: str) -> set[str]:
        """Return the ids of the rows on which an act was done that was not undone since."""
        with reading(self.path.name):
            return journal.rows_of_act(self._connection, kind, act)

    def changed_only_by(self, folded_words: str, act: str) -> set[int]:
        """Return the ids of the mentions of folded words that analysts changed by this act and no other."""
        with reading(self.path.name):
            return words.changed_only_by(self._connection, folded_words, act)

    def alike(self, text: str, *, limit: int) -> list[int]:
        """Return the ids of the articles that share the most passages with a text."""
        with reading(self.path.name):
            return alike.alike(self._connection, text, limit=limit)

    def steps(self) -> Iterator[Line]:
        """Yield the journal's lines as history sees them, newest first."""
        with reading(self.path.name):
            yield from journal.steps_newest_first(self._connection)

    def change_at(self, number: int) -> Change:
        """Return the change that a line of the journal carried out."""
        with reading(self.path.name):
            return journal.change_at(self._connection, number)

    def log(self, *, limit: int, before: int | None = None) -> list[LogLine]:
        """Return the journal's lines, newest first."""
        with reading(self.path.name):
            return journal.lines(self._connection, limit=limit, before=before)

    def log_of(self, kind: str, row_id: Id) -> list[LogLine]:
        """Return the lines in which an analyst changed a row, oldest first."""
        with reading(self.path.name):
            return journal.lines_about(self._connection, kind, str(row_id))

    def search(self, query: str) -> list[Hit]:
        """Return the articles that hold the words."""
        with reading(self.path.name):
            return search.search(self._connection, query)

    def tables(self) -> dict[tuple[str, str], object]:
        """Return every row of the case, by kind and id."""
        return {rows.id_of(value): value for type_ in KINDS.values() for value in self.select(type_)}

    def folded(self) -> dict[tuple[str, str], object]:
        """Return the rows that the journal alone says the case holds."""
        with reading(self.path.name):
            return journal.folded(self._connection)
