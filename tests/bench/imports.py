"""Taking in 10,000 articles, with the search index and 30 spans each, against SQLite by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.bench.material import document_of, findings_of, take_in, text_of
from tests.bench.measure import Measure, seconds
from workbench.case import Case
from workbench.commands.taking import TOGETHER
from workbench.model.article import Document
from workbench.model.findings import Findings

ARTICLES = 10_000
#: So many articles go to disk together at the floor.
TOGETHER_BARE = 1000
Reading = tuple[Document, Findings]


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of an import."""
    texts = [text_of(300, seed) for seed in range(ARTICLES)]
    readings = [(document_of(text), findings_of(text, 30, 0)) for text in texts]
    numbers = count()
    yield Measure(
        f"import of {ARTICLES:,} articles, FTS5, 30 spans each",
        "raw sqlite3, WAL, FTS5, executemany, 1,000 a transaction",
        "articles/s",
        0.5,
        lambda: ARTICLES / ours(folder / f"import-{next(numbers)}.case", readings),
        lambda: ARTICLES / bare(folder / f"import-{next(numbers)}.db", readings),
        1,
    )


def ours(path: Path, readings: list[Reading]) -> float:
    """Take everything in through `Case.apply`; return the seconds."""
    case = Case.create(path, "bench")
    taken = seconds(lambda: take_in_all(case, readings))
    case.close()
    return taken


def groups(readings: list[Reading], size: int) -> list[list[Reading]]:
    """Return the readings in groups of a size."""
    return [readings[start : start + size] for start in range(0, len(readings), size)]


def take_in_all(case: Case, readings: list[Reading]) -> None:
    """Take articles in, group by group."""
    for group in groups(readings, TOGETHER):
        with case.together():
            for reading in group:
                take_in(case, *reading)


def bare(path: Path, readings: list[Reading]) -> float:
    """Write the same texts and spans with nothing of ours; return the seconds."""
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE article (id INTEGER PRIMARY KEY, body TEXT, content BLOB)",
        "CREATE TABLE span (article INTEGER, first INTEGER, last INTEGER, text TEXT, label TEXT)",
        "CREATE VIRTUAL TABLE search USING fts5(body, content='article', content_rowid='id', prefix='2 3')",
    ):
        raw.execute(statement)
    taken = seconds(lambda: write(raw, readings))
    raw.close()
    return taken


def write(raw: sqlite3.Connection, readings: list[Reading]) -> None:
    """Write everything, in as many transactions as it takes."""
    for first, group in enumerate(groups(readings, TOGETHER_BARE)):
        raw.execute("BEGIN")
        for id_, reading in enumerate(group, first * TOGETHER_BARE):
            write_one(raw, id_, *reading)
        raw.execute("COMMIT")


def write_one(raw: sqlite3.Connection, id_: int, document: Document, findings: Findings) -> None:
    """Write one article with its spans."""
    raw.execute("INSERT INTO article VALUES (?, ?, ?)", (id_, document.text, document.content))
    raw.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (id_, document.text))
    spans = [(id_, m.span.start, m.span.end, m.text, m.label.value) for m in findings.mentions]
    raw.executemany("INSERT INTO span VALUES (?, ?, ?, ?, ?)", spans)
