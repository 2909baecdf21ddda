"""Corpora: marked texts as spaCy's DocBin, cleaned so that a pipeline can learn from them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from workbench.errors import BadResource


def read(path: Path, labels: Mapping[str, str], vocab: Vocab) -> list[Doc]:
    """Return the texts of a corpus with its spans under our `labels`; spans of other labels are left out."""
    try:
        texts = DocBin().from_disk(path).get_docs(vocab)
        return [_cleaned(text, labels) for text in texts]
    except FileNotFoundError as error:
        raise BadResource(
            f"The corpus {path.name} is missing in {path.parent}. Say with --corpora where it is."
        ) from error
    except (OSError, ValueError, KeyError) as error:
        raise BadResource(f"The corpus {path.name} in {path.parent} is no DocBin of spaCy. Get it again.") from error


def part(name: str, texts: Sequence[Doc]) -> list[Doc]:
    """Return the texts meant by ``wikigold[:1500:5]``, every fifth of the first, or ``[~:1500:5]``: the others."""
    borders = name.removesuffix("]").partition("[")[2]
    numbers = [int(number) if number else None for number in borders.removeprefix("~").split(":")]
    meant = set(range(len(texts))[slice(*numbers)] if borders else range(len(texts)))
    return [text for place, text in enumerate(texts) if (place in meant) != borders.startswith("~")]


def write(texts: Iterable[Doc], path: Path) -> Path:
    """Write texts as a DocBin and return where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=texts).to_disk(path)
    return path


def unmarked(text: Doc, vocab: Vocab) -> Doc:
    """Return the bare tokens of a text, for a pipeline with this vocabulary."""
    return Doc(vocab, words=[token.text for token in text], spaces=[bool(token.whitespace_) for token in text])


def completed(texts: Sequence[Doc], guesser: Language) -> list[Doc]:
    """Add what `guesser` finds under labels that these texts do not know, where nothing is marked yet.

    A corpus without MISC would teach that a name of that kind is none.
    """
    known = {span.label_ for text in texts for span in text.ents}
    guesses = guesser.pipe(unmarked(text, guesser.vocab) for text in texts)
    return [
        _joined(text, [s for s in guess.ents if s.label_ not in known])
        for text, guess in zip(texts, guesses, strict=True)
    ]


def _joined(text: Doc, guesses: Iterable[Span]) -> Doc:
    free = [span for span in guesses if not any(token.ent_type for token in text[span.start : span.end])]
    spans = [Span(text, span.start, span.end, label=span.label_) for span in free if _sound(text, span.start, span.end)]
    text.set_ents([*text.ents, *spans])
    return text


def _cleaned(text: Doc, labels: Mapping[str, str]) -> Doc:
    words = [unicodedata.normalize("NFC", token.text) for token in text]
    clean = Doc(text.vocab, words=words, spaces=[bool(token.whitespace_) for token in text])
    spans = [Span(clean, *_trimmed(span), label=labels[span.label_]) for span in text.ents if span.label_ in labels]
    clean.set_ents([span for span in spans if _sound(clean, span.start, span.end)])
    return clean


def _trimmed(span: Span) -> tuple[int, int]:
    """Return the borders of a span without white space at its ends: spaCy refuses such spans (E024)."""
    words = [token.i for token in span if not token.is_space]
    return (words[0], words[-1] + 1) if words else (span.start, span.start)


def _sound(text: Doc, start: int, end: int) -> bool:
    return start < end and not any(token.is_space for token in text[start:end])
