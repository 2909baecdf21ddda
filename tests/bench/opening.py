"""Opening a case of 10,000 articles: the queue with its first page, against the list's rows by index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.material import case_of
from tests.bench.measure import Measure, seconds
from ui.models.article_list import ARTICLE, OPEN, ArticleFilter, ArticleListModel
from ui.session import Session
from workbench import registers, resources
from workbench.reckoning import conventions

ARTICLES = 10_000
#: So many rows stand in a high window.
SHOWN = 30
ROWS = (
    "SELECT article.id, title, outlet, published, language, state, (SELECT count(*) FROM claim WHERE"
    " claim.article_id = article.id AND status = 'proposed') FROM article ORDER BY article.id"
)


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of opening."""
    path = folder / "10000.case"
    case_of(path, ARTICLES).close()
    shipped = resources.folder()
    table = conventions.load(shipped / "conventions" / "vague_numbers.tsv")
    session = Session(registers.load(shipped / "registers"), table, "bench")
    yield Measure(
        f"open a case of {ARTICLES:,} articles",
        "SQLite by itself: all rows of the list, by index",
        "s",
        5,
        opening(session, path),
        bare(path),
    )
    session.close_case()


def opening(session: Session, path: Path) -> Callable[[], float]:
    """Return a function that opens the case, has the queue list it, and returns the seconds that takes."""

    def show() -> None:
        queue = ArticleListModel(session)
        shown = ArticleFilter(session, queue)
        for row in range(min(SHOWN, shown.rowCount())):
            index = shown.index(row, 0)
            read = (index.data(), index.data(ARTICLE), index.data(OPEN))
            if None in read:
                raise AssertionError(f"row {row} is not read")
        queue.deleteLater()
        shown.deleteLater()

    def take() -> None:
        session.open(path)
        show()

    def again() -> float:
        session.close_case()
        return seconds(take)

    return again


def bare(path: Path) -> Callable[[], float]:
    """Return a function that reads the list's rows with nothing of ours."""

    def read() -> None:
        raw = sqlite3.connect(path)
        raw.execute(ROWS).fetchall()
        raw.close()

    return lambda: seconds(read)
