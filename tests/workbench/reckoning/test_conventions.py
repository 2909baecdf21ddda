"""Vague numbers: the table, its formulas and the constructors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import BadResource
from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import conventions as c

TABLE = Path(__file__).parents[3] / "resources" / "conventions" / "vague_numbers.tsv"
STATED: dict[Modifier, Callable[[int], Quantity]] = {
    Modifier.EXACT: c.exact,
    Modifier.APPROX: c.approx,
    Modifier.NEARLY: c.nearly,
    Modifier.SLIGHTLY_OVER: c.slightly_over,
    Modifier.AT_LEAST: c.at_least,
    Modifier.MORE_THAN: c.more_than,
    Modifier.UP_TO: c.up_to,
    Modifier.LESS_THAN: c.less_than,
}
KEYS = [
    "dozen",
    "half_dozen",
    "dozens",
    "several_dozen",
    "two_dozen",
    "tens",
    "hundreds",
    "several_hundred",
    "thousands",
    "tens_of_thousands",
    "hundreds_of_thousands",
    "several",
    "couple",
    "many",
    "scores",
]


@pytest.fixture(scope="module")
def table() -> c.Conventions:
    """The table that ships."""
    return c.load(TABLE)


def bounds(quantity: Quantity) -> tuple[int | None, int | None, int | None]:
    """Low, high and best."""
    return quantity.low, quantity.high, quantity.best


@pytest.mark.parametrize(
    ("quantity", "low", "high", "best"),
    [
        (c.exact(44), 44, 44, 44),
        (c.approx(300), 270, 330, 300),
        (c.approx(8), 7, 9, 8),
        (c.approx(1), 1, 2, 1),
        (c.nearly(100), 90, 99, 99),
        (c.nearly(50), 45, 49, 49),
        (c.slightly_over(40), 40, 44, 40),
        (c.at_least(4), 4, None, 4),
        (c.more_than(400), 401, None, 401),
        (c.up_to(40), None, 40, None),
        (c.less_than(10), None, 9, None),
        (c.between(40, 30), 30, 40, None),
        (c.bare_plural(), 2, None, None),
        (c.none_stated(), None, None, None),
        (c.negated(), 0, 0, 0),
    ],
)
def test_default_bounds(quantity: Quantity, low: int | None, high: int | None, best: int | None) -> None:
    """Every way of stating a number has DOMAIN's bounds."""
    assert bounds(quantity) == (low, high, best)


def test_value_is_the_number_stated() -> None:
    """ "fast 100" keeps its 100; a vague term has none; unknown is not 0, and no is."""
    assert c.nearly(100).value == 100
    assert c.bare_plural().value is None
    assert c.none_stated().low is None
    assert c.negated().value == 0


def test_every_term_the_extraction_names(table: c.Conventions) -> None:
    """All agreed keys make a vague quantity that carries its term."""
    for key in KEYS:
        quantity = c.vague(key, table)
        assert quantity.modifier is Modifier.VAGUE
        assert quantity.term == key
        assert quantity.low is not None


@pytest.mark.parametrize(
    ("key", "convention", "low", "high", "best"),
    [
        ("dozens", "default", 24, 99, None),
        ("dozens", "acled", 12, 12, 12),
        ("dozens", "ucdp", 24, 99, None),
        ("dozens", "gtd", None, None, None),
        ("dozens", "wikimpacts", 24, 108, None),
        ("several", "default", 3, 9, None),
        ("several", "acled", 3, 10, 3),
        ("hundreds", "default", 200, 999, None),
        ("dozen", "default", 10, 14, 12),
    ],
)
def test_terms(
    table: c.Conventions, key: str, convention: str, low: int | None, high: int | None, best: int | None
) -> None:
    """A term reads as its row says."""
    assert bounds(table.bounds(c.vague(key, table), convention)) == (low, high, best)


@pytest.mark.parametrize(
    ("quantity", "convention", "low", "high", "best"),
    [
        (c.at_least(40), "acled", 40, 40, 40),
        (c.at_least(40), "wikimpacts", 40, 50, None),
        (c.at_least(400), "wikimpacts", 400, 500, None),
        (c.more_than(400), "gtd", 400, 400, 400),
        (c.nearly(100), "wikimpacts", 1, 200, None),
        (c.nearly(100), "ucdp", 90, 99, 99),
        (c.between(30, 40), "acled", 30, 30, 30),
        (c.between(30, 40), "wikimpacts", 30, 40, None),
        (c.up_to(40), "wikimpacts", 30, 40, None),
        (c.up_to(40), "gtd", None, 40, None),
        (c.bare_plural(), "acled", 3, 10, 3),
        (c.negated(), "acled", 0, 0, 0),
        (c.none_stated(), "acled", None, None, None),
    ],
)
def test_stated_numbers_under_a_convention(
    table: c.Conventions, quantity: Quantity, convention: str, low: int | None, high: int | None, best: int | None
) -> None:
    """Numbers with a modifier are re-read too, and unknown stays unknown everywhere."""
    assert bounds(table.bounds(quantity, convention)) == (low, high, best)


@given(n=st.integers(2, 10**7), modifier=st.sampled_from(sorted(STATED)))
def test_constructors_follow_the_table(n: int, modifier: Modifier) -> None:
    """The default columns and the constructors say the same, for any number."""
    table = c.load(TABLE)
    quantity = STATED[modifier](n)
    reading = table.term(modifier.value).readings[c.DEFAULT]
    assert bounds(quantity) == tuple(c.bound_of(f, quantity, None) for f in (reading.low, reading.high, reading.best))


@given(n=st.integers(1, 10**7), modifier=st.sampled_from(sorted(STATED)), name=st.sampled_from(c.load(TABLE).names()))
def test_bounds_are_in_order(n: int, modifier: Modifier, name: str) -> None:
    """low ≤ best ≤ high where all are there, and the stated words never change."""
    stated = STATED[modifier](n)
    read = c.load(TABLE).bounds(stated, name)
    present = [b for b in (read.low, read.best, read.high) if b is not None]
    assert present == sorted(present)
    assert (read.value, read.modifier, read.term) == (stated.value, stated.modifier, stated.term)


def test_a_range_set_by_hand_stays_under_the_default(table: c.Conventions) -> None:
    """What an analyst set is the stored reading."""
    by_hand = Quantity(None, 30, 45, 40, Modifier.VAGUE, "dozens")
    assert table.bounds(by_hand, c.DEFAULT) == by_hand


def test_names(table: c.Conventions) -> None:
    """The default comes first."""
    assert table.names() == ("default", "acled", "ucdp", "gtd", "wikimpacts")
    assert set(KEYS) < set(table.keys())


def test_unknown_names_are_sentences(table: c.Conventions) -> None:
    """A convention or a row nobody knows says what is there instead."""
    with pytest.raises(BadResource, match="choose one of default"):
        table.bounds(c.exact(1), "house")
    with pytest.raises(BadResource, match="no row “zillions”"):
        c.vague("zillions", table)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"key\tdefault_low\tdefault_high\tdefault_best\ndozens\t24\t99\n", "row “dozens”"),
        (b"key\tdefault_low\tdefault_high\tdefault_best\ndozens\t24\tmany\t-\n", "row “dozens”"),
        (b"key\n", "is empty"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_damaged_table(tmp_path: Path, content: bytes, words: str) -> None:
    """A damaged table names its row."""
    path = tmp_path / "vague_numbers.tsv"
    path.write_bytes(content)
    with pytest.raises(BadResource, match=words):
        c.load(path)


def test_missing_table(tmp_path: Path) -> None:
    """A missing table is a sentence."""
    with pytest.raises(BadResource, match="cannot be read"):
        c.load(tmp_path / "none.tsv")
