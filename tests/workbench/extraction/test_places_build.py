"""The index of places is thinned by rules, not by hand."""

from __future__ import annotations

import pytest

from workbench.extraction.places_build import (
    Row,
    _around,
    _city,
    _names_of,
    _plain,
    _seat,
    _share_names,
    _stopped,
    _thinned,
    _tidy,
    _without_article,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Aleppo", True),
        ("Deir ez-Zor", True),
        ("Kobanê", True),
        ("Khar’kov", True),
        ("ALP", False),
        ("halab", False),
        ("Алеппо", False),
        ("حلب", False),
        ("A very long name of five words", False),
    ],
)
def test_a_plain_name_is_latin_and_no_code(name: str, expected: bool) -> None:
    assert _plain(name) is expected


def test_one_name_is_kept_for_each_folded_spelling() -> None:
    assert len(_thinned(["Khar’kov", "Khar'kov", "Kharkov"], "Kharkiv")) == 1
    assert _thinned(["Charkow", "Kharkov"], "Kharkov", by_sound=True) == {"Kharkov"}


@pytest.mark.parametrize(("name", "bare"), [("Al Hudaydah", "Hudaydah"), ("al-Bab", ""), ("Aleppo", "")])
def test_a_long_name_is_known_without_its_article(name: str, bare: str) -> None:
    assert _without_article(name) == bare


@pytest.mark.parametrize(("name", "tidy"), [("‘Arīqah", "Arīqah"), ("El’-Obejd", "El-Obejd"), ("Khar’kov", "Khar’kov")])
def test_signs_at_the_edge_of_a_word_are_left_out(name: str, tidy: str) -> None:
    assert _tidy(name) == tidy


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [("Paris", "UA", True), ("Paris", "FR", False), ("Tor", "UA", True), ("Der", "HU", True), ("Dér", "HU", True)],
)
def test_stopped_names(name: str, country: str, expected: bool) -> None:
    assert _stopped(name, country, {("paris", "UA"), ("tor", "")}) is expected


def test_a_city_keeps_its_facts() -> None:
    row = _city(
        {
            "geonameid": 1,
            "name": "Musterstadt",
            "latitude": 1.0,
            "longitude": 2.0,
            "countrycode": "SY",
            "population": 20_000,
            "admin1code": "09",
            "alternatenames": ["MUS", "Muster", "Мустер"],
        }
    )
    assert (row.id, row.population, row.names) == ("geonames:1", 20_000, {"Musterstadt", "Muster"})


def test_a_province_has_a_bare_name_too() -> None:
    cells = {
        "name_en": "Aleppo Governorate",
        "name_de": "Gouvernement Aleppo",
        "aliases_en": "Aleppo province",
        "aliases_de": "Provinz Aleppo",
        "level": "adm1",
    }
    assert _names_of(cells) == [
        "Aleppo Governorate",
        "Gouvernement Aleppo",
        "Aleppo province",
        "Provinz Aleppo",
        "Aleppo",
    ]


def test_the_bare_name_goes_to_the_largest_town_of_that_name() -> None:
    province = Row("SY-HL", "Aleppo Governorate", "SY", "adm1", admin="09", names={"Aleppo", "Provinz Aleppo"})
    town = Row("geonames:170063", "Aleppo", "SY", "city", population=2_000_000, admin="09", names={"Haleb", "Aleppo"})
    other = Row("geonames:1", "Azaz", "SY", "city", admin="09", names={"Azaz"})
    assert (_seat(town, province), _seat(other, province)) == (True, False)
    _share_names(province, [town])
    assert town.names == {"Aleppo", "Haleb"}
    assert province.names == {"Provinz Aleppo"}
    assert town.namesake == "SY-HL"


@pytest.mark.parametrize(
    ("level", "admin", "around"),
    [("city", "09", "SY-HL"), ("city", "01", "SY"), ("adm1", "09", "SY"), ("region", "", "SY"), ("country", "", "")],
)
def test_what_a_place_lies_in(level: str, admin: str, around: str) -> None:
    aleppo = Row("SY-HL", "Aleppo Governorate", "SY", "adm1", admin="09")
    assert _around(Row("x", "X", "SY", level, admin=admin), {("SY", "09"): [aleppo]}) == around


def test_of_several_provinces_of_one_code_the_nearest_is_taken() -> None:
    north = Row("PS-NGZ", "North Gaza", "PS", "adm1", 31.53, 34.48, admin="GZ")
    south = Row("PS-RFH", "Rafah Governorate", "PS", "adm1", 31.29, 34.25, admin="GZ")
    town = Row("x", "Beit Hanoun", "PS", "city", 31.54, 34.54, admin="GZ")
    assert _around(town, {("PS", "GZ"): [north, south]}) == "PS-NGZ"
