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
from workbench.charts.atlas import View
from workbench.charts.points import MapSeries, on_map
from workbench.colours import NEUTRAL
from workbench.model.circumstance import Where
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure


def chart(wheres: Mapping[int, Where | None], *figures: Figure, incident: int | None = None) -> MapSeries:
    return on_map(reckoned(*figures), SIDES, Effect.KILLED, ATLAS, incident, background(wheres))


def at(incident: int, number: int | None = 5, side: str | None = "government", **more: object) -> Figure:
    return figure(side, number, (incident * 10,), incident=incident, **more)


def test_points_stand_at_their_places_the_largest_first() -> None:
    points = chart({1: PORT, 2: OASIS, 3: PORT}, at(1), at(2, 30), at(3, 4)).points
    assert [(p.name, p.latitude, p.longitude, p.label, p.note) for p in points] == [
        ("Oasis", 31.5, 40.2, "30", "exact place"),
        ("Port", 32.1, 41.2, "9", "2 incidents: exact place"),
    ]
    assert points[1].used == (10, 30)


def test_a_province_is_told_from_its_seat() -> None:
    seat = Where("XA-N", "North Province", 4, 32.1, 41.2)
    points = chart({1: PORT, 2: seat}, at(1), at(2, 3)).points
    assert [(p.name, p.exact, p.size) for p in points] == [("Port", True, 5), ("North Province", False, 3)]
    assert len({p.key for p in points}) == 2


def test_places_at_one_point_are_one_point() -> None:
    [point] = chart({1: PORT, 2: Where("4", "Old Port fort", 1, 32.1, 41.2)}, at(1), at(2, 3)).points
    assert (point.name, point.size) == ("Old Port fort, Port", 8)


def test_many_places_at_one_point_are_counted() -> None:
    wheres: dict[int, Where | None] = {n: Where("", f"House {n}", 1, 30.0, 40.0) for n in range(1, 6)}
    [point] = chart(wheres, *(at(n) for n in wheres)).points
    assert point.name == "House 1, House 2 and 3 more"


def test_coordinates_of_the_gazetteer_stand_in_for_missing_ones() -> None:
    [point] = chart({1: Where("3", "Well", 2)}, at(1)).points
    assert (point.latitude, point.longitude, point.exact) == (28.2, 40.1, True)


@pytest.mark.parametrize("where", [None, WHOLE, Where("5", "Nowhere", 5), Where("", "Hill", 1, 91.0, 0.0)])
def test_what_has_no_point_is_counted_beside_the_map(where: Where | None) -> None:
    series = chart({1: PORT, 2: where}, at(1), at(2, 12))
    assert [p.name for p in series.points] == ["Port"]
    assert series.off == "not on the map: one incident (12 killed) without a place, or known to the country only"
    assert series.off in series.caption


def test_longitudes_are_brought_into_one_turn() -> None:
    [point] = chart({1: Where("", "Sea", 1, -10.0, 190.0)}, at(1)).points
    assert point.longitude == -170


def test_a_point_of_one_side_wears_its_colour_and_of_several_none() -> None:
    points = chart({1: PORT, 2: OASIS}, at(1), at(1, 1, "opposition"), at(2, 1)).points
    assert [p.colour for p in points] == [NEUTRAL, "#0072B2"]
    assert [part.label for part in points[0].parts] == ["Government", "HTS and allies"]


def test_unquantified_people_give_no_size() -> None:
    [point] = chart({1: PORT}, at(1, None)).points
    assert (point.label, point.amount.known, point.amount.open) == ("unquantified", None, True)


def test_only_events_of_the_effect_and_incident_asked_for() -> None:
    told = (at(1), at(2, 7), at(1, 900, scope=Scope.CUMULATIVE), at(1, 3, effect=Effect.WOUNDED))
    assert [(p.name, p.size) for p in chart({1: PORT, 2: SOUTH}, *told, incident=1).points] == [("Port", 5)]


def test_the_order_of_figures_does_not_matter() -> None:
    wheres = {1: PORT, 2: NORTH, 3: SOUTH}
    told = (at(1), at(2, 5), at(3, 5, "opposition"))
    assert chart(wheres, *told).points == chart(wheres, *reversed(told)).points


def test_words_for_those_who_do_not_see_it_name_every_point() -> None:
    series = chart({1: PORT, 2: NORTH}, at(1), at(2, 3))
    assert "Port: 5, exact place; North Province: 3, province only" in series.description
    assert [town.name for town in series.towns(View(31, 33, 40, 42))] == ["Port", "Oasis"]


def test_the_table_has_a_row_for_each_point() -> None:
    table = chart({1: PORT, 2: OASIS}, at(1, 9, low=8), at(1, 2, "opposition"), at(2, 1)).table()
    told = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["place"], row["latitude"], row["longitude"], row["low"], row["best"]) for row in told] == [
        ("Port", "32.100", "41.200", 10, 11),
        ("Oasis", "31.500", "40.200", 1, 1),
    ]
    assert told[0]["sides"] == "Government; HTS and allies"
    assert told[0]["claims"] == "10"


def test_the_legend_names_the_sides() -> None:
    both = chart({1: PORT}, at(1), at(1, 2, "opposition"))
    assert [name for name, _ in both.legend] == ["Government", "HTS and allies"]


def test_the_projection_is_stated_where_there_is_a_map() -> None:
    assert any("equirectangular" in line for line in chart({1: PORT}, at(1)).caption)
    assert not any("equirectangular" in line for line in chart({1: None}, at(1)).caption)


def test_a_german_map_speaks_german_throughout() -> None:
    wheres = {1: PORT, 2: None}
    series = on_map(reckoned(at(1, 1200), at(2)), SIDES, Effect.KILLED, ATLAS, None, background(wheres, "de"))
    assert series.title == "Getötete auf der Karte"
    assert series.points[0].words == "1.200 getötet, Port (genauer Ort)"
    assert series.off == "nicht auf der Karte: ein Vorfall (5 getötet) ohne Ort oder nur mit bekanntem Land"
    assert any(line.endswith("auf 32,1° N") for line in series.caption)
