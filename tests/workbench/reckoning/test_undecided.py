"""Who may be counted twice while nobody has decided which incidents are one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.reckoning.making import ACTORS, civilians, fighters, reckoned, soldiers
from tests.workbench.reckoning.test_proposals import CITY, SATURDAY, WEDNESDAY, incident
from workbench.model.actor import Actor
from workbench.model.article import Article
from workbench.model.claim import Category, Claim, Effect, Scope
from workbench.model.declined import Declined
from workbench.model.figure import Figure
from workbench.model.incident import AGGREGATE, Incident
from workbench.reckoning import conventions as c
from workbench.reckoning.undecided import Twice, twice, undecided, warning


class Told:
    """A case with incidents of one place, a claim of 40 soldiers killed in each."""

    def __init__(self, *incidents: Incident, declined: tuple[Declined, ...] = ()) -> None:
        self._incidents, self._declined = incidents, declined

    def claims(self) -> list[Claim]:
        return [soldiers(i.id, 40, incident_id=i.id, article_id=i.id) for i in self._incidents]

    def incidents(self) -> list[Incident]:
        return list(self._incidents)

    def actors(self) -> dict[str, Actor]:
        return ACTORS

    def articles(self) -> list[Article]:
        return []

    def declined(self) -> list[Declined]:
        return list(self._declined)


def figures(*claims: Claim) -> tuple[Figure, ...]:
    return reckoned(*claims).figures


def test_what_may_be_one_is_undecided_until_somebody_says_otherwise() -> None:
    incidents = (incident(1), incident(2), incident(3, SATURDAY))
    assert undecided(Told(*incidents)) == ((1, 2),)
    assert undecided(Told(*incidents, declined=(Declined(9, 1, 2),))) == ()


def test_a_number_told_as_a_whole_loses_the_events_inside_and_counts_nobody_twice() -> None:
    whole = replace(incident(2), clarity=AGGREGATE)
    assert undecided(Told(incident(1), whole)) == ()
    assert undecided(Told(incident(1), replace(whole, where=None))) == ((1, 2),)
    assert undecided(Told(replace(incident(1), clarity=AGGREGATE), whole)) == ((1, 2),)


def test_two_incidents_of_one_side_may_tell_the_lower_number_twice() -> None:
    told = figures(soldiers(1, 40), soldiers(2, 37, incident_id=2), fighters(3, 5, incident_id=2))
    assert twice(told, [(1, 2)]) == Twice(((1, 2),), 37)


def test_different_sides_and_effects_are_different_people() -> None:
    told = figures(
        soldiers(1, 40), fighters(2, 40, incident_id=2), soldiers(3, 40, incident_id=2, effect=Effect.WOUNDED)
    )
    assert twice(told, [(1, 2)]) == Twice()


def test_an_unknown_side_may_be_any() -> None:
    nobody = soldiers(2, 30, incident_id=2, side=None, category=Category.UNSPECIFIED)
    assert twice(figures(soldiers(1, 40), nobody), [(1, 2)]).most == 30
    assert twice(figures(soldiers(1, 20), nobody), [(1, 2)]).most == 20


def test_incidents_that_chain_are_told_once_together() -> None:
    told = figures(*(soldiers(n, 10, incident_id=n) for n in (1, 2, 3)), soldiers(4, 7, incident_id=4))
    assert twice(told, [(1, 2), (1, 3), (2, 3)]).most == 20
    assert twice(told, [(1, 2), (3, 4)]).most == 17


def test_tolls_are_no_events_and_a_single_incident_tells_nobody_twice() -> None:
    toll = soldiers(2, 40, incident_id=2, scope=Scope.CUMULATIVE)
    assert twice(figures(soldiers(1, 40), toll), [(1, 2)]) == Twice()
    assert twice(figures(soldiers(1, 40)), [(1, 2)]) == Twice()


@pytest.mark.parametrize(
    ("doubt", "start"),
    [
        (
            Twice(((1, 2),), 1200),
            "up to 1,200 people may be counted twice until it is decided whether two incidents are",
        ),
        (Twice(((1, 2),), 1), "up to 1 person may be"),
        (
            Twice(((1, 2), (3, 4)), 0),
            "people whose number nobody gives may be counted twice until it is decided whether 2",
        ),
        (Twice(), ""),
    ],
)
def test_the_warning_says_how_many_and_why(doubt: Twice, start: str) -> None:
    assert warning(doubt, {1: incident(1)}).startswith(start)
    assert bool(warning(doubt, {})) == bool(start)


def test_the_warning_names_the_incidents() -> None:
    known = {n: Incident(n, f"Aleppo {max(n, 2)}", WEDNESDAY, CITY) for n in (1, 2, 3, 4)}
    assert warning(Twice(((1, 2),), 4), known).endswith("are one event: Aleppo 2")
    assert warning(Twice(((1, 2), (2, 3), (3, 4)), 4), known).endswith(": Aleppo 2; Aleppo 2 / Aleppo 3, …")


def test_a_plural_without_a_number_gives_none() -> None:
    told = [civilians(n, c.bare_plural(), incident_id=n) for n in (1, 2)]
    assert twice(figures(*told), [(1, 2)]) == Twice(((1, 2),), 0)
