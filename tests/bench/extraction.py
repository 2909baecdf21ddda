"""Reading articles: the whole chain, the grammar alone, and how their time grows with the length of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import spacy

from tests.bench.material import dense_of, text_of
from tests.bench.measure import Measure, processor_seconds
from workbench import registers, resources
from workbench.extraction.extractor import Extractor
from workbench.reckoning import conventions

ARTICLES, WORDS = 12, 450
#: Thousands of letters; the growth of each is taken against the one of `BASE`.
LENGTHS, BASE = (1, 100, 1000), 10
#: Texts of less than this are read several times over, so that there is something to measure.
LEAST = 50
GROWTH = 1.5


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the measures of extraction."""
    folder = resources.folder()
    known = registers.load(folder / "registers")
    table = conventions.load(folder / "conventions" / "vague_numbers.tsv")
    extractor = Extractor(known, folder, table)
    yield from chain(extractor, folder)
    yield from grammar(extractor)
    yield from growth(extractor, "ordinary text", lambda letters, seed: text_of(letters // 7, seed)[:letters])
    yield from growth(extractor, "casualties throughout", dense_of)


def chain(extractor: Extractor, folder: Path) -> Iterator[Measure]:
    """Yield the measure of the whole chain against the trained pipeline that is its largest part."""
    path = folder / "pipelines" / "de"
    if not path.is_dir():
        return
    seeds, trained = count(), spacy.load(path)
    yield Measure(
        "extraction of a news article, whole chain, one core",
        "the shipped German pipeline alone, article by article",
        "words/s",
        0.6,
        lambda: words_a_second(lambda text: extractor.read(text, language="de"), seeds),
        lambda: words_a_second(trained, seeds),
    )


def grammar(extractor: Extractor) -> Iterator[Measure]:
    """Yield the measure of the grammar: from tokens, names and dates to claims and incidents."""
    seeds, blank, reader = count(10_000), spacy.blank("de"), extractor.reader("de")

    def ours() -> float:
        texts = [text_of(WORDS, next(seeds)) for _ in range(ARTICLES)]
        articles = [(*reader.prepare(text, None), text) for text in texts]
        for doc, *_ in articles:
            doc.user_data.pop("words")  # the naming made a table of the tokens, which is the grammar's to make
        taken = processor_seconds(lambda: [reader.understand(doc, found, text, None) for doc, found, text in articles])
        return sum(len(text.split()) for text in texts) / taken

    yield Measure(
        "the grammar alone, on a tokenised document, one core",
        "spacy.blank tokenizer alone",
        "words/s",
        40_000,
        ours,
        lambda: words_a_second(blank.make_doc, seeds),
        absolute=True,
    )


def growth(extractor: Extractor, kind: str, made: Callable[[int, int], str]) -> Iterator[Measure]:
    """Yield the measures of growth: the time for a thousand letters of a longer text against that of a shorter."""
    seeds = count(20_000)

    def of(thousands: int) -> Callable[[], float]:
        def ours() -> float:
            texts = [made(thousands * 1000, next(seeds)) for _ in range(max(1, LEAST // thousands))]
            taken = processor_seconds(lambda: [extractor.read(text, language="de") for text in texts])
            return taken / thousands / len(texts)

        return ours

    for thousands in LENGTHS:
        yield Measure(
            f"a kB of {thousands:,} kB, {kind}",
            f"a kB of {BASE} kB, whole chain as well",
            "s",
            GROWTH,
            of(thousands),
            of(BASE),
            1 if thousands == max(LENGTHS) else 3,
        )


def words_a_second(read: Callable[[str], object], seeds: Iterator[int]) -> float:
    """Return how many words `read` takes in a second, of articles it has not seen."""
    texts = [text_of(WORDS, next(seeds)) for _ in range(ARTICLES)]
    return sum(len(text.split()) for text in texts) / processor_seconds(lambda: [read(text) for text in texts])
