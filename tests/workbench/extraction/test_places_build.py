"""The index of places is thinned by rules, not by hand."""

from __future__ import annotations

import pytest

from workbench.extraction.places_build import Row, _city, _names_of, _plain, _share_names, _stopped, _thinned


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
    assert len(_thinned(["Khar’kov", "Khar'kov", "Kharkov"])) == 1


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


def test_the_bare_name_goes_to_the_town() -> None:
    province = Row("SY-HL", "Aleppo Governorate", "SY", "adm1", within="geonames:170063")
    province.names = {"Aleppo", "Provinz Aleppo"}
    town = Row("geonames:170063", "Aleppo", "SY", "city")
    _share_names(province, town)
    assert town.names == {"Aleppo"}
    assert province.names == {"Provinz Aleppo"}
    assert town.within == "SY-HL"
