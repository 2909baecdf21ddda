"""Rivals read as the same people, and the checks on what relations leave standing."""

from __future__ import annotations

from tests.workbench.reckoning.making import basis, civilians, fighters, soldiers
from workbench.model.claim import Category, Claim
from workbench.model.mention import Status
from workbench.reckoning.cells import arrange
from workbench.reckoning.drawn import checked, with_rivals
from workbench.reckoning.links import links
from workbench.reckoning.seen import Seen, see


def seen(*claims: Claim) -> list[Seen]:
    return [see(x, basis()) for x in claims]


def people(*claims: Claim) -> list[tuple[str | None, Category]]:
    found = seen(*claims)
    return [(s.side, s.claim.category) for s in with_rivals(found, links(found))]


def kinds(*claims: Claim) -> list[tuple[str, bool]]:
    found = seen(*claims)
    return [(check.kind, check.holds) for check in checked(found, arrange(found), links(found))]


def test_a_belligerents_rival_counts_the_people_that_others_tell_of() -> None:
    told = people(civilians(1, 40), fighters(2, 30, origin="ministry", to={"rival_of": 1}))
    assert told == [("civilian", Category.CIVILIAN)] * 2


def test_neutral_rivals_and_those_of_two_sides_keep_their_own() -> None:
    assert people(civilians(1, 40), fighters(2, 30, origin="un", to={"rival_of": 1}))[1][0] == "opposition"
    both = people(civilians(1, 40), soldiers(3, 5), fighters(2, 30, origin="ministry", to={"rival_of": (1, 3)}))
    assert both[2][0] == "opposition"


def test_denials_of_what_counts_fail() -> None:
    denied = fighters(1, 40)
    assert kinds(denied, soldiers(2, 3, to={"denies": 1})) == [("denied", False)]
    assert kinds(denied, soldiers(2, 3, to={"denies": 1}, status=Status.REJECTED)) == []
    assert kinds(denied, soldiers(2, 3, to={"denies": 9})) == []


def test_rivals_in_one_figure_or_one_within_the_other_are_no_matter() -> None:
    assert kinds(fighters(1, 40), fighters(2, 30, origin="un", to={"rival_of": 1})) == []
    assert kinds(fighters(1, 40), civilians(2, 30, origin="un", to={"rival_of": 1})) == [("two_figures", False)]
    wide = fighters(1, 40, side="both", category=Category.COMBATANT_MIXED)
    assert kinds(wide, fighters(2, 30, origin="un", to={"rival_of": 1})) == []
