"""Who speaks in English news, by construction."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # a clause without commas on who speaks
        ("A nurse who asked not to be named said six people were killed.", "A nurse"),
        ("Two guards who were on duty said six people were killed.", "Two guards"),
        ("The men who police said were killed came from Aden. Six people died.", ""),
        # two who speak together
        ("Medics and villagers said six people were killed.", "Medics and villagers"),
        ("Police and hospital officials said six people were killed.", "Police and hospital officials"),
        ("The bridge fell and residents said six people were killed.", "residents"),
        # whose words they are
        ("A statement from the navy said six sailors were killed.", "A statement from the navy"),
        ("Sources close to the militia said six people were killed.", "Sources close to the militia"),
        ("Six bodies were found, a coroner was quoted as saying.", "a coroner"),
        ("By the army's count, six fighters were killed.", "the army"),
        ("By the end of the month, six fighters were killed.", ""),
        ("At least six people were killed, according to residents and two medics.", "residents"),
        # who says nothing
        ("The navy could not say how six sailors died.", ""),
        ("The confirmed death toll is 16.", ""),
        # headlines
        ("Six killed in market blast: police", "police"),
        ("Six people killed in market blast - police", "police"),
        ("Police: Six killed in market blast", "Police"),
    ],
)
def test_the_words_for_the_source(extractor: Extractor, text: str, source: str) -> None:
    assert {claim.attribution_text for claim in claims(extractor, text, "en")} == {source}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The official death toll stands at six, but residents say at least 20 died.", ["", "residents"]),
        ("Police said six people were killed, but medics said nine were killed.", ["Police", "medics"]),
        ("Six died on Monday, but according to the army nine were killed.", ["", "the army"]),
    ],
)
def test_who_speaks_after_but_tells_nothing_before(extractor: Extractor, text: str, sources: list[str]) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, "en")] == sources
