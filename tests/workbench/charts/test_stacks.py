from __future__ import annotations

import csv
import io

from tests.workbench.charts.reference import SIDES, background, figure, reckoning
from workbench.charts.drawing import to_figure
from workbench.charts.look import LIGHT
from workbench.charts.parts import Stack
from workbench.charts.series import Bar, SideSeries, by_side
from workbench.charts.stacks import by_side_and_effect
from workbench.model.claim import Category, Effect
from workbench.model.figure import Figure, Reckoning


def chart_of(*figures: Figure) -> SideSeries:
    return by_side_and_effect(Reckoning(figures, ()), SIDES, None, background())


def bar(side: str | None, chart: SideSeries) -> Bar:
    return next(bar for bar in chart.bars if bar.side == side)


def test_the_parts_of_a_bar_are_its_effects() -> None:
    chart = by_side_and_effect(reckoning(), SIDES, None, background())
    government = bar("government", chart)
    assert [(part.label, part.value, part.claims) for part in government.segments] == [
        ("killed", 37, (5, 6)),
        ("captured", 5, (7,)),
    ]
    assert (government.label, government.note) == ("37 killed", "5 captured")
    assert government.words == "37 killed and 5 captured, Government"
    assert government.segments[1].words == "5 captured, Government"


def test_no_sum_of_effects_is_told_anywhere() -> None:
    chart = by_side_and_effect(reckoning(), SIDES, None, background())
    rows = list(csv.DictReader(io.StringIO(chart.table().to_csv())))
    assert [(row["side_id"], row["effect"], row["best"]) for row in rows if row["side_id"] == "government"] == [
        ("government", "killed", "37"),
        ("government", "captured", "5"),
    ]
    assert "42" not in chart.description
    assert chart.caption[-1].endswith("their sum is no figure")


def test_people_without_a_number_keep_the_bar_open() -> None:
    civilians = bar("civilian", by_side_and_effect(reckoning(), SIDES, None, background()))
    assert (civilians.segments, civilians.known, civilians.unquantified) == ((), None, True)
    assert (civilians.label, civilians.note) == ("unquantified killed", "unquantified wounded")


def test_a_vague_effect_goes_as_far_as_its_least_and_is_paler() -> None:
    vague = figure("government", 24, (2,), best=None, high=99, effect=Effect.MISSING)
    chart = chart_of(figure("government", 10, (1,)), vague)
    [_, missing] = bar("government", chart).segments
    assert (missing.value, missing.vague) == (24, True)
    faces = [patch.get_facecolor() for patch in to_figure(chart, LIGHT).axes[0].patches]
    assert len(set(faces)) == 2


def test_those_who_were_freed_are_in_no_stack() -> None:
    freed = figure("government", 5, (2,), effect=Effect.RELEASED)
    assert chart_of(figure("government", 10, (1,)), freed).numbers[0].effect is Effect.KILLED
    assert len(chart_of(figure("government", 10, (1,)), freed).numbers) == 1


def test_a_side_without_figures_says_so() -> None:
    assert bar(None, chart_of(figure("government", 10, (1,)))).label == "none"
    assert chart_of().panels[0].subtitle == "No claim speaks of it"


def test_parts_by_category_are_taken_where_they_are_asked_for() -> None:
    told = Reckoning(
        (
            figure("government", 7, (1,), category=Category.COMBATANT_STATE),
            figure("government", 2, (2,), category=Category.POLICE),
        ),
        (),
    )
    chart = by_side(told, SIDES, (Effect.KILLED,), None, background(), Stack.CATEGORY)
    assert [(part.label, part.value) for part in chart.bars[0].segments] == [("state forces", 7), ("police", 2)]
