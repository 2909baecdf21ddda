from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.charts.reference import SIDES, background, figure, reckoning, series
from workbench.charts.series import Bar, SideSeries, by_side, effects_in
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning, Unused
from workbench.reckoning.rivals import PARTISAN_NOTE


def bar(side: str | None, chart: SideSeries | None = None) -> Bar:
    return next(bar for bar in (chart or series()).bars if bar.side == side)


def chart_of(*figures: Figure) -> SideSeries:
    return by_side(Reckoning(figures, ()), SIDES, (Effect.KILLED,))


def test_sides_stand_in_the_order_of_the_case_and_unknown_last() -> None:
    assert [bar.name for bar in series().bars] == ["Government", "HTS and allies", "Civilians", "Side unknown"]


def test_a_number_has_its_note_its_claims_and_its_origin() -> None:
    government = bar("government")
    assert (government.label, government.note) == ("37", "of them at least 4 officers")
    assert (government.used, government.origins) == ((5, 6), ("SOHR",))
    assert [one.claim for one in government.not_used] == [1, 2]


def test_a_subset_is_no_part_of_the_bar() -> None:
    assert bar("government").segments == ()


def test_parts_that_add_up_are_shown_with_short_names() -> None:
    parts = [(part.label, part.value, part.claims) for part in bar("opposition").segments]
    assert parts == [("HTS", 44, (3,)), ("allies", 16, (4,))]


def test_parts_that_do_not_add_up_are_not_shown() -> None:
    chart = by_side(Reckoning((figure("opposition", 61, (3, 4)),), ()), SIDES, (Effect.KILLED,), None, background())
    assert bar("opposition", chart).segments == ()


def test_people_without_a_number_are_said_to_be_there() -> None:
    civilians = bar("civilian")
    assert civilians.label == "unquantified"
    assert (civilians.known, civilians.best, civilians.high) == (None, None, None)
    assert civilians.unquantified
    assert civilians.open


def test_none_and_no_figure_and_0_are_told_apart() -> None:
    chart = chart_of(figure("government", 0, (1,)), figure("civilian", 3, (2,), effect=Effect.WOUNDED))
    assert bar("government", chart).label == "0"
    assert bar("civilian", chart).label == "no figure"
    assert bar(None, chart).label == "none"
    assert [bar.empty for bar in chart.bars] == [False, True, True]


def test_beside_other_effects_the_sides_without_a_figure_share_a_row() -> None:
    wounded = [figure(side, 3, (n,), effect=Effect.WOUNDED) for n, side in enumerate(("opposition", "civilian"), 2)]
    chart = by_side(Reckoning((figure("government", 5, (1,)), *wounded), ()), SIDES, (Effect.KILLED, Effect.WOUNDED))
    killed, hurt = ([(bar.name, bar.label) for bar in panel.bars] for panel in chart.panels)
    assert killed == [("Government", "5"), ("No figure", "HTS and allies, Civilians"), ("Side unknown", "none")]
    assert hurt == [("Government", "no figure"), ("HTS and allies", "3"), ("Civilians", "3"), ("Side unknown", "none")]


def test_the_table_keeps_a_row_for_every_side_and_effect() -> None:
    figures = (figure("government", 5, (1,)), figure("both", 2, (2,)), figure("civilian", 3, (3,)))
    chart = by_side(Reckoning(figures, ()), SIDES, (Effect.KILLED, Effect.WOUNDED))
    assert [bar.name for bar in chart.panels[1].bars] == ["No figure", "Side unknown"]
    rows = [dict(zip(chart.table().columns, row, strict=True)) for row in chart.table().rows]
    assert [row["side"] for row in rows if row["effect"] == "wounded"] == [
        "Government",
        "Civilians",
        "Both sides (not split)",
        "Side unknown",
    ]
    assert {row["low"] for row in rows if row["effect"] == "wounded"} == {None}


def test_a_side_without_any_figure_takes_no_room() -> None:
    assert [bar.name for bar in chart_of(figure("government", 5, (1,))).bars] == ["Government", "Side unknown"]


def test_a_number_over_both_sides_gets_a_row_of_its_own() -> None:
    chart = chart_of(figure("both", 99, (1,)), figure("government", 5, (2,)))
    assert [bar.name for bar in chart.bars][-2:] == ["Both sides (not split)", "Side unknown"]
    assert bar("both", chart).label == "99"
    assert bar("government", chart).label == "5"


def test_a_side_that_the_case_does_not_list_is_still_drawn() -> None:
    assert bar("strangers", chart_of(figure("strangers", 3, (1,)))).label == "3"


@pytest.mark.parametrize(
    ("values", "label"),
    [
        ({"low": 24, "best": None, "high": 99}, "24–99"),
        ({"low": 25, "best": 30, "high": 45}, "30 (25–45)"),
        ({"low": 4, "best": 4, "high": None, "open": True}, "at least 4"),
        ({"low": 20, "best": 30, "high": None, "open": True}, "30 (at least 20)"),
        ({"low": 0, "best": None, "high": 40}, "0–40"),
        ({"low": 8, "best": None, "high": 8, "claimed": 8}, "8 claimed"),
        ({"low": 24, "best": None, "high": 99, "claimed": 24}, "24–99 claimed"),
        ({"low": 1200, "best": 1200, "high": 1200}, "1,200"),
    ],
)
def test_labels_say_what_is_known(values: dict[str, object], label: str) -> None:
    assert bar("government", chart_of(figure("government", 1, (1,), **values))).label == label


def test_what_only_an_enemy_claims_says_so_in_few_words() -> None:
    claimed = figure("government", 15, (2,), best=None, claimed=15, notes=(PARTISAN_NOTE, "3 of them officers"))
    assert bar("government", chart_of(claimed)).note == "by their enemy's side alone, 3 of them officers"
    assert bar("government", chart_of(figure("government", 67, (1,)), claimed)).note == "3 of them officers"


def test_a_number_that_is_partly_only_claimed_says_so() -> None:
    claimed = figure("government", 15, (2,), best=None, claimed=15)
    assert bar("government", chart_of(figure("government", 67, (1,)), claimed)).label == "82, 15 only claimed"


def test_known_and_unquantified_stand_together() -> None:
    chart = chart_of(figure("government", 97, (1,)), figure("government", None, (2,)))
    assert bar("government", chart).label == "97 + unquantified"


def test_running_tolls_are_never_added_and_the_caption_says_so() -> None:
    chart = chart_of(figure("government", 5, (1,)), figure("government", 5000, (2,), scope=Scope.CUMULATIVE))
    assert bar("government", chart).label == "5"
    assert any("kept apart: one figure" in line for line in chart.caption)


def test_title_and_subtitle_say_what_the_chart_says() -> None:
    [panel] = series().panels
    assert (series().title, panel.title) == ("Killed, by side", "Killed, by side")
    assert panel.subtitle == "97 combatants, and civilians whose number nobody gives"


def test_several_effects_are_several_panels() -> None:
    chart = series(Effect.KILLED, Effect.CAPTURED)
    assert [panel.effect for panel in chart.panels] == [Effect.KILLED, Effect.CAPTURED]
    assert chart.title == "Casualties, by side"
    assert bar("government", SideSeries("", chart.panels[1:], ())).label == "5"


def test_the_caption_names_day_place_convention_origins_and_what_was_left_out() -> None:
    first, second = series().caption
    assert first == "27 November 2024, Aleppo province · convention: default · one origin (SOHR)"
    assert "«Dutzende», «fast 100» (a total of both sides)" in second
    assert "«Dutzende» (a belligerent's side on its enemy's losses: kept as a rival)" in second


def test_claims_that_bear_on_no_figure_are_named_too() -> None:
    left = replace(reckoning(), unused=(Unused(7, "denied"), Unused(99, "of another case")))
    chart = by_side(left, SIDES, (Effect.KILLED,), None, background())
    assert "«fünf» (denied)" in chart.caption[1]
    assert "another case" not in chart.caption[1]


def test_a_claim_used_elsewhere_in_the_chart_is_not_called_left_out() -> None:
    chart = chart_of(
        figure("government", 5, (1,)), figure("civilian", 2, (2,), not_used=(Unused(1, "of another side"),))
    )
    assert chart.caption == ("convention: default",)


def test_a_long_list_of_reasons_is_cut() -> None:
    unused = tuple(Unused(number, f"reason {number}") for number in range(10, 19))
    [_, line] = chart_of(figure("government", 5, (1,), not_used=unused)).caption
    assert "reason 13" in line
    assert "reason 14" not in line
    assert line.endswith("and 5 more")


def test_a_side_that_is_not_in_the_incident_takes_no_room() -> None:
    both = Reckoning((figure("government", 5, (1,)), figure("opposition", 7, (2,), incident=2)), ())
    assert [bar.side for bar in by_side(both, SIDES, (Effect.KILLED,), 2).bars] == ["opposition", None]
    assert [bar.side for bar in by_side(both, SIDES, (Effect.KILLED,)).bars] == ["government", "opposition", None]


def test_one_incident_can_be_charted_alone() -> None:
    both = Reckoning((figure("government", 5, (1,)), figure("government", 7, (2,), incident=2)), ())
    assert bar("government", by_side(both, SIDES, (Effect.KILLED,))).label == "12"
    assert bar("government", by_side(both, SIDES, (Effect.KILLED,), 2)).label == "7"


def test_effects_with_figures_are_listed_in_their_order() -> None:
    assert effects_in(reckoning()) == (Effect.KILLED, Effect.WOUNDED, Effect.CAPTURED)
    assert effects_in(reckoning(), 2) == ()


def test_an_empty_reckoning_gives_an_empty_chart() -> None:
    chart = by_side(Reckoning((), ()), (), (Effect.KILLED,))
    assert [bar.label for bar in chart.bars] == ["none"]
    assert chart.panels[0].subtitle == "No claim speaks of it"


def test_the_description_reads_the_chart_out() -> None:
    assert "HTS and allies: 60; Civilians: unquantified, children among them" in series().description
