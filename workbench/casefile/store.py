"""One open case file: what `case` calls, and nothing else does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.casefile import (
    alike,
    asking,
    holding,
    indexes,
    journal,
    journal_read,
    rekeying,
    rows,
    sentences,
    tallies,
    words,
)
from workbench.casefile.batches import batches
from workbench.casefile.bringing_up import opened
from workbench.casefile.cipher import Key
from workbench.casefile.drives import files_at, real
from workbench.casefile.guards import UNREADABLE, decoding, is_passing, reading, transaction
from workbench.casefile.holding import HeldError, Hold
from workbench.casefile.journal import Entry, LogLine
from workbench.casefile.journal_read import text_in
from workbench.casefile.lookup import Lookup
from workbench.casefile.queue import Queue
from workbench.casefile.rows import Id
from workbench.casefile.telling import Telling
from workbench.casefile.waiting import MENDING, NOBODY, Waiting
from workbench.casefile.writing import Pending
from workbench.changes import KINDS, Change, Value, ValueType
from workbench.errors import AlreadyImported, CaseNotWritable, NotACaseFile, PassphraseNeeded, StaleChange
from workbench.history import Line
from workbench.model.article import Article, Document
from workbench.model.search import Found, Sought
from workbench.model.wanted import Held, Wanted
from workbench.wording import article_words, name_words

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """The tables of one case, open for reading and writing on the thread that opened it.

    `refusal` is the sentence that says why nothing can be written, or empty.
    """

    def __init__(
        self, path: Path, db: Database, held: Hold | None = None, refusal: str = "", key: Key | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.refusal = refusal
        self._db = db
        self._held = held
        self._depth = 0
        self._pending = Pending()
        self._lost = self._shut = False
        self._lookup: Lookup | None = None
        self._head = _head_of(path, db)
        self._files = files_at(path)

    @classmethod
    def create(cls, path: Path, who: str = "", since: str = "", key: Key | None = None) -> Store:
        """Make a new case file, held for `who` and encrypted where there is a key."""
        from workbench.casefile import connection as files  # sqlite_utils, slow to import, waits for the first case

        path = real(path)
        if path.exists() or not path.parent.is_dir():
            return cls(path, files.create(path))  # which says why not
        try:
            held = holding.hold(path, who, since)
        except HeldError as error:
            raise CaseNotWritable(
                f"{error.holder.words} is making {path.name} just now. Choose another name."
            ) from error
        except OSError as error:
            raise CaseNotWritable(
                f"{path.name} cannot be made in {path.parent} ({error.strerror}). Choose another name or folder."
            ) from error
        with ExitStack() as unless_made:
            unless_made.callback(held.release)
            store = cls(path, files.create(path, key), held, key=key)
            unless_made.pop_all()
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        who: str = "",
        since: str = "",
        backups_in: str = "",
        key: Key | None = None,
        waiting: Waiting | None = NOBODY,
    ) -> Store:
        """Open a case file for writing; where another has it or nothing can be written, for reading.

        One of an older schema is brought to this one, after a backup of it was made; where nobody is `waiting` for
        that, it raises OlderCase.
        """
        from workbench.casefile import connection as files  # as above

        path = real(path)
        files.check_header(path, key)
        try:
            held = holding.hold(path, who, since)
        except HeldError as error:
            return cls.open_reading(path, sentences.held_by(path, error.holder), key)
        except OSError as error:
            return cls.open_reading(path, sentences.nothing_written(path, error), key)
        with ExitStack() as unless_open:
            unless_open.callback(held.release)
            rekeying.drop_second_name(path)
            if path.stat().st_nlink > 1:
                return cls.open_reading(path, holding.unseen(path), key)
            files.take_back(path, key)
            db = opened(path, backups_in, key, waiting)
            rekeying.sweep(path)
            store = cls(path, db, held, key=key)
            unless_open.pop_all()
        return store

    @classmethod
    def open_reading(cls, path: Path, refusal: str, key: Key | None = None) -> Store:
        """Open a case file for reading, whoever has it."""
        from workbench.casefile import connection as files  # as above

        return cls(there := real(path), files.open_reading(there, key), refusal=refusal, key=key)

    def close(self) -> None:
        """Let go of the file; what SQLite still says then changes nothing that was committed."""
        if self._lookup is not None:
            self._lookup.close()
        with suppress(*UNREADABLE):
            self._db.close()
        if self._held is not None:
            self._held.release()

    def discard(self) -> None:
        """Let go of the file and take it away."""
        from workbench.casefile import connection as files  # as above

        self.close()
        files.discard(self.path)

    @property
    def is_written_ahead(self) -> bool:
        """Whether changes are written ahead, and not into the file itself."""
        return self._files[1] is not None

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._db.conn

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Have all that is written inside on disk in the end, or, where anything fails, nothing of it."""
        if self.refusal:
            raise CaseNotWritable(self.refusal)
        if not self._depth:
            self._find_again()
        self._depth += 1
        try:
            with self._pending.kept(), transaction(self._connection, self.path.name, inner=self._depth > 1):
                yield
                if self._depth == 1:
                    self._pending.settle(self._connection)
                    head = journal.head(self._connection)
        except CaseNotWritable as error:
            self._lost = self._lost or not is_passing(error.__cause__)
            raise
        finally:
            self._depth -= 1
        if not self._depth:
            self._pending = Pending()
            self._head = head
            self._see_it_there()

    def _see_it_there(self) -> None:
        """Raise CaseNotWritable where what was just written ahead went into a file that lies there no longer.

        Where nothing is written ahead a commit is in the case itself, and some drives number files anew each time.
        """
        if self._files[1] is not None and files_at(self.path) != self._files:
            self._lost = True
            raise CaseNotWritable(sentences.unsure(self.path))

    @contextmanager
    def _reading(self, *kept: str) -> Iterator[None]:
        """Say of what cannot be read why; what could not be reached is looked for again the next time.

        `kept` is what is read that a transaction brings in step with the rows only at its end.
        """
        if kept and self._depth:
            self._pending.settle(self._connection, *kept)
        if self._lost and not self._depth:
            self._look_again()
        try:
            with reading(self.path.name):
                yield
        except NotACaseFile as error:
            self._lost = self._lost or isinstance(error.__cause__, UNREADABLE)
            raise

    def _look_again(self) -> None:
        """Find the file again; what cannot be found is shown as it was, where SQLite still has it."""
        try:
            self._find_again()
        except CaseNotWritable as error:
            if self._shut:
                raise NotACaseFile(str(error)) from error

    def _find_again(self) -> None:
        """Open the file again where it lies elsewhere on its drive, or could not be written or read the last time.

        CaseNotWritable where it is no longer there, or is not the case as it was left.
        """
        there = files_at(self.path)
        if there[0] is None:
            raise CaseNotWritable(sentences.gone(self.path))
        if there == self._files and not self._lost:
            return
        if there[0] == self._files[0] and there[1] != self._files[1]:
            # SQLite has one memory a file for all of a process, which must not be that of a file that has gone.
            self._lost = self._shut = True
            with suppress(*UNREADABLE):
                self._db.close()
        again, head = self._again()
        known = head == self._head
        old, self._db = (self._db, again) if known or self._shut else (again, self._db)
        self._shut = False
        with suppress(*UNREADABLE):
            old.close()
        if not known:
            raise CaseNotWritable(sentences.another(self.path))
        self._files, self._lost = files_at(self.path), False

    def _again(self) -> tuple[Database, tuple[int, str]]:
        from workbench.casefile import connection as files  # as above

        try:
            open_ = files.open_reading if self.refusal else files.open_existing
            db = open_(self.path, self.key)
            return db, _head_of(self.path, db)
        except (NotACaseFile, PassphraseNeeded) as error:
            raise CaseNotWritable(str(error)) from error

    def write(self, entry: Entry) -> LogLine:
        """Carry out a change and journal it in one transaction; where it fails nothing of it is there."""
        with self.transaction():
            kept = self._keep_documents(entry.change)
            together = batches(entry.change.edits)
            rows.write(self._connection, together)
            rows.raise_next_id(self._connection, (id_ for batch in together for id_ in batch.columns.get("id", ())))
            self._pending.add(together)
            return journal.append(self._connection, entry, journal.encode(together), kept)

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

    def next_id(self) -> int:
        """Return the lowest id that no row ever had; NotACaseFile where what is kept of that is no number."""
        with self._reading():
            try:
                return rows.next_id(self._connection)
            except ValueError as error:
                raise NotACaseFile(sentences.uncounted(self.path)) from error

    def select(self, type_: ValueType, where: str = "", *parameters: Id) -> Iterator[Value]:
        """Yield values of a kind, as `rows.select` does."""
        with self._reading(*(["words"] if where in words.ASKED else [])):
            yield from rows.select(self._connection, type_, where, *parameters)

    def get(self, type_: ValueType, id_: Id) -> Value | None:
        """Return the value with an id, or None."""
        with self._reading():
            return rows.get(self._connection, type_, id_)

    def text(self, article_id: int) -> str:
        """Return an article's stored text."""
        with self._reading():
            found = self._connection.execute("SELECT body FROM article_text WHERE id = ?", (article_id,)).fetchone()
        if found is None:
            raise StaleChange("This article is no longer in the case.")
        with decoding(f"The text of article {article_id}"):
            return text_in(found[0])

    def document(self, sha256: str) -> Document | None:
        """Return a document with its bytes, or None."""
        with self._reading():
            found = self._connection.execute(
                "SELECT sha256, content, text, encoding FROM document WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if found is None:
            return None
        with decoding("A document of the case"):
            name, content, text, encoding = found
            return Document(text_in(name), bytes(content), text_in(text), text_in(encoding))

    def telling(self) -> Telling:
        """Return the case as its journal tells it."""
        return Telling(self._connection, name_words(self.path.stem))

    def article_with(self, sha256: str) -> Article | None:
        """Return the article read from the bytes with this hash, or None."""
        found = next(self.select(Article, "WHERE document = ?", sha256), None)
        return found if isinstance(found, Article) else None

    def counts(self) -> dict[int, int]:
        """Return how many claims wait for a decision, by article; articles without any are left out."""
        with self._reading():
            found = self._connection.execute(
                "SELECT article_id, count(*) FROM claim WHERE status = 'proposed' GROUP BY article_id"
            )
            return dict(found.fetchall())

    def tally(self, what: str) -> dict[str, int]:
        """Return how many there are of a sort by name, as `tallies.COUNTED` has them."""
        with self._reading("tally"):
            return tallies.tally(self._connection, what)

    def rows_of_act(self, kind: str, act: str) -> set[str]:
        """Return the ids of the rows on which an act was done that was not undone since."""
        with self._reading():
            return journal_read.rows_of_act(self._connection, kind, act)

    def changed_only_by(self, folded_words: str, act: str) -> set[int]:
        """Return the ids of the mentions of folded words that analysts changed by this act and no other."""
        with self._reading("words"):
            return words.changed_only_by(self._connection, folded_words, act)

    def alike(self, text: str, *, limit: int) -> list[int]:
        """Return the ids of the articles that share the most passages with a text."""
        with self._reading("texts"):
            return alike.alike(self._connection, text, limit=limit)

    def mend(self, waiting: Waiting = NOBODY) -> None:
        """Make all indexes and counts anew from the rows and the journal, in one transaction."""
        waiting.told(MENDING, 0, 0)
        with waiting.heeded(), waiting.heeded_by(self._connection), self.transaction():
            indexes.make_anew(self._connection)

    def steps(self) -> Iterator[Line]:
        """Yield the journal's lines as history sees them, newest first."""
        with self._reading():
            yield from journal_read.steps_newest_first(self._connection)

    def change_at(self, number: int) -> Change:
        """Return the change that a line of the journal carried out."""
        with self._reading():
            return journal_read.change_at(self._connection, number)

    def log(self, *, limit: int, before: int | None = None, wanted: Wanted | None = None) -> list[LogLine]:
        """Return the journal's lines that are wanted, newest first."""
        with self._reading():
            return journal_read.lines(self._connection, limit=limit, before=before, wanted=wanted)

    def log_held(self) -> Held:
        """Return by what the journal's lines can be chosen."""
        with self._reading():
            return journal_read.held(self._connection)

    def takers(self) -> list[tuple[int, int]]:
        """Return the lines that take back another, each with that one."""
        with self._reading():
            return journal_read.takers(self._connection)

    def log_of(self, kind: str, row_id: Id) -> list[LogLine]:
        """Return the lines in which an analyst changed a row, oldest first."""
        with self._reading():
            return journal_read.lines_about(self._connection, kind, str(row_id))

    def queue(self) -> Queue:
        """Return what reads the articles a piece at a time."""
        return Queue(lambda: self._connection, self._reading)

    def lookup(self) -> Lookup:
        """Return what searches the case on another thread; it closes with the store."""
        if self._lookup is None:
            from workbench.casefile import connection as files  # as above

            self._lookup = Lookup(self.path.name, lambda: files.open_reading(self.path, self.key).conn)
        return self._lookup

    def search(self, wanted: Sought) -> Found:
        """Return what holds the words."""
        with self._reading("texts", "remarks"):
            return asking.search(self._connection, wanted)

    def holding(self, words: str) -> list[int]:
        """Return the ids of the articles that hold the words."""
        with self._reading("texts", "remarks"):
            return asking.holding(self._connection, words)

    def tables(self) -> dict[tuple[str, str], object]:
        """Return every row of the case, by kind and id."""
        return {rows.id_of(value): value for type_ in KINDS.values() for value in self.select(type_)}

    def folded(self) -> dict[tuple[str, str], object]:
        """Return the rows that the journal alone says the case holds."""
        with self._reading():
            return journal_read.folded(self._connection)


def _head_of(path: Path, db: Database) -> tuple[int, str]:
    """Return the number and the hash of a file's last line; where it cannot be read, let go of it."""
    try:
        with reading(path.name):
            return journal.head(db.conn)
    except NotACaseFile:
        db.close()
        raise
