from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.extraction.reads import PUBLISHED
from workbench.extraction import reading
from workbench.extraction.extractor import Extractor
from workbench.model.actor import Actor
from workbench.model.mention import Label
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers


def test_the_language_is_found(extractor: Extractor) -> None:
    assert extractor.read("Am Mittwoch wurden bei dem Angriff neun Bauern getötet.").language == "de"
    assert extractor.read("Nine farmers were killed in the attack on Wednesday.").language == "en"


def test_the_title_helps_a_short_text(extractor: Extractor) -> None:
    title = "Angriff auf einen Markt in der Nähe der Hauptstadt"
    assert extractor.read("12", title=title).language == "de"


def test_another_language_is_read_without_harm(extractor: Extractor) -> None:
    found = extractor.read("Neuf personnes ont été tuées dans l'attaque de mercredi, selon la police.", language="fr")
    assert found.language == "fr"


def test_numbers_become_mentions(extractor: Extractor) -> None:
    found = extractor.read("Neun Bauern wurden getötet.", language="de")
    assert [(m.text, m.id) for m in found.mentions if m.label is Label.NUMBER] == [("Neun", 1)]


def test_reading_twice_gives_the_same(extractor: Extractor) -> None:
    text = "Laut SOHR starben in Homs neun Bauern, darunter zwei Kinder."
    assert extractor.read(text, published=PUBLISHED) == extractor.read(text, published=PUBLISHED)


@pytest.mark.parametrize("mark", ["", "\ufeff", "😀 ", "a\u0301 ", "\r\n", "\t", "\u200b"])
def test_spans_are_code_points_of_the_text(extractor: Extractor, mark: str) -> None:
    text = f"{mark}Laut SOHR starben\r\nin Homs neun Bauern 😀, darunter zwei Kinder."
    found = extractor.read(text, language="de")
    assert [c.number_text for c in found.claims] == ["neun", "zwei"]
    for claim in found.claims:
        assert claim.number is not None
        assert claim.number.of(text) == claim.number_text
    for mention in found.mentions:
        assert mention.span.of(text) == mention.text


_WORDS = st.sampled_from(
    "Neun 44 Tote Verletzte wurden getötet , . und darunter zwei der 1.200 „ “ ( ) die Polizei sagte seit 2011 stieg "
    "auf um von Zahl Toten keine je ! : – niemand HTS Kinder mindestens bis sollen".split()
)


@given(st.lists(_WORDS, max_size=40))
def test_no_order_of_words_breaks_the_grammar(extractor: Extractor, words: list[str]) -> None:
    text = " ".join(words)
    found = extractor.read(text, language="de", published=PUBLISHED)
    assert [c.id for c in found.claims] == list(range(1, len(found.claims) + 1))
    known = {c.id for c in found.claims}
    incidents = {i.id for i in found.incidents}
    for claim in found.claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(text)
        assert {r.to for r in claim.relations} <= known - {claim.id}
        assert claim.incident_id in incidents
        low, high = claim.quantity.low, claim.quantity.high
        assert low is None or high is None or low <= high


@given(st.text(max_size=80))
def test_no_text_breaks_the_grammar(extractor: Extractor, text: str) -> None:
    extractor.read(text, language="en", published=PUBLISHED)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3000,
        "9" * 3000 + " Tote",
        "Tote und " * 1500,
        "neun Tote, darunter " * 300,
        "„" * 500,
        "٣٤ Tote",
        "\x00 9 Tote",
    ],
)
def test_hostile_texts_are_read(extractor: Extractor, text: str) -> None:
    assert extractor.read(text, language="de").language == "de"


def test_words_are_forgotten_with_their_article_once_many_are_known(
    resources: Path, known: Registers, table: Conventions, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In Wexelbrunn starben gestern vier Soldaten, sagte Ortwin Quenzelmaier. {} weitere wurden verletzt."
    extractor = Extractor(known, resources, table)
    first = extractor.read(text.format("Zwölf"), language="de")
    monkeypatch.setattr(reading, "_KEPT", 0)
    strings = extractor.reader("de").strings
    assert extractor.read(text.format("Zwölf"), language="de") == first
    for name in ("Abelsroda", "Bexelrath", "Cunewalde"):
        assert extractor.read(text.format("Zwölf").replace("Wexelbrunn", name), language="de").claims
    assert extractor.reader("de").strings == strings


def test_a_text_is_linked_to_the_registers_of_its_case(extractor: Extractor, known: Registers) -> None:
    text = "Bei Homs wurden fünf Kämpfer der Brigade der Morgenröte getötet."
    brigade = Actor("dawn", "Brigade der Morgenröte", "rebel", "SY", side="opposition")
    case = replace(known, actors={**known.actors, brigade.id: brigade})
    assert [claim.actor for claim in extractor.read(text, registers=case).claims] == ["dawn"]
    assert [claim.actor for claim in extractor.read(text).claims] == [None]
