from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.patches import Ellipse
from matplotlib.text import Text

from tests.workbench.charts.landscape import NORTH, OASIS, PORT, SOUTH
from tests.workbench.charts.test_points import at, chart
from workbench.charts.discs import radius_of
from workbench.charts.drawing import Picture, height_of, least_height_of, to_figure, to_svg
from workbench.charts.look import DARK, LIGHT
from workbench.charts.marks import Mark, hit
from workbench.charts.painting_map import steps_of
from workbench.charts.points import MapSeries
from workbench.model.circumstance import Where


def three() -> MapSeries:
    return chart({1: PORT, 2: OASIS, 3: SOUTH}, at(1, 40), at(1, 10, "opposition"), at(2, 5), at(3, 9))


def axes_of(series: MapSeries, width: float = 9.0) -> Axes:
    return to_figure(series, LIGHT, width).axes[1]


def discs(axes: Axes) -> list[Ellipse]:
    return [patch for patch in axes.patches if isinstance(patch, Ellipse) and patch.get_visible()]


def texts(axes: Axes) -> list[Text]:
    return [text for text in axes.texts if text.get_visible() and text.get_text()]


def words_in(axes: Axes) -> list[str]:
    return [text.get_text() for text in texts(axes)]


def marks_of(series: MapSeries) -> tuple[Mark, ...]:
    return Picture(Drawing(figsize=(9.0, height_of(series, LIGHT)))).draw(series, LIGHT)


def test_places_are_discs_and_provinces_squares() -> None:
    axes = axes_of(three())
    squares = [patch for patch in axes.patches if not isinstance(patch, Ellipse) and patch.get_visible()]
    assert len(squares) == 2  # the frame and the province
    assert len([disc for disc in discs(axes) if disc.get_width() > 4]) == 3  # two sides at Port, one at Oasis


def test_areas_show_numbers_and_the_sides_share_them() -> None:
    whole, inner, small = sorted((disc.get_width() for disc in discs(axes_of(three()))), reverse=True)[:3]
    assert (inner / whole) ** 2 == pytest.approx(10 / 50)
    assert (small / whole) ** 2 == pytest.approx(5 / 50)


def test_the_smallest_number_can_still_be_seen() -> None:
    assert radius_of(1, 1_000_000, LIGHT) == radius_of(1, 100_000, LIGHT) > 3


def test_a_range_has_a_ring_and_an_open_end_a_dashed_one() -> None:
    [dot, ring] = discs(axes_of(chart({1: PORT}, at(1, 10, low=10, high=40))))
    assert (ring.get_width() / dot.get_width()) ** 2 == pytest.approx(4)
    assert not ring.get_fill()
    [_, dashed] = discs(axes_of(chart({1: PORT}, at(1, 10, high=None, open=True))))
    assert dashed.get_linestyle() != "-"
    assert not dashed.get_fill()


def test_people_without_a_number_are_hatched() -> None:
    hatched, _ = discs(axes_of(chart({1: PORT}, at(1, None))))
    assert hatched.get_hatch() == "////"


def test_none_is_drawn_as_an_empty_disc() -> None:
    [disc] = discs(axes_of(chart({1: PORT}, at(1, 0))))
    assert not disc.get_fill()


def test_points_are_named_with_their_numbers_and_towns_without() -> None:
    words = words_in(axes_of(chart({1: PORT}, at(1, 50))))
    assert "Port 50" in words
    assert "Port" not in words
    assert "Oasis" in words_in(
        axes_of(chart({1: PORT, 2: NORTH, 3: Where("", "Camp", 1, 30.9, 39.5)}, at(1), at(2), at(3)))
    )


def crowd(count: int) -> MapSeries:
    wheres: Mapping[int, Where | None] = {
        n: Where("", f"Village number {n}", 1, 30 + n % 7 / 300, 40 + n // 7 / 300) for n in range(1, count)
    }
    return chart(wheres, *(at(n, 5 * n) for n in wheres), at(99, 2)) if wheres else chart({})


@pytest.mark.parametrize("width", [5.0, 9.0, 14.0])
def test_names_never_cover_each_other_and_what_is_left_out_is_said(width: float) -> None:
    drawing = to_figure(crowd(40), LIGHT, width)
    drawing.draw_without_rendering()
    _, axes, key = drawing.axes
    boxes = [text.get_window_extent() for text in texts(axes)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert "Village number 39 195" in words_in(axes)
    left = 39 - len(boxes)
    assert left > 0
    assert any(word == f"{left} points have no name, for lack of room" for word in words_in(key))
    for box in boxes:
        assert box.x0 >= axes.bbox.x0 - 1
        assert box.x1 <= axes.bbox.x1 + 1


def test_the_map_has_a_graticule_a_scale_bar_and_sizes() -> None:
    drawing = to_figure(three(), LIGHT)
    _, axes, key = drawing.axes
    across = [label.get_text() for label in axes.get_xticklabels()]
    assert across
    assert all(word.endswith("° E") for word in across)
    assert all(label.get_text().endswith("° N") for label in axes.get_yticklabels())
    words = words_in(key)
    assert any(word.endswith(" km") for word in words)
    assert {"50", "5"} <= set(words)


def test_a_kilometre_is_as_long_on_the_map_as_on_the_scale_bar() -> None:
    drawing = to_figure(
        chart({1: Where("", "A", 1, 30.0, 40.0), 2: Where("", "B", 1, 31.0, 40.0)}, at(1), at(2)), LIGHT
    )
    _, axes, key = drawing.axes
    ys = [float(np.asarray(disc.get_center(), dtype=float)[1]) for disc in discs(axes)][:2]
    kilometres = next(float(w.removesuffix(" km").replace(",", "")) for w in words_in(key) if w.endswith(" km"))
    bar = next(line for line in key.lines if line.get_visible())
    length = float(np.ptp(np.asarray(bar.get_xdata(), dtype=float)))
    assert abs(ys[0] - ys[1]) / 111.195 == pytest.approx(length / kilometres, rel=1e-3)


@pytest.mark.parametrize(
    "wheres",
    [
        {1: PORT},
        {1: Where("", "East", 1, -17.0, 178.0), 2: Where("", "West", 1, -16.5, -178.5)},
        {1: Where("", "Pole", 1, 89.9, 10.0)},
        {1: Where("", "A", 1, 60.0, -170.0), 2: Where("", "B", 1, -60.0, 10.0)},
        {1: PORT, 2: PORT},
    ],
)
def test_every_point_lies_on_the_map_and_opens_its_claims(wheres: dict[int, Where | None]) -> None:
    series = chart(wheres, *(at(n, n) for n in wheres))
    marks = marks_of(series)
    assert [mark.claims for mark in marks] == [point.used for point in series.points]
    for mark in marks:
        left, bottom, width, height = mark.box
        assert 0 <= left <= left + width <= 1
        assert 0 <= bottom <= bottom + height <= 1
        assert hit(marks, left + width / 2, bottom + height / 2) is mark


def test_a_small_point_on_a_large_one_is_hit_first() -> None:
    marks = marks_of(chart({1: PORT, 2: Where("", "Gate", 4, 32.1, 41.2)}, at(1, 500), at(2, 3)))
    left, bottom, width, height = marks[1].box
    assert hit(marks, left + width / 2, bottom + height / 2) is marks[1]
    left, bottom, width, height = marks[0].box
    assert hit(marks, left + width * 0.1, bottom + height / 2) is marks[0]


def test_marks_say_what_they_show() -> None:
    assert marks_of(three())[0].words == "50 killed, Port (exact place)"


def test_without_points_a_sentence_stands_there() -> None:
    series = chart({1: None}, at(1))
    assert "No figure has a place with coordinates." in [text.get_text() for text in to_figure(series, LIGHT).texts]
    assert marks_of(series) == ()
    assert least_height_of(series, LIGHT) == height_of(series, LIGHT)


@pytest.mark.parametrize(
    ("most", "steps"), [(0, ()), (1, (1,)), (7, (5,)), (12, (1, 10)), (100, (1, 10, 100)), (3456, (20, 200, 2000))]
)
def test_sizes_are_explained_by_round_numbers(most: int, steps: tuple[int, ...]) -> None:
    assert steps_of(most) == steps


def test_drawing_again_moves_what_is_there() -> None:
    drawing = Drawing(figsize=(9.0, 8.0))
    picture = Picture(drawing)
    picture.draw(three(), LIGHT)
    artists = [len(axes.get_children()) for axes in drawing.axes]
    picture.draw(three(), DARK)
    assert [len(axes.get_children()) for axes in drawing.axes] == artists
    assert to_svg(three(), LIGHT) == to_svg(three(), LIGHT)
