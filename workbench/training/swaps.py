"""Names swapped for others of their kind: a pipeline learns what stands around names, and meets more of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.util import registry

from workbench.training import corpora
from workbench.training.names import Names, load

#: A word and whether a space follows it.
Word = tuple[str, bool]
Augmenter = Callable[[Language, Example], Iterator[Example]]


@registry.augmenters("names_swapped")  # type: ignore[untyped-decorator]  # catalogue has no types
def names_swapped(names: str, marked: str, texts: float, spans: float) -> Augmenter:
    """Return what yields each text and, of the share `texts` of those with names, a copy with names swapped.

    Of a copy's names the share `spans` is swapped: for names of the table `names`, or of the texts in `marked`.
    """
    return Swaps(load(Path(names)), Path(marked), texts, spans)


class Swaps:
    """The augmenter; its choices follow from the order of the texts alone."""

    def __init__(self, names: Names, marked: Path, texts: float, spans: float) -> None:
        self.names, self.texts, self.spans = names, texts, spans
        self.random = Random(0)
        self.nlp = spacy.blank(names.language)
        self.seen = _names_in(DocBin().from_disk(marked).get_docs(self.nlp.vocab))
        self.others = {
            "PER": self._person,
            "LOC": self._place,
            "ORG": self._organisation,
            "NORP": self._people,
            "ORGpart": self._compound,
            "LOCpart": self._compound,
        }

    def __call__(self, nlp: Language, example: Example) -> Iterator[Example]:
        """Yield the text and perhaps its copy."""
        yield example
        if example.reference.ents and self.random.random() < self.texts:
            copy = self.swapped(example.reference)
            yield Example(corpora.unmarked(copy, nlp.vocab), copy)

    def swapped(self, text: Doc) -> Doc:
        """Return a copy of a text with names swapped."""
        words: list[Word] = []
        names: list[tuple[int, int, str]] = []
        done = 0
        for span in text.ents:
            words += _words(text[done : span.start])
            begin, done = len(words), span.end
            words += self._instead_of(span)
            names.append((begin, len(words), span.label_))
        words += _words(text[done:])
        copy = Doc(text.vocab, words=[word for word, _ in words], spaces=[space for _, space in words])
        copy.set_ents([Span(copy, begin, end, label=label) for begin, end, label in names])
        return copy

    def _instead_of(self, span: Span) -> Sequence[Word]:
        other = self.others.get(span.label_)
        name = other(span) if other and self._by_chance(self.spans) else ""
        words = _words(self.nlp.make_doc(name))
        return [*words[:-1], (words[-1][0], bool(span[-1].whitespace_))] if words else _words(span)

    def _person(self, span: Span) -> str:
        if self._by_chance(0.35):
            return self._seen(span)
        family = self.random.choice(self.names.family)
        if len(span) > 1:
            family = f"{self.random.choice(self.names.given)} {family}"
        return self._inflected(family, span)

    def _place(self, span: Span) -> str:
        if self._by_chance(0.35):
            return self._seen(span)
        return self._inflected(self.random.choice(self.names.places), span)

    def _organisation(self, span: Span) -> str:
        return self._seen(span) if self._by_chance(0.5) else self.random.choice(self.names.organisations)

    def _people(self, span: Span) -> str:
        """Return inhabitants (Leipziger), where inhabitants of a town stand."""
        ending = self.names.inhabitants
        fits = ending and span.text[:1].isupper() and span.text.endswith(ending)
        return self.random.choice(self.names.peoples) if fits else ""

    def _compound(self, span: Span) -> str:
        """Return the compound with another name before its hyphen (HTS-Kämpfer)."""
        tail = span.text.partition("-")[2]
        heads = self.names.organisations if span.label_ == "ORGpart" else self.names.places
        head = self.random.choice(heads)
        return f"{head}-{tail}" if tail and len(span) == 1 and " " not in head else ""

    def _seen(self, span: Span) -> str:
        return self.random.choice(self.seen[span.label_] or [span.text])

    def _inflected(self, name: str, span: Span) -> str:
        ending = self.names.genitive
        takes = ending and span.text.endswith(ending) and name[-1] not in "sxzß" and self._by_chance(0.6)
        return name + ending if takes else name

    def _by_chance(self, share: float) -> bool:
        return self.random.random() < share


def _words(words: Span | Doc) -> list[Word]:
    return [(token.text, bool(token.whitespace_)) for token in words]


def _names_in(texts: Iterable[Doc]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for span in text.ents:
            names[span.label_].append(span.text)
    return names
