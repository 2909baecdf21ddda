from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.figure import Figure as Drawing

from tests.workbench.charts.test_tolls import EVENT, TOLL, chart, told
from workbench.charts.drawing import Picture, height_of, to_figure
from workbench.charts.look import DARK, LIGHT
from workbench.charts.marks import Mark, hit
from workbench.charts.tolls import TollSeries


def full() -> TollSeries:
    return chart(
        replace(TOLL, tellings=(told(0, 507567), told(20, 617910, 617910, None))),
        replace(EVENT, tellings=(told(0, 20), told(1, 31), told(2, 29), told(4, 37, 37, 45))),
        replace(EVENT, origin="web", partisan=True, tellings=(told(1, 10, None, 99), told(3, 40, None, None))),
    )


def drawn(made: TollSeries) -> tuple[Drawing, tuple[Mark, ...]]:
    drawing = Drawing(figsize=(9, height_of(made, LIGHT)))
    return drawing, Picture(drawing).draw(made, LIGHT)


def test_every_line_and_every_point_can_be_pointed_at() -> None:
    _, marks = drawn(full())
    assert [mark.part.partition("/")[0] for mark in marks] == [
        *("", "2024-11-20", "2024-12-10"),
        *("", "2024-11-20", "2024-11-21", "2024-11-22", "2024-11-24"),
        *("", "2024-11-21", "2024-11-23"),
    ]
    assert len({mark.key for mark in marks}) == len(marks)
    for mark in marks:
        left, bottom, width, height = mark.box
        found = hit(marks, left + width / 2, bottom + height / 2)
        assert found is not None
        assert found.claims == mark.claims
    assert marks[0].words == "SOHR  at least 617,910, Side unknown, killed · since 15 March 2011"


def test_a_number_stands_until_the_next_one() -> None:
    made = chart(replace(EVENT, tellings=(told(0, 20), told(2, 31))))
    drawing, _ = drawn(made)
    heights = [np.asarray(line.get_ydata(), dtype=float).tolist() for line in drawing.axes[0].lines]
    assert [20, 20, 31] in heights


def test_a_belligerents_line_is_dashed() -> None:
    drawing, _ = drawn(full())
    styles = {line.get_linestyle() for line in drawing.axes[1].lines}
    assert {"-", "--"} <= styles


def test_names_of_lines_that_end_together_do_not_touch() -> None:
    origins = [replace(EVENT, origin=name, tellings=(told(0, 20), told(1, 30))) for name in ("sohr", "web", "army")]
    drawing, marks = drawn(chart(*origins))
    boxes = sorted(mark.box for mark in marks if not mark.part)
    tops = sorted((box[1], box[1] + box[3]) for box in boxes)
    assert all(below[1] <= above[0] + 1e-9 for below, above in pairwise(tops))
    assert drawing.axes


@pytest.mark.parametrize("width", [5.0, 9.0, 16.0])
def test_all_words_stay_on_the_sheet(width: float) -> None:
    drawing = to_figure(full(), DARK, width)
    drawing.draw_without_rendering()
    for text in (text for axes in drawing.axes for text in axes.texts if text.get_text()):
        assert text.get_window_extent().x1 <= drawing.bbox.width


@pytest.mark.parametrize(("days", "common"), [((0, 20), True), ((0, 400), False)])
def test_lanes_share_their_days_unless_one_would_shrink_to_a_corner(days: tuple[int, int], common: bool) -> None:
    long = replace(TOLL, tellings=tuple(told(day, 500 + day) for day in days))
    drawing, _ = drawn(chart(long, replace(EVENT, tellings=(told(0, 20), told(4, 37)))))
    first, second = (axes.get_xlim() for axes in drawing.axes)
    assert (first == second) is common


def test_the_names_of_lines_stand_beneath_one_another() -> None:
    drawing, _ = drawn(full())
    assert len({(axes.get_position().x0, axes.get_position().x1) for axes in drawing.axes}) == 1


def test_without_tolls_it_says_so() -> None:
    drawing = to_figure(chart(), LIGHT)
    assert any("No running toll" in text.get_text() for text in drawing.texts)
    assert not drawing.axes
