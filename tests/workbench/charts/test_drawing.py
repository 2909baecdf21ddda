from __future__ import annotations

import re
import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from tests.workbench.charts.reference import SIDES, figure, series
from workbench.charts.drawing import Picture, height_of, least_height_of, to_figure, to_pdf, to_png, to_svg
from workbench.charts.look import DARK, LIGHT, Look
from workbench.charts.marks import hit
from workbench.charts.series import SideSeries, by_side
from workbench.charts.wording import WARNING
from workbench.model.claim import Effect
from workbench.model.figure import Figure, Reckoning

SVG = "{http://www.w3.org/2000/svg}"


def chart_of(*figures: Figure) -> SideSeries:
    return by_side(Reckoning(figures, ()), SIDES, (Effect.KILLED,))


def axes_of(chart: SideSeries) -> Axes:
    return to_figure(chart, LIGHT).axes[0]


def bars_in(axes: Axes) -> list[Rectangle]:
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def lines_in(axes: Axes, what: str) -> list[Line2D]:
    return [line for line in axes.lines if str(line.get_gid()).startswith(f"{what}-")]


def across(line: Line2D) -> list[float]:
    return [float(x) for x in np.asarray(line.get_xdata(), dtype=float)]


def shown(drawing: Drawing) -> list[str]:
    texts = [*drawing.texts, *(text for axes in drawing.axes if axes.get_visible() for text in axes.texts)]
    return [text.get_text() for text in texts if text.get_visible()]


def words_in(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_one_bar_a_number_and_one_for_each_part() -> None:
    bars = bars_in(axes_of(series()))
    assert [bar.get_width() for bar in bars[:3]] == [37, 44, 16]
    assert len(bars) == 4


def test_rows_stand_further_apart_where_there_is_room_but_not_too_far() -> None:
    chart, pitches = series(), []
    for times in (0.95, 1.0, 1.05, 2.0, 3.0):
        drawing = Drawing(figsize=(9.0, height_of(chart, LIGHT) * times))
        Picture(drawing).draw(chart, LIGHT)
        pitches.append(drawing.axes[0].get_position().height * drawing.get_figheight())
    assert pitches[0] < pitches[1] < pitches[2] < pitches[3]
    assert pitches[3] == pytest.approx(pitches[4])


def test_on_the_least_height_rows_stand_as_close_as_they_may() -> None:
    chart, pitches = series(), []
    for height in (least_height_of(chart, LIGHT), 0.9 * least_height_of(chart, LIGHT)):
        drawing = Drawing(figsize=(9.0, height))
        Picture(drawing).draw(chart, LIGHT)
        pitches.append(drawing.axes[0].get_position().height * height)
    assert least_height_of(chart, LIGHT) < height_of(chart, LIGHT)
    assert pitches[0] == pytest.approx(pitches[1])


def test_people_without_a_number_are_hatched_with_an_open_end() -> None:
    axes = axes_of(series())
    [hatched] = [bar for bar in bars_in(axes) if bar.get_hatch()]
    [arrow] = lines_in(axes, "open")
    assert not hatched.get_fill()
    assert np.asarray(arrow.get_ydata(), dtype=float).tolist() == [2]
    assert across(arrow)[0] > hatched.get_width()


def test_the_words_stand_beside_the_bars() -> None:
    words = words_in(axes_of(series()))
    for expected in ("37", "of them at least 4 officers", "HTS 44", "allies 16", "60", "none"):
        assert expected in words
    assert "unquantified, children among them" in words


def test_a_whisker_runs_from_low_to_high() -> None:
    axes = axes_of(chart_of(figure("government", 30, (1,), low=25, high=45)))
    [whisker] = lines_in(axes, "whisker")
    assert across(whisker) == [25, 45]
    assert not lines_in(axes, "open")


def test_an_exact_number_has_no_whisker() -> None:
    assert not lines_in(axes_of(series()), "whisker")


def test_a_bounded_number_is_filled_to_low_only() -> None:
    axes = axes_of(chart_of(figure("government", 24, (1,), best=None, high=99)))
    assert [bar.get_width() for bar in bars_in(axes)] == [24]
    assert axes.get_xlim()[1] > 99


def test_known_and_unquantified_share_a_bar() -> None:
    axes = axes_of(chart_of(figure("government", 97, (1,)), figure("government", None, (2,))))
    solid, hatched = bars_in(axes)
    assert (solid.get_width(), hatched.get_x()) == (97, 97)
    assert hatched.get_hatch()


def test_without_any_number_the_axis_does_not_pretend_to_measure() -> None:
    assert list(axes_of(series(Effect.WOUNDED)).get_xticks()) == []


def test_the_panels_of_several_effects_begin_beneath_one_another() -> None:
    figures = (figure("government", 5, (1,)), figure("civilian", 3, (2,), effect=Effect.WOUNDED))
    sides = [replace(side, name=f"{side.name} of a long name") if side.id == "civilian" else side for side in SIDES]
    drawing = to_figure(by_side(Reckoning(figures, ()), sides, (Effect.KILLED, Effect.WOUNDED)), LIGHT)
    one, other = (axes for axes in drawing.axes if axes.get_visible() and bars_in(axes))
    assert one.get_position().x0 == other.get_position().x0
    assert [label.get_text() for label in other.get_yticklabels()][:2] == ["Government", "Civilians of a long name"]


@pytest.mark.parametrize("width", [4.0, 9.0, 16.0])
def test_all_words_stay_on_the_card(width: float) -> None:
    long = figure("government", 1234567, (1,), notes=("of them at least 4 officers of several ranks " * 4,))
    drawing = to_figure(chart_of(long, figure("civilian", None, (2,), notes=("children among them",))), LIGHT, width)
    drawing.draw_without_rendering()
    right = drawing.bbox.width
    for text in drawing.axes[0].texts:
        assert text.get_window_extent().x1 <= right


def test_every_mark_leads_to_its_claims() -> None:
    drawing = Drawing(figsize=(9, 5))
    marks = Picture(drawing).draw(series(), LIGHT)
    assert [mark.claims for mark in marks] == [(5, 6), (3, 4), (3,), (4,), (8,), ()]
    for mark in marks:
        left, bottom, width, height = mark.box
        found = hit(marks, left + min(width, 0.02) / 2, bottom + height / 2)
        assert found is not None
        assert found.row == mark.row
    assert hit(marks, 0.001, 0.001) is None


def test_a_part_is_hit_before_its_bar() -> None:
    marks = Picture(Drawing(figsize=(9, 5))).draw(series(), LIGHT)
    part = marks[3]
    left, bottom, width, height = part.box
    assert hit(marks, left + width / 2, bottom + height / 2) is part
    assert part.words == "16 killed, allies"
    assert marks[1].words == "60 killed, HTS and allies"


def test_boxes_lie_in_the_figure_from_top_to_bottom() -> None:
    chart = series(Effect.KILLED, Effect.WOUNDED, Effect.CAPTURED)
    marks = Picture(Drawing(figsize=(9, height_of(chart, LIGHT)))).draw(chart, LIGHT)
    whole = [mark.box for mark in marks if not mark.part]
    assert whole == sorted(whole, key=lambda box: -box[1])
    assert all(box[1] >= 0 and box[1] + box[3] <= 1 and box[0] + box[2] <= 1 for box in whole)


def test_drawing_again_leaves_nothing_of_before() -> None:
    drawing = Drawing(figsize=(9, 5))
    picture, once = Picture(drawing), Picture(Drawing(figsize=(9, 5)))
    picture.draw(series(Effect.KILLED, Effect.WOUNDED), LIGHT)
    kept = drawing.axes[0]
    assert picture.draw(series(), DARK) == once.draw(series(), DARK)
    assert [axes for axes in drawing.axes if axes.get_visible()] == [kept]
    assert shown(drawing) == shown(once.figure)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_svg_is_one_piece_that_says_what_it_shows(look: Look) -> None:
    svg = to_svg(series(), look)
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == "Killed, by side"
    assert "unquantified, children among them" in (root.findtext(f"{SVG}desc") or "")
    outside = re.findall(r'(?:href|src)="([^"]*)"|url\(([^)]*)\)', svg)
    assert all(link.startswith("#") for pair in outside for link in pair if link)
    assert not re.search(r"https?://(?!www\.w3\.org/(?:1999/xlink|2000/svg)\")", svg)


def test_no_id_is_given_twice_in_a_drawing() -> None:
    told = [
        replace(figure(side, 30, (1,), low=25, high=high), effect=effect)
        for effect in (Effect.KILLED, Effect.WOUNDED)
        for side, high in (("government", 45), ("opposition", None), ("civilian", 45))
    ]
    svg = to_svg(by_side(Reckoning(tuple(told), ()), SIDES, (Effect.KILLED, Effect.WOUNDED)), LIGHT)
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert {"whisker-killed-0", "open-wounded-1"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_svg_is_the_same_each_time() -> None:
    assert to_svg(series(), LIGHT) == to_svg(series(), LIGHT)


def test_words_of_articles_cannot_break_out_of_the_svg() -> None:
    chart = by_side(
        Reckoning((figure("</desc><script>", 3, (1,), notes=("a $x$ <b> & c",)),), ()), SIDES, (Effect.KILLED,)
    )
    assert "<script>" not in to_svg(chart, LIGHT)


def test_png_has_300_dots_an_inch_and_pdf_one_page() -> None:
    png, pdf = to_png(series(), LIGHT), to_pdf(series(), LIGHT)
    width, _ = struct.unpack(">II", png[16:24])
    assert width == 9 * 300
    assert pdf.startswith(b"%PDF")
    assert pdf == to_pdf(series(), LIGHT)


@pytest.mark.parametrize("look", [LIGHT, replace(LIGHT, families=())], ids=["its own fonts", "the last resort"])
def test_a_warning_beneath_is_written_in_full_and_stands_out(look: Look) -> None:
    chart = replace(series(), caption=(f"{WARNING} " + "people may be counted twice " * 9, "convention: default"))
    drawing = to_figure(chart, look)
    warned = [text for text in drawing.texts if "counted" in text.get_text()]
    (plain,) = (text for text in drawing.texts if text.get_text() == "convention: default")
    assert len(warned) > 1
    assert {(text.get_color(), text.get_fontweight()) for text in warned} == {(LIGHT.text, "bold")}
    assert (plain.get_color(), plain.get_fontweight()) == (LIGHT.muted, "normal")
    width = drawing.get_figwidth() * drawing.dpi
    assert all(text.get_window_extent().x1 < width for text in warned)
