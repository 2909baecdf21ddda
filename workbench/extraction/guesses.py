"""The ``trained`` component: what a trained pipeline takes for a name, one reading a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction.trained import Trained
from workbench.extraction.words import Words, words_of
from workbench.model.mention import Label

#: Longer documents are handed on in pieces of so many words, so that they need no more memory than articles.
PIECE = 2_000
#: Where a pipeline does not say how often it is right, it is taken to be so often.
_UNKNOWN = 0.5
#: What is right less often than one time in three is no find.
_LEAST = 0.33
#: What the labels of pipelines are here, those of GermEval and of OntoNotes; others name nothing a case needs.
_LABELS: Mapping[str, Label] = {
    "PER": Label.PERSON,
    "PERSON": Label.PERSON,
    "ORG": Label.ORG,
    "LOC": Label.LOC,
    "GPE": Label.GPE,
    "FAC": Label.FACILITY,
    "NORP": Label.NORP,
    "WEAPON": Label.WEAPON,
}
#: What marks a label whose words are a compound with a name for its first part: HTS-Kämpfer.
_PART = "part"


@dataclass(frozen=True, slots=True)
class Guess:
    """Code points [start, end) that a pipeline takes for a name; `part` says that only their beginning is one."""

    start: int
    end: int
    label: Label
    confidence: float
    part: bool = False


@Language.factory("trained")
def make_guesser(nlp: Language, name: str) -> Guesser:
    """Make the component; it guesses nothing until it is given a pipeline to use."""
    return Guesser()


class Guesser:
    """Runs a trained pipeline over the words of a document; `guesses_of` returns what it found."""

    def __init__(self) -> None:
        self._trained: Trained | None = None

    def use(self, trained: Trained) -> None:
        """Guess with this pipeline from now on; documents have to share its vocabulary."""
        self._trained = trained

    def __call__(self, doc: Doc) -> Doc:
        """Note what is guessed in `doc`; its words stay as they are."""
        if self._trained is not None:
            doc.user_data["guesses"] = [*self._guesses(self._trained, words_of(doc))]
        return doc

    def _guesses(self, trained: Trained, words: Words) -> Iterator[Guess]:
        for start, piece in _pieces(words):
            for found in _read(trained.nlp, piece).ents:
                kind = found.label_.removesuffix(_PART)
                sure = trained.precision.get(found.label_, _UNKNOWN)
                if kind in _LABELS and sure >= _LEAST:
                    first, last = words.chars(start + found.start, start + found.end)
                    yield Guess(first, last, _LABELS[kind], sure, part=kind != found.label_)


def _read(nlp: Language, doc: Doc) -> Doc:
    """Run a pipeline over a document that is cut into words already."""
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def guesses_of(doc: Doc) -> list[Guess]:
    """Return what a trained pipeline took for names in `doc`, in its order; nothing where none has read it."""
    found: list[Guess] = doc.user_data.get("guesses", [])
    return found


def _pieces(words: Words) -> Iterator[tuple[int, Doc]]:
    """Yield the document in pieces that end where a sentence does, each with its first word's position.

    Most are short enough to be their own piece, and are not copied.
    """
    if len(words) <= PIECE:
        yield 0, words.doc
        return
    spaces: Any = words.doc.to_array("SPACY")
    start = 0
    while start < len(words):
        end = _end_of(words, start)
        yield start, Doc(words.doc.vocab, words=words.text[start:end], spaces=spaces[start:end].astype(bool).tolist())
        start = end


def _end_of(words: Words, start: int) -> int:
    """Return where the piece that starts at a word ends: after the last full stop or line in reach."""
    most = min(start + PIECE, len(words))
    if most == len(words):
        return most
    stops = (i + 1 for i in range(most - 1, start + PIECE // 2, -1) if words.stop(i) or "\n" in words.text[i])
    return next(stops, most)
