"""The shipped gazetteer is whole, and looked up by the first word of a name."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction.names_fold import fold, pieces
from workbench.extraction.places import EXACT, Gazetteer, row_of
from workbench.extraction.places_found import find
from workbench.extraction.sorted_rows import write
from workbench.model.mention import Label

FOLDER = Path(__file__).parents[3] / "resources" / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(FOLDER)


def _places(gazetteer: Gazetteer, name: str) -> set[str]:
    """Return the places of the hits on the whole of a text."""
    words = pieces(name)
    whole = (hit for hit in find(gazetteer, words) if (hit.first, hit.last) == (0, len(words)))
    return {entry.id for hit in whole for entry in hit.entries}


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
    assert not _places(gazetteer, word)


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
    rows = [line.split("\t") for line in lines]
    assert sum(len(row) // 2 for row in rows) > 50_000
    assert all(row[0] == row_of(name) for row in rows for name in row[1::2])
    assert all(len(row) % 2 == 1 for row in rows)
    for row in rows[::50]:
        known = {
            alias.key for word in pieces(row[1].removeprefix(EXACT))[:2] for alias in gazetteer.aliases(word.folded)
        }
        assert {f"geonames:{key}" if key.isdigit() else key for key in row[2::2]} <= known


@pytest.mark.parametrize(
    ("key", "around"),
    [
        ("geonames:166331", ("SY-HL", "SY")),
        ("geonames:170063", ("SY-HL", "SY")),
        ("SY-HL", ("SY",)),
        ("SY", ()),
        ("nowhere", ()),
    ],
)
def test_places_lie_in_one_another(gazetteer: Gazetteer, key: str, around: tuple[str, ...]) -> None:
    assert gazetteer.around(key) == around


@pytest.mark.parametrize(
    ("key", "area"),
    [("geonames:166331", ("SY", "SY-HL")), ("SY-HL", ("SY", "SY-HL")), ("SY", ("SY", "")), ("nowhere", ("", ""))],
)
def test_the_area_of_a_place_is_its_country_and_province(gazetteer: Gazetteer, key: str, area: tuple[str, str]) -> None:
    assert gazetteer.area(key) == area


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "gazetteer"))


def test_a_missing_index_is_named(copy: Path) -> None:
    (copy / "names.tsv").unlink()
    with pytest.raises(BadResource, match=r"names\.tsv is missing"):
        Gazetteer(copy)


def test_a_damaged_place_is_named(copy: Path) -> None:
    write(copy / "places.tsv", {"X": ["Example"]})
    with pytest.raises(BadResource, match=r"places\.tsv: the row of X is damaged"):
        Gazetteer(copy).place("X")


def test_a_damaged_name_is_named(copy: Path) -> None:
    write(copy / "names.tsv", {row_of("Xylo"): ["Xylo", "nowhere"]})
    with pytest.raises(BadResource, match=r"names\.tsv: 'Xylo' leads to no place"):
        find(Gazetteer(copy), pieces("bei Xylo"))


def test_a_second_word_that_is_an_article_has_to_stand_there(copy: Path) -> None:
    write(copy / "places.tsv", {"X1": ["Tin An", "CN", "city", "1", "1", "90000", "", ""]})
    write(copy / "names.tsv", {row_of("Tin An"): ["Tin An", "X1"]})
    assert find(Gazetteer(copy), pieces("Tin sprach")) == []


def test_of_many_names_with_one_first_word_the_right_one_is_met(copy: Path) -> None:
    cells = ["CN", "city", "1", "1", "90000", "", ""]
    names = {"XA": "San Muster", "XB": "San Beispiel", "XC": "San al-Probe", "XD": "San"}
    write(copy / "places.tsv", {key: [name, *cells] for key, name in names.items()})
    write(copy / "names.tsv", {row_of("San"): [cell for key, name in names.items() for cell in (name, key)]})
    gazetteer = Gazetteer(copy)
    for key, name in names.items():
        longest = max(find(gazetteer, pieces(f"in {name}.")), key=lambda hit: hit.last)
        assert [entry.id for entry in longest.entries] == [key]
