from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from tests.workbench.training.conftest import marked
from workbench.training.measure import Score, scores


@pytest.fixture
def finder() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]  # as the name says: a ruler
        [
            {"label": "PER", "pattern": "Ana"},
            {"label": "LOC", "pattern": "Nubl"},
            {"label": "NORP", "pattern": "syrische"},
        ]
    )
    return nlp


def test_span_and_label_have_to_be_right(finder: Language) -> None:
    texts = [marked("Ana|PER Roth|| kam aus Nubl|LOC"), marked("Ana|LOC im syrische|NORP Nubl|LOC")]
    found = scores(finder, texts)
    assert found["PER ORG LOC"] == Score(right=2, found=4, marked=4)
    assert found["LOC"] == Score(2, 2, 3)
    assert found["PER"] == Score(0, 2, 1)
    assert found["NORP"] == Score(1, 1, 1)


def test_shares_are_in_per_cent() -> None:
    score = Score(right=3, found=4, marked=6)
    assert (score.precision, score.recall, score.f1) == (75.0, 50.0, 60.0)


def test_nothing_found_and_nothing_marked_is_no_error() -> None:
    score = Score(0, 0, 0)
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)
