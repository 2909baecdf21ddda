"""Examining a case of 100,000 lines of the journal, against reading and hashing the bare lines."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corrections import correcting
from tests.bench.material import case_of
from tests.bench.measure import Measure, processor_seconds
from workbench.case import verify

LINES = 100_000


def measures(folder: Path) -> Iterator[Measure]:
    """Yield the measure of `verify`."""
    path = folder / "lines.case"
    case = case_of(path, 100)
    correct = correcting(case)
    with case.together():
        for _ in range(case.log(limit=1)[0].number, LINES):
            correct()
    case.close()
    yield Measure(
        f"verify, {LINES:,} lines of the journal",
        "SELECT of the same lines, SHA-256 over each (both as the time of one core)",
        "s",
        10,
        lambda: processor_seconds(lambda: verify(path)),
        lambda: processor_seconds(lambda: bare(path)),
        3,
        absolute=True,
    )


def bare(path: Path) -> None:
    """Read and hash every line, with nothing of ours."""
    raw = sqlite3.connect(path)
    for (edits,) in raw.execute("SELECT edits FROM journal"):
        hashlib.sha256(edits.encode()).hexdigest()
    raw.close()
