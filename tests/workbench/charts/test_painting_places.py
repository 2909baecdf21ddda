from __future__ import annotations

from matplotlib.figure import Figure as Drawing
from matplotlib.patches import Rectangle

from tests.workbench.charts.landscape import PORT, SOUTH
from tests.workbench.charts.test_places import at, chart
from workbench.charts.drawing import Picture, height_of, to_figure
from workbench.charts.look import LIGHT
from workbench.charts.marks import hit
from workbench.charts.painting_places import legend_height
from workbench.charts.places import PlaceSeries


def series() -> PlaceSeries:
    return chart({1: PORT, 2: SOUTH, 3: None}, at(1, 9), at(1, 4, "opposition"), at(2, 1), at(3, 2))


def test_the_parts_of_a_bar_wear_the_colours_of_the_legend() -> None:
    axes, legend = to_figure(series(), LIGHT).axes
    assert legend.get_position().y1 < axes.get_position().y0
    swatches = [patch.get_facecolor() for patch in legend.patches]
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert [bar.get_width() for bar in bars] == [9, 4, 1, 2]
    assert [bar.get_facecolor() for bar in bars[:2]] == swatches[:2]
    assert [text.get_text() for text in legend.texts] == ["Government", "HTS and allies"]


def test_every_bar_and_part_opens_its_claims() -> None:
    drawing = Drawing(figsize=(9.0, height_of(series(), LIGHT)))
    marks = Picture(drawing).draw(series(), LIGHT)
    assert [(mark.row, mark.part, mark.claims) for mark in marks] == [
        ("killed:XA-N", "", (10,)),
        ("killed:XA-N", "Government", (10,)),
        ("killed:XA-N", "HTS and allies", (10,)),
        ("killed:XA-S", "", (20,)),
        ("killed:", "", (30,)),
    ]
    left, bottom, width, height = marks[2].box
    assert hit(marks, left + width / 2, bottom + height / 2) is marks[2]


def test_the_legend_takes_as_many_lines_as_it_needs() -> None:
    legend = [(f"A side with a long name, number {n}", "#0072B2") for n in range(6)]
    one, many = legend_height(legend[:1], LIGHT, 600), legend_height(legend, LIGHT, 600)
    assert legend_height([], LIGHT, 600) == 0
    assert 0 < one < many
    assert legend_height(legend, LIGHT, 5000) == one
