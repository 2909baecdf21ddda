from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.workbench.charts.landscape import (
    ATLAS,
    NORTH,
    OASIS,
    PORT,
    SIDES,
    SOUTH,
    WHOLE,
    background,
    figure,
    reckoned,
)
from workbench.charts.places import MOST, PlaceSeries, by_place
from workbench.charts.series import Bar
from workbench.model.circumstance import Where
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure


def chart(
    wheres: Mapping[int, Where | None], *figures: Figure, incident: int | None = None, effect: Effect = Effect.KILLED
) -> PlaceSeries:
    return by_place(reckoned(*figures), SIDES, (effect,), ATLAS, incident, background(wheres))


def at(incident: int, number: int | None = 5, side: str | None = "government", **more: object) -> Figure:
    return figure(side, number, (incident * 10,), incident=incident, **more)


def rows(series: PlaceSeries) -> list[tuple[str, str, str]]:
    return [(bar.name, bar.label, bar.note) for bar in series.bars]


def test_figures_are_summed_by_province_the_largest_first() -> None:
    series = chart({1: PORT, 2: OASIS, 3: SOUTH}, at(1), at(2, 3), at(3, 20))
    assert rows(series) == [
        ("South Province", "20", "province only"),
        ("North Province", "8", "2 incidents: exact place"),
    ]
    assert series.title == "Killed, by place"
    assert [bar.used for bar in series.bars] == [(30,), (10, 20)]


def test_in_one_province_the_bars_are_its_places() -> None:
    series = chart({1: PORT, 2: OASIS, 3: NORTH}, at(1, 9), at(2, 3), at(3, 2))
    assert rows(series) == [
        ("Port", "9", "exact place"),
        ("Oasis", "3", "exact place"),
        ("North Province, place not known", "2", "province only"),
    ]


def test_one_place_alone_is_shown_by_its_province() -> None:
    assert rows(chart({1: PORT}, at(1))) == [("North Province", "5", "exact place")]


@pytest.mark.parametrize("where", [None, Where("", "", 1), Where("1", "Port", 7)])
def test_what_has_no_place_has_the_last_row(where: Where | None) -> None:
    series = chart({1: PORT, 2: where, 3: SOUTH}, at(1), at(2, 900), at(3, 1))
    assert rows(series)[-1] == ("Place not known", "900", "one incident")
    assert series.bars[-1].side is None


def test_a_country_is_no_province() -> None:
    series = chart({1: PORT, 2: WHOLE, 3: SOUTH}, at(1), at(2, 7), at(3, 1))
    assert rows(series)[0] == ("Examplia, area not known", "7", "country only")


def test_a_place_that_the_gazetteer_does_not_know_has_its_own_row() -> None:
    series = chart({1: Where("", "Hill 12", 1), 2: PORT, 3: Where("5", "Nowhere", 5)}, at(1, 3), at(2, 2), at(3, 1))
    assert [bar.name for bar in series.bars] == ["Hill 12", "North Province", "Nowhere"]
    assert series.bars[2].note == "line or region only"


def test_parts_are_sides_in_their_colours() -> None:
    series = chart({1: PORT, 2: SOUTH}, at(1, 9), at(1, 4, "opposition"), at(2, 1))
    north, south = series.bars
    parts = [(part.label, part.value, part.colour) for part in north.segments]
    assert parts == [("Government", 9, "#0072B2"), ("HTS and allies", 4, "#D55E00")]
    assert (south.colour, south.segments) == ("#0072B2", ())


def test_people_without_a_number_stay_unquantified() -> None:
    [bar] = chart({1: PORT}, at(1, 9), at(1, None, "civilian")).bars
    assert (bar.label, bar.known, bar.unquantified, bar.open) == ("9 + unquantified", 9, True, True)
    assert [part.value for part in bar.segments] == [9]


def test_low_and_high_are_summed_apart() -> None:
    [bar] = chart({1: PORT, 2: PORT}, at(1, 9, low=8, high=12), at(2, 4, best=None, low=4, high=6)).bars
    assert (bar.low, bar.best, bar.high) == (12, None, 18)


def test_too_many_areas_share_the_last_row_but_the_unplaced_stay_apart() -> None:
    wheres: dict[int, Where | None] = {n: Where("", f"Hill {n:02}", 1) for n in range(1, MOST + 5)}
    series = chart({**wheres, 99: None}, *(at(n, 100 - n) for n in wheres), at(99, 1))
    bars = series.bars
    assert len(bars) == MOST + 1
    assert [bar.name for bar in bars[-2:]] == ["5 other areas", "Place not known"]
    assert sum(bar.low for bar in bars) == sum(100 - n for n in wheres) + 1
    assert len(others(bars).used) == 5


def others(bars: tuple[Bar, ...]) -> Bar:
    return next(bar for bar in bars if bar.side == "others")


def test_as_many_areas_as_there_is_room_for_keep_their_rows() -> None:
    wheres: dict[int, Where | None] = {n: Where("", f"Hill {n:02}", 1) for n in range(1, MOST + 1)}
    assert len(chart(wheres, *(at(n, n) for n in wheres)).bars) == MOST


def test_only_events_of_the_effect_and_incident_asked_for() -> None:
    told = (at(1), at(2, 7), at(1, 900, scope=Scope.CUMULATIVE), at(1, 3, effect=Effect.WOUNDED))
    series = chart({1: PORT, 2: SOUTH}, *told, incident=1)
    assert rows(series) == [("North Province", "5", "exact place")]
    assert any("kept apart" in line for line in series.caption)


def test_every_figure_is_in_one_row_whatever_their_order() -> None:
    told = (at(1), at(2, 7), at(3, 1, "opposition"), at(4, 2))
    wheres = {1: PORT, 2: SOUTH, 3: OASIS, 4: None}
    series = chart(wheres, *told)
    assert sum(bar.low for bar in series.bars) == 15
    assert series.panels == chart(wheres, *reversed(told)).panels


def test_the_table_has_a_row_for_each_side_of_each_bar() -> None:
    table = chart({1: PORT, 2: SOUTH}, at(1, 9), at(1, 4, "opposition", low=3), at(2, 1)).table()
    column = table.columns.index
    rows_ = [(row[column("area")], row[column("side")], row[column("low")], row[column("best")]) for row in table.rows]
    assert rows_ == [
        ("North Province", "Government", 9, 9),
        ("North Province", "HTS and allies", 3, 4),
        ("South Province", "Government", 1, 1),
    ]
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.rows[0][column("claims")] == "10"


def test_sides_have_a_legend_in_the_cases_order() -> None:
    series = chart({1: PORT}, at(1, 9, None), at(1, 4, "opposition"), at(1, 1))
    assert [name for name, _ in series.legend] == ["Government", "HTS and allies", "Side unknown"]


def test_without_figures_there_are_no_bars() -> None:
    assert chart({}).bars == ()


def test_a_german_chart_speaks_german_throughout() -> None:
    wheres = {1: PORT, 2: WHOLE, 3: None, 4: OASIS}
    figures = (at(1, 1200), at(2, 7), at(3, 1), at(4, None))
    series = by_place(reckoned(*figures), SIDES, (Effect.KILLED,), ATLAS, None, background(wheres, "de"))
    assert series.title == "Getötete nach Ort"
    assert rows(series) == [
        ("North Province", "1.200 + weitere ohne Zahl", "2 Vorfälle: genauer Ort"),
        ("Examplia, Gebiet unbekannt", "7", "nur Land"),
        ("Ort unbekannt", "1", "ein Vorfall"),
    ]
    assert series.bars[0].words == "1.200 + weitere ohne Zahl getötet, North Province"
