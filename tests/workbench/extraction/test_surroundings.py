"""What places lie in, by the gazetteer that ships and by small ones."""

from __future__ import annotations

from pathlib import Path

from workbench import resources
from workbench.extraction.sorted_rows import write
from workbench.extraction.surroundings import Surroundings


def row(within: str) -> list[str]:
    """A place's cells behind its id."""
    return ["Name", "SY", "city", "36.2", "37.1", "1000", within, ""]


def of(folder: Path, rows: dict[str, list[str]]) -> Surroundings:
    """Surroundings by a gazetteer of these rows."""
    write(folder / "places.tsv", rows)
    return Surroundings(folder)


def test_a_town_lies_in_its_province_and_its_country() -> None:
    shipped = Surroundings(resources.folder() / "gazetteer")
    assert shipped.around("geonames:169389") == ("SY-ID", "SY")
    assert shipped.around("SY-ID") == ("SY",)
    assert shipped.around("SY") == ()


def test_of_a_place_nobody_knows_nothing_is_known(tmp_path: Path) -> None:
    found = of(tmp_path, {"town": row("province"), "short": ["x"]})
    assert found.around("town") == ("province",)
    assert found.around("elsewhere") == found.around("") == found.around("short") == ()


def test_a_ring_in_the_gazetteer_ends(tmp_path: Path) -> None:
    assert of(tmp_path, {"a": row("b"), "b": row("a")}).around("a") == ("b", "a")


def test_a_gazetteer_that_is_missing_or_damaged_says_nothing(tmp_path: Path) -> None:
    assert Surroundings(tmp_path).around("town") == ()
    (tmp_path / "places.tsv").write_text("nonsense", encoding="utf-8")
    assert Surroundings(tmp_path).around("town") == ()
