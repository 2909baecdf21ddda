from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.charts.reference import figure
from workbench.charts.sums import total
from workbench.model.figure import Figure
from workbench.reckoning.totals import totals


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low = draw(st.integers(0, 500))
    best = draw(st.none() | st.integers(low, low + 100))
    high = draw(st.none() | st.integers(best if best is not None else low, low + 300))
    unquantified = draw(st.booleans())
    used = (draw(st.integers(1, 99)),)
    return figure("a", low, used, low=low, best=best, high=high, open=high is None, unquantified=unquantified)


@given(st.lists(figures(), max_size=6))
def test_bounds_stay_in_order(them: list[Figure]) -> None:
    amount = total(them)
    low, high = amount.low, amount.high
    assert high is None or low <= high
    assert amount.best is None or (low <= amount.best and (high is None or amount.best <= high))


@given(st.lists(figures(), max_size=6))
def test_the_order_of_figures_does_not_matter(them: list[Figure]) -> None:
    assert total(them) == total(them[::-1])


@given(st.lists(figures(), min_size=1, max_size=6))
def test_an_open_end_stays_open(them: list[Figure]) -> None:
    amount = total(them)
    assert amount.open == any(one.high is None for one in them)
    assert (amount.high is None) == amount.open


@given(st.lists(figures(), min_size=1, max_size=6))
def test_it_agrees_with_the_reckoning_over_incidents(them: list[Figure]) -> None:
    amount, [reckoned] = total(them), totals(them)
    assert (amount.low, amount.best, amount.high) == (reckoned.low, reckoned.best, reckoned.high)
    assert (amount.open, amount.unquantified) == (reckoned.open, reckoned.unquantified)


def test_people_without_a_number_come_on_top_of_the_known() -> None:
    amount = total([figure("a", 97, (1,)), figure("a", None, (2,))])
    assert (amount.known, amount.best, amount.low, amount.high) == (97, None, 99, None)


def test_nothing_known_is_not_0() -> None:
    assert total([figure("a", None, (1,))]).known is None
    assert total([figure("a", 0, (1,))]).known == 0


def test_a_bounded_number_counts_with_its_low_end() -> None:
    vague = figure("a", 24, (1,), best=None, high=99)
    assert total([vague, figure("a", 10, (2,))]).known == 34
