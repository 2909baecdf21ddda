"""`make bench`: one row a measure; the exit code is 1 where a goal is missed. Words given choose measures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import (
    bulk,
    charts,
    corrections,
    imports,
    opening,
    reading,
    ready,
    reckonings,
    resident,
    searching,
    verifying,
    windows,
)
from tests.bench import extraction as extracting
from tests.bench.measure import HEADER, Measure, Row, line, take

ROOMS: Sequence[Callable[[Path], Iterator[Measure]]] = (
    windows.measures,
    ready.measures,
    extracting.measures,
    bulk.measures,
    corrections.measures,
    imports.measures,
    opening.measures,
    resident.measures,
    searching.measures,
    verifying.measures,
    reading.measures,
    reckonings.measures,
    charts.measures,
)


def main(words: Sequence[str]) -> int:
    """Run the measures whose names hold one of `words` (all where there are none)."""
    print(line(HEADER))
    with TemporaryDirectory(prefix="bench-") as folder:
        rows = [row for measures in ROOMS for row in taken(measures(Path(folder)), words)]
    missed = [row.measure.name for row in rows if not row.reached]
    print(
        f"\n{len(rows) - len(missed)} of {len(rows)} goals reached" + "".join(f"\n  missed: {name}" for name in missed)
    )
    return bool(missed) or not rows


def taken(measures: Iterator[Measure], words: Sequence[str]) -> Iterator[Row]:
    """Take the chosen measures and print each row as it is ready."""
    for measure in measures:
        if not words or any(word in measure.name for word in words):
            row = take(measure)
            print(line(row.cells()), flush=True)
            yield row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
