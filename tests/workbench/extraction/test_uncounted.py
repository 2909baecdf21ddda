"""A number that made no claim says what it is instead."""

from __future__ import annotations

import unicodedata

import pytest

from workbench.extraction.extractor import Extractor


def others(extractor: Extractor, text: str, language: str = "de") -> list[tuple[str, str]]:
    return [(number.text, number.what) for number in extractor.read(text, language=language).uncounted]


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("Das Dorf liegt 10 Kilometer von Homs.", "10 Kilometer", "a distance"),
        ("Die Reparatur kostet 4 Millionen Euro.", "4 Millionen Euro", "money"),
        ("Am 27. November wurde verhandelt.", "27", "part of a date"),
        ("Im Jahr 2015 wurde verhandelt.", "2015", "a year"),
        ("Die Mauer ist 8 Meter hoch.", "8 Meter", "a distance"),
        ("Um 14 Uhr wurde verhandelt.", "14 Uhr", "a time of day"),
        ("Nur 8 Prozent der Häuser stehen.", "8 Prozent", "a share"),
        ("Sie verhandelten 3 Stunden lang.", "3 Stunden", "a length of time"),
        ("Es fielen 200 Granaten.", "200", "a count of Granaten, and no harm is said of them"),
        ("In der Stadt leben rund 600 Familien.", "rund 600", "a count of Familien, and no harm is said of them"),
        ("Von den 30 Angreifern wurden zehn getötet.", "30", "a whole (Angreifern), of whom others came to harm"),
        ("Vier von zehn Bewohnern hungern.", "zehn", "counts nobody named beside it"),
        ("Es kamen neun.", "neun", "counts people or things named elsewhere, and no harm is said of them"),
        ("Es gab keine Bauern.", "keine", "says that there are no Bauern, and no harm is said"),
    ],
)
def test_what_a_number_is(extractor: Extractor, text: str, number: str, what: str) -> None:
    assert (number, what) in others(extractor, text)


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("The village lies 6 miles from Homs.", "6 miles", "a distance"),
        ("Talks began in 2015 in Geneva.", "2015", "a year"),
        ("Some 600 families live there.", "Some 600", "a count of families, and no harm is said of them"),
    ],
)
def test_what_an_english_number_is(extractor: Extractor, text: str, number: str, what: str) -> None:
    assert (number, what) in others(extractor, text, "en")


def test_numbers_of_claims_and_articles_are_none(extractor: Extractor) -> None:
    assert others(extractor, "Neun Bauern und ein Soldat wurden getötet, als ein Haus brannte.") == []


def test_a_decomposed_text_keeps_its_own_offsets(extractor: Extractor) -> None:
    text = unicodedata.normalize("NFD", "Über Hügel zogen 200 Kühe.")
    (number,) = extractor.read(text, language="de").uncounted
    assert number.span.of(text) == number.text == "200"
