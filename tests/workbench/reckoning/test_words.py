"""The sentences of the reckoning."""

from __future__ import annotations

import pytest

from tests.workbench.charts.reference import figure
from tests.workbench.reckoning.making import TABLE, claim
from workbench.model.claim import Category, Quantity
from workbench.reckoning import conventions as c
from workbench.reckoning import words
from workbench.reckoning.ranges import Range
from workbench.reckoning.totals import add


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


@pytest.mark.parametrize(
    ("low", "best", "high", "unquantified", "expected"),
    [
        (37, 37, 37, False, "37"),
        (0, 0, 0, False, "0"),
        (1200, 1200, 1200, False, "1,200"),
        (0, None, None, False, "unknown"),
        (44, 60, 60, False, "60 (44–60)"),
        (4, 4, None, False, "at least 4"),
        (4, None, None, False, "at least 4"),
        (4, 6, None, False, "6 (at least 4)"),
        (24, None, 99, False, "24–99"),
        (0, None, 40, False, "0–40"),
        (8, None, 8, False, "8"),
        (97, 97, None, True, "97 + unquantified"),
        (2, None, None, True, "unquantified"),
        (0, None, None, True, "unquantified"),
        (12, None, None, True, "12 + unquantified"),
    ],
)
def test_a_figure_in_words(low: int, best: int | None, high: int | None, unquantified: bool, expected: str) -> None:
    them = figure("a", 1, (1,), low=low, best=best, high=high, open=high is None, unquantified=unquantified)
    assert words.amount_words(add([them])) == expected


def test_a_number_that_is_partly_only_claimed_says_so() -> None:
    amount = add([figure("a", 67, (1,)), figure("a", 15, (2,), best=None, claimed=15)])
    assert words.amount_words(amount) == "82, 15 only claimed"


def test_a_range_that_only_an_enemy_claims_says_so_too() -> None:
    claimed = figure("a", 810, (2,), best=None, high=990, claimed=810)
    assert words.amount_words(add([claimed])) == "810–990 claimed"
    assert (
        words.amount_words(add([figure("a", 17, (1,), best=None, high=23), claimed])) == "827–1,013, 810 only claimed"
    )


def test_people_without_a_number_whom_only_an_enemy_claims() -> None:
    plural = figure("a", None, (2,), claimed=2)
    assert words.amount_words(add([plural])) == "unquantified claimed"
    assert words.amount_words(add([figure("a", 26, (1,)), plural])) == "26 + unquantified, some only claimed"


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
        (c.exact(1), Category.CHILD, "Kind", "1 of them a child"),
        (c.exact(2), Category.CHILD, "Kinder", "2 of them children"),
        (c.exact(21), Category.WOMAN, "Frauen", "21 of them women"),
        (c.at_least(1), Category.WOMAN, "Frau", "at least 1 of them a woman"),
        (c.exact(1), Category.UN, "UN-Soldat", "1 of them UN personnel"),
        (c.exact(1), Category.UNSPECIFIED, "Ausländer", "1 of them “Ausländer”"),
        (c.bare_plural(), Category.CHILD, "Kinder", "children among them"),
        (c.exact(3), Category.UNSPECIFIED, "Ausländer", "3 of them “Ausländer”"),
        (c.exact(3), Category.UNSPECIFIED, "", "3 of them a part told apart"),
        (c.vague("several", TABLE), Category.WOMAN, "", "3–9 of them women"),
        (c.negated(), Category.CIVILIAN, "", "no civilians among them"),
    ],
)
def test_what_a_subset_adds(quantity: Quantity, category: Category, victims: str, expected: str) -> None:
    assert words.among(claim(1, quantity, category=category, victims_text=victims)) == expected
