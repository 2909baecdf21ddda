"""What holds for any claims in any incidents, through the acts that an analyst changes them by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reckoning.drawing import DAYS, alike, claims, figures
from tests.workbench.reckoning.making import ACTORS, SOURCES, TABLE, basis, numbers, reckoned, soldiers
from workbench import acts, acts_incidents
from workbench.changes import Change, Value
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Relation
from workbench.model.figure import Reckoning
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.model.method import Method
from workbench.reckoning.figures import reckon, reckon_all
from workbench.reckoning.printed import Printed

PRINTED = Printed({article: date(2024, 11, 27 + day) for article, day in DAYS.items()})


def done(rows: Iterable[Value], change: Change) -> list[Value]:
    """Carry a change out on rows, as a case does."""
    found = list(rows)
    for edit in change.edits:
        if edit.before is not None:
            found.remove(edit.before)
        if edit.after is not None:
            found.append(edit.after)
    return found


def of(rows: Iterable[Value]) -> Reckoning:
    """Reckon the claims and incidents among the rows of a case."""
    held = list(rows)
    told = [row for row in held if isinstance(row, Claim)]
    incidents = [row for row in held if isinstance(row, Incident)]
    return reckon(told, incidents, ACTORS, SOURCES, Method(), TABLE, PRINTED)


def claims_in(rows: Iterable[Value], incident: int) -> list[Claim]:
    """The claims of one incident."""
    return [row for row in rows if isinstance(row, Claim) and row.incident_id == incident]


@given(st.one_of(claims(), alike()), st.data())
def test_an_incident_split_and_merged_again_has_its_figures_back(drawn: list[Claim], data: st.DataObject) -> None:
    whole = Incident(1, "one")
    rows: list[Value] = [whole, *drawn]
    before = of(rows)
    chosen = data.draw(st.lists(st.sampled_from(drawn), unique_by=lambda x: x.id, max_size=len(drawn) - 1))
    if not chosen:
        return
    rows = done(rows, acts_incidents.split(200, whole, chosen, drawn))
    fresh = next(row for row in rows if isinstance(row, Incident) and row.id != 1)
    assert {x.incident_id for x in claims_in(rows, fresh.id)} == {200}
    rows = done(rows, acts.merge_incidents(whole, fresh, claims_in(rows, fresh.id)))
    assert of(rows) == before


@given(st.one_of(claims(), alike()), st.data())
def test_a_change_taken_back_restores_every_figure(drawn: list[Claim], data: st.DataObject) -> None:
    """Rejecting, correcting and moving a claim, each undone."""
    rows: list[Value] = [Incident(1, "one"), Incident(2, "two"), *drawn]
    before = of(rows)
    one = data.draw(st.sampled_from(drawn))
    for change in (acts.reject(one), acts.edit_side(one, "opposition"), acts.move_claim(one, 2)):
        assert of(done(done(rows, change), change.inverse)) == before


@given(st.one_of(claims(), alike()), st.integers(1, 4))
def test_a_syndicated_copy_of_any_article_changes_no_number(drawn: list[Claim], article: int) -> None:
    """Marked as a copy it is one observation with its original, whoever the article names or does not."""
    copies = [copied(x) for x in drawn if x.article_id == article]
    days = {**DAYS, 9: DAYS[article]}
    before = reckoned(*drawn, days=days)
    assert figures(reckoned(*drawn, *copies, days=days, copies={9: article})) == figures(before)


def copied(x: Claim) -> Claim:
    """Copy a claim into another article, with the relations among its article's claims."""
    return replace(x, id=x.id + 100, article_id=9, relations=tuple(Relation(r.type, r.to + 100) for r in x.relations))


@st.composite
def days_and_weeks(draw: st.DrawFn) -> tuple[list[Incident], list[Claim]]:
    """Draw events of single days in a town, and a week told as a whole, with one exact number each."""
    count = draw(st.integers(1, 6))
    incidents, told = [], []
    for n in range(1, count + 1):
        day = date(2024, 11, draw(st.integers(17, 25)))
        incidents.append(Incident(n, "", When(day, day, 1), Where("town", "Town", 1)))
        told.append(soldiers(n, draw(st.integers(1, 90)), incident_id=n, article_id=n))
    week = When(date(2024, 11, 18), date(2024, 11, 24), 3)
    incidents.append(Incident(9, "", week, Where("province", "Province", 4)))
    told.append(soldiers(9, draw(st.integers(1, 300)), incident_id=9, article_id=9))
    return incidents, told


def week_of(incidents: Sequence[Incident], told: Sequence[Claim]) -> Reckoning:
    """Reckon with a town that lies in its province."""
    return reckon_all(told, incidents, basis(), lambda place: ("province",) if place == "town" else ())


@given(days_and_weeks())
def test_a_week_and_its_days_are_together_the_greater_of_the_two(
    drawn: tuple[list[Incident], list[Claim]],
) -> None:
    incidents, told = drawn
    inside = {i.id for i in incidents[:-1] if i.when and 18 <= i.when.start.day <= 24}
    known = {x.incident_id: x.quantity.low or 0 for x in told}
    events = sum(known[i] for i in inside)
    outside = sum(known.values()) - events - known[9]
    found = week_of(incidents, told).figures
    assert sum(f.low for f in found) == max(events, known[9]) + outside
    assert all(f.low == f.best == f.high for f in found)


@given(days_and_weeks(), st.data())
def test_the_order_of_incidents_does_not_matter(drawn: tuple[list[Incident], list[Claim]], data: st.DataObject) -> None:
    incidents, told = drawn
    shuffled = data.draw(st.permutations(incidents))
    before, after = week_of(incidents, told).figures, week_of(shuffled, list(reversed(told))).figures
    assert sorted((f.incident, numbers(f)) for f in before) == sorted((f.incident, numbers(f)) for f in after)


@given(days_and_weeks(), st.data())
def test_rejecting_an_event_gives_its_people_back_to_its_week_and_no_more(
    drawn: tuple[list[Incident], list[Claim]], data: st.DataObject
) -> None:
    incidents, told = drawn
    gone = data.draw(st.sampled_from(told[:-1]))
    before = sum(f.low for f in week_of(incidents, told).figures)
    rest = [replace(x, status=Status.REJECTED) if x is gone else x for x in told]
    after = sum(f.low for f in week_of(incidents, rest).figures)
    assert before - (gone.quantity.low or 0) <= after <= before
