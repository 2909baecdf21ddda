from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Unter Berufung auf Ärzte meldete der Sender neun Tote.", "Unter Berufung auf Ärzte meldete der Sender"),
        (
            "Der Sender meldete unter Berufung auf die Polizei neun Tote.",
            "Der Sender meldete unter Berufung auf die Polizei",
        ),
        (
            "Wie der Sender mit Verweis auf einen Arzt berichtete, wurden neun Bauern getötet.",
            "der Sender mit Verweis auf einen Arzt",
        ),
        ("Laut dem Sender, der sich auf die Armee beruft, starben neun Bauern.", "dem Sender, der sich auf die Armee"),
        ("Der Sender berief sich auf Zeugen und meldete neun Tote.", "Der Sender berief sich auf Zeugen"),
    ],
)
def test_who_is_passed_on_with_who_does_so(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


def test_only_who_cites_is_replaced(extractor: Extractor) -> None:
    text = "Die Regierung sprach von neun Toten, der Sender meldete unter Berufung auf Ärzte 20 Tote."
    assert [claim.attribution_text for claim in claims(extractor, text)] == [
        "Die Regierung",
        "der Sender meldete unter Berufung auf Ärzte",
    ]


def test_english_citing(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "The channel, citing two doctors, reported nine deaths.", "en")
    assert claim.attribution_text == "two doctors"


def test_who_relies_on_something_else_cites_nobody(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Polizei freut sich auf Ferien und meldete neun Tote.")
    assert claim.attribution_text == "Die Polizei"


def test_a_source_in_a_part_vouches_for_the_part(extractor: Extractor) -> None:
    text = "Nach Angaben der Polizei wurden neun Bauern getötet, darunter laut Ärzten zwei Kinder."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["der Polizei", "Ärzten"]


def test_who_is_cited_goes_on_speaking(extractor: Extractor) -> None:
    text = "Der Sender meldete unter Berufung auf Ärzte neun Tote. Vier Bauern seien verletzt worden."
    assert [claim.attribution_text for claim in claims(extractor, text)] == [
        "Der Sender meldete unter Berufung auf Ärzte"
    ] * 2


def test_who_is_passed_on_is_the_origin(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Reuters meldete unter Berufung auf die Hisbollah neun Tote.")
    assert (claim.origin, claim.relay) == ("hezbollah", "reuters")
