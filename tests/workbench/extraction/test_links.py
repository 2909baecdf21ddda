from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.extraction.circumstances import Setting
from workbench.extraction.drafts import Draft
from workbench.extraction.links import Links
from workbench.extraction.victims import Group
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Epistemic, Modifier, Quantity, RelationType, Unit
from workbench.model.span import Span

COUNTRY, PROVINCE = Where("SY", "Syria", 6), Where("SY-HL", "Aleppo Governorate", 4)
ALEPPO, HOMS = Where("1", "Aleppo", 1), Where("2", "Homs", 1)
AREAS = {"SY": ("SY", ""), "SY-HL": ("SY", "SY-HL"), "1": ("SY", "SY-HL"), "2": ("SY", "SY-HI")}


def claim(number: int, *, modifier: Modifier = Modifier.EXACT, where: Where | None = None) -> Claim:
    quantity = Quantity(number, number, number, number, modifier)
    return Claim(1, 1, Effect.KILLED, quantity, Span(0, 1), where=where)


def linked(*claims: Claim, sides: tuple[str | None, ...] = ()) -> Links:
    numbered = [replace(each, id=number) for number, each in enumerate(claims, 1)]
    settings = [Setting(c.when, c.where, area=AREAS[c.where.place] if c.where else ("", "")) for c in numbered]
    drafts = [
        Draft(c.effect, Unit.PERSONS, Group(k, k, None, None, k), None, (k, k), (k, k), None, c.category)
        for k, c in enumerate(numbered)
    ]
    return Links(numbered, drafts, sides or tuple(c.side for c in numbered), settings)


@pytest.mark.parametrize(
    ("part", "whole", "inside", "elsewhere"),
    [
        (ALEPPO, COUNTRY, True, False),
        (ALEPPO, PROVINCE, True, False),
        (HOMS, PROVINCE, False, True),
        (ALEPPO, HOMS, False, True),
        (PROVINCE, ALEPPO, False, False),
        (ALEPPO, None, False, False),
        (replace(ALEPPO, inherited=True), COUNTRY, False, False),
    ],
)
def test_places(part: Where, whole: Where | None, inside: bool, elsewhere: bool) -> None:
    links = linked(claim(3, where=part), claim(9, where=whole))
    assert links.inside(0, 1) is inside
    assert links.elsewhere(0, 1) is elsewhere


def test_days_that_do_not_meet_are_elsewhere() -> None:
    links = linked(claim(3), claim(9))
    days = [When(date(2024, 5, day), date(2024, 5, day), 1) for day in (1, 2)]
    links.claims = [replace(each, when=day) for each, day in zip(links.claims, days, strict=True)]
    links.settings = [Setting(day, None, own_when=True) for day in days]
    assert links.elsewhere(0, 1)
    assert links.apart(0, 1)


@pytest.mark.parametrize(
    ("part", "whole", "sides", "fits"),
    [
        (Category.CHILD, Category.UNSPECIFIED, (CIVILIAN_SIDE, None), True),
        (Category.CHILD, Category.COMBATANT_STATE, (CIVILIAN_SIDE, None), False),
        (Category.OFFICER, Category.COMBATANT_STATE, ("a", "a"), True),
        (Category.COMBATANT_STATE, Category.COMBATANT_MIXED, ("a", BOTH_SIDES), True),
        (Category.CHILD, Category.COMBATANT_MIXED, (CIVILIAN_SIDE, BOTH_SIDES), False),
        (Category.COMBATANT_STATE, Category.COMBATANT_STATE, ("a", "b"), False),
    ],
)
def test_who_may_be_among_whom(part: Category, whole: Category, sides: tuple[str | None, ...], fits: bool) -> None:
    links = linked(replace(claim(3), category=part), replace(claim(9), category=whole), sides=sides)
    assert links.fits(0, 1) is fits
    assert links.kin(1, 0) is (links.fits(0, 1) or links.fits(1, 0))


def test_a_relation_said_twice_counts_once() -> None:
    links = linked(claim(3), claim(9))
    links.relate(0, RelationType.SUBSET_OF, 1, why="said")
    links.relate(0, RelationType.SUBSET_OF, 1, why="said")
    links.relate(1, RelationType.SUBSET_OF, 1, why="said")
    assert links.to(0, RelationType.SUBSET_OF) == [1]
    assert links.part(0)
    assert not links.part(1)


def test_what_is_no_number_and_what_does_not_stand() -> None:
    links = linked(claim(0, modifier=Modifier.NEGATED), claim(9, modifier=Modifier.UP_TO), claim(9))
    assert [links.numbered(k) for k in range(3)] == [False, False, True]
    assert links.none(0)
    links.claims[2] = replace(links.claims[2], epistemic=Epistemic.DENIED)
    assert not links.alike(1, 2)


def test_voices() -> None:
    said = replace(claim(3), attribution_text="medics")
    links = linked(replace(claim(3), origin="un"), said, claim(3))
    assert links.other_voice(0, 1)
    assert not links.other_voice(0, 2)
    assert not links.known_voices(0, 1)
