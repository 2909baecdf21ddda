"""Proposals over a whole case: found without all pairs, followed change by change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.making import ACTORS, soldiers
from tests.workbench.reckoning.test_nearness import ALEPPO, ANADAN, COUNTRY, HAMA, PROVINCE
from tests.workbench.reckoning.test_proposals import INSIDE, SATURDAY, incident
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim
from workbench.model.incident import Incident
from workbench.reckoning.candidates import Candidates, best_first, proposals
from workbench.reckoning.proposals import Ground, Proposal, profile, same_incident

GROUND = Ground(ACTORS, INSIDE)
FREE = Ground(ACTORS)
DAY = date(2024, 11, 27)


def told(*incidents: Incident, number: int = 40) -> list[Claim]:
    return [soldiers(i.id, number, incident_id=i.id, article_id=i.id) for i in incidents]


def pairs(incidents: list[Incident], claims: list[Claim], ground: Ground = GROUND) -> list[tuple[int, int]]:
    return [(p.one, p.other) for p in proposals(incidents, claims, ground)]


def test_all_pairs_near_in_time_are_proposed_once() -> None:
    incidents = [incident(3), incident(1), incident(2, SATURDAY)]
    claims = [*told(*incidents), soldiers(5, 40, incident_id=None)]
    assert pairs(incidents, claims) == [(1, 3)]


def test_a_month_stays_near_until_it_ends() -> None:
    november = When(date(2024, 11, 1), date(2024, 11, 30), 4)
    incidents = [incident(1, november), incident(2), incident(3, SATURDAY)]
    assert set(pairs(incidents, told(*incidents))) == {(1, 2), (1, 3)}


def test_what_has_no_date_is_looked_for_by_its_place() -> None:
    incidents = [incident(1), incident(2, None), incident(3, None), incident(4, None, HAMA), incident(5, None, None)]
    assert pairs(incidents, told(*incidents)) == [(1, 2), (1, 3), (2, 3)]


def test_a_place_finds_what_contains_it_and_what_lies_near() -> None:
    incidents = [incident(1, where=ALEPPO), incident(2, where=PROVINCE), incident(3, where=ANADAN)]
    claims = [c for i, n in zip(incidents, (40, 90, 170), strict=True) for c in told(i, number=n)]
    assert pairs(incidents, claims) == [(1, 2)]
    assert pairs(incidents, claims, FREE) == [(1, 3)]


def test_the_best_founded_comes_first_whatever_the_order() -> None:
    incidents = [incident(1, where=None), incident(2), incident(3)]
    expected = [(2, 3), (1, 2), (1, 3)]
    for order in permutations(incidents):
        assert pairs(list(order), told(*incidents)) == expected


def test_what_very_many_share_ties_no_two_of_them() -> None:
    many = [incident(n, where=None) for n in range(1, 203)]
    claims = [soldiers(n, n + 9, incident_id=n, actor="army", article_id=n) for n in range(1, 203)]
    assert pairs(many, claims) == []
    claims[7] = replace(claims[7], quantity=claims[3].quantity)
    assert pairs(many, claims) == [(4, 8)]


def test_a_case_is_followed_change_by_change() -> None:
    incidents = [incident(1), incident(2), incident(3)]
    followed = Candidates(GROUND)
    for one in incidents:
        followed.put(one, told(one))
    assert [(p.one, p.other) for p in followed.about(2)] == [(1, 2), (2, 3)]
    followed.drop(3)
    followed.put(incident(2, SATURDAY), told(incidents[1]))
    assert list(followed.all()) == []
    followed.put(incidents[1], told(incidents[1]))
    followed.put(incidents[0], [])
    followed.put(incidents[2], told(incidents[2]))
    assert [(p.one, p.other) for p in followed.all()] == [(2, 3)]
    assert list(followed.about(1)) == list(followed.about(99)) == []


WHENS = st.none() | st.builds(
    lambda day, long, precision: When(DAY + timedelta(day), DAY + timedelta(day + long), precision),
    st.integers(0, 40),
    st.integers(0, 3),
    st.integers(1, 5),
)
WHERES: st.SearchStrategy[Where | None] = st.sampled_from([None, ALEPPO, ANADAN, HAMA, PROVINCE, COUNTRY])
EVENTS = st.lists(st.tuples(WHENS, WHERES, st.integers(4, 7), st.sampled_from(["army", "hts", None])), max_size=9)


@given(EVENTS, st.sampled_from([GROUND, FREE]))
def test_nothing_is_missed_that_a_place_or_an_equal_number_ties(
    events: list[tuple[When | None, Where | None, int, str | None]], ground: Ground
) -> None:
    incidents = [Incident(n, "x", when, where) for n, (when, where, _, _) in enumerate(events, 1)]
    claims = [
        soldiers(n, number, incident_id=n, actor=actor, article_id=n)
        for n, (_, _, number, actor) in enumerate(events, 1)
    ]
    made = [profile(i, [c], ground) for i, c in zip(incidents, claims, strict=True)]
    pairs_ = (same_incident(one, other) for one, other in combinations(made, 2))
    dated = {i.id for i in incidents if i.when is not None and i.when.precision < 5}
    expected = [p for p in pairs_ if p is not None and ({p.one, p.other} <= dated or tied_by_place(p))]
    assert proposals(incidents, claims, ground) == best_first(expected)


def tied_by_place(proposal: Proposal) -> bool:
    return any(" are in " in why or " lies " in why for why in proposal.reasons)
