"""The journal: every act, in order, each line chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workbench.casefile.codec import from_json, to_json
from workbench.casefile.guards import decoding
from workbench.casefile.rows import id_of
from workbench.changes import Change, Edit
from workbench.history import Line, Step
from workbench.model.article import Document

_HEAD = "number, step, takes_back, act, about, analyst, at, program, reason, note, documents, hash"
#: The id of the first article that a line's edits name, or 0; read off the text, for some lines hold thousands of rows.
_ARTICLE = """CAST(CASE
    WHEN substr(edits, 1, 11) = '[["article"' THEN substr(edits, instr(edits, '"id":') + 5, 20)
    WHEN instr(edits, '"article_id":') THEN substr(edits, instr(edits, '"article_id":') + 13, 20)
    ELSE 0 END AS INTEGER)"""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the journal without its edits; `at` is UTC, ISO 8601; `hash` SHA-256 in hexadecimal.

    `program` is None in lines from before the fifth schema. `documents` is a JSON list of the hashes of the bytes and
    of the text of each document that came with it. `article` is the (first) article in which something was done, 0
    where there is none.
    """

    number: int
    step: Step
    takes_back: int | None
    act: str
    about: str
    analyst: str
    at: str
    program: str | None
    reason: str
    note: str
    documents: str
    hash: str
    article: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written: a change, what it is to the history, who, when (UTC, ISO 8601) and with what."""

    change: Change
    step: Step
    takes_back: int | None
    analyst: str
    at: str
    program: str


def append(connection: sqlite3.Connection, entry: Entry, kept: Sequence[Document] = ()) -> LogLine:
    """Write a line; the caller's transaction makes it one with the rows it speaks of, and the documents `kept`."""
    number, previous = head(connection)
    edits = encode(entry.change.edits)
    line = LogLine(
        number + 1,
        entry.step,
        entry.takes_back,
        entry.change.act,
        entry.change.about,
        entry.analyst,
        entry.at,
        entry.program,
        entry.change.reason or "",
        entry.change.note,
        _compact([[document.sha256, digest_of_text(document.text)] for document in kept]),
        "",
    )
    digest = digest_of(previous, line, edits)
    connection.execute(
        f"INSERT INTO journal ({_HEAD}, edits) VALUES ({'?, ' * len(_HEAD.split())}?)",
        (*_head(line), digest, edits),
    )
    if entry.step is not Step.AUTOMATIC:
        rows = {id_of(edit.value) for edit in entry.change.edits}
        connection.executemany(
            "INSERT INTO journal_row (kind, row_id, number) VALUES (?, ?, ?)", [(*row, line.number) for row in rows]
        )
    return replace(line, hash=digest)


def _head(line: LogLine) -> tuple[Any, ...]:
    first = (line.number, line.step, line.takes_back, line.act, line.about, line.analyst, line.at)
    return (*first, line.program, line.reason, line.note, line.documents)


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return the number and the hash of the last line; 0 and nothing where there is none."""
    found = connection.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    return (found[0], found[1]) if found else (0, "")


def digest_of(previous: str, line: LogLine, edits: str) -> str:
    """Return a line's hash: SHA-256 over the previous hash and the line's canonical JSON."""
    head = _head(line)
    # Up to the fourth schema a line did not say which program wrote it, nor what came after that.
    canonical = _compact([*(head[:7] if line.program is None else head), edits])
    return digest_of_text(f"{previous}\n{canonical}")


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _compact(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode(edits: tuple[Edit, ...]) -> str:
    """Return edits as the journal keeps them: a JSON list of kind, before, after."""
    return _compact([[edit.kind, to_json(edit.before), to_json(edit.after)] for edit in edits])


def decode(text: str) -> tuple[Edit, ...]:
    """Return the edits of a journal line."""
    with decoding("A line of the journal"):
        return tuple(Edit(from_json(kind, before), from_json(kind, after)) for kind, before, after in json.loads(text))


def steps_newest_first(connection: sqlite3.Connection) -> Iterator[Line]:
    """Yield what history needs to know, without reading an edit."""
    for number, step in connection.execute("SELECT number, step FROM journal ORDER BY number DESC"):
        with decoding("A line of the journal"):
            line = Line(number, Step(step))
        yield line


def change_at(connection: sqlite3.Connection, number: int) -> Change:
    """Return the change that a line carried out."""
    found = connection.execute("SELECT act, about, step, edits FROM journal WHERE number = ?", (number,)).fetchone()
    with decoding("A line of the journal"):
        act, about, step, edits = map(text_in, found)
    return Change(act, decode(edits), about, automatic=step == Step.AUTOMATIC)


def lines(connection: sqlite3.Connection, *, limit: int, before: int | None = None) -> list[LogLine]:
    """Return at most `limit` lines, newest first, older than line `before` where it is given."""
    where = "" if before is None else "WHERE number < ?"
    parameters = [limit] if before is None else [before, limit]
    found = connection.execute(
        f"SELECT {_HEAD}, {_ARTICLE} FROM journal {where} ORDER BY number DESC LIMIT ?", parameters
    )
    return [_line(cells) for cells in found]


def lines_about(connection: sqlite3.Connection, kind: str, row_id: str) -> list[LogLine]:
    """Return the lines in which an analyst changed a row, oldest first."""
    columns = ", ".join(f"journal.{name}" for name in _HEAD.split(", "))
    found = connection.execute(
        f"SELECT {columns}, {_ARTICLE} FROM journal_row JOIN journal USING (number)"
        " WHERE kind = ? AND row_id = ? ORDER BY number",
        (kind, row_id),
    )
    return [_line(cells) for cells in found]


def rows_of_act(connection: sqlite3.Connection, kind: str, act: str) -> set[str]:
    """Return the ids of the rows of a kind on which an analyst's act was done and not taken back."""
    found = connection.execute(
        "SELECT row_id FROM journal JOIN journal_row USING (number) WHERE kind = ? AND act = ?"
        " GROUP BY row_id HAVING sum(CASE step WHEN 'undo' THEN -1 ELSE 1 END) > 0",
        (kind, act),
    )
    return {row_id for (row_id,) in found}


def _line(cells: tuple[Any, ...]) -> LogLine:
    with decoding("A line of the journal"):
        number, step, takes_back, *words, program, reason, note, documents, digest, article = cells
        act, about, analyst, at = map(text_in, words)
        datetime.fromisoformat(at)
        reason, note, documents, digest = map(text_in, (reason, note, documents, digest))
        by = None if program is None else text_in(program)
        return LogLine(
            number, Step(step), takes_back, act, about, analyst, at, by, reason, note, documents, digest, article
        )


def text_in(cell: object) -> str:
    """Return a cell's words; TypeError where it holds none."""
    if not isinstance(cell, str):
        raise TypeError("words are missing")
    return cell


def folded(connection: sqlite3.Connection) -> dict[tuple[str, str], object]:
    """Return the rows that the journal alone says the case holds, by kind and id."""
    rows: dict[tuple[str, str], object] = {}
    for (edits,) in connection.execute("SELECT edits FROM journal ORDER BY number"):
        for edit in decode(edits):
            if edit.after is None:
                rows.pop(id_of(edit.value), None)
            else:
                rows[id_of(edit.value)] = edit.after
    return rows
