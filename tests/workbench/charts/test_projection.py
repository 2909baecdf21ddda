from __future__ import annotations

from itertools import pairwise
from math import cos, radians
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.charts.phrases import english, load
from workbench.charts.projection import (
    KILOMETRES,
    ScaleBar,
    arc,
    fit,
    graticule,
    latitude_words,
    longitude_words,
    projection_words,
    scale_bar,
)

ENGLISH = english()

POINTS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180, exclude_max=True)), min_size=1, max_size=20)


@given(POINTS, st.floats(0.6, 3.0))
def test_every_point_lies_on_the_map(points: list[tuple[float, float]], shape: float) -> None:
    projection = fit(points, shape)
    for latitude, longitude in points:
        assert -1e-6 <= projection.y(latitude) <= projection.height + 1e-6
        x = projection.x(longitude)
        assert min(x, 360 * projection.squeeze - x) <= projection.width + 1e-6
    assert projection.view.east - projection.view.west <= 360 + 1e-9
    assert -90 <= projection.view.south <= projection.view.north <= 90


def test_the_sheet_is_filled_and_a_kilometre_is_as_long_both_ways() -> None:
    projection = fit([(36.2, 37.2), (33.5, 36.3)], 1.5)
    assert projection.width / projection.height == pytest.approx(1.5)
    assert projection.squeeze == pytest.approx(cos(radians(projection.parallel)))
    assert projection.parallel == 34.9


@pytest.mark.parametrize(
    ("longitudes", "stretch"),
    [
        ([10.0], (10.0, 10.0)),
        ([10.0, 30.0, 20.0], (10.0, 30.0)),
        ([179.0, -179.0], (179.0, 181.0)),
        ([-170.0, 175.0, -178.0], (175.0, 190.0)),
        ([-80.0, -60.0], (-80.0, -60.0)),
        ([-10.0, 10.0], (-10.0, 10.0)),
    ],
)
def test_the_shortest_stretch_may_cross_the_antimeridian(longitudes: list[float], stretch: tuple[float, float]) -> None:
    assert arc(longitudes) == pytest.approx(stretch)


def test_over_the_antimeridian_neighbours_stay_neighbours() -> None:
    projection = fit([(-17.0, 178.0), (-16.0, -178.5)], 1.5)
    assert projection.x(-178.5) - projection.x(178.0) == pytest.approx(3.5 * projection.squeeze)
    assert projection.width < 10
    words = [line.words for line in graticule(projection, ENGLISH)[0]]
    assert "180°" in words
    assert any(word.endswith("W") for word in words)
    assert any(word.endswith("E") for word in words)


def test_of_one_point_the_country_around_is_shown() -> None:
    projection = fit([(36.2, 37.2)], 1.5)
    assert projection.height == pytest.approx(0.9)
    assert projection.x(37.2) == pytest.approx(projection.width / 2)
    assert projection.y(36.2) == pytest.approx(projection.height / 2)


def test_without_points_there_is_still_a_map() -> None:
    assert fit([], 1.5).height == pytest.approx(0.9)


@pytest.mark.parametrize("points", [[(89.9, 0.0)], [(-90.0, 10.0), (-89.0, 170.0)], [(60.0, -170.0), (-60.0, 10.0)]])
def test_poles_and_the_whole_world_fit(points: list[tuple[float, float]]) -> None:
    projection = fit(points, 1.5)
    assert projection.view.north <= 90
    assert projection.width > 0
    meridians, parallels = graticule(projection, ENGLISH)
    assert meridians
    assert parallels


def test_the_graticule_stands_at_round_degrees_and_not_too_close() -> None:
    meridians, parallels = graticule(fit([(36.2, 37.2), (33.5, 36.3)], 1.5), ENGLISH)
    assert [line.words for line in parallels] == ["34° N", "35° N", "36° N"]
    assert all(line.words.endswith("° E") for line in meridians)
    assert all(a.at < b.at for a, b in pairwise(meridians))
    assert len(meridians) <= 7


@pytest.mark.parametrize(
    ("degrees", "north", "east"),
    [
        (36.25, "36.25° N", "36.25° E"),
        (-7.5, "7.5° S", "7.5° W"),
        (0.0, "0°", "0°"),
        (40.0, "40° N", "40° E"),
    ],
)
def test_degrees_are_written_with_their_hemisphere(degrees: float, north: str, east: str) -> None:
    assert (latitude_words(degrees, ENGLISH), longitude_words(degrees, ENGLISH)) == (north, east)


def test_longitudes_beyond_the_antimeridian_are_written_as_they_are_called() -> None:
    assert [longitude_words(lon, ENGLISH) for lon in (179.0, 180.0, 181.5, -180.0, 360.0)] == [
        "179° E",
        "180°",
        "178.5° W",
        "180°",
        "0°",
    ]


@given(POINTS)
def test_the_scale_bar_is_round_and_neither_tiny_nor_too_long(points: list[tuple[float, float]]) -> None:
    projection = fit(points, 1.5)
    bar = scale_bar(projection)
    assert bar.length * KILOMETRES == pytest.approx(bar.kilometres)
    assert 0.1 * projection.width < bar.length <= 0.3 * projection.width
    assert f"{bar.kilometres:e}"[0] in "125"


def test_the_scale_bar_is_as_long_as_the_distance_on_the_ground() -> None:
    projection = fit([(36.0, 37.0), (36.0, 38.0)], 1.5)
    bar = scale_bar(projection)
    assert bar.words(ENGLISH) == f"{bar.kilometres:,.0f} km"
    a_degree_east = KILOMETRES * cos(radians(36.0))
    assert (projection.x(38.0) - projection.x(37.0)) / bar.length == pytest.approx(a_degree_east / bar.kilometres)


def test_the_projection_says_what_it_is() -> None:
    words = projection_words(fit([(36.2, 37.2)], 1.5), ENGLISH)
    assert words == "equirectangular projection, true to scale along the meridians and at 36.2° N"


def test_degrees_and_distances_are_written_as_the_language_does(resources: Path) -> None:
    german = load(resources, "de")
    assert (latitude_words(-36.25, german), longitude_words(37.5, german)) == ("36,25° S", "37,5° O")
    assert ScaleBar(2000.0, 18.0).words(german) == "2.000 km"
    assert ScaleBar(0.5, 0.0045).words(german) == "500 m"
