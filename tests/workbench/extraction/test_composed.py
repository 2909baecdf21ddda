"""What was decomposed is read as if it was composed, and quoted as it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.extraction.reads import PUBLISHED, told
from workbench.extraction.composed import compose
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim
from workbench.model.span import Span

_GERMAN = (
    "Fünf Kämpfer wurden getötet.",
    "Zwölf Zivilisten starben, darunter fünf Mädchen.",
    "Am Märzanfang überlebten sechs Männer schwer verwundet; dreißig Bewohner flüchteten über die Brücke.",
    "Das für Gesundheit zuständige Ministerium erklärte, fünfzehn Männer seien getötet worden.",
    "Mindestens zwölf türkische Soldaten kamen bei Kämpfen ums Leben, wie die türkische Armee erklärte.",
    "Die Zahl der Getöteten erhöhte sich um fünf auf zwölf.",
    "Bei Gefechten in der Nähe von Köln fielen dem Bericht zufolge ungefähr zwölf Kämpfer.",
    "Nach Angaben der Behörden wurden „fünf“ Männer entführt.Später hieß es, es gäbe keine Todesopfer.",
    "In Afrîn und Qamişli wurden zwölf Angehörige der kurdischen YPG verwundet.",
)
_ENGLISH = (
    "Five people died in the café, the mayor of São Paulo said.",
    "At least twelve soldiers were wounded near Türkiye's border, José Núñez said.",
)


def _bare(claim: Claim) -> Claim:
    unquoted = replace(claim, evidence=Span(0, 0), number_text="", victims_text="", attribution_text="")
    return replace(unquoted, number=None, effect_span=None, victims=None, attribution=None)


@pytest.mark.parametrize(
    ("text", "language"), [*((text, "de") for text in _GERMAN), *((text, "en") for text in _ENGLISH)]
)
def test_decomposed_letters_change_no_claim(extractor: Extractor, text: str, language: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert apart != text
    one = extractor.read(text, language=language, published=PUBLISHED)
    two = extractor.read(apart, language=language, published=PUBLISHED)
    assert one.claims
    assert [_bare(c) for c in one.claims] == [_bare(c) for c in two.claims]
    for a, b in zip(one.claims, two.claims, strict=True):
        for part in ("evidence", "number", "effect_span", "victims", "attribution"):
            here, there = getattr(a, part), getattr(b, part)
            assert (here and here.of(text)) == (there and unicodedata.normalize("NFC", there.of(apart)))
        assert b.number_text == (b.number.of(apart) if b.number else "")
        assert b.victims_text == (b.victims.of(apart) if b.victims else "")
        assert b.attribution_text == (b.attribution.of(apart) if b.attribution else "")


@pytest.mark.parametrize("text", _GERMAN)
def test_decomposed_letters_change_no_name(extractor: Extractor, text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    found = extractor.read(apart, language="de").mentions
    assert all(m.text == m.span.of(apart) for m in found)
    wanted = [(m.text, m.label, m.actor) for m in extractor.read(text, language="de").mentions]
    assert [(unicodedata.normalize("NFC", m.text), m.label, m.actor) for m in found] == wanted


def test_five_fighters_are_five(extractor: Extractor) -> None:
    assert told(extractor, unicodedata.normalize("NFD", "Fünf Kämpfer wurden getötet.")) == ["killed 5"]


def test_a_composed_text_is_left_alone() -> None:
    text = "Zwölf"
    assert compose(text).text is text


def test_a_span_keeps_the_marks_of_its_letters() -> None:
    text = unicodedata.normalize("NFD", "für zwölf Städte")
    composed = compose(text)
    start = composed.text.index("zwölf")
    assert unicodedata.normalize("NFC", composed.span(Span(start, start + 5)).of(text)) == "zwölf"


@given(st.text(alphabet=st.sampled_from("aeüöU\u0308\u0301\u0323 e\u0302ß😀\u0915\u093c"), max_size=30))
def test_every_letter_goes_back_to_where_it_stood(text: str) -> None:
    composed = compose(text)
    spans = [composed.span(Span(i, i + 1)) for i in range(len(composed.text))]
    assert "".join(span.of(text) for span in spans) == text
    if not any(unicodedata.combining(letter) for letter in composed.text):
        assert [unicodedata.normalize("NFC", span.of(text)) for span in spans] == list(composed.text)


@pytest.mark.parametrize(
    ("stored", "text", "spans"),
    [
        ("So\u00adlda\u00adten", "Soldaten", [((0, 8), (0, 10))]),
        ("\u200e5 Tote", "5 Tote", [((0, 1), (1, 2)), ((2, 6), (3, 7))]),
        ("5\u200b Tote\ufeff", "5 Tote", [((0, 1), (0, 2)), ((2, 6), (3, 8))]),
        ("fu\u0308\u00adnf To\u00adte", "fünf Tote", [((0, 4), (0, 6)), ((5, 9), (7, 12))]),
        ("a\u200d\u0308b", "a\u0308b", [((2, 3), (3, 4))]),
        ("\u200b\u200e", "", []),
    ],
)
def test_what_nobody_sees_is_left_out_and_quoted(
    stored: str, text: str, spans: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    composed = compose(stored)
    assert composed.text == text
    assert [composed.span(Span(*read)) for read, _ in spans] == [Span(*kept) for _, kept in spans]
