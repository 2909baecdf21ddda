"""A source with a clause of its own tells nothing of what stands before it."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bridge blast kills 31, army says it retook the town"),
        ("en", "Mine kills nine, police say attacker fled"),
        ("en", "Nine farmers were killed, and the army said it had withdrawn."),
        ("en", "Nine farmers were killed, officials said that an inquiry would follow."),
        ("en", "Nine farmers were killed, the army said the village was retaken."),
        ("de", "31 Tote in Hafenstadt, Armee meldet Rückzug"),
        ("de", "Neun Tote auf Brücke, Polizei spricht von Unfall"),
        ("de", "Neun Bauern wurden getötet, die Armee erklärte, sie habe sich zurückgezogen."),
        ("de", "Neun Bauern wurden getötet, und die Armee meldete am Montag die Einnahme des Dorfes."),
    ],
)
def test_a_source_with_a_clause_of_its_own_is_not_that_of_what_stands_before(
    extractor: Extractor, language: str, text: str
) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, language)] == [""]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Bridge blast kills 31, army says", "army"),
        ("en", "Nine farmers were killed, the army said in a statement.", "the army"),
        ("en", "Nine farmers were killed, the army said late on Monday.", "the army"),
        ("en", "Nine farmers were killed, the army said, adding that it had withdrawn.", "the army"),
        ("en", "Nine farmers were killed, police confirmed the next day.", "police"),
        ("de", "Neun Tote auf Brücke, sagt Polizei", "Polizei"),
        ("de", "Neun Bauern wurden getötet, die Polizei bestätigte den Angriff.", "die Polizei"),
        ("de", "Neun Bauern wurden getötet, die Polizei meldete das am Montag.", "die Polizei"),
        ("de", "Neun Bauern wurden getötet, meldete die Armee, die sich zurückgezogen hatte.", "die Armee"),
    ],
)
def test_a_source_that_tells_nothing_more_is(extractor: Extractor, language: str, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, language)] == [source]
