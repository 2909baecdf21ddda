from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.exporters.material import BOTH_SIDES, CIVILIANS, FIGURES, SOLDIERS, Contents, figure
from workbench.exporters.totals import effects_of, sides_of, totals
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure

numbers = st.none() | st.integers(0, 500)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low = draw(st.integers(0, 500))
    high = draw(st.none() | st.integers(low, 600))
    best = draw(st.none() | st.integers(low, high if high is not None else 700))
    return figure(
        draw(st.sampled_from(["government", "civilian", None])),
        SOLDIERS,
        low=low,
        best=best,
        high=high,
        open=high is None,
        effect=draw(st.sampled_from([Effect.KILLED, Effect.WOUNDED])),
        scope=draw(st.sampled_from(list(Scope))),
    )


@given(st.lists(figures(), max_size=12))
def test_sums_keep_their_order_and_open_ends_stay_open(rows: list[Figure]) -> None:
    for total in totals(rows):
        assert (total.high is None) == any(row.high is None for row in total.figures)
        assert total.high is None or total.low <= total.high
        assert total.best is None or total.low <= total.best
        assert total.low == sum(row.low for row in total.figures)


@given(st.lists(figures(), max_size=12))
def test_running_tolls_and_background_are_never_added(rows: list[Figure]) -> None:
    counted = [row for total in totals(rows) for row in total.figures]
    assert sorted(map(id, counted)) == sorted(id(row) for row in rows if row.scope is Scope.EVENT)


def test_people_without_a_number_are_said_beside_the_number() -> None:
    [total] = totals([figure("civilian", SOLDIERS), figure("civilian", CIVILIANS)])
    assert (total.low, total.best, total.high, total.unquantified) == (12, 12, None, True)


def test_one_figure_without_a_best_leaves_none_for_the_sum() -> None:
    [total] = totals([figure("government", SOLDIERS), figure("government", SOLDIERS, best=None)])
    assert total.best is None


def test_sides_stand_in_the_order_of_the_case_and_unknown_is_last() -> None:
    rows = totals([figure(side, SOLDIERS) for side in (None, BOTH_SIDES, "civilian", "rebels", "government")])
    assert sides_of(rows, Contents().sides()) == ("government", "civilian", "rebels", BOTH_SIDES, None)


def test_effects_stand_in_the_order_of_the_model() -> None:
    rows = totals([figure("government", SOLDIERS, effect=Effect.WOUNDED), *FIGURES])
    assert effects_of(rows) == (Effect.KILLED, Effect.WOUNDED)
