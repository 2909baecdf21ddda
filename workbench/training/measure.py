"""How right a pipeline is: spans and labels exactly as marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from workbench.training.corpora import unmarked

#: What the goals are set for.
NAMES = ("PER", "ORG", "LOC")


@dataclass(frozen=True)
class Score:
    """Spans found that are marked, found in all, and marked in all."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        """Return the share of found spans that are right, in per cent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of marked spans that are found, in per cent."""
        return 100 * self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, in per cent."""
        return 200 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


def scores(nlp: Language, texts: Sequence[Doc]) -> dict[str, Score]:
    """Return the score of each label, and under "PER ORG LOC" that of these three together."""
    guesses = nlp.pipe(unmarked(text, nlp.vocab) for text in texts)
    pairs = [(_spans(text), _spans(guess)) for text, guess in zip(texts, guesses, strict=True)]
    labels = sorted({label for pair in pairs for spans in pair for _, _, label in spans})
    return {" ".join(NAMES): _score(pairs, NAMES), **{label: _score(pairs, [label]) for label in labels}}


Spans = set[tuple[int, int, str]]


def _spans(text: Doc) -> Spans:
    return {(span.start, span.end, span.label_) for span in text.ents}


def _score(pairs: Iterable[tuple[Spans, Spans]], labels: Sequence[str]) -> Score:
    kept = [tuple({span for span in spans if span[2] in labels} for spans in pair) for pair in pairs]
    return Score(sum(len(a & b) for a, b in kept), sum(len(b) for _, b in kept), sum(len(a) for a, _ in kept))
