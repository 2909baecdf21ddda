"""The journal as it is read: lines chosen, changes taken out of them, all of them folded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from workbench.casefile.codec import from_json
from workbench.casefile.guards import decoding
from workbench.casefile.journal import HEAD, LogLine, opened
from workbench.casefile.rows import id_of
from workbench.changes import Change, Edit
from workbench.history import Line, Step
from workbench.model.wanted import Held, Wanted

#: The id of the first article that a line's edits name, or 0; read off the text, for some lines hold thousands of rows.
_ARTICLE = """CAST(CASE
    WHEN substr(edits, 1, 11) = '[["article"' THEN substr(edits, instr(edits, '"id":') + 5, 20)
    WHEN instr(edits, '"article_id":') THEN substr(edits, instr(edits, '"article_id":') + 13, 20)
    ELSE 0 END AS INTEGER)"""


def decode(text: str) -> tuple[Edit, ...]:
    """Return the edits of a journal line."""
    with decoding("A line of the journal"):
        return tuple(Edit(from_json(kind, before), from_json(kind, after)) for kind, before, after in opened(text))


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


def lines(
    connection: sqlite3.Connection, *, limit: int, before: int | None = None, wanted: Wanted | None = None
) -> list[LogLine]:
    """Return at most `limit` lines that are wanted, newest first, older than line `before` where it is given."""
    chosen = [*_chosen(wanted or Wanted()), *([] if before is None else [("number < ?", [before])])]
    where = f"WHERE {' AND '.join(condition for condition, _ in chosen)}" if chosen else ""
    parameters = [value for _, values in chosen for value in values]
    found = connection.execute(
        f"SELECT {HEAD}, {_ARTICLE} FROM journal {where} ORDER BY number DESC LIMIT ?", [*parameters, limit]
    )
    return [_line(cells) for cells in found]


def _chosen(wanted: Wanted) -> Iterator[tuple[str, list[Any]]]:
    """Yield the conditions of what is wanted, each with its parameters."""
    if wanted.automatic:
        yield "step = ?", [Step.AUTOMATIC]
    elif wanted.by is not None:
        yield "analyst = ? AND step <> ?", [wanted.by, Step.AUTOMATIC]
    if wanted.act:
        yield "act = ?", [wanted.act]
    if wanted.articles:
        parts = [part for id_ in wanted.articles for part in _naming(id_)]
        yield f"({' OR '.join(['instr(edits, ?)'] * len(parts))})", parts
    if wanted.since:
        yield "at >= ?", [wanted.since]
    if wanted.until:
        yield "at < ?", [wanted.until]


def _naming(article: int) -> tuple[str, ...]:
    """Return how the edits of a line name an article; in the words of a cell the quotes would be escaped."""
    return f'"article_id":{article},', f'["article",{{"id":{article},', f'["article",null,{{"id":{article},'


def held(connection: sqlite3.Connection) -> Held:
    """Return by what lines can be chosen."""
    analysts = connection.execute("SELECT DISTINCT analyst FROM journal WHERE step <> ?", [Step.AUTOMATIC]).fetchall()
    acts = connection.execute("SELECT DISTINCT act FROM journal").fetchall()
    first = connection.execute("SELECT at FROM journal ORDER BY number LIMIT 1").fetchone()
    with decoding("A line of the journal"):
        texts = [sorted(text_in(cell) for (cell,) in cells) for cells in (analysts, acts)]
        return Held(tuple(texts[0]), tuple(texts[1]), text_in(first[0]) if first else "")


def takers(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return the lines that take back another, each with that one."""
    return connection.execute("SELECT number, takes_back FROM journal WHERE takes_back IS NOT NULL").fetchall()


def lines_about(connection: sqlite3.Connection, kind: str, row_id: str) -> list[LogLine]:
    """Return the lines in which an analyst changed a row, oldest first."""
    columns = ", ".join(f"journal.{name}" for name in HEAD.split(", "))
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


def text_in(cell: object) -> str:
    """Return a cell's words; TypeError where it holds none."""
    if not isinstance(cell, str):
        raise TypeError("words are missing")
    return cell
