from __future__ import annotations

import pytest
from spacy.language import Language

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.claims import drafts_of, sentences_of
from workbench.extraction.extractor import Extractor


def test_drafts_stand_in_the_order_of_the_text(pipelines: dict[str, Language]) -> None:
    doc = pipelines["de"]("Neun Bauern starben. Vier Lehrer, darunter zwei Frauen, wurden verletzt.")
    starts = [draft.group.start for draft in drafts_of(doc)]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_sentence_without_a_word_of_harm_has_no_groups(pipelines: dict[str, Language]) -> None:
    (sentence,) = sentences_of(pipelines["de"]("Es war ein ruhiger Tag."))
    assert [group for group in sentence.groups if not group.elliptic and group.known] == []


def test_an_endless_sentence_is_read_in_pieces(pipelines: dict[str, Language]) -> None:
    doc = pipelines["de"]("und neun Bauern wurden getötet " * 400)
    assert all(sentence.end - sentence.start <= 400 for sentence in sentences_of(doc))
    assert len(drafts_of(doc)) > 300


def test_insgesamt_and_also_are_noted(extractor: Extractor) -> None:
    (total,) = claims(extractor, "Insgesamt starben neun Bauern.")
    assert "relation: total" in total.rules
    (both,) = claims(extractor, "Auch die beiden Angreifer starben.")
    assert "relation: additional" in both.rules


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Jedes Jahr ertrinken in dem See rund 40 Menschen."),
        ("de", "Im Schnitt sterben dort täglich drei Bauern."),
        ("en", "About 40 people drown in the lake every year."),
    ],
)
def test_rates_count_nobody(extractor: Extractor, language: str, text: str) -> None:
    assert told(extractor, text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was not clear how many people were killed.", []),
        ("Nine farmers were killed; the army did not say how many of them were fighters.", ["killed 9"]),
        ("Many people were killed.", ["killed 10-"]),
    ],
)
def test_who_asks_how_many_counts_nobody(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected
