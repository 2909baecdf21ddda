from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.figure import Figure as Drawing

from tests.workbench.charts.reference import figure
from tests.workbench.charts.test_times import chart, of
from workbench.charts.calendar import Step
from workbench.charts.drawing import Picture, height_of, least_height_of, to_figure
from workbench.charts.look import DARK, LIGHT, Look
from workbench.charts.marks import hit
from workbench.charts.times import TimeSeries

FIGURES = (
    of("government", 37, 1),
    of("government", 12, 2, low=10, high=20),
    of("government", 60, 3),
    of("opposition", 5, 1),
    of("opposition", None, 3),
    of("civilian", 9, 4),
)


def full() -> TimeSeries:
    return chart(*FIGURES, step=Step.DAY)


def test_every_mark_leads_to_its_claims_in_the_order_of_days() -> None:
    made = full()
    marks = Picture(Drawing(figsize=(9, height_of(made, LIGHT)))).draw(made, LIGHT)
    assert [mark.claims for mark in marks] == [(1,), (2,), (3,), (1,), (3,), (4,)]
    assert len({mark.key for mark in marks}) == len(marks)
    for mark in marks:
        left, bottom, width, height = mark.box
        assert hit(marks, left + width / 2, bottom + height / 2) is mark
    assert marks[2].words == "60 killed, Government, 28 November 2024 – 1 December 2024"


def test_bands_that_meet_lie_beneath_each_other() -> None:
    made = chart(of("government", 60, 3), of("government", 5, 1), step=Step.DAY)
    [panel] = made.panels
    [lane] = panel.lanes
    twice = replace(lane, spans=(lane.spans[0], lane.spans[0]))
    double = replace(made, panels=(replace(panel, lanes=(twice,)),))
    _, one, other = Picture(Drawing(figsize=(9, 6))).draw(double, LIGHT)
    assert other.box[1] + other.box[3] <= one.box[1]
    assert height_of(double, LIGHT) > height_of(made, LIGHT)


def test_a_lane_has_its_sides_name_and_all_share_one_scale() -> None:
    drawing = to_figure(full(), LIGHT)
    words = [text.get_text() for text in drawing.texts]
    assert {"Government", "HTS and allies", "Civilians"} <= set(words)
    assert len({axes.get_ylim()[1] for axes in drawing.axes}) == 1
    assert len({axes.get_xlim() for axes in drawing.axes}) == 1
    assert [len(axes.get_xticks()) > 0 for axes in drawing.axes] == [False, False, True]


@pytest.mark.parametrize("width", [4.0, 9.0, 16.0])
@pytest.mark.parametrize("step", [*Step])
def test_all_words_stay_on_the_card(width: float, step: Step) -> None:
    drawing = to_figure(chart(*FIGURES, of("government", 1234567, 5), step=step), DARK, width)
    drawing.draw_without_rendering()
    for text in (text for axes in drawing.axes for text in (*axes.texts, *axes.get_xticklabels())):
        if text.get_text():
            box = text.get_window_extent()
            assert box.x0 >= 0
            assert box.x1 <= drawing.bbox.width


def test_a_higher_sheet_gives_higher_lanes() -> None:
    made = full()
    heights = []
    for height in (least_height_of(made, LIGHT), height_of(made, LIGHT), 2 * height_of(made, LIGHT)):
        drawing = Drawing(figsize=(9, height))
        Picture(drawing).draw(made, LIGHT)
        heights.append(drawing.axes[0].get_position().height * height)
    assert heights == sorted(heights)
    assert heights[0] < heights[2]


@pytest.mark.parametrize("figures", [(), (of("government", 9, 4),)], ids=["nothing", "nothing dated"])
def test_without_days_it_is_drawn_all_the_same(figures: tuple[()]) -> None:
    assert len(to_figure(chart(*figures), LIGHT).axes) == len(figures)


def test_drawing_again_leaves_nothing_of_before() -> None:
    picture, once = Picture(Drawing(figsize=(9, 6))), Picture(Drawing(figsize=(9, 6)))
    picture.draw(full(), LIGHT)
    small = chart(figure("government", 5, (1,)))
    assert picture.draw(small, LIGHT) == once.draw(small, LIGHT)
    assert len([axes for axes in picture.figure.axes if axes.get_visible()]) == 1


@pytest.mark.parametrize("look", [LIGHT, replace(LIGHT, families=())], ids=["its own fonts", "the last resort"])
def test_a_number_at_either_end_gives_way_to_the_inside(look: Look) -> None:
    claimed = of("government", 340, 1, best=None, claimed=340)
    month = chart(claimed, of("opposition", 17, 5, best=None, claimed=17), step=Step.DAY)
    drawing = to_figure(month, look)
    drawing.canvas.draw()
    for words in ("340 claimed", "17 claimed"):
        [(axes, text)] = [(a, t) for a in drawing.axes for t in a.texts if t.get_text() == words]
        place, ground = text.get_window_extent(), axes.get_window_extent()
        assert ground.x0 <= place.x0
        assert place.x1 <= ground.x1
