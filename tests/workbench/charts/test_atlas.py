from __future__ import annotations

from pathlib import Path

import pytest

from tests.workbench.charts.landscape import ATLAS
from workbench.charts.atlas import Atlas, Spot, View, load
from workbench.errors import BadResource


@pytest.mark.parametrize(
    ("place", "area"),
    [
        ("1", "XA-N"),
        ("4", "XA-N"),
        ("XA-S", "XA-S"),
        ("5", "5"),
        ("XA", "XA"),
        ("6", None),
        ("unheard of", None),
        ("", None),
    ],
)
def test_a_place_lies_in_its_province_or_is_an_area_itself(place: str, area: str | None) -> None:
    found = ATLAS.area(place)
    assert (found.id if found else None) == area


def test_countries_have_names_and_strange_codes_stay() -> None:
    assert (ATLAS.country("XA"), ATLAS.country("XB")) == ("Examplia", "XB")


def test_towns_in_view_come_largest_first() -> None:
    assert [spot.name for spot in ATLAS.towns(View(31, 33, 40, 42))] == ["Port", "Oasis"]
    assert ATLAS.towns(View(0, 1, 0, 1)) == []


def test_a_view_may_reach_over_the_antimeridian() -> None:
    view = View(-20, -10, 175, 190)
    assert view.holds(-15, -175)
    assert view.holds(-15, 178)
    assert not view.holds(-15, 170)
    assert view.unrolled(-175) == 185
    assert [s.name for s in Atlas([Spot("f", "Far", "FJ", "city", -16.0, -179.5, 9)]).towns(view)] == ["Far"]


def test_the_shipped_gazetteer_knows_aleppos_province(resources: Path) -> None:
    atlas = load(resources)
    area = atlas.area("geonames:170063")
    assert area is not None
    assert (area.id, area.level, atlas.country(area.country)) == ("SY-HL", "adm1", "Syria")
    assert [town.name for town in atlas.towns(View(35.5, 36.5, 36.5, 37.5))][:1] == ["Aleppo"]


def test_a_damaged_gazetteer_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(BadResource, match="missing"):
        load(tmp_path)
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer" / "places.tsv").write_text("9\tbytes\nX\ttoo few\n", encoding="utf-8")
    with pytest.raises(BadResource, match="row 'X"):
        load(tmp_path)
