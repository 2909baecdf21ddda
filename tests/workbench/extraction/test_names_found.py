"""Shared names are settled by the countries heard of; the longest find wins."""

from __future__ import annotations

from collections import Counter

import pytest

from workbench.extraction.names_fold import pieces
from workbench.extraction.names_found import Found, chosen, linked, outright, read, shouted, votes
from workbench.extraction.names_table import Entry, Hit
from workbench.model.mention import Label

SYRIA = Entry("Armee", "STATE_FORCE", "sy_gov_forces", shared=True, country="SY")
SUDAN = Entry("Armee", "STATE_FORCE", "sd_saf", shared=True, country="SD")
NONE = Entry("Armee", "STATE_FORCE", "gov_generic", shared=True, country="XX")
GANG = Entry("Banden", "ARMED_GROUP", "ht_gangs", shared=True, country="HT")


def _hit(*entries: Entry, fit: int = 2) -> Hit:
    return Hit(0, 1, entries, fit)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ({"SY": 5}, "sy_gov_forces"),
        ({"SD": 5, "SY": 1}, "sd_saf"),
        ({"SD": 5, "SY": 4}, ""),
        ({}, "gov_generic"),
        ({"CO": 9, "SY": 1}, "gov_generic"),
    ],
)
def test_the_army_is_that_of_the_country_heard_of(heard: dict[str, int], expected: str) -> None:
    found = read(_hit(SYRIA, SUDAN, NONE), heard)
    assert found is not None
    assert found.id == expected


def test_a_shared_name_without_its_country_is_passed_over() -> None:
    assert read(_hit(GANG), {"DE": 3}) is None
    found = read(_hit(GANG), {"HT": 1})
    assert found is not None
    assert found.id == "ht_gangs"


def test_a_shared_name_is_less_sure() -> None:
    shared, own = read(_hit(SYRIA, NONE), {"SY": 1}), read(_hit(Entry("HTS", "ARMED_GROUP", "sy_hts")), {})
    assert shared is not None
    assert own is not None
    assert shared.confidence < own.confidence


def test_a_force_wins_over_a_place_of_its_name() -> None:
    found = read(_hit(Entry("Fano", "GPE", "it", place=True), Entry("Fano", "ARMED_GROUP", "et_fano")), {})
    assert found is not None
    assert found.id == "et_fano"


def test_votes_count_what_is_certain() -> None:
    hits = [
        _hit(Entry("Syrien", "GPE", "SY", country="SY", place=True)),
        _hit(Entry("HTS", "ARMED_GROUP", "sy_hts", country="SY")),
        _hit(SYRIA, SUDAN),
        _hit(Entry("Reuters", "SOURCE", "reuters", country="GB")),
        _hit(Entry("IS", "ARMED_GROUP", "is", country="XX")),
        _hit(Entry("A", "GPE", "a", country="LY", place=True), Entry("A", "GPE", "b", country="LB", place=True)),
    ]
    assert votes(hits) == Counter({"SY": 2})


def _labels(*found: Found) -> list[tuple[int, int, str]]:
    return [(one.first, one.last, one.label) for one in chosen(found)]


def test_the_longest_find_wins() -> None:
    assert _labels(Found(0, 1, "GPE"), Found(0, 3, "ARMED_GROUP")) == [(0, 3, "ARMED_GROUP")]


def test_finds_that_cross_exclude_each_other() -> None:
    assert _labels(Found(0, 3, "SOURCE"), Found(2, 4, "GPE")) == [(0, 3, "SOURCE")]


def test_a_town_stands_in_a_province_that_a_rule_built() -> None:
    province = Found(0, 2, "GPE", place="SY-HL", nests=True)
    assert len(_labels(province, Found(1, 2, "GPE", place="aleppo"))) == 2
    assert len(_labels(Found(0, 2, "GPE", place="SPB"), Found(1, 2, "GPE", place="p"))) == 1


def test_the_name_in_a_compound_stands_in_the_role() -> None:
    assert len(_labels(Found(0, 2, "ROLE", id="sy_hts"), Found(0, 1, "ARMED_GROUP", id="sy_hts"))) == 2


def test_a_source_named_in_its_own_name_counts_once() -> None:
    assert len(_labels(Found(0, 4, "SOURCE", id="sohr"), Found(1, 2, "SOURCE", id="sohr"))) == 1


def test_of_two_readings_of_one_word_the_stronger_stays() -> None:
    assert _labels(Found(0, 1, Label.ROLE.value), Found(0, 1, Label.ARMED_GROUP.value)) == [(0, 1, "ROLE")]
    assert _labels(Found(0, 1, Label.ROLE.value), Found(0, 1, Label.STATE_FORCE.value)) == [(0, 1, "STATE_FORCE")]


def test_a_shared_name_is_that_of_the_one_named_outright() -> None:
    own = Hit(4, 5, (Entry("Sudanese Army", "STATE_FORCE", "sd_saf", country="SD"),), 2)
    named = outright([own, _hit(SYRIA, SUDAN, NONE)])
    found = read(_hit(SYRIA, SUDAN, NONE), {"LY": 9, "SD": 1}, named)
    assert named == {"sd_saf"}
    assert found is not None
    assert found.id == "sd_saf"


def test_two_of_one_country_stay_open_unless_one_is_named() -> None:
    hit = _hit(
        Entry("Separatisten", "ARMED_GROUP", "ua_dpr", shared=True, country="UA"),
        Entry("Separatisten", "ARMED_GROUP", "ua_lpr", shared=True, country="UA"),
    )
    found = [read(hit, {"UA": 3}, named) for named in ((), ("ua_lpr",), ("ua_dpr", "ua_lpr"))]
    assert [one.id if one else None for one in found] == ["", "ua_lpr", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("WAR IS OVER", True), ("the IS fled", False), ("IS", False), ("(IS)", False), ("A IS B", False)],
)
def test_words_in_capitals_among_others_are_doubtful(text: str, expected: bool) -> None:
    words = pieces(text)
    first = next(i for i, word in enumerate(words) if word.text == "IS")
    hit = Hit(first, first + 1, (Entry("IS", "ARMED_GROUP", "is"),), 2)
    assert shouted(words, hit, {"is"}) is expected
    assert not shouted(words, hit, ())


def test_a_name_of_one_alone_goes_by_its_full_name_where_its_country_is_not_heard_of() -> None:
    wagner = Entry("Wagner", "ARMED_GROUP", "wagner", shared=True, country="RU")
    assert read(_hit(wagner), {"ML": 5}) is None
    found = read(_hit(wagner), {"ML": 5}, {"wagner"})
    assert found is not None
    assert found.id == "wagner"


def test_people_whom_the_register_names_are_linked_and_keep_their_whole_name() -> None:
    role = Found(0, 2, "ROLE", "rebels_generic")
    whole, part, other = (
        Found(a, b, "ARMED_GROUP", who, country="AZ") for a, b, who in ((0, 2, "x"), (1, 2, "x"), (3, 4, "y"))
    )
    found = chosen(linked([role, Found(1, 2, "ROLE"), whole, part, other]))
    assert [(f.first, f.last, f.label, f.id) for f in found] == [(0, 2, "ROLE", "x"), (3, 4, "ARMED_GROUP", "y")]


def test_people_whom_the_register_does_not_name_are_left_as_they_are() -> None:
    found = [Found(0, 2, "ROLE"), Found(1, 2, "ARMED_GROUP", "x"), Found(3, 4, "ARMED_GROUP")]
    assert linked(found) == found


@pytest.mark.parametrize(("country", "kept"), [("IQ", 2), ("XX", 2), ("IR", 1), ("", 1)])
def test_a_town_in_the_name_of_a_force_is_named_where_it_is_of_its_country(country: str, kept: int) -> None:
    force = Found(0, 3, "STATE_FORCE", "force", country=country)
    assert len(chosen([force, Found(1, 2, "GPE", place="town", country="IQ")])) == kept
