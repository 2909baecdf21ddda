"""The sentences of the reckoning."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import TABLE, claim
from workbench.model.claim import Category, Quantity
from workbench.reckoning import conventions as c
from workbench.reckoning import words
from workbench.reckoning.ranges import Range


@pytest.mark.parametrize(
    ("r", "bounds", "term"),
    [
        (Range(37, 37, 37), "37", "37"),
        (Range(90, 99, 99), "90–99", "90–99"),
        (Range(24, None, None), "at least 24", "24+"),
        (Range(None, None, 40), "up to 40", "1–40"),
        (Range(None, None, None), "at least 1", "1+"),
    ],
)
def test_ranges_in_words(r: Range, bounds: str, term: str) -> None:
    assert words.bounds(r) == bounds
    assert words.term(r) == term


def test_a_sum_is_written_out() -> None:
    terms = [Range(n, n, n) for n in (44, 16, 37)]
    assert words.equation(terms, Range(97, 97, 97)) == "44 + 16 + 37 = 97"
    assert words.equation(terms[:1], terms[0]) == "44"


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (c.exact(4), "4"),
        (c.at_least(4), "at least 4"),
        (c.nearly(100), "nearly 100"),
        (c.between(3, 9), "3–9"),
        (c.vague("several_dozen", TABLE), "several dozen"),
        (c.negated(), "none"),
    ],
)
def test_a_number_without_words_of_its_own(quantity: Quantity, expected: str) -> None:
    assert words.number(claim(1, quantity, number_text="")) == expected


def test_a_claims_own_words_go_first() -> None:
    assert words.number(claim(1, c.at_least(4), number_text="mindestens vier")) == "mindestens vier"
    assert (
        words.quoted(claim(1, 44, number_text="44", victims_text="44 Mitglieder der HTS")) == "“44 Mitglieder der HTS”"
    )
    assert words.quoted(claim(1, c.bare_plural(), victims_text="Zivilisten")) == "“Zivilisten”"


@pytest.mark.parametrize(
    ("quantity", "category", "victims", "expected"),
    [
        (c.at_least(4), Category.OFFICER, "Offiziere", "at least 4 of them officers"),
        (c.bare_plural(), Category.CHILD, "Kinder", "children among them"),
        (c.exact(3), Category.UNSPECIFIED, "Ausländer", "3 of them “Ausländer”"),
        (c.exact(3), Category.UNSPECIFIED, "", "3 of them a part told apart"),
        (c.vague("several", TABLE), Category.WOMAN, "", "3–9 of them women"),
        (c.negated(), Category.CIVILIAN, "", "no civilians among them"),
    ],
)
def test_what_a_subset_adds(quantity: Quantity, category: Category, victims: str, expected: str) -> None:
    assert words.among(claim(1, quantity, category=category, victims_text=victims)) == expected
