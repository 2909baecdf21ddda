"""Whether what is kept to find rows by holds what the rows say, and how it is made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from workbench.casefile import rows, tallies
from workbench.casefile.guards import UNREADABLE, decoding, is_damage
from workbench.casefile.journal import opened
from workbench.casefile.writing import KEPT
from workbench.changes import KINDS
from workbench.folding import folded
from workbench.history import Step
from workbench.likeness import marks
from workbench.searching import fold

#: From which schema on each is reckoned as it is now.
_COUNTED_SINCE, _FOLDED_SINCE = 7, 9
#: So many rows are held while the indexes are made anew.
_TOGETHER = 2000
#: FTS5 keeps no more bytes of a word.
_LONGEST = 32_768

_ARTICLES = "SELECT article.id, article.title, body, copy_of FROM article_text JOIN article USING (id)"
_REMARKS = (
    "SELECT id, number_text || ' ' || victims_text || ' ' || attribution_text, note FROM claim",
    "SELECT id, title, '' FROM incident",
    "SELECT id, '', note FROM assessment",
    "SELECT id, '', rationale FROM override",
)
_NAMED = (
    ("mention", "SELECT id, text FROM mention WHERE text <> ''"),
    ("claim", "SELECT id, victims_text FROM claim WHERE victims_text <> ''"),
)
_EMPTY = (
    "INSERT INTO article_search (article_search) VALUES ('delete-all')",
    "INSERT INTO remark_search (remark_search) VALUES ('delete-all')",
    "DELETE FROM words",
    "DELETE FROM likeness",
    "DELETE FROM tally",
    "DELETE FROM journal_row",
    "DELETE FROM case_info WHERE key = 'next_id'",
)


def wrong(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Yield which indexes and counts do not hold what the rows say, or cannot be read.

    What rows say and what an index holds is weighed: each entry adds a number that tells it from all others, so that
    it takes little memory, however large the case.
    """
    if version >= _FOLDED_SINCE:
        yield from _articles(connection)
        yield from _unlike("The search index of claims and notes", lambda: _remarks(connection))
    if version >= _COUNTED_SINCE:
        yield from (f"The kept count by {what}" for what in tallies.wrong(connection))
    if version >= _FOLDED_SINCE:
        yield from _unlike("The index of words", lambda: _words(connection))


def _unlike(name: str, balance: Callable[[], int]) -> Iterator[str]:
    """Yield the name of an index where its entries and what the rows say do not weigh the same."""
    try:
        unlike = balance() != 0
    except UNREADABLE as error:
        if not is_damage(error):  # the drive may be full, or the examination stopped
            raise
        unlike = True
    if unlike:
        yield name


def _articles(connection: sqlite3.Connection) -> Iterator[str]:
    searched = marked = 0
    for id_, title, text, copy_of in connection.execute(_ARTICLES):
        words = _fold(text)
        searched += hash((id_, "")) + _weight(id_, ("title", _fold(title)), ("body", words))
        if copy_of is None:
            marked += sum(hash((mark, id_)) for mark in marks(words))
    listed = "SELECT id, '' FROM article_search_docsize"
    yield from _unlike(
        "The search index of articles",
        lambda: searched - _indexed(connection, "article_search") - sum(map(hash, connection.execute(listed))),
    )
    held = "SELECT mark, article FROM likeness"
    yield from _unlike("The index of passages", lambda: marked - sum(map(hash, connection.execute(held))))


def _remarks(connection: sqlite3.Connection) -> int:
    said = (row for sql in _REMARKS for row in connection.execute(sql))
    weight = sum(_weight(id_, ("words", _fold(words)), ("note", _fold(note))) for id_, words, note in said)
    return weight - _indexed(connection, "remark_search")


def _words(connection: sqlite3.Connection) -> int:
    said = (
        (folded(text), kind, id_) for kind, sql in _NAMED for id_, text in connection.execute(sql) if _is_text(text)
    )
    held = connection.execute("SELECT folded, kind, row_id FROM words")
    return sum(map(hash, said)) - sum(map(hash, held))


def _is_text(cell: object) -> bool:
    # What is no text there is damage; it is told when its row is examined.
    return isinstance(cell, str)


def _fold(cell: object) -> str:
    return fold(cell) if isinstance(cell, str) else ""


def _weight(id_: int, *columns: tuple[str, str]) -> int:
    """Return what the entries of a row's folded words weigh in an index of the search."""
    return sum(
        hash((word[:_LONGEST], id_, column, place))
        for column, words in columns
        for place, word in enumerate(words.encode("utf-8", "surrogatepass").split())
    )


def _indexed(connection: sqlite3.Connection, index: str) -> int:
    """Return what the entries of an index of the search weigh."""
    with _entries(connection, index) as found:
        return sum(map(hash, found))


@contextmanager
def _entries(connection: sqlite3.Connection, index: str) -> Iterator[Iterable[tuple[bytes, int, str, int]]]:
    """Hold every word that an index of the search knows, with its row, its column and its place there."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.{index}_entries USING fts5vocab(main, {index}, instance)")
    try:
        yield connection.execute(f'SELECT CAST(term AS BLOB), doc, col, "offset" FROM temp.{index}_entries')
    finally:
        connection.execute(f"DROP TABLE temp.{index}_entries")


def make_anew(connection: sqlite3.Connection) -> None:
    """Empty all indexes and counts, and fill them from the rows and the journal; the caller's transaction holds it."""
    for statement in _EMPTY:
        connection.execute(statement)
    for type_ in KINDS.values():
        values = rows.select(connection, type_)
        while some := list(islice(values, _TOGETHER)):
            for follow in KEPT.values():
                follow(connection, {type_: [(None, value) for value in some]})
    for number, step, edits in connection.execute("SELECT number, step, edits FROM journal"):
        with decoding("A line of the journal"):
            touched = {(kind, (after or before or {})["id"]) for kind, before, after in opened(edits)}
        rows.raise_next_id(connection, (id_ for _, id_ in touched))
        if step != Step.AUTOMATIC:
            connection.executemany(
                "INSERT INTO journal_row (kind, row_id, number) VALUES (?, ?, ?)",
                [(kind, str(id_), number) for kind, id_ in touched],
            )
