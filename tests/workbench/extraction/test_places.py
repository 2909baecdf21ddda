"""The shipped gazetteer is whole, and looked up by the first word of a name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction.names_fold import core, fold
from workbench.extraction.places import Gazetteer
from workbench.model.mention import Label

FOLDER = Path(__file__).parents[3] / "resources" / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(FOLDER)


def _places(gazetteer: Gazetteer, name: str) -> set[str]:
    return {entry.id for entry in gazetteer.entries(core(fold(name).split()[0])) if fold(entry.alias) == fold(name)}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Syrien", "SY"),
        ("Großbritannien", "GB"),
        ("Britain", "GB"),
        ("Aleppo", "geonames:170063"),
        ("Provinz Aleppo", "SY-HL"),
        ("Nubl", "geonames:166331"),
        ("Charkiw", "geonames:706483"),
        ("Kharkiv", "geonames:706483"),
        ("Gazastreifen", "PS:gaza_strip"),
        ("Rotes Meer", "XX:red_sea"),
        ("Flughafen al-Nayrab", "SY:al-nayrab_military_airport"),
    ],
)
def test_a_place_is_found_by_its_names(gazetteer: Gazetteer, name: str, key: str) -> None:
    assert key in _places(gazetteer, name)


def test_a_place_knows_where_it_is(gazetteer: Gazetteer) -> None:
    aleppo = gazetteer.place("geonames:170063")
    where = aleppo.where()
    assert (where.place, where.name, where.precision) == ("geonames:170063", "Aleppo", 1)
    assert where.latitude == pytest.approx(36.2, abs=0.1)
    assert where.longitude == pytest.approx(37.16, abs=0.1)


@pytest.mark.parametrize(
    ("key", "label", "precision"),
    [
        ("SY", Label.GPE, 6),
        ("SY-HL", Label.GPE, 4),
        ("geonames:170063", Label.GPE, 1),
        ("PS:gaza_strip", Label.LOC, 5),
        ("SY:hmeimim_air_base", Label.FACILITY, 1),
    ],
)
def test_level_gives_label_and_precision(gazetteer: Gazetteer, key: str, label: Label, precision: int) -> None:
    place = gazetteer.place(key)
    assert (place.label, place.precision) == (label, precision)


def test_a_town_leads_to_the_province_of_its_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.province_of("geonames:170063") == "SY-HL"
    assert gazetteer.province_of("geonames:166331") == ""
    assert gazetteer.province_of("nowhere") == ""


def test_countries_are_known_by_one_word(gazetteer: Gazetteer) -> None:
    assert gazetteer.country(fold("Syrien")) == "SY"
    assert gazetteer.country("libanon") == "LB"
    assert gazetteer.country("aleppo") == gazetteer.country("strom") == ""


@pytest.mark.parametrize("word", ["Hat", "Nur", "Dann", "Ob", "Der", "Tor", "Essen", "Of", "Reading", "Human"])
def test_words_are_no_places(gazetteer: Gazetteer, word: str) -> None:
    assert _places(gazetteer, word) == set()


def test_the_index_is_not_small(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) > 9_000


def test_every_place_can_be_unpacked(gazetteer: Gazetteer) -> None:
    lines = (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    places = [gazetteer.place(line.split("\t")[0]) for line in lines]
    assert len({place.id for place in places}) == len(places)
    assert {place.precision for place in places} <= {1, 2, 3, 4, 5, 6, 7}
    assert all(-90 <= place.latitude <= 90 for place in places if place.latitude is not None)
    assert all(not place.within or place.within in gazetteer for place in places)


def test_every_name_leads_to_a_place(gazetteer: Gazetteer) -> None:
    lines = (FOLDER / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    entries = [entry for line in lines for entry in gazetteer.entries(line.split("\t")[0])]
    assert len(entries) > 50_000
    assert all(entry.alias and entry.id in gazetteer for entry in entries)
    assert len({line.split("\t")[0] for line in lines}) == len(lines)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "gazetteer"))


def test_a_missing_index_is_named(copy: Path) -> None:
    (copy / "names.tsv").unlink()
    with pytest.raises(BadResource, match=r"names\.tsv is missing"):
        Gazetteer(copy)


def test_a_damaged_place_is_named(copy: Path) -> None:
    (copy / "places.tsv").write_text("id\tname\nX\tExample\n", encoding="utf-8")
    with pytest.raises(BadResource, match=r"places\.tsv: the row of X is damaged"):
        Gazetteer(copy).place("X")


def test_a_damaged_name_is_named(copy: Path) -> None:
    (copy / "names.tsv").write_text("core\talias\tid\nxy\tXy\tnowhere\n", encoding="utf-8")
    with pytest.raises(BadResource, match=r"names\.tsv: 'Xy' leads to no place"):
        list(Gazetteer(copy).entries("xy"))
