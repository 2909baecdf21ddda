"""Ranges of persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.claim import Modifier, Quantity
from workbench.reckoning import ranges
from workbench.reckoning.ranges import Range

some_ranges = st.builds(
    lambda low, more, is_open: Range(low, low, None if is_open else low + more),
    st.integers(0, 50), st.integers(0, 50), st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("r", "floor"),
    [(Range(4, 4, None), 4), (Range(None, None, 40), 1), (Range(None, None, None), 1), (Range(None, None, 0), 0)],
)
def test_where_people_are_named_there_is_one_at_least(r: Range, floor: int) -> None:
    assert r.floor == floor


def test_lows_and_highs_are_summed_apart() -> None:
    assert ranges.add([Range(44, 44, 44), Range(16, 16, 16)]) == Range(60, 60, 60)
    assert ranges.add([Range(90, 99, 99), Range(2, None, None)]) == Range(92, None, None)
    assert ranges.add([Range(None, None, 40)]) == Range(None, None, 40)


def test_a_hull_spans_what_is_said_and_keeps_open_ends() -> None:
    assert ranges.hull([Range(40, 40, 40), Range(44, 44, 44)], 44) == Range(40, 44, 44)
    assert ranges.hull([Range(44, 44, 44), Range(None, None, 50)], 44) == Range(44, 44, 50)
    assert ranges.hull([Range(44, 44, 44), Range(40, 40, None)], 44) == Range(40, 44, None)
    assert ranges.hull([Range(44, 44, 44)], 60) == Range(44, None, 44)


def test_a_rest_is_what_parts_leave() -> None:
    assert ranges.rest(Range(90, 99, 99), Range(60, 60, 60)) == Range(30, 39, 39)
    assert ranges.rest(Range(20, 20, 20), Range(3, None, 9)) == Range(11, None, 17)
    assert ranges.rest(Range(20, 20, 20), Range(12, 12, None)) == Range(8, 8, 8)
    assert ranges.rest(Range(20, 20, None), Range(12, 12, 12)) == Range(8, 8, None)
    assert ranges.rest(Range(5, 5, 5), Range(9, 9, 9)) == Range(0, None, 0)


def test_quantities_become_ranges() -> None:
    assert ranges.of(Quantity(None, 9, 3, 5, Modifier.BETWEEN)) == Range(3, 5, 9)
    assert ranges.of(Quantity(7, 3, 5, 7, Modifier.EXACT)) == Range(3, None, 5)


@given(some_ranges, some_ranges)
def test_what_two_ranges_share_lies_in_both(one: Range, other: Range) -> None:
    shared = ranges.meet(one, other)
    if shared is None:
        assert max(one.floor, other.floor) > min(h for h in (one.high, other.high) if h is not None)
    else:
        assert shared.width <= min(one.width, other.width)
        assert shared.floor == max(one.floor, other.floor)


@given(some_ranges, some_ranges)
def test_a_rest_and_its_parts_come_to_the_total_at_least(total: Range, parts: Range) -> None:
    left = ranges.rest(total, parts)
    assert left.floor >= 0
    if parts.high is not None and parts.high <= total.floor:
        assert left.floor + parts.high == total.floor
