"""One correction on disk: the same in a small case and a large one, and near what SQLite needs by itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from tests.bench.material import case_of
from tests.bench.measure import Measure, seconds
from workbench import acts
from workbench.case import Case

LARGE = 10_000
FLOOR = "one raw sqlite3 transaction (WAL, synchronous=FULL): a row updated, a line added"


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measures of a correction and of an undo in cases of 10 and of 10,000 articles."""
    small, large = case_of(folder / "10.case", 10), case_of(folder / "10000.case", LARGE)
    raw = raw_file(folder / "raw.db")
    for name, of in (("one correction", correcting), ("one undo", undoing)):
        ours = [(articles, of(case)) for articles, case in ((10, small), (LARGE, large))]
        for articles, act in ours:
            yield Measure(f"{name} on disk, case of {articles:,}", FLOOR, "s", 5, act, raw_correction(raw), 51)
        yield Measure(
            f"{name}, case of {LARGE:,} against 10",
            "the same in the case of 10 articles",
            "s",
            1.5,
            ours[1][1],
            ours[0][1],
            51,
        )
    for case in (small, large):
        case.close()
    raw.close()


def correcting(case: Case) -> Callable[[], float]:
    """Return a function that sets the side of one claim and returns the seconds until that was on disk."""
    (id_, *_) = [claim.id for claim in case.claims(case.articles()[-1].id)]
    sides = count()

    def correct() -> float:
        change = acts.edit_side(case.claim(id_), f"side {next(sides)}")
        return seconds(lambda: case.apply(change))

    return correct


def undoing(case: Case) -> Callable[[], float]:
    """Return a function that corrects a claim and returns the seconds until that was taken back on disk."""
    correct = correcting(case)

    def undo() -> float:
        correct()
        return seconds(case.undo)

    return undo


def raw_file(path: Path) -> sqlite3.Connection:
    """Make a file with the two tables a correction writes to, and a row."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE claim (id INTEGER PRIMARY KEY, side TEXT)")
    raw.execute("CREATE TABLE journal (number INTEGER PRIMARY KEY, edits TEXT)")
    raw.execute("INSERT INTO claim VALUES (1, '')")
    return raw


def raw_correction(raw: sqlite3.Connection) -> Callable[[], float]:
    """Return a function that does the same with nothing of ours."""
    edits = json.dumps([{"before": "x" * 600, "after": "x" * 600}])

    def write() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE claim SET side = side || 'x' WHERE id = 1")
        raw.execute("INSERT INTO journal (edits) VALUES (?)", (edits,))
        raw.execute("COMMIT")

    return lambda: seconds(write)
