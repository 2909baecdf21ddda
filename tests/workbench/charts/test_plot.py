from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from workbench.charts.look import LIGHT
from workbench.charts.plot import MIDDLE, Place, Plot, Stroke
from workbench.charts.type import NOTE, TICK


@pytest.fixture
def figure() -> Figure:
    return Figure(figsize=(10, 5))


@pytest.fixture
def plot(figure: Figure) -> Plot:
    made = Plot(figure)
    begin(made)
    return made


def begin(plot: Plot) -> None:
    plot.begin(LIGHT, (0.1, 0.2, 0.5, 0.5), 360, 180)
    plot.limits(0, 100, 0, 10)


def test_a_box_takes_all_of_its_new_dress(plot: Plot) -> None:
    hatched = plot.box((1, 2, 3, 4), face="", edge="#112233", hatch="////")
    assert hatched.get_hatch() == "////"
    assert not hatched.get_fill()
    begin(plot)
    again = plot.box((5, 6, 7, 8), face="#445566", edge="#112233")
    assert again is hatched
    assert again.get_fill()
    assert not again.get_hatch()
    assert again.get_bbox().bounds == (5, 6, 7, 8)
    assert to_hex(again.get_facecolor()) == "#445566"


def test_a_line_takes_all_of_its_new_dress(plot: Plot) -> None:
    marker = plot.line([1], [2], Stroke("#112233", 0, marker="o", size=5, halo=True), "point")
    assert (marker.get_linestyle(), marker.get_marker(), marker.get_gid()) == ("None", "o", "point")
    begin(plot)
    line = plot.line([1, 2], [3, 4], Stroke("#445566"))
    assert line is marker
    assert (line.get_linestyle(), line.get_marker(), line.get_gid()) == ("-", "none", None)
    assert (line.get_path_effects(), np.asarray(line.get_xdata()).tolist()) == ([], [1, 2])


def test_words_stand_some_points_beside_their_place(plot: Plot) -> None:
    shifted = plot.text(10, 5, "37", NOTE, LIGHT.text, Place((72, 36)))
    x, y = shifted.get_transform().transform((10, 5))
    left, bottom = plot.axes.transData.transform((10, 5))
    dpi = plot.axes.figure.dpi
    assert (x - left, y - bottom) == pytest.approx((dpi, dpi / 2))
    begin(plot)
    middle = plot.text(10, 5, "37", NOTE, LIGHT.text, MIDDLE)
    assert middle.get_transform() == plot.axes.transData
    assert middle.get_horizontalalignment() == "center"


def test_ticks_are_what_was_asked_for_and_go_when_they_are_not(plot: Plot, figure: Figure) -> None:
    plot.ticks_across([0, 50], ["none", "fifty"])
    plot.ticks_up([1], ["$5"], type_=TICK, colour=LIGHT.muted)
    assert [label.get_text() for label in plot.axes.get_xticklabels()] == ["none", "fifty"]
    assert plot.axes.get_yticklabels()[0].get_color() == LIGHT.muted
    figure.draw_without_rendering()
    begin(plot)
    assert list(plot.axes.get_xticks()) == []


@pytest.mark.parametrize("up", [(0, 10), (10, 0)])
def test_a_box_of_the_data_is_one_of_the_figure_whichever_way_the_axis_runs(plot: Plot, up: tuple[int, int]) -> None:
    plot.limits(0, 100, *up)
    assert plot.fractions((0, 0, 50, 10)) == pytest.approx((0.1, 0.2, 0.25, 0.5))


def test_hidden_it_shows_nothing(plot: Plot) -> None:
    plot.set_visible(False)
    assert not plot.axes.get_visible()
