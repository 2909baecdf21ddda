"""Whatever a text holds, a reading ends and hangs together."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.extraction.extractor import Extractor
from workbench.model.findings import Findings

#: Seconds a hostile text of some ten thousand characters may take; a quadratic reading takes ten times that.
_BOUND = 20

_PIECES = st.sampled_from(
    (
        "Soldaten|getötet|wurden|5|zwei|mindestens|mehr als|von|der|darunter|weitere|, |. |"
        "\n\n|„|“|(|)|\0|"
        "\ud800|😀|e\u0301|killed|soldiers|of|its|were|and|Zahl|stieg|auf|zwischen|Angaben|nach|laut|SOHR|said|"
        "seit 2011|Aleppo|Tote|vier"
    ).split("|")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


def check(found: Findings, text: str) -> None:
    """Assert that every span lies in the text and every link leads somewhere."""
    claims, made = {c.id for c in found.claims}, {i.id for i in found.incidents}
    for mention in found.mentions:
        assert mention.text == text[mention.span.start : mention.span.end]
    for claim in found.claims:
        for span in (claim.evidence, claim.number, claim.victims, claim.attribution, claim.effect_span):
            assert span is None or 0 <= span.start <= span.end <= len(text)
        assert claim.number is None or claim.number_text == text[claim.number.start : claim.number.end]
        assert {relation.to for relation in claim.relations} <= claims - {claim.id}
        assert claim.incident_id in made


@given(text=_TEXTS, language=st.sampled_from(("de", "en")))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(extractor: Extractor, text: str, language: str) -> None:
    check(extractor.read(text, language=language), text)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        '"' * 10_000,
        "\0" * 5_000 + " 5 Menschen starben. \0",
        "\ud800 5 Menschen starben. \udfff",
        "😀" * 20_000,
        "(" * 5_000 + ")" * 5_000,
        "mindestens " * 3_000,
        "Angaben" * 3_000,
        "HTS-" * 3_000 + "Kämpfer",
        "drei Soldaten, " * 2_000,
        "\r\n" * 10_000,
    ],
    ids=[
        "digits",
        "quotes",
        "nulls",
        "surrogates",
        "emoji",
        "brackets",
        "modifiers",
        "word",
        "hyphens",
        "list",
        "lines",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_texts_end(extractor: Extractor, text: str, language: str) -> None:
    start = time.perf_counter()
    check(extractor.read(text, language=language), text)
    assert time.perf_counter() - start < _BOUND


def test_halves_of_a_surrogate_pair_move_nothing(extractor: Extractor) -> None:
    text = "\ud800 Fünf Menschen starben \udfff in Homs."
    (claim,) = extractor.read(text, language="de").claims
    assert claim.number_text == "Fünf"
    check(extractor.read(text, language="de"), text)


def test_time_grows_with_length_alone(extractor: Extractor) -> None:
    unit = (
        "Am Mittwoch wurden in der Provinz Aleppo neun Soldaten getötet, teilte die Armee mit. Zwölf Bauern flohen.\n\n"
    )
    extractor.read(unit, language="de")
    start = time.perf_counter()
    extractor.read(unit * 30, language="de")
    short = time.perf_counter() - start
    start = time.perf_counter()
    extractor.read(unit * 300, language="de")
    assert time.perf_counter() - start < max(short, 0.05) * 30
