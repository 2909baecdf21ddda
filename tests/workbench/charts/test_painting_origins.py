from __future__ import annotations

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from tests.workbench.charts.test_origins import MIXED, chart
from tests.workbench.reckoning.making import civilians, claim, fighters, soldiers
from workbench.charts.drawing import Picture, height_of, least_height_of, to_figure, to_svg
from workbench.charts.look import DARK, LIGHT
from workbench.charts.marks import Mark, hit
from workbench.charts.origins import OriginSeries
from workbench.reckoning import conventions as c


def rival() -> OriginSeries:
    return chart(fighters(1, 60), fighters(2, 200, origin="ministry", article_id=2))


def axes_of(series: OriginSeries) -> Axes:
    return to_figure(series, LIGHT).axes[0]


def words_in(axes: Axes) -> list[str]:
    return [" ".join(text.get_text().split()) for text in axes.texts if text.get_visible()]


def markers(axes: Axes) -> list[tuple[str, float, bool]]:
    """Return shape, place and whether it is filled of every marker."""
    lines = (line for line in axes.lines if line.get_visible() and line.get_marker() != "none")
    return [
        (
            str(line.get_marker()),
            float(np.asarray(line.get_xdata(), dtype=float)[0]),
            line.get_markerfacecolor() == line.get_markeredgecolor(),
        )
        for line in lines
    ]


def marks_of(series: OriginSeries, width: float = 9.0) -> tuple[Mark, ...]:
    return Picture(Drawing(figsize=(width, height_of(series, LIGHT, width)))).draw(series, LIGHT)


def test_an_account_that_counts_is_filled_and_one_that_does_not_is_hollow() -> None:
    assert markers(axes_of(rival())) == [("o", 60.0, True), ("D", 200.0, False)]


def test_the_figure_is_a_band_behind_its_accounts() -> None:
    axes = axes_of(chart(soldiers(1, 30), soldiers(2, 45, origin="un", article_id=2)))
    [band] = [box for box in axes.patches if box.get_visible()]
    left, right = band.get_extents().intervalx
    spans = axes.transData.inverted().transform([(left, 0), (right, 0)])[:, 0]
    assert list(spans) == pytest.approx([30, 45])


def test_the_band_of_an_open_figure_runs_to_the_edge() -> None:
    axes = axes_of(chart(soldiers(1, c.at_least(30))))
    [band] = [box for box in axes.patches if box.get_visible()]
    right = axes.transData.inverted().transform((band.get_extents().x1, 0))[0]
    assert right == pytest.approx(axes.get_xlim()[1])
    assert (">", True) in [(shape, filled) for shape, _, filled in markers(axes)]


def test_people_without_a_number_are_hatched_and_have_no_band() -> None:
    axes = axes_of(chart(civilians(1, c.bare_plural())))
    assert [box.get_hatch() for box in axes.patches if box.get_visible()] == ["////"]


def test_names_interest_outlets_numbers_and_reasons_are_written() -> None:
    words = words_in(axes_of(rival()))
    for part in ("Opposition", "60", "rests on one origin", "SOHR", "neutral · Reuters", "Ministry", "200 claimed"):
        assert part in words
    assert any(line.replace("\n", " ") == "not used: their enemy's side claims it" for line in words)


def test_the_reason_is_shortened_on_the_chart_and_whole_in_the_mark() -> None:
    group = rival().groups[0]
    row = group.rows[-1]
    assert row.brief == "not used: their enemy's side claims it"
    assert row.words.startswith("200 claimed killed, Ministry (belligerent: Government · Tageblatt): not used: “200")
    assert group.rows[0].about == "neutral · Reuters"


def test_every_mark_opens_its_claims() -> None:
    marks = marks_of(rival())
    assert [(mark.part, mark.claims) for mark in marks] == [("", (1,)), ("sohr", (1,)), ("ministry", (2,))]
    for mark in marks:
        left, bottom, width, height = mark.box
        assert hit(marks, left + width / 2, bottom + height / 2) is mark
    assert len({mark.key for mark in marks}) == 3
    assert [one.claim for one in marks[0].not_used] == [2]


def test_figures_of_one_incident_and_effect_share_an_axis() -> None:
    total = claim(3, 60, origin="un", article_id=2, side="both", category=MIXED)
    drawing = to_figure(chart(soldiers(1, 30), fighters(2, 20), total), LIGHT)
    assert len(drawing.axes) == 1
    several = chart(
        *(soldiers(n, n, incident_id=n) for n in (1, 2)),
        *(soldiers(n + 9, 9, incident_id=n, origin="un") for n in (1, 2)),
        incident=None,
    )
    assert len(to_figure(several, LIGHT).axes) == 2


@pytest.mark.parametrize("width", [4.5, 9.0, 16.0])
def test_all_words_stay_on_the_sheet(width: float) -> None:
    long = "the spokesman of a very long named civil defence of the north-western countryside"
    series = chart(soldiers(1, 1_234_567), soldiers(2, c.at_least(1_100_000), origin=None, attribution_text=long))
    drawing = to_figure(series, LIGHT, width)
    drawing.draw_without_rendering()
    for text in (*drawing.axes[0].texts, *drawing.texts):
        box = text.get_window_extent()
        assert box.x0 >= 0
        assert box.x1 <= drawing.bbox.width


def test_rows_stand_further_apart_where_there_is_room() -> None:
    series = rival()
    assert least_height_of(series, LIGHT) < height_of(series, LIGHT)
    heights = []
    for inches in (least_height_of(series, LIGHT), height_of(series, LIGHT), 12.0, 20.0):
        drawing = Drawing(figsize=(9.0, inches))
        Picture(drawing).draw(series, LIGHT)
        heights.append(drawing.axes[0].get_position().height * inches)
    assert heights[0] < heights[1] < heights[2] == pytest.approx(heights[3])


def test_drawing_again_moves_what_is_there() -> None:
    drawing = Drawing(figsize=(9.0, 6.0))
    picture = Picture(drawing)
    picture.draw(rival(), LIGHT)
    artists = len(drawing.axes[0].get_children())
    picture.draw(rival(), DARK)
    assert len(drawing.axes[0].get_children()) == artists


def test_without_any_account_a_sentence_stands_there() -> None:
    series = chart(incident=None)
    drawing = to_figure(series, LIGHT)
    assert "Of no figure do several origins speak." in [text.get_text() for text in drawing.texts]
    assert marks_of(series) == ()


def test_the_drawing_is_the_same_each_time() -> None:
    assert to_svg(rival(), LIGHT) == to_svg(rival(), LIGHT)


def test_what_is_written_stands_left_of_a_row_that_ends_at_the_edge() -> None:
    axes = axes_of(chart(soldiers(1, 12), soldiers(2, 15, origin="un", article_id=2)))
    sides = {text.get_text(): text.get_horizontalalignment() for text in axes.texts if text.get_visible()}
    assert (sides["12"], sides["15"]) == ("left", "right")
    assert axes.get_xlim()[1] < 17


@pytest.mark.parametrize("width", [5.0, 9.0])
def test_an_open_end_stays_on_the_axis(width: float) -> None:
    claims = (soldiers(1, c.at_least(7)), soldiers(2, 5, origin="un"), civilians(3, c.bare_plural()))
    drawing = to_figure(chart(*claims), LIGHT, width)
    axes = drawing.axes[0]
    tips = [place for shape, place, _ in markers(axes) if shape == ">"]
    assert len(tips) == 2
    assert max(tips) < axes.get_xlim()[1]
