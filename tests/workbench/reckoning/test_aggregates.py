"""Rule 10: numbers told for days or places as a whole, and the events inside them."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from tests.workbench.reckoning.making import (
    ACTORS,
    CIVILIANS,
    SOURCES,
    TABLE,
    WOUNDED,
    civilians,
    claim,
    fighters,
    numbers,
    soldiers,
    texts,
)
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.model.incident import Incident
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.reckoning import conventions as c
from workbench.reckoning.aggregates import Wholes
from workbench.reckoning.figures import reckon_all
from workbench.reckoning.incident import reckon_incident
from workbench.reckoning.judged import Judged
from workbench.reckoning.seen import Basis

INSIDE = {"town": ("province", "country"), "other": ("province", "country"), "province": ("country",)}


def at(id_: int, start: int, end: int, place: str = "province", clarity: int = 1) -> Incident:
    """Make an incident of days in November 2024."""
    days = end - start
    precision = 1 if days == 0 else 2 if days < 6 else 3
    when = When(date(2024, 11, start), date(2024, 11, end), precision)
    return Incident(id_, str(id_), when, Where(place, place, 4) if place else None, clarity)


WEEK, MONTH = at(9, 18, 24), at(10, 1, 30, "country")
MONDAY, TUESDAY = at(1, 18, 18, "town"), at(2, 19, 19, "other")


def told(*claims: Claim, incidents: tuple[Incident, ...] = (MONDAY, TUESDAY, WEEK), **more: Any) -> Reckoning:
    """Reckon claims in incidents whose places are known."""
    ground = Basis(ACTORS, SOURCES, Method(), TABLE, **more)
    return reckon_all(claims, incidents, ground, lambda place: INSIDE.get(place, ()))


def by_incident(found: Reckoning) -> dict[int, tuple[int, int | None, int | None]]:
    """The numbers of each incident's only figure."""
    return {f.incident: numbers(f) for f in found.figures}


def of_week(found: Reckoning) -> Figure | None:
    """The figure of the week, where anything is left of it."""
    return next((f for f in found.figures if f.incident == WEEK.id), None)


def week(quantity: Any, number: int = 9, **more: Any) -> Claim:
    """Make a claim of soldiers killed in the week."""
    return soldiers(number, quantity, **{"incident_id": 9, "article_id": 9, **more})


EVENTS = (soldiers(1, 40), soldiers(2, 60, incident_id=2, article_id=2))


def test_a_week_loses_what_its_days_explain() -> None:
    found = told(*EVENTS, week(300))
    assert by_incident(found) == {1: (40, 40, 40), 2: (60, 60, 60), 9: (200, 200, 200)}
    figure = of_week(found)
    assert figure
    assert figure.notes == ("what events inside leave of 300: 40 + 60 = 100",)
    assert figure.used == (9,)
    assert texts(found, "aggregate") == [
        (True, "40 + 60 = 100 stays below 300, told as a whole: 200 more are told of no single event")
    ]
    assert [check.claims for check in found.checks] == [(9, 1, 2)]


def test_a_week_that_its_days_explain_is_no_figure_and_its_claims_say_why() -> None:
    found = told(*EVENTS, week(c.approx(100)))
    assert by_incident(found) == {1: (40, 40, 40), 2: (60, 60, 60)}
    assert [(u.claim, u.why) for u in found.unused] == [
        (9, "90–110 is told as a whole, never added to the events inside it: 40 + 60 = 100.")
    ]
    assert [holds for holds, _ in texts(found, "aggregate")] == [True]


def test_days_that_exceed_their_week_are_a_conflict() -> None:
    found = told(*EVENTS, week(80))
    assert by_incident(found) == {1: (40, 40, 40), 2: (60, 60, 60)}
    ((holds, text),) = texts(found, "aggregate")
    assert not holds
    assert text.startswith("40 + 60 = 100 exceeds 80, told as a whole")


def test_an_open_total_stays_open() -> None:
    assert by_incident(told(*EVENTS, week(c.at_least(300))))[9] == (200, 200, None)


@pytest.mark.parametrize(
    "lonely",
    [at(1, 18, 18, ""), at(1, 18, 18, "elsewhere"), at(1, 17, 18, "town"), at(1, 25, 25, "town"), WEEK],
    ids=["no place", "another place", "begins before", "after", "the week itself"],
)
def test_what_does_not_lie_inside_explains_nothing(lonely: Incident) -> None:
    alone = Incident(1, "", lonely.when, lonely.where)
    found = told(soldiers(1, 40), week(300), incidents=(alone, WEEK))
    assert by_incident(found) == {1: (40, 40, 40), 9: (300, 300, 300)}


@pytest.mark.parametrize(
    "other",
    [
        {"effect": WOUNDED},
        {"side": "opposition"},
        {"side": None, "category": CIVILIANS},
        {"scope": Scope.CUMULATIVE},
        {"quantity": c.bare_plural()},
        {"to": {"disjoint_from": 9}},
    ],
    ids=lambda other: next(iter(other)),
)
def test_other_people_explain_nothing(other: dict[str, Any]) -> None:
    event = soldiers(1, **{"quantity": 40, **other})
    assert by_incident(told(event, week(300)))[9] == (300, 300, 300)


def test_an_enemys_claim_explains_nothing_of_what_others_count() -> None:
    enemy = fighters(1, 40, origin="ministry")
    total = fighters(9, 300, incident_id=9, article_id=9)
    assert by_incident(told(enemy, total))[9] == (300, 300, 300)


def test_people_of_any_kind_hold_those_of_each_side_once() -> None:
    people = claim(8, 500, incident_id=9, article_id=8, origin="un", category=Category.UNSPECIFIED)
    found = told(*EVENTS, civilians(3, 10), people)
    week_ = of_week(found)
    assert week_
    assert numbers(week_) == (390, 390, 390)
    both = told(*EVENTS, civilians(3, 10), people, week(300))
    assert {f.side: numbers(f) for f in both.figures if f.incident == 9} == {
        "government": (200, 200, 200),
        None: (190, 190, 190),
    }


def test_a_month_loses_what_its_week_and_its_days_explain() -> None:
    month = soldiers(10, 1000, incident_id=10, article_id=10)
    found = told(*EVENTS, week(300), month, incidents=(MONDAY, TUESDAY, WEEK, MONTH))
    assert by_incident(found)[9] == (200, 200, 200)
    assert by_incident(found)[10] == (700, 700, 700)
    assert sum(f.low for f in found.figures) == 1000


def test_a_span_of_two_days_is_an_aggregate_only_where_an_analyst_says_so() -> None:
    assert not at(1, 18, 19).aggregate
    assert at(1, 18, 19, clarity=2).aggregate
    assert WEEK.aggregate
    assert not Incident(1, "").aggregate
    for clarity, left in ((1, 300), (2, 260)):
        days = at(9, 18, 19, clarity=clarity)
        assert by_incident(told(soldiers(1, 40), week(300), incidents=(MONDAY, days)))[9][0] == left


def test_a_province_on_a_day_is_an_aggregate_where_an_analyst_says_so() -> None:
    province = at(9, 18, 18, clarity=2)
    assert by_incident(told(soldiers(1, 40), week(300), incidents=(MONDAY, province)))[9] == (260, 260, 260)


@pytest.mark.parametrize("drawn", ["component_of", "subset_of", "total_of"])
def test_a_part_that_was_drawn_is_one_wherever_and_whenever(drawn: str) -> None:
    far = at(1, 2, 2, "elsewhere")
    here, there = ({}, {drawn: 1}) if drawn == "total_of" else ({drawn: 9}, {})
    found = told(soldiers(1, 40, to=here), week(300, to=there), incidents=(far, Incident(9, "")))
    assert by_incident(found) == {1: (40, 40, 40), 9: (260, 260, 260)}


def test_a_relation_to_a_claim_that_is_nowhere_is_void() -> None:
    assert by_incident(told(soldiers(1, 40, to={"component_of": 77}), week(300)))[9] == (260, 260, 260)


def test_a_figure_set_by_hand_loses_nothing_and_is_lost_by_others() -> None:
    by_hand = Override(
        1, 9, Scope.EVENT, "government", Category.COMBATANT_STATE, soldiers(1, 1).effect, 250, 250, 250, "x"
    )
    assert by_incident(told(*EVENTS, week(300), judged=Judged(overrides={9: (by_hand,)})))[9] == (250, 250, 250)
    monday = Override(1, 1, Scope.EVENT, "government", Category.COMBATANT_STATE, soldiers(1, 1).effect, 50, 50, 50, "x")
    assert by_incident(told(*EVENTS, week(300), judged=Judged(overrides={1: (monday,)})))[9] == (190, 190, 190)


def test_many_events_are_told_by_their_number() -> None:
    days = tuple(at(n, 17 + n, 17 + n, "town") for n in range(1, 8))
    events = [soldiers(n, 10, incident_id=n, article_id=n) for n in range(1, 8)]
    found = told(*events, week(300), incidents=(*days, WEEK))
    assert texts(found, "aggregate")[0][1].startswith("70 in 7 events stays below 300")


def test_what_is_kept_of_a_whole_gives_way_to_what_changes_in_it() -> None:
    wholes = Wholes((MONDAY, TUESDAY, WEEK), lambda place: INSIDE.get(place, ()))
    basis = Basis(ACTORS, SOURCES, Method(), TABLE)
    parts = {i: reckon_incident(i, [x for x in (*EVENTS, week(300)) if x.incident_id == i], basis) for i in (1, 2, 9)}
    before = wholes.less(parts)[9]
    assert wholes.less(parts)[9] is before
    parts[2] = reckon_incident(2, [soldiers(2, 90, incident_id=2)], basis)
    assert [numbers(f) for f in wholes.less(parts)[9].figures] == [(170, 170, 170)]
    apart = soldiers(2, 90, incident_id=2, to={"disjoint_from": 9})
    parts[2] = reckon_incident(2, [apart], basis)
    assert [numbers(f) for f in wholes.less(parts)[9].figures] == [(260, 260, 260)]


def test_the_order_of_incidents_and_claims_does_not_matter() -> None:
    claims = (*EVENTS, week(300))
    found = [
        {f.incident: numbers(f) for f in told(*some, incidents=incidents).figures}
        for some, incidents in zip(permutations(claims), permutations((MONDAY, TUESDAY, WEEK)), strict=True)
    ]
    assert all(one == found[0] for one in found)
