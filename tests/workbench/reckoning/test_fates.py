"""Rule 11: the wounded who die, the missing who are found dead, prisoners, and bodies linked to a death."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workbench.reckoning.making import (
    SOLDIERS,
    WOUNDED,
    claim,
    fighters,
    reckoned,
    soldiers,
    table,
    texts,
    whys,
)
from workbench.model.claim import Claim, Effect
from workbench.model.figure import Reckoning
from workbench.reckoning import conventions as c

BODIES = Effect.BODIES_RECOVERED
DEAD, HURT = ("government", "killed"), ("government", "wounded")


def wounded(number: int, quantity: Any, **more: Any) -> Claim:
    """Make a claim of government soldiers wounded."""
    return soldiers(number, quantity, **{"effect": WOUNDED, **more})


def died(number: int, quantity: Any, of: int, **more: Any) -> Claim:
    """Make a claim of wounded people who died: some of them, without a word on who they were."""
    return claim(number, quantity, **{"to": {"subset_of": of}, **more})


def notes(found: Reckoning) -> dict[str, tuple[str, ...]]:
    """The notes of the figures by effect."""
    return {f.effect.value: f.notes for f in found.figures}


def test_a_wounded_person_who_dies_moves_from_the_wounded_to_the_killed() -> None:
    found = reckoned(soldiers(1, 10), wounded(2, 40), died(3, 3, 2))
    assert table(found) == {DEAD: (13, 13, 13), HURT: (37, 37, 37)}
    assert notes(found)["wounded"] == ("3 of them died later",)
    assert texts(found, "moved") == [(True, "40 − 3 = 37: “3” died later")]
    assert {f.effect.value: f.used for f in found.figures} == {"killed": (1, 3), "wounded": (2, 3)}


def test_one_who_dies_is_a_death_though_nobody_else_was_killed() -> None:
    assert table(reckoned(wounded(1, 40), died(2, 3, 1))) == {DEAD: (3, 3, 3), HURT: (37, 37, 37)}


def test_what_a_later_article_tells_holds_those_who_died() -> None:
    """13 dead and 37 wounded the next day are the same people, and neither is moved again."""
    later = (soldiers(4, 13, article_id=2), wounded(5, 37, article_id=2))
    found = reckoned(soldiers(1, 10), wounded(2, 40), died(3, 3, 2), *later, days={1: 0, 2: 1})
    assert table(found) == {DEAD: (13, 13, 13), HURT: (37, 37, 37)}
    assert whys(found)[3] == "“3” is held in 13 already."
    assert not texts(found, "moved")


def test_the_wounded_of_an_earlier_article_who_died_are_taken_off_it() -> None:
    found = reckoned(soldiers(1, 10), wounded(2, 40), died(3, c.at_least(3), 2, article_id=2), days={1: 0, 2: 1})
    assert table(found) == {DEAD: (13, 13, None), HURT: (37, 37, 37)}


def test_those_who_died_are_added_whoever_tells_of_them() -> None:
    found = reckoned(soldiers(1, 10, origin="un"), wounded(2, 40, origin="un"), died(3, 3, 2, origin="sohr"))
    assert table(found) == {DEAD: (13, 13, 13), HURT: (37, 37, 37)}


def test_two_origins_that_tell_of_the_same_deaths_count_once() -> None:
    told = (soldiers(1, 10, origin="un"), wounded(2, 40, origin="un"))
    found = reckoned(*told, died(3, 3, 2, origin="sohr"), died(4, 4, 2, origin=None))
    assert table(found)[DEAD] == (13, 13, 14)
    assert table(found)[HURT] == (36, 37, 37)


def test_a_later_word_of_another_origin_holds_them_too() -> None:
    told = (wounded(1, 40), died(2, 3, 1), soldiers(3, 12, origin="un", article_id=2))
    found = reckoned(*told, days={1: 0, 2: 1})
    assert table(found) == {DEAD: (12, 12, 12), HURT: (37, 37, 37)}


def test_more_cannot_die_than_were_wounded() -> None:
    found = reckoned(wounded(1, 3), died(2, 5, 1))
    assert table(found) == {DEAD: (5, 5, 5), HURT: (0, None, 0)}
    assert texts(found, "moved") == [(False, "5 > 3: “5” cannot be among them")]


def test_deaths_without_a_number_are_noted_and_take_nobody_off() -> None:
    found = reckoned(wounded(1, 40), died(2, c.bare_plural(), 1))
    assert table(found)[HURT] == (40, 40, 40)
    assert notes(found)["wounded"] == ("some of them died later",)


def test_wounded_without_a_number_stay_so() -> None:
    found = reckoned(wounded(1, c.bare_plural()), died(2, 3, 1))
    assert table(found) == {DEAD: (3, 3, 3), HURT: (2, None, None)}
    assert notes(found)["wounded"] == ("3 of them died later",)


def test_an_enemys_word_that_the_wounded_died_moves_nobody() -> None:
    told = (fighters(1, 10), fighters(2, 40, effect=WOUNDED))
    enemy = fighters(3, 30, origin="ministry", to={"subset_of": 2})
    found = reckoned(*told, enemy)
    assert table(found) == {("opposition", "killed"): (10, 10, 10), ("opposition", "wounded"): (40, 40, 40)}


@pytest.mark.parametrize("effect", [Effect.KILLED, BODIES])
def test_missing_people_found_dead_are_missing_no_more(effect: Effect) -> None:
    found = reckoned(soldiers(1, 20, effect=Effect.MISSING), died(2, 5, 1, effect=effect))
    assert table(found) == {("government", effect.value): (5, 5, 5), ("government", "missing"): (15, 15, 15)}
    assert notes(found)["missing"] == ("5 of them found dead",)


@pytest.mark.parametrize("effect", [Effect.KILLED, Effect.RELEASED, Effect.WOUNDED])
def test_prisoners_were_captured_whatever_became_of_them(effect: Effect) -> None:
    found = reckoned(soldiers(1, 20, effect=Effect.CAPTURED), died(2, 5, 1, effect=effect))
    assert table(found) == {("government", effect.value): (5, 5, 5), ("government", "captured"): (20, 20, 20)}
    assert notes(found)["captured"] == (f"5 of them {effect.value}",)


def test_some_of_the_casualties_who_were_killed_are_a_part_of_them() -> None:
    casualties = soldiers(1, 100, effect=Effect.KILLED_OR_WOUNDED)
    found = reckoned(casualties, soldiers(2, 40, to={"subset_of": 1}))
    assert table(found) == {DEAD: (40, 40, 40), ("government", "killed_or_wounded"): (60, 60, 60)}
    both = reckoned(casualties, soldiers(2, 40, to={"subset_of": 1}), wounded(3, 60, to={"subset_of": 1}))
    assert table(both) == {DEAD: (40, 40, 40), HURT: (60, 60, 60)}
    assert [holds for holds, _ in texts(both, "total_and_parts")] == [True]


def test_children_among_the_dead_and_the_wounded_stay_a_mere_subset() -> None:
    hit = claim(3, 5, effect=Effect.KILLED_OR_WOUNDED, to={"subset_of": (1, 2)})
    assert table(reckoned(soldiers(1, 10), wounded(2, 40), hit)) == {DEAD: (10, 10, 10), HURT: (40, 40, 40)}


@pytest.mark.parametrize(
    ("relation", "killed"),
    [
        ("additional_to", (52, 52, 52)),
        ("delta_of", (52, 52, 52)),
        ("same_as", (40, 40, 40)),
        ("component_of", (40, 40, 40)),
    ],
)
def test_bodies_that_are_linked_to_the_killed_are_deaths(relation: str, killed: tuple[int, int, int]) -> None:
    bodies = claim(2, 12, effect=BODIES, category=SOLDIERS, side="government", to={relation: 1})
    assert table(reckoned(soldiers(1, 40), bodies))[DEAD] == killed


def test_bodies_held_in_a_total_of_the_killed_are_deaths() -> None:
    told = (soldiers(1, 40, to={"total_of": (2, 3)}), soldiers(2, 28), soldiers(3, 12, effect=BODIES))
    assert table(reckoned(*told)) == {DEAD: (40, 40, 40)}


def test_bodies_that_are_not_linked_are_no_deaths() -> None:
    found = reckoned(soldiers(1, 40), soldiers(2, 12, effect=BODIES))
    assert table(found) == {DEAD: (40, 40, 40), ("government", "bodies_recovered"): (12, 12, 12)}
