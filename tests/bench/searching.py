"""Searching 100,000 articles: what the window asks for as words are typed, against FTS5 by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.material import article_of, document_of, text_of
from tests.bench.measure import Measure, seconds
from workbench.case import Case, Lookup
from workbench.casefile.batches import batches
from workbench.casefile.connection import open_existing
from workbench.casefile.texts import update
from workbench.casefile.writing import moved
from workbench.changes import adding
from workbench.model.search import Sought

ARTICLES, WORDS, DIFFERENT = 100_000, 60, 2_000
#: Words of few articles, of many and of nearly all, several at once, and beginnings; and FTS5's way to ask for them.
TYPED = {
    "Bericht 77": "bericht 77*",
    "krankenhäuser": "krankenhäuser*",
    "soldaten getötet": "soldaten getötet*",
    "muenchen": "münchen*",
    "beobachtungs": "beobachtungs*",
    "gefe": "gefe*",
    "in idlib wurden": "in idlib wurden*",
}


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measures of a search for each of the words."""
    texts = [text_of(WORDS, seed) for seed in range(DIFFERENT)]
    case, raw = ours(folder / "search.case", texts), bare(folder / "search.db", texts)
    lookup = case.lookup()
    for typed, asked in TYPED.items():
        yield Measure(
            f"search of {ARTICLES:,} articles: {typed}",
            "bare FTS5: the best 50 by bm25, each with a snippet",
            "s",
            3,
            searching(lookup, typed),
            searching_bare(raw, asked),
        )
    case.close()
    raw.close()


def searching(lookup: Lookup, typed: str) -> Callable[[], float]:
    """Return a function that searches and returns the seconds that takes."""
    return lambda: seconds(lambda: lookup.search(Sought(typed)))


def searching_bare(raw: sqlite3.Connection, asked: str) -> Callable[[], float]:
    """Return a function that does the same with nothing of ours."""
    sql = (
        "SELECT rowid, title, snippet(search, 1, '<', '>', '…', 16) FROM search WHERE search MATCH ?"
        " ORDER BY bm25(search) LIMIT 50"
    )
    return lambda: seconds(lambda: raw.execute(sql, (asked,)).fetchall())


def ours(path: Path, texts: list[str]) -> Case:
    """Make a case of as many articles; it has no journal of them, which no search looks at."""
    Case.create(path, "bench").close()
    db = open_existing(path)
    for number in range(1, ARTICLES + 1):
        text = f"{texts[number % len(texts)]} {number}"
        document = document_of(text)
        article = article_of(number, document)
        db.conn.execute("INSERT INTO document VALUES (?, ?, ?, ?)", (document.sha256, "utf-8", text, document.content))
        db.conn.execute(
            "INSERT INTO article (id, document, title, language, outlet, file_name, media_type, imported_at, state)"
            " VALUES (?, ?, ?, 'de', '', '', '', '', 'new')",
            (number, document.sha256, article.title),
        )
        update(db.conn, moved([batches(adding([article]))]))
    db.conn.commit()
    db.close()
    return Case.open(path, "bench")


def bare(path: Path, texts: list[str]) -> sqlite3.Connection:
    """Index the same texts with nothing of ours."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("CREATE VIRTUAL TABLE search USING fts5(title, body, prefix='2 3')")
    raw.execute("BEGIN")
    rows = ((texts[number % len(texts)], number) for number in range(1, ARTICLES + 1))
    raw.executemany(
        "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)",
        ((number, text.partition("\n")[0], f"{text} {number}") for text, number in rows),
    )
    raw.execute("COMMIT")
    return raw
