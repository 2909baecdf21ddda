"""Many articles on two cores, against one: the rate once every process is warm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from time import perf_counter

from tests.bench.material import text_of
from tests.bench.measure import Measure
from workbench import resources
from workbench.commands.asked import Asked
from workbench.commands.reading import reader_of
from workbench.commands.workers import cores, in_order

#: Articles, of so many words; those that come back first only warm the processes up.
ARTICLES, WORDS, FIRST = 160, 450, 40
CORES = 2


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the measure of bulk extraction; nothing where there is one core only."""
    if cores() < CORES:
        return
    yield Measure(
        "bulk extraction, two cores",
        "the same articles on one core",
        "articles/s",
        1.8,
        lambda: rate(CORES),
        lambda: rate(1),
        1,
    )


def rate(jobs: int) -> float:
    """Return how many articles a second come back from as many processes, all warm."""
    results = in_order(claims_in, texts(), jobs, alone=0)
    for _ in islice(results, FIRST):
        pass
    begun = perf_counter()
    return sum(1 for _ in results) / (perf_counter() - begun)


@cache
def texts() -> list[str]:
    """Return the articles."""
    return [text_of(WORDS, seed) for seed in range(20_000, 20_000 + ARTICLES)]


def claims_in(text: str) -> int:
    """Read an article in whatever process this is; return how many claims it makes."""
    return len(reader_of(resources.folder()).find(text, Asked("de")).claims)
