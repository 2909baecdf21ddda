"""Many articles on two cores, against one: the rate once every process is warm."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

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
        3,
    )


def rate(jobs: int) -> float:
    """Return how many articles a second come back from as many processes, all warm, on cores of their own.

    What other programs of a busy machine took of a core while an article was read on it is not in it; what a process
    waits for, and what its end takes, is.
    """
    results = in_order(lost_on, texts(), jobs, alone=0)
    for _ in islice(results, FIRST):
        pass
    begun = perf_counter()
    lost = sum(results)
    return (ARTICLES - FIRST) / (perf_counter() - begun - lost / jobs)


@cache
def texts() -> list[str]:
    """Return the articles."""
    return [text_of(WORDS, seed) for seed in range(20_000, 20_000 + ARTICLES)]


def lost_on(text: str) -> float:
    """Read an article; return for how many seconds of that this process had no core."""
    begun, used = perf_counter(), process_time()
    reader_of(resources.folder()).find(text, Asked("de"))
    return perf_counter() - begun - (process_time() - used)
