"""Whether a case file is what its journal says, told in sentences that name the line since when it is not."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.casefile import cipher, indexes
from workbench.casefile.codec import default_cells, too_many
from workbench.casefile.guards import UNREADABLE
from workbench.casefile.journal import LogLine, digest_of, digest_of_text, opened
from workbench.casefile.rows import next_id
from workbench.casefile.waiting import NOBODY, Waiting
from workbench.changes import KINDS
from workbench.errors import WorkbenchError
from workbench.history import Step
from workbench.version import called

#: So many faults of one sort are told; the rest are counted.
_TOLD = 12
#: So many letters of a cell are told.
_LETTERS = 40
#: The journal's columns in the order of a LogLine, with what stands for those a case of the fourth schema lacks.
_COLUMNS = {
    "number": "",
    "step": "",
    "takes_back": "",
    "act": "",
    "about": "",
    "analyst": "",
    "at": "",
    "program": "NULL",
    "reason": "''",
    "note": "''",
    "documents": "'[]'",
    "hash": "",
}
_SINCE = "Since when is not known; the last backup that verifies tells"
#: No row has so high a number, or SQLite could soon give no other.
_ENDLESS = 1 << 62
_HASH = re.compile("[0-9a-f]{64}")
_ENCODE = json.JSONEncoder(default=repr, check_circular=False).encode
_MEND = f"“{called()} verify CASE --mend” makes it anew; nothing else is lost by that."
_ELSEWHERE = "Something other than this program wrote to the case"

#: What a line raises that this program did not write.
_UNLIKE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was examined, and what is wrong with it, each in a sentence; `head` is the journal's last line."""

    lines: int
    rows: int
    documents: int
    head: LogLine | None
    faults: tuple[str, ...]

    @property
    def hint(self) -> str:
        """What the sentences on indexes say of how these are made anew; empty where no such sentence is there."""
        return _MEND if any(_MEND in fault for fault in self.faults) else ""


def verify(path: Path, noted: str = "", key: cipher.Key | None = None, *, waiting: Waiting = NOBODY) -> Verdict:
    """Examine a case file without changing it, and whether a line has the hash `noted`.

    NotACaseFile where it is none, PassphraseNeeded where it is encrypted and the key does not open it, Stopped where
    that was wanted.

    Whoever can write the file can write a whole new journal that holds; only a hash noted elsewhere shows that.
    WorkbenchError where `noted` is none.
    """
    noted = "".join(noted.split()).lower()
    if noted and _HASH.fullmatch(noted) is None:
        raise WorkbenchError(
            f"“{_short(noted)}” is no hash of a line: that has 64 digits and letters a to f. Give all."
        )
    from workbench.casefile.connection import looked_into  # sqlite_utils, slow to import, waits for the first case

    with waiting.heeded(), looked_into(path, key) as connection, waiting.heeded_by(connection):
        examination = _Examination(connection, noted)
        faults = tuple(examination.faults())
        waiting.look()
        return Verdict(examination.lines, examination.rows, examination.documents, examination.head, faults)


@dataclass(frozen=True, slots=True)
class _Seal:
    """What a line says of a document that came with it: the hash of its text, and its encoding since schema 9."""

    line: int = 0
    text: str = ""
    encoding: str | None = None


class _Examination:
    """Weighs the journal against the tables, and folds it where they do not weigh the same.

    Each row weighs a number that tells its state from all others. What the lines add and take away comes to what the
    tables hold where each line took every row as the one before had left it. So a case that is sound takes little
    memory, however large; of one that is not, each row's last line is held, to say which is wrong since when.
    """

    def __init__(self, connection: sqlite3.Connection, noted: str) -> None:
        self._connection = connection
        self._noted = noted
        (self._version,) = connection.execute("PRAGMA user_version").fetchone()
        self._balance = 0
        self._touched = self._highest = 0
        self._odd = False
        self._folded: dict[Key, tuple[int, bytes]] = {}
        self._gone: dict[Key, int] = {}
        self._sealed: dict[str, _Seal] = {}
        self.head: LogLine | None = None
        self.lines = self.rows = self.documents = 0

    def faults(self) -> Iterator[str]:
        """Yield all that is wrong."""
        for what, look in (
            ("The file", self._file),
            ("The journal", self._journal),
            ("A table", self._tables),
            ("A document", self._documents),
            ("An index", self._indexes),
        ):
            yield from _told(_guarded(what, look))

    def _file(self) -> Iterator[str]:
        from workbench.casefile.layout import is_noted, missing  # as above

        for part in missing(self._connection, self._version):
            yield f"{part} is missing. {_ELSEWHERE}."
        if not is_noted(self._connection, self._version):
            yield f"What notes how the case came to its schema is not as this program writes it. {_ELSEWHERE}."
        for (key,) in self._connection.execute("SELECT key FROM case_info WHERE key <> 'next_id'"):
            yield f"case_info holds “{_short(key)}”, which this program never writes. {_ELSEWHERE}."
        for (found,) in self._connection.execute("PRAGMA integrity_check"):
            if found != "ok":
                yield f"The file is damaged: {' '.join(str(found).split())}. {_SINCE}."
        for table, row, other, _ in self._connection.execute("PRAGMA foreign_key_check"):
            one = f"{table} {row}" if row is not None else f"A row of {table}"  # some tables know no numbers of rows
            yield f"{one} refers to a row of {other} that is not there. {_ELSEWHERE}."

    # The chain of lines

    def _journal(self) -> Iterator[str]:
        for line, edits in self._lines():
            self.lines += 1
            yield from self._link(line, edits)
            self._weigh(line, edits)
            self.head = line
        yield from self._missing_end()

    def _lines(self) -> Iterator[tuple[LogLine, str]]:
        known = _columns(self._connection, "journal")
        columns = ", ".join(name if name in known else f"{other} AS {name}" for name, other in _COLUMNS.items())
        for *cells, edits in self._connection.execute(f"SELECT {columns}, edits FROM journal ORDER BY number"):
            yield LogLine(*cells), edits

    def _link(self, line: LogLine, edits: str) -> Iterator[str]:
        before = self.head.number if self.head else 0
        if line.number != before + 1:
            yield f"{_lines(before + 1, line.number - 1)} missing from the journal. {self._held()}"
        if not _fits(self.head.hash if self.head else "", line, edits):
            yield (
                f"{_line(line)} does not match its hash: it was changed after it was written, or a line before it was "
                f"taken out. {self._held()}"
            )

    def _held(self) -> str:
        return f"What stands before {_line(self.head)}, is not touched by this." if self.head else ""

    def _missing_end(self) -> Iterator[str]:
        (most,) = self._connection.execute("SELECT max(number) FROM journal_row").fetchone()
        last = self.head.number if self.head else 0
        if isinstance(most, int) and most > last:
            yield f"{_lines(last + 1, most)} missing from the end of the journal. {self._held()}"
        known = self._connection.execute("SELECT 1 FROM journal WHERE hash = ?", (self._noted,)).fetchone()
        if self._noted and not known:
            yield "No line of the journal has the hash that was noted: the journal was written anew, or is another's."

    # The rows that the lines make

    def _weigh(self, line: LogLine, edits: str) -> None:
        try:
            touched = set()
            for kind, before, after in opened(edits):
                self._balance += _weight(kind, after) - _weight(kind, before)
                id_ = (after or before or {})["id"]
                touched.add((kind, str(id_)))
                if isinstance(id_, int) and id_ > self._highest:
                    self._highest = id_
            if line.step != Step.AUTOMATIC:
                self._touched += sum(hash((*row, line.number)) for row in touched)
            for sha256, *sealed in json.loads(line.documents):
                self._sealed[sha256] = _Seal(line.number, *sealed)
        except _UNLIKE:
            self._odd = True

    def _fold(self, line: LogLine, edits: str) -> Iterator[str]:
        try:
            for kind, before, after in opened(edits):
                yield from self._step(line, kind, before, after)
            for sha256, *sealed in json.loads(line.documents):
                sha256.strip(), _Seal(line.number, *sealed)
        except _UNLIKE:
            yield f"{_line(line)} holds what this program never writes."

    def _step(self, line: LogLine, kind: str, before: Any, after: Any) -> Iterator[str]:
        key = (kind, str((after or before or {})["id"]))
        _, known = self._folded.get(key, (0, b""))
        if known != (_digest(kind, before) if before is not None else b""):
            yield f"{_line(line)} takes {kind} {key[1]} for something that no line before made it."
        if after is None:
            self._folded.pop(key, None)
            self._gone[key] = line.number
        else:
            self._folded[key] = (line.number, _digest(kind, after))

    def _tables(self) -> Iterator[str]:
        for kind in KINDS:
            for row in _rows(self._connection, kind):
                self.rows += 1
                self._balance -= _weight(kind, row)
                if kind == "claim" and too_many(str(row.get("relations", ""))):
                    yield f"claim {row['id']} has more relations than any claim has, and cannot be read. {_ELSEWHERE}."
        if self._balance or self._odd:
            yield from self._row_by_row()

    def _row_by_row(self) -> Iterator[str]:
        for line, edits in self._lines():
            yield from self._fold(line, edits)
        missing = dict(self._folded)
        for kind in KINDS:
            for row in _rows(self._connection, kind):
                key = (kind, str(row.get("id")))
                number, known = missing.pop(key, (0, b""))
                if known != _digest(kind, row):
                    yield self._otherwise(key, row, number)
        for (kind, id_), (number, _) in missing.items():
            yield f"{kind} {id_} is missing; it was written last in {self._at(number)}. {_ELSEWHERE} after that."

    def _otherwise(self, key: Key, row: dict[str, Any], number: int) -> str:
        kind, _ = key
        name = " ".join(key)
        if number:
            told = _differences(self._written(key, number), {**default_cells(kind), **row})
            return f"{name} is not as {self._at(number)} left it ({told}). {_ELSEWHERE} after that."
        if key in self._gone:
            return f"{name} is there, though {self._at(self._gone[key])} took it away. {_ELSEWHERE} after that."
        return f"{name} is there, and no line of the journal wrote it. {_ELSEWHERE}."

    def _written(self, key: Key, number: int) -> dict[str, Any]:
        """Return the cells of a row as a line wrote it."""
        (edits,) = self._connection.execute("SELECT edits FROM journal WHERE number = ?", (number,)).fetchone()
        kind, id_ = key
        with suppress(*_UNLIKE):  # the rest of a line may be what this program never writes
            written = [after for of, _, after in opened(edits) if of == kind and after and str(after["id"]) == id_]
            return {**default_cells(kind), **written[-1]}
        return {}

    def _at(self, number: int) -> str:
        found = self._connection.execute("SELECT at, analyst FROM journal WHERE number = ?", (number,)).fetchone()
        by = f", {_short(found[1])}" if found[1] else ""
        return f"line {number} ({_short(found[0])}{by})"

    # What was handed in

    def _documents(self) -> Iterator[str]:
        documents, missing = "SELECT sha256, content, text, encoding FROM document", set(self._sealed)
        for sha256, content, text, encoding in self._connection.execute(documents):
            self.documents += 1
            missing.discard(sha256)
            if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != sha256:
                yield f"The bytes of {self._article(sha256)} are not those that were imported. {self._changed(sha256)}"
            seal = self._sealed.get(sha256, _Seal())
            if seal.text and (not isinstance(text, str) or digest_of_text(text) != seal.text):
                yield f"The text of {self._article(sha256)} is not the one that was read. {self._changed(sha256)}"
            if seal.encoding not in (None, encoding):
                told = f"{_short(seal.encoding)} and is {_short(encoding)}"
                yield f"The encoding of {self._article(sha256)} was {told}. {self._changed(sha256)}"
        for sha256 in sorted(missing):
            yield f"{self._article(sha256)} is missing with its bytes and its text. {self._changed(sha256)}"

    def _changed(self, sha256: str) -> str:
        number = self._sealed.get(sha256, _Seal()).line
        return f"{_ELSEWHERE}{f' after {self._at(number)}' if number else ''}."

    def _article(self, sha256: str) -> str:
        found = self._connection.execute("SELECT id, title FROM article WHERE document = ?", (sha256,)).fetchone()
        return f"article {found[0]} “{_short(found[1])}”" if found else f"document {_short(sha256)} of no article"

    # What is kept to find things by

    def _indexes(self) -> Iterator[str]:
        for row in self._connection.execute("SELECT kind, row_id, number FROM journal_row"):
            self._touched -= hash(row)
        if self._touched and not self._odd:
            yield f"What tells which lines touched a row is not what the journal says. {_ELSEWHERE}. {_MEND}"
        # The number is raised in the transaction that writes the row, and never by handing it out alone.
        if not self._odd and (self._next() != self._highest + 1 or self._highest + 1 >= _ENDLESS):
            yield f"The number that the next new row gets is not what the journal says. {_ELSEWHERE}. {_MEND}"
        yield from (
            f"{name} is not what the rows say. {_ELSEWHERE}, or its drive failed. {_MEND}"
            for name in indexes.wrong(self._connection, self._version)
        )

    def _next(self) -> int:
        with suppress(*_UNLIKE):
            return next_id(self._connection)
        return 0


def _guarded(what: str, look: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Yield what a look finds; what SQLite cannot read is a fault of its own, and the other looks go on."""
    try:
        yield from look()
    except UNREADABLE as error:
        yield f"{what} cannot be read to its end ({error}). {_SINCE}."


def _told(faults: Iterator[str]) -> Iterator[str]:
    yield from islice(faults, _TOLD)
    more = sum(1 for _ in faults)
    if more:
        yield f"And {more} more of this sort."


def _fits(previous: str, line: LogLine, edits: str) -> bool:
    if line.program is None and (line.reason, line.note, line.documents) != ("", "", "[]"):
        return False  # lines from before the fifth schema have none of these, and their hash does not seal them
    try:
        return digest_of(previous, line, edits) == line.hash
    except (TypeError, ValueError):
        return False


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def _rows(connection: sqlite3.Connection, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the cells of a kind's rows; a case of an older schema lacks a table or a column."""
    known = _columns(connection, kind)
    names = [name for name in default_cells(kind) if name in known]
    if names:
        for cells in connection.execute(f"SELECT {', '.join(names)} FROM {kind}"):
            # SQLite lets a key of words be empty, which is not the row that has none of its own by default.
            yield {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None or name == "id"}


def _digest(kind: str, cells: dict[str, Any]) -> bytes:
    """Return what tells one state of a row from all others; a cell that is not there is what it is by default."""
    own = {**default_cells(kind), **cells}
    plain = [_plain(cell) if cell.__class__ in (bool, float) else cell for cell in own.values()]
    return hashlib.blake2b(_ENCODE([kind, *plain]).encode(), digest_size=32).digest()


def _weight(kind: str, cells: dict[str, Any] | None) -> int:
    """Return what a state of a row weighs; nothing where there is no row."""
    return 0 if cells is None else int.from_bytes(_digest(kind, cells), "big")


def _plain(cell: Any) -> Any:
    """Return a cell in the one form that the journal and SQLite, which knows no truth values, have in common."""
    return int(cell) if isinstance(cell, bool) or (isinstance(cell, float) and cell.is_integer()) else cell


def _differences(written: dict[str, Any], row: dict[str, Any]) -> str:
    names = [name for name in {**written, **row} if _plain(written.get(name)) != _plain(row.get(name))]
    told = [f"{name} was {_short(written.get(name))} and is {_short(row.get(name))}" for name in names[:3]]
    return "; ".join(told) + ("; …" if len(names) > len(told) else "")


def _short(cell: Any) -> str:
    words = "empty" if cell is None or cell == "" else str(cell)
    return words if len(words) <= _LETTERS else words[: _LETTERS - 1] + "…"


def _line(line: LogLine) -> str:
    by = f", {line.analyst}" if line.analyst else ""
    step = "" if line.step in (Step.DO, Step.AUTOMATIC) else f"{line.step} of "
    return f"line {line.number} ({step}{line.act} “{_short(line.about)}”, {line.at}{by})"


def _lines(first: int, last: int) -> str:
    return f"Line {first} is" if first == last else f"Lines {first} to {last} are"
