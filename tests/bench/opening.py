"""Opening a case of 10,000 articles until their list can be shown, against the bare rows of that list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tests.bench.material import case_of
from tests.bench.measure import Measure, seconds
from workbench.case import Case

ARTICLES = 10_000


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of opening a case."""
    path = folder / "10000.case"
    case_of(path, ARTICLES).close()
    yield Measure(
        f"open a case of {ARTICLES:,} articles",
        "SELECT of the rows that a list of articles needs, and of those with open claims, by index",
        "s",
        5,
        lambda: seconds(lambda: ours(path)),
        lambda: seconds(lambda: bare(path)),
    )


def ours(path: Path) -> None:
    """Open a case, and read what the window shows first: the articles, what is open in each, what undo takes back."""
    case = Case.open(path, "bench")
    assert len(case.articles()) == ARTICLES
    assert len(case.counts()) == ARTICLES
    assert case.undo_about()
    case.close()


def bare(path: Path) -> None:
    """Read the same rows with nothing of ours."""
    raw = sqlite3.connect(path)
    columns = "id, document, title, language, outlet, published, file_name, media_type, imported_at, state"
    raw.execute(f"SELECT {columns} FROM article").fetchall()
    raw.execute("SELECT article_id, count(*) FROM claim WHERE status = 'proposed' GROUP BY article_id").fetchall()
    raw.close()
