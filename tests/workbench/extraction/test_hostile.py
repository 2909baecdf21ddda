"""Whatever a text holds, a reading ends and hangs together."""

from __future__ import annotations

from itertools import cycle, islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim
from workbench.model.findings import Findings

#: The largest integer SQLite holds.
_LARGEST = 2**63 - 1

_PIECES = st.sampled_from(
    (
        "Soldaten|getötet|wurden|5|zwei|mindestens|mehr als|von|der|darunter|weitere|, |. |"
        "\n\n|„|“|(|)|\0|"
        "\ud800|😀|e\u0301|killed|soldiers|of|its|were|and|Zahl|stieg|auf|zwischen|Angaben|nach|laut|SOHR|said|"
        "seit 2011|Aleppo|Tote|vier"
    ).split("|")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))
#: Digits of every script, superscripts, fractions, circled and Roman numbers; controls, surrogates, unseen marks.
_FIGURES = st.text(st.characters(categories=("Nd", "No", "Nl")), min_size=1, max_size=25)
_ODD = st.text(st.characters(categories=("Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Nd")), max_size=8)
_SENTENCES = {
    "de": "Bei dem{} Angriff wurden {} Soldaten {}getötet, darunter {} Kinder.",
    "en": "The attack{} killed {} soldiers{}, including {} children.",
}


def check(found: Findings, text: str) -> None:
    """Assert that every span lies in the text and every link leads somewhere."""
    claims, made = {c.id for c in found.claims}, {i.id for i in found.incidents}
    for mention in found.mentions:
        assert mention.text == text[mention.span.start : mention.span.end]
    for claim in found.claims:
        for span in (claim.evidence, claim.number, claim.victims, claim.attribution, claim.effect_span):
            assert span is None or 0 <= span.start <= span.end <= len(text)
        assert claim.number is None or claim.number_text == text[claim.number.start : claim.number.end]
        linked = {relation.to for relation in claim.relations}
        assert linked <= claims
        assert claim.id not in linked
        assert claim.incident_id in made
        told = (claim.quantity.value, claim.quantity.low, claim.quantity.high, claim.quantity.best)
        assert all(n is None or 0 <= n <= _LARGEST for n in told)


@given(text=_TEXTS, language=st.sampled_from(("de", "en")))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(extractor: Extractor, text: str, language: str) -> None:
    check(extractor.read(text, language=language), text)


@given(one=_FIGURES, two=_FIGURES, odd=_ODD, more=_ODD, language=st.sampled_from(("de", "en")))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_figures_and_signs(extractor: Extractor, one: str, two: str, odd: str, more: str, language: str) -> None:
    text = _SENTENCES[language].format(odd, one, more, two)
    check(extractor.read(text, language=language), text)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        '"' * 2_500,
        "\0" * 5_000 + " 5 Menschen starben. \0",
        "\ud800 5 Menschen starben. \udfff",
        "😀" * 4_000,
        "(" * 1_500 + ")" * 1_500,
        "( " * 1_500 + "5 Tote" + " )" * 1_500,
        ")(][" * 700,
        "5 Tote (" * 300,
        "mindestens " * 3_000,
        "Angaben" * 3_000,
        "HTS-" * 3_000 + "Kämpfer",
        "drei Soldaten, " * 600,
        "\r\n" * 10_000,
        "100 " + "000 " * 1_500 + "Tote",
        "\u200b5\u200e " * 600,
        "\u202eTote 5\u202c " * 600,
        "²" * 3_000 + " ½ Tote",
        "Milliarden " * 1_500,
        "u\u0308" * 5_000,
        "\u0308" * 5_000,
        "They took 200 of the 5",
        "Getötet wurden 200 der 5",
    ],
    ids=[
        "digits",
        "quotes",
        "nulls",
        "surrogates",
        "emoji",
        "brackets",
        "brackets-apart",
        "brackets-turned",
        "brackets-open",
        "modifiers",
        "word",
        "hyphens",
        "list",
        "lines",
        "thousands",
        "unseen",
        "turned",
        "superscripts",
        "scales",
        "decomposed",
        "marks",
        "number-of-a-number",
        "zahl-einer-zahl",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_texts_end(extractor: Extractor, text: str, language: str) -> None:
    check(extractor.read(text, language=language), text)


@pytest.mark.parametrize(
    ("unit", "language", "count", "claims"),
    [
        ("der alte Mann ging mit seinem Hund durch den Park und sah ihn", "de", 20_000, False),
        ("in the morning the old man went out with his dog and saw it", "en", 20_000, False),
        ("fünf Soldaten wurden getötet, drei verletzt, darunter zwei Kinder, sagte die Armee", "de", 4_000, True),
        ("five soldiers were killed and three wounded, two of them children, the army said", "en", 4_000, True),
    ],
    ids=["de", "en", "de-dense", "en-dense"],
)
def test_a_sentence_without_end(extractor: Extractor, unit: str, language: str, count: int, claims: bool) -> None:
    text = " ".join(islice(cycle(unit.split()), count))
    found = extractor.read(text, language=language)
    check(found, text)
    assert bool(found.claims) is claims


def killed(extractor: Extractor, text: str, language: str = "de") -> Claim:
    """Return the first claim of a text."""
    return extractor.read(text, language=language).claims[0]


@pytest.mark.parametrize(
    ("figure", "value"),
    [("٣", 3), ("१२", 12), ("５", 5), ("৪০", 40), ("²", None), ("½", None), ("③", None), ("Ⅻ", None), ("5²", None)],
)
def test_digits_of_other_scripts_count_and_signs_that_look_like_numbers_do_not(
    extractor: Extractor, figure: str, value: int | None
) -> None:
    claim = killed(extractor, f"Bei dem Angriff wurden {figure} Soldaten getötet.")
    assert claim.quantity.value == value
    assert claim.number_text == (figure if value is not None else "")


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Bei dem Angriff wurden 99999999999999999999 Soldaten getötet.", "99999999999999999999", "de"),
        ("Es gab 9223372036854775808 Tote.", "9223372036854775808", "de"),
        ("Es gab 9999999999 Milliarden Tote.", "9999999999 Milliarden", "de"),
        ("Es gab 12345678901234567890,5 Milliarden Tote.", "12345678901234567890,5 Milliarden", "de"),
        ("Es gab rund 9.000.000.000.000.000.000 Tote.", "rund 9.000.000.000.000.000.000", "de"),
        ("Bei zwei Angriffen wurden je 9 000 000 000 000 000 000 Soldaten getötet.", "9 000 000 000 000 000 000", "de"),
        ("The blast killed 99999999999 billion people.", "99999999999 billion", "en"),
        ("The blast killed between 5 and 99999999999999999999 people.", "between 5 and 99999999999999999999", "en"),
    ],
)
def test_a_number_too_large_to_keep_is_open_with_its_words(
    extractor: Extractor, text: str, words: str, language: str
) -> None:
    claim = killed(extractor, text, language)
    assert (claim.quantity.value, claim.quantity.low, claim.quantity.high) == (None, None, None)
    assert claim.number_text.endswith(words)


@pytest.mark.parametrize("figure", ["9223372036854775807", "009223372036854775807"])
def test_the_largest_number_that_can_be_kept_is_kept(extractor: Extractor, figure: str) -> None:
    assert killed(extractor, f"Es gab {figure} Tote.").quantity.value == _LARGEST


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200e", "\u200f", "\u2066", "\ufeff"])
def test_signs_nobody_sees_hide_no_claim(extractor: Extractor, sign: str) -> None:
    text = f"{sign}Bei dem Angriff wurden {sign}fünf{sign} Sol{sign}da{sign}ten{sign} getö{sign}tet."
    claim = killed(extractor, text)
    assert claim.quantity.value == 5
    assert claim.victims_text.replace(sign, "") == "Soldaten"
    check(extractor.read(text, language="de"), text)


def test_halves_of_a_surrogate_pair_move_nothing(extractor: Extractor) -> None:
    text = "\ud800 Fünf Menschen starben \udfff in Homs."
    (claim,) = extractor.read(text, language="de").claims
    assert claim.number_text == "Fünf"
    check(extractor.read(text, language="de"), text)
