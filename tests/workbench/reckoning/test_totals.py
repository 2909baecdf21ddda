"""Figures over all incidents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.charts.reference import figure
from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import civilians, fighters, reckoned, soldiers
from workbench.model.claim import Claim, Effect, Scope
from workbench.model.figure import Figure
from workbench.reckoning import conventions as c
from workbench.reckoning.totals import Total, add, effects_of, totals


def totals_of(*claims: Claim, scope: Scope = Scope.EVENT) -> dict[tuple[str | None, str], Total]:
    return {(t.side, t.effect.value): t for t in totals(reckoned(*claims).figures, scope)}


def test_low_and_high_are_summed_apart() -> None:
    total = totals_of(soldiers(1, c.nearly(100)), soldiers(2, c.between(3, 9), incident_id=2))["government", "killed"]
    amount = total.amount
    assert (amount.low, amount.best, amount.high) == (93, None, 108)
    assert (amount.known, amount.claimed, total.used) == (102, None, (1, 2))


def test_an_open_high_stays_open() -> None:
    amount = totals_of(soldiers(1, 10), soldiers(2, c.at_least(4), incident_id=2))["government", "killed"].amount
    assert (amount.low, amount.best, amount.high, amount.open) == (14, 14, None, True)
    assert not amount.unquantified


def test_97_and_unquantified_civilians() -> None:
    claims = civilians(1, 97), civilians(2, c.bare_plural(), incident_id=2)
    amount = totals_of(*claims)["civilian", "killed"].amount
    assert (amount.low, amount.best, amount.known, amount.high) == (99, None, 97, None)
    assert amount.unquantified


def test_sides_and_effects_stand_apart_in_order() -> None:
    found = totals(reckoned(*aleppo()).figures)
    assert [(t.side, t.effect) for t in found] == [
        ("civilian", Effect.KILLED),
        ("government", Effect.KILLED),
        ("opposition", Effect.KILLED),
        ("civilian", Effect.WOUNDED),
        ("government", Effect.CAPTURED),
    ]
    assert effects_of(reversed(found)) == (Effect.KILLED, Effect.WOUNDED, Effect.CAPTURED)


def test_the_reasons_come_along() -> None:
    total = totals_of(*aleppo())["opposition", "killed"]
    assert total.used == (3, 4)
    assert {u.claim for u in total.not_used} == {1, 2, 11}


def test_cumulative_tolls_are_no_events() -> None:
    claims = [fighters(1, 3), fighters(2, 9000, scope=Scope.CUMULATIVE)]
    assert totals_of(*claims)["opposition", "killed"].amount.best == 3
    assert totals_of(*claims, scope=Scope.CUMULATIVE)["opposition", "killed"].amount.best == 9000


def test_nothing_gives_nothing() -> None:
    assert totals(()) == ()
    amount = add(())
    assert (amount.low, amount.best, amount.known, amount.open, amount.unquantified) == (0, None, None, False, False)


def test_nothing_known_is_not_0() -> None:
    assert add([figure("a", None, (1,))]).known is None
    assert add([figure("a", 0, (1,))]).known == 0


def test_a_bounded_number_counts_with_its_low_end() -> None:
    vague = figure("a", 24, (1,), best=None, high=99)
    assert add([vague, figure("a", 10, (2,))]).known == 34


@given(st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_exact_figures_add_up_exactly(counts: list[int]) -> None:
    claims = [soldiers(n, count, incident_id=n) for n, count in enumerate(counts, start=1)]
    amount = totals_of(*claims)["government", "killed"].amount
    assert (amount.low, amount.best, amount.high) == (sum(counts),) * 3


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low = draw(st.integers(0, 500))
    best = draw(st.none() | st.integers(low, low + 100))
    high = draw(st.none() | st.integers(best if best is not None else low, low + 300))
    return figure(
        draw(st.sampled_from(["government", "civilian", None])),
        low,
        (draw(st.integers(1, 99)),),
        low=low,
        best=best,
        high=high,
        claimed=draw(st.sampled_from([0, low])) if best is None else 0,
        open=high is None,
        unquantified=draw(st.booleans()),
        effect=draw(st.sampled_from([Effect.KILLED, Effect.WOUNDED])),
        scope=draw(st.sampled_from(list(Scope))),
    )


@given(st.lists(figures(), max_size=6))
def test_bounds_stay_in_order(them: list[Figure]) -> None:
    amount = add(them)
    low, high = amount.low, amount.high
    assert low == sum(one.low for one in them)
    assert high is None or low <= high
    assert amount.best is None or (low <= amount.best and (high is None or amount.best <= high))
    assert (amount.claimed or 0) <= low


@given(st.lists(figures(), max_size=6))
def test_the_order_of_figures_does_not_matter(them: list[Figure]) -> None:
    assert add(them) == add(them[::-1])


@given(st.lists(figures(), min_size=1, max_size=6))
def test_an_open_end_stays_open(them: list[Figure]) -> None:
    amount = add(them)
    assert amount.open == any(one.high is None for one in them)
    assert (amount.high is None) == amount.open


@given(st.lists(figures(), max_size=12))
def test_each_figure_of_an_event_counts_once_and_no_other(rows: list[Figure]) -> None:
    counted = [row for total in totals(rows) for row in total.figures]
    assert sorted(map(id, counted)) == sorted(id(row) for row in rows if row.scope is Scope.EVENT)
    assert all(row.side == total.side and row.effect is total.effect for total in totals(rows) for row in total.figures)
