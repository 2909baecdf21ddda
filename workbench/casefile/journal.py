"""The journal: every act, in order, each line chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.casefile.batches import Batch, How
from workbench.casefile.codec import Cell, Row, to_json
from workbench.casefile.rows import id_of
from workbench.changes import Change
from workbench.history import Step
from workbench.model.article import Document

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
#: Rows of these kinds stand column by column where several of an article come at once.
_BY_COLUMNS = ("mention", "claim")
#: The columns of a LogLine.
HEAD = "number, step, takes_back, act, about, analyst, at, program, reason, note, documents, hash"


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the journal without its edits; `at` is UTC, ISO 8601; `hash` SHA-256 in hexadecimal.

    `program` is None in lines from before the fifth schema. `documents` is a JSON list of the hashes of the bytes and
    of the text of each document that came with it, and, since the ninth schema, of its encoding. `article` is the
    (first) article in which something was done, 0 where there is none.
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


def append(connection: sqlite3.Connection, entry: Entry, edits: str, kept: Sequence[Document] = ()) -> LogLine:
    """Write a line with its edits, as `encode` returns them.

    The caller's transaction makes it one with the rows it speaks of, and the documents `kept`.
    """
    number, previous = head(connection)
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
        _compact([[document.sha256, digest_of_text(document.text), document.encoding] for document in kept]),
        "",
    )
    digest = digest_of(previous, line, edits)
    connection.execute(
        f"INSERT INTO journal ({HEAD}, edits) VALUES ({'?, ' * len(HEAD.split())}?)",
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
    return _ENCODE(value)


def encode(batches: Iterable[Batch]) -> str:
    """Return edits as the journal keeps them: a JSON list of kind, before, after.

    Mentions or claims that are added together, as nearly all rows of a case were, stand column by column: kind, how
    many, and the columns, each with the one cell that they share or a list of them. That is a third as long.
    """
    return _compact([item for batch in batches for item in _items(batch)])


def _items(batch: Batch) -> Iterator[list[Any]]:
    if batch.how is How.ADD and batch.kind in _BY_COLUMNS and len(batch.edits) > 1:
        columns = {name: cells[0] if _are_one(cells) else cells for name, cells in batch.columns.items()}
        yield [batch.kind, len(batch.edits), columns]
    else:
        yield from ([edit.kind, to_json(edit.before), to_json(edit.after)] for edit in batch.edits)


def _are_one(cells: Sequence[Cell]) -> bool:
    return cells.count(cells[0]) == len(cells)


def opened(edits: str) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Yield the edits of a line one by one: kind, before, after.

    ValueError, KeyError, TypeError or AttributeError where it holds what `encode` never returns.
    """
    for kind, before, after in json.loads(edits):
        if isinstance(before, int):
            yield from ((kind, None, row) for row in _rows(before, after))
        else:
            yield kind, before, after


def _rows(count: int, columns: dict[str, Any]) -> Iterator[Row]:
    """Yield the rows that stand column by column; cells that hold nothing are left out."""
    if len(columns["id"]) != count:
        raise ValueError(f"{len(columns['id'])} rows are said to be {count}")
    lists = [cells if isinstance(cells, list) else [cells] * count for cells in columns.values()]
    for cells in zip(*lists, strict=True):
        yield {name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None}
