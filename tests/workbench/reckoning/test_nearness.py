"""Places: one, near, in each other, apart, or not known."""

from __future__ import annotations

import pytest

from workbench.model.circumstance import Where
from workbench.reckoning.nearness import distance, places

ALEPPO = Where("aleppo", "Aleppo", 1, 36.202, 37.134)
ANADAN = Where("anadan", "Anadan", 1, 36.293, 37.044)
HAMA = Where("hama", "Hama", 1, 35.131, 36.755)
PROVINCE = Where("SY-HL", "Aleppo province", 4, 36.2, 37.5)
COUNTRY = Where("SY", "Syria", 6, 35.0, 38.0)
ODESSA = Where("UA-51", "Odessa oblast", 4, 46.5, 30.7)
NAMELESS = Where("", "a village", 7)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (ALEPPO, ALEPPO, ["both are in Aleppo"]),
        (ALEPPO, ANADAN, ["Aleppo lies 13 km from Anadan"]),
        (ALEPPO, HAMA, None),
        (ALEPPO, PROVINCE, []),
        (ODESSA, ALEPPO, None),
        (ALEPPO, COUNTRY, []),
        (ALEPPO, None, []),
        (NAMELESS, ALEPPO, []),
        (ALEPPO, Where("x", "X", 1), []),
    ],
)
def test_places_by_their_distance(one: Where | None, other: Where | None, said: list[str] | None) -> None:
    assert places(one, other, {}) == said
    turned = places(other, one, {})
    assert (turned is None, not turned) == (said is None, not said)


def test_what_contains_what_is_known_better_than_any_distance() -> None:
    inside = {"aleppo": ("SY-HL", "SY"), "anadan": ("SY-HL", "SY")}
    assert places(ALEPPO, PROVINCE, inside) == ["Aleppo lies in Aleppo province"]
    assert places(PROVINCE, ALEPPO, inside) == ["Aleppo lies in Aleppo province"]
    assert places(ALEPPO, ANADAN, inside) is None
    assert places(ALEPPO, HAMA, inside) is None
    assert places(ALEPPO, COUNTRY, inside) == ["Aleppo lies in Syria"]


def test_distances_are_told_across_the_date_line() -> None:
    suva, apia = Where("suva", "Suva", 1, -18.1, 178.4), Where("apia", "Apia", 1, -13.8, -171.8)
    found = distance(suva, apia)
    assert found is not None
    assert 1100 < found < 1200
    assert distance(suva, Where("x", "X", 1, 2.0, None)) is None
