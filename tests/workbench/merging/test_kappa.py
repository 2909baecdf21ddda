"""Cohen's kappa."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.merging.kappa import kappa

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30)


def spread(**counts: int) -> list[tuple[str, str]]:
    """Return pairs by how often each is: ab=3 is three units that one called a and the other b."""
    return [(pair[0], pair[1]) for pair, count in counts.items() for _ in range(count)]


def test_two_categories_reckoned_by_hand() -> None:
    found = kappa(spread(aa=20, ab=5, ba=10, bb=15))
    assert (found.units, found.agreed, found.observed) == (50, 35, 0.7)
    assert found.expected == pytest.approx((25 * 30 + 25 * 20) / 2500)
    assert found.value == pytest.approx(0.4)


def test_three_categories_reckoned_by_hand() -> None:
    found = kappa(spread(aa=44, ab=5, ac=1, ba=7, bb=20, bc=3, ca=9, cb=5, cc=6))
    # Rows 50, 30, 20; columns 60, 30, 10.
    assert found.expected == pytest.approx(0.41)
    assert found.value == pytest.approx((0.70 - 0.41) / 0.59)


def test_without_a_unit_nothing_is_known() -> None:
    found = kappa([])
    assert (found.units, found.observed, found.expected, found.value) == (0, None, None, None)


def test_with_one_category_chance_explains_all() -> None:
    found = kappa(spread(aa=7))
    assert (found.observed, found.expected, found.value) == (1.0, 1.0, None)


def test_below_chance_is_negative() -> None:
    assert kappa(spread(ab=5, ba=5)).value == -1.0


@given(PAIRS)
def test_it_does_not_matter_who_is_first_nor_in_which_order(pairs: list[tuple[str, str]]) -> None:
    found = kappa(pairs)
    assert kappa([(other, one) for one, other in reversed(pairs)]) == found
    assert found.value is None or -1 <= found.value <= 1


@given(st.lists(st.sampled_from("abc"), min_size=1))
def test_who_always_agrees_has_one(categories: list[str]) -> None:
    assert kappa([(one, one) for one in categories]).value in (1.0, None)
