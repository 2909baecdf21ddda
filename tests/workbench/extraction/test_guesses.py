"""Guesses in a document, by code points, whatever its length."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from workbench.extraction import guesses
from workbench.extraction.guesses import Guesser, guesses_of
from workbench.extraction.sentences import tokens
from workbench.extraction.trained import Trained
from workbench.model.mention import Label


@pytest.fixture
def ruled() -> Trained:
    """A pipeline that knows three words, in place of one that was trained."""
    nlp = spacy.blank("de")
    known = {"Wrobel": "PER", "Homs": "LOC", "HTS-Kämpfer": "ORGpart", "Weltkrieg": "MISC", "Hof": "ORG"}
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": kind, "pattern": word} for word, kind in known.items()])  # type: ignore[attr-defined] # a component's own method
    return Trained(nlp, {"PER": 0.7, "ORGpart": 0.6, "ORG": 0.3})


def read(trained: Trained, text: str) -> list[guesses.Guess]:
    nlp = spacy.blank("de", vocab=trained.nlp.vocab)
    guesser = nlp.add_pipe("trained")
    assert isinstance(guesser, Guesser)
    guesser.use(trained)
    return guesses_of(guesser(tokens(nlp, text)))


def test_guesses_have_our_labels_and_how_often_they_are_right_if_often_enough(ruled: Trained) -> None:
    found = read(ruled, "In Homs sah Wrobel vier HTS-Kämpfer am Hof nach dem Weltkrieg.")
    assert [(g.start, g.label, g.confidence, g.part) for g in found] == [
        (3, Label.LOC, 0.5, False),
        (12, Label.PERSON, 0.7, False),
        (24, Label.ORG, 0.6, True),
    ]


@Language.component("no_more_than_a_piece")
def no_more_than_a_piece(doc: Doc) -> Doc:
    assert len(doc) <= guesses.PIECE
    return doc


@pytest.mark.parametrize("filler", ["Nichts. ", "nichts ", "Nichts\n", "😀 ü\u0308 "])
def test_a_long_text_is_read_in_pieces(ruled: Trained, filler: str) -> None:
    ruled.nlp.add_pipe("no_more_than_a_piece")
    text = f"Wrobel {filler * 5000}sah Homs"
    assert [text[g.start : g.end] for g in read(ruled, text)] == ["Wrobel", "Homs"]


def test_without_a_pipeline_nothing_is_guessed() -> None:
    doc = spacy.blank("de")("Wrobel")
    assert guesses_of(Guesser()(doc)) == []
    assert guesses_of(doc) == []
