from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbench import conflicts, registers
from workbench.case import Case
from workbench.conflicts import Conflict, applied, chosen
from workbench.errors import BadResource
from workbench.model.actor import Actor, Side
from workbench.model.method import Method
from workbench.registers import Registers
from workbench.resources import folder

SHIPPED = Registers(
    {
        "army": Actor("army", "Army", "state_force", "SY", side="government"),
        "guard": Actor("guard", "Guard", "state_force", "SY", parent="army"),
        "rebels": Actor("rebels", "Rebels", "rebel", "SY", side="opposition"),
        "turks": Actor("turks", "Turks", "state_force", "TR"),
    },
    {},
    {key: Side(key, key.title(), "#0072B2", n) for n, key in enumerate(("government", "opposition", "allies"))},
)
EMPTY = Registers({}, {}, {})
WAR = Conflict("war", "The war", "Der Krieg", ("SY",), date(2011, 3, 15), None, {"guard": "allies", "turks": "allies"})
HEADS = {
    "conflicts.tsv": "id\tcountries\tsince\tuntil\tname_en\tname_de\n",
    "stands.tsv": "conflict\tactor\tside\n",
}
GOOD = "war\tSY;TR\t2011-03-15\t2024-12-08\tThe war\tDer Krieg\n"


def tables(place: Path, rows: str, stands: str = "") -> Path:
    (place / "conflicts.tsv").write_text(HEADS["conflicts.tsv"] + rows, encoding="utf-8")
    (place / "stands.tsv").write_text(HEADS["stands.tsv"] + stands, encoding="utf-8")
    return place


def test_a_conflict_is_read_with_who_stands_where(tmp_path: Path) -> None:
    made = conflicts.load(tables(tmp_path, GOOD, "war\tturks\tallies\n"), SHIPPED)
    days = date(2011, 3, 15), date(2024, 12, 8)
    assert made == {"war": Conflict("war", "The war", "Der Krieg", ("SY", "TR"), *days, {"turks": "allies"})}


@pytest.mark.parametrize(
    ("rows", "stands", "sentence"),
    [
        (GOOD + GOOD, "", "conflicts.tsv, row 3: the id war is there already"),
        (GOOD.replace("war", "The War", 1), "", "row 2: the id 'The War' is not a short key"),
        (GOOD.replace("The war", ""), "", "row 2: war has no name"),
        (GOOD.replace("SY;TR", "Syria"), "", "'Syria' is not a country's code"),
        (GOOD.replace("2011-03-15", "2011"), "", "'2011' is not a day"),
        (GOOD.replace("2024", "1999"), "", "war ends before it begins"),
        (GOOD, "peace\tturks\tallies\n", "stands.tsv, row 2: there is no conflict 'peace'"),
        (GOOD, "war\tgreeks\tallies\n", "there is no actor 'greeks'"),
        (GOOD, "war\tturks\tnobody\n", "there is no side 'nobody'"),
        (GOOD, "war\tturks\tallies\n" * 2, "stands.tsv, row 3: turks has a side in war already"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, rows: str, stands: str, sentence: str) -> None:
    with pytest.raises(BadResource, match=sentence):
        conflicts.load(tables(tmp_path, rows, stands), SHIPPED)


def test_the_shipped_conflicts_hold() -> None:
    shipped = registers.load(folder() / "registers")
    made = conflicts.load(folder() / "registers", shipped)
    assert {"syria", "ukraine", "israel_palestine"} <= set(made)
    for conflict in made.values():
        assert len(set(conflict.stands.values())) >= 2, conflict.id


@pytest.mark.parametrize(
    ("conflict", "actor", "side"),
    [
        ("sudan", "sd_jem", "sudan_army"),
        ("sudan", "sd_splmn_hilu", "rsf"),
        ("libya", "wagner", "haftar_forces"),
        ("myanmar", "mm_air_force", "myanmar_military"),
        ("sahel", "wagner", "russia"),
        ("sahel", "ml_macina", "jihadist_groups"),
        ("somalia", "et_endf", "international"),
        ("tigray", "et_fano", "government"),
        ("ethiopia", "et_fano", "opposition"),
        ("congo", "rw_rdf", "m23_rwanda"),
        ("mozambique", "rw_rdf", "government"),
        ("afghanistan_2001", "af_haqqani", "taliban"),
        ("afghanistan", "pk_forces", "pakistan"),
        ("pakistan", "pk_forces", "government"),
        ("india_pakistan", "pk_forces", "pakistan"),
        ("thailand_cambodia", "kh_forces", "cambodia"),
        ("colombia", "co_agc", "gangs"),
        ("yemen", "aqap", "jihadist_groups"),
        ("syria", "sy_jaysh_islam", "opposition"),
        ("syria_2024", "sy_jaysh_islam", "government"),
        ("syria_2024", "sy_shabiha", "former_government"),
        ("libya", "ru_africa_corps", "haftar_forces"),
        ("haiti", "ht_mss", "international"),
    ],
)
def test_an_actor_stands_in_each_conflict_where_it_stood(conflict: str, actor: str, side: str) -> None:
    shipped = registers.load(folder() / "registers")
    made = conflicts.load(folder() / "registers", shipped)
    assert applied(shipped, made[conflict]).actors[actor].side == side


def test_a_conflict_puts_its_actors_on_their_sides_and_leaves_the_others() -> None:
    there = applied(SHIPPED, WAR)
    assert {key: actor.side for key, actor in there.actors.items()} == {
        "army": "government",
        "guard": "allies",
        "rebels": "opposition",
        "turks": "allies",
    }
    assert applied(SHIPPED, None) is SHIPPED


@pytest.mark.parametrize(
    ("stands", "foes"),
    [
        ({"army": "government", "guard": "government", "rebels": "opposition"}, {"army", "rebels"}),
        ({"army": "government", "guard": "allies", "rebels": "opposition"}, set()),
        ({"army": "government"}, set()),
    ],
)
def test_each_of_two_sides_has_one_foe(stands: dict[str, str], foes: set[str]) -> None:
    found = applied(SHIPPED, replace(WAR, stands=stands)).foes
    assert set(found.values()) == foes
    assert all(stands[actor] != side for side, actor in found.items())


def test_a_case_takes_over_the_actors_a_conflict_names_with_those_above_them() -> None:
    change = chosen(Method(), WAR, SHIPPED, EMPTY)
    assert [(edit.kind, edit.value.id) for edit in change.edits] == [
        ("method", "case"),
        ("side", "government"),
        ("side", "allies"),
        ("actor", "guard"),
        ("actor", "army"),
        ("actor", "turks"),
    ]
    assert change.about == "The war"


def test_a_side_that_an_analyst_chose_is_kept_and_other_corrections_too() -> None:
    case = Registers(
        {
            "guard": replace(SHIPPED.actors["guard"], side="opposition"),
            "turks": replace(SHIPPED.actors["turks"], aliases=("the neighbours",)),
            "mine": Actor("mine", "Mine", "rebel", side="opposition"),
        },
        {},
        SHIPPED.sides,
    )
    change = chosen(Method(), WAR, SHIPPED, case, own=["guard"])
    after = {edit.value.id: edit.after for edit in change.edits if edit.kind == "actor"}
    assert after == {
        "army": SHIPPED.actors["army"],
        "turks": Actor("turks", "Turks", "state_force", "TR", side="allies", aliases=("the neighbours",)),
    }


def test_without_a_conflict_actors_go_back_to_their_own_sides() -> None:
    case = Registers(applied(SHIPPED, WAR).actors, {}, SHIPPED.sides)
    change = chosen(Method(conflict="war"), None, SHIPPED, case)
    assert {edit.value.id: edit.after for edit in change.edits} == {
        "case": Method(),
        "guard": SHIPPED.actors["guard"],
        "turks": SHIPPED.actors["turks"],
    }
    assert not chosen(Method(), None, SHIPPED, Registers(SHIPPED.actors, {}, SHIPPED.sides)).edits


def test_taking_over_a_conflict_is_one_line_and_undone_as_one(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case", "Ana")
    case.apply(chosen(case.method(), WAR, SHIPPED, EMPTY))
    assert case.method().conflict == "war"
    assert case.log(limit=1)[0].act == "choose_conflict"
    assert set(case.actors()) == {"guard", "army", "turks"}
    case.undo()
    assert (case.method(), case.actors(), case.sides()) == (Method(), {}, {})
    case.redo()
    assert case.actors()["turks"].side == "allies"
    assert case.consistent()
    case.close()


OTHER = Conflict("other", "Other", "Anderer", ("TR",), date(2000, 1, 1), date(2010, 12, 31), {"turks": "government"})
NOW = [date(2020, 1, 1)]


def weigh(actors: dict[str, int], places: dict[str, int], published: list[date] = NOW) -> list[tuple[str, float]]:
    known = {**SHIPPED.actors, "civ": Actor("civ", "Civilians", "civilian", "XX")}
    found = conflicts.proposed(actors, places, known, [WAR, OTHER, NEXT], published)
    return [(row.conflict.id, row.weight) for row in found]


NEXT = Conflict("next", "Next", "Nächster", ("TR",), date(2019, 1, 1), None, {"turks": "opposition"})


@pytest.mark.parametrize(
    ("actors", "places", "ranked"),
    [
        ({"guard": 2, "army": 1}, {"SY": 1}, [("war", 4.0)]),
        ({"guard": 1}, {"SY-HL": 1, "SY:north": 1, "geonames:170063": 9, "XX:sea": 9}, [("war", 3.0)]),
        # a party to two wars speaks for both in part
        ({"guard": 3, "turks": 2}, {}, [("war", 4.0), ("next", 1.0)]),
        # nothing where few names speak, where two wars are near each other, or most names speak of others
        ({"guard": 2}, {}, []),
        ({"guard": 2, "turks": 4}, {"TR": 1}, []),
        ({"guard": 3}, {"CO": 9}, []),
        ({}, {"SY": 9}, []),
        # civilians are at home everywhere, and an actor that nobody knows says nothing
        ({"guard": 3, "civ": 90, "who": 9}, {}, [("war", 3.0)]),
    ],
)
def test_a_conflict_is_proposed_where_it_is_clear(
    actors: dict[str, int], places: dict[str, int], ranked: list[tuple[str, float]]
) -> None:
    assert weigh(actors, places) == ranked


@pytest.mark.parametrize(("day", "found"), [(date(2005, 1, 1), []), (date(2011, 3, 15), ["war"])])
def test_a_conflict_is_proposed_in_its_time_only(day: date, found: list[str]) -> None:
    assert [key for key, _ in weigh({"guard": 5}, {}, [day])] == found
    assert [key for key, _ in weigh({"guard": 5}, {}, [day, day, NOW[0]])] == found


def test_a_proposal_says_which_parties_speak_for_it() -> None:
    [found] = conflicts.proposed({"guard": 2, "turks": 5, "army": 9}, {}, SHIPPED.actors, [WAR], [])
    assert found.reasons == (("Turks", 5), ("Guard", 2))
