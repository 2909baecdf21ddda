from __future__ import annotations

import numpy as np
import pytest
from matplotlib.figure import Figure as Drawing

from tests.workbench.charts.reference import SIDES, figure
from workbench.charts.columns import Ground, draw_column, height_above
from workbench.charts.look import LIGHT
from workbench.charts.phrases import english
from workbench.charts.plot import Plot
from workbench.charts.series import Bar, by_side
from workbench.model.claim import Effect
from workbench.model.figure import Reckoning


def bar_of(number: int | None = 30, **others: object) -> Bar:
    told = Reckoning((figure("government", number, (1,), **others),), ())
    return next(bar for bar in by_side(told, SIDES, (Effect.KILLED,)).bars if bar.side == "government")


@pytest.fixture
def ground() -> Ground:
    plot = Plot(Drawing(figsize=(8, 4)))
    plot.begin(LIGHT, (0, 0, 1, 1), 400, 200)
    plot.limits(0, 10, 0, 100)
    return Ground(plot, LIGHT, 0.5, 1 / 40, english())


def words(ground: Ground) -> list[str]:
    return [text.get_text() for text in ground.plot.axes.texts]


def test_a_number_is_a_box_of_its_height_with_the_number_above(ground: Ground) -> None:
    draw_column(ground, 5, 0.6, bar_of(30), 40)
    [box] = ground.plot.axes.patches
    assert box.get_extents().height > 0
    assert ground.plot.axes.patches[0].get_height() == 30  # type: ignore[attr-defined]  # a rectangle
    assert (words(ground), len(ground.plot.axes.lines)) == (["30"], 0)


def test_a_range_has_a_whisker_in_one_line(ground: Ground) -> None:
    draw_column(ground, 5, 0.6, bar_of(30, low=25, high=45), 400)
    [whisker] = ground.plot.axes.lines
    assert sorted(set(np.asarray(whisker.get_ydata(), dtype=float).tolist())) == [25, 45]
    assert words(ground) == ["30 (25–45)"]


def test_an_open_end_is_an_arrow_without_a_cap(ground: Ground) -> None:
    draw_column(ground, 5, 0.6, bar_of(30, low=25, high=None, open=True), 400)
    markers = [line.get_marker() for line in ground.plot.axes.lines]
    assert markers.count("^") == 1
    assert len(np.asarray(ground.plot.axes.lines[0].get_xdata(), dtype=float)) == 4


def test_people_without_a_number_are_hatched_and_none_is_made_up(ground: Ground) -> None:
    draw_column(ground, 5, 0.6, bar_of(None), 20)
    [box] = ground.plot.axes.patches
    assert box.get_hatch()
    assert words(ground) == []


def test_an_explicit_0_is_drawn_and_is_no_gap(ground: Ground) -> None:
    draw_column(ground, 5, 0.6, bar_of(0), 20)
    assert (len(ground.plot.axes.patches), len(ground.plot.axes.lines), words(ground)) == (0, 1, ["0"])


def test_words_give_way_to_the_number_and_the_number_to_nothing(ground: Ground) -> None:
    for room in (400, 20, 3):
        draw_column(ground, 5, 0.6, bar_of(30, low=25, high=45), room)
    assert words(ground) == ["30 (25–45)", "30"]


def test_bars_are_no_wider_than_words_are_high(ground: Ground) -> None:
    assert ground.width(0.5) < 0.5
    assert ground.width(30) / ground.days == pytest.approx(28)
    assert height_above(bar_of(None), LIGHT) > height_above(bar_of(30), LIGHT)
