from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.figure import Figure as Drawing

from tests.workbench.charts.reference import SIDES, figure, series
from workbench.charts.bars import Scale, draw_bar, label_of, reach_of, solid_of, space_of
from workbench.charts.look import LIGHT
from workbench.charts.plot import Plot
from workbench.charts.series import Bar, by_side
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning

SCALE = Scale(100, 400)


def bar_of(number: int | None = 30, **others: object) -> Bar:
    told = Reckoning((figure("government", number, (1,), **others),), ())
    return next(bar for bar in by_side(told, SIDES, (Effect.KILLED,)).bars if bar.side == "government")


def empty_plot() -> Plot:
    plot = Plot(Drawing())
    plot.begin(LIGHT, (0, 0, 1, 1), 400, 300)
    return plot


def gids(*bars: Bar) -> list[str]:
    plot = empty_plot()
    for row, bar in enumerate(bars):
        draw_bar(plot, row, bar, SCALE, LIGHT)
    return [str(line.get_gid()) for line in plot.axes.lines if line.get_gid()]


def test_points_and_people_are_two_measures_of_one_length() -> None:
    assert (SCALE.people(40), SCALE.of(10)) == (10, 40)
    assert SCALE.of(SCALE.people(123)) == pytest.approx(123)


@pytest.mark.parametrize(
    ("bar", "solid", "reach"),
    [
        (bar_of(30), 30, 30),
        (bar_of(30, low=25, high=45), 30, 45),
        (bar_of(30, low=25, high=None, open=True), 30, 30),
        (bar_of(None, low=24, high=99, open=False, unquantified=False), 24, 99),
        (bar_of(None), 0, 0),
    ],
    ids=["exact", "range", "open", "bounded", "without a number"],
)
def test_a_bar_is_filled_to_what_is_known_and_reaches_to_what_may_be(bar: Bar, solid: int, reach: int) -> None:
    assert (solid_of(bar), reach_of(bar)) == (solid, reach)


def test_an_open_end_and_people_without_a_number_take_room() -> None:
    plain, open_ = bar_of(30), bar_of(30, high=None, open=True)
    assert space_of(open_, LIGHT, 400) > space_of(replace(open_, open=False), LIGHT, 400)
    assert space_of(bar_of(None), LIGHT, 400) > space_of(replace(plain, label="30"), LIGHT, 400)


def test_a_note_gives_way_where_there_is_no_room() -> None:
    bar = bar_of(30, notes=("of them at least 4 officers",))
    assert label_of(bar, LIGHT, 600) == ("30", "of them at least 4 officers")
    assert label_of(bar, LIGHT, 60) == ("30", "")


def test_what_has_no_number_is_said_in_one_quiet_line() -> None:
    label, note = label_of(bar_of(None, notes=("children among them",)), LIGHT, 600)
    assert (label.replace("\n", " "), note) == ("unquantified, children among them", "")


def test_each_part_has_an_id_of_its_own() -> None:
    ranged = bar_of(30, low=25, high=None, open=True)
    wounded = replace(ranged, effect=Effect.WOUNDED)
    found = gids(ranged, ranged, wounded)
    assert found[:2] == ["whisker-killed-0", "open-killed-0"]
    assert len(found) == len(set(found)) == 6


def test_parts_begin_where_the_one_before_ends() -> None:
    parted = next(bar for bar in series().bars if bar.segments)
    parts = draw_bar(empty_plot(), 0, parted, SCALE, LIGHT)
    assert [(part.value, left) for part, left in parts] == [(44, 0.0), (16, 44.0)]


def test_what_nobody_speaks_of_is_not_drawn() -> None:
    plot = empty_plot()
    axes, empty = plot.axes, next(bar for bar in series().bars if bar.empty)
    assert draw_bar(plot, 0, empty, SCALE, LIGHT) == []
    assert (len(axes.patches), len(axes.lines), len(axes.texts)) == (0, 0, 1)
