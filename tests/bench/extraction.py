"""Reading articles: the whole chain against spaCy's tokenizer and a phrase matcher over the same names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher

from tests.bench.material import text_of
from tests.bench.measure import Measure, seconds
from workbench import registers, resources
from workbench.extraction.extractor import Extractor
from workbench.reckoning import conventions

ARTICLES, WORDS = 12, 450


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the measure of extraction; it has no shipped pipeline to be compared with yet.

    The goal stands for 0.6 of a trained pipeline's 15–20 thousand words/s, which is a fiftieth of this floor.
    """
    folder = resources.folder()
    known = registers.load(folder / "registers")
    table = conventions.load(folder / "conventions" / "vague_numbers.tsv")
    extractor = Extractor(known, folder, table)
    seeds = count()
    blank = spacy.blank("de")
    matcher = PhraseMatcher(blank.vocab, attr="LOWER")
    names = {alias for actor in known.actors.values() for alias in (actor.name, *actor.aliases)}
    matcher.add("NAME", [blank.make_doc(name) for name in sorted(names)])

    yield Measure(
        "extraction of a news article, whole chain, one core",
        f"spacy.blank tokenizer + PhraseMatcher over {len(names):,} names; no trained pipeline ships yet",
        "words/s",
        0.02,
        lambda: words_a_second(lambda text: extractor.read(text, language="de"), seeds),
        lambda: words_a_second(lambda text: matcher(blank.make_doc(text)), seeds),
    )


def words_a_second(read: Callable[[str], object], seeds: Iterator[int]) -> float:
    """Return how many words `read` takes in a second, of articles it has not seen."""
    texts = [text_of(WORDS, next(seeds)) for _ in range(ARTICLES)]
    return sum(len(text.split()) for text in texts) / seconds(lambda: [read(text) for text in texts])
