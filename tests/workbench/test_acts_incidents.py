"""Acts on incidents and copies: each in one change that its inverse takes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.workbench.values import article, claim, document, exact
from workbench import acts
from workbench import acts_incidents as on
from workbench.case import Case
from workbench.changes import Change, adding
from workbench.errors import WorkbenchError
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Maker, Status

DAY = When(date(2024, 11, 27), date(2024, 11, 27), 1)
NEXT = When(date(2024, 11, 28), date(2024, 11, 28), 1)
ALEPPO = Where("aleppo", "Aleppo", 1)
EVENT = Incident(50, "Gefechte", DAY, ALEPPO)
OTHER = Incident(51, "Anschlag", NEXT)


def of(id_: int, incident: int = 50, number: int = 3, **others: object) -> Claim:
    return replace(claim(id_, number, **others), incident_id=incident)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case of two articles: the first tells of EVENT and OTHER, the second of an incident of its own."""
    case = Case.create(tmp_path / "a.case")
    for id_, text in ((1, "Drei Soldaten starben."), (2, "Drei Soldaten starben, hieß es.")):
        case.apply(acts.import_article(article(id_, text), document(text)))
    own = Incident(52, "Gefechte gestern", DAY)
    claims = [of(10), of(11, number=7, number_text="7"), of(12, 51, 9, number_text="9")]
    copied = [of(20, 52, article_id=2), of(21, 52, 5, article_id=2, number_text="5")]
    case.apply(Change("extract", adding([EVENT, OTHER, own, *claims, *copied]), automatic=True))
    return case


def back_and_forth(case: Case, change: Change) -> None:
    """Do a change, take it back, and do it again; the rows are as before, then as after."""
    before = case.rows()
    case.apply(change)
    after = case.rows()
    case.undo()
    assert case.rows() == before
    case.redo()
    assert case.rows() == after
    assert case.consistent()


def homes(case: Case) -> dict[int, int | None]:
    return {c.id: c.incident_id for c in case.claims()}


def test_declining_names_the_smaller_first_and_can_be_taken_back(case: Case) -> None:
    back_and_forth(case, on.decline(60, OTHER, EVENT))
    assert case.declined() == [Declined(60, 50, 51)]
    case.apply(on.propose_again(case.declined()[0], "Gefechte, Anschlag"))
    assert case.declined() == []


def test_a_split_takes_day_and_place_from_what_is_split_off(case: Case) -> None:
    later = replace(case.claim(11), when=NEXT)
    case.apply(acts.edit_value("edit_when", case.claim(11), later, "7"))
    back_and_forth(case, on.split(60, EVENT, [later], case.claims_of(50)))
    (fresh,) = [incident for incident in case.incidents() if incident.id == 60]
    assert (fresh.title, fresh.when, fresh.where, fresh.made_by) == ("Gefechte", NEXT, ALEPPO, Maker.ANALYST)
    assert (case.claim(11).incident_id, case.claim(10).incident_id) == (60, 50)
    assert case.claim(11).status is Status.PROPOSED
    assert case.declined() == [Declined(61, 50, 60)]


def test_a_split_that_is_merged_again_restores_everything(case: Case) -> None:
    before = case.rows()
    case.apply(on.split(60, EVENT, [case.claim(11)], case.claims_of(50)))
    fresh = next(incident for incident in case.incidents() if incident.id == 60)
    case.apply(acts.merge_incidents(EVENT, fresh, case.claims_of(60), case.declined()))
    assert case.rows() == before


@pytest.mark.parametrize(("chosen", "why"), [([], "No claim is chosen"), ([10, 11], "All claims")])
def test_a_split_of_nothing_or_everything_is_refused(case: Case, chosen: list[int], why: str) -> None:
    with pytest.raises(WorkbenchError, match=why):
        on.split(60, EVENT, [case.claim(id_) for id_ in chosen], case.claims_of(50))


def test_a_merge_leads_what_was_declined_on(case: Case) -> None:
    case.apply(on.decline(60, EVENT, OTHER))
    own = case.incidents()[-1]
    back_and_forth(case, acts.merge_incidents(own, OTHER, case.claims_of(51), case.declined()))
    assert case.declined() == [Declined(60, 50, 52)]


def test_a_pair_that_a_merge_makes_twice_is_kept_once(case: Case) -> None:
    pairs = [Declined(60, 50, 51), Declined(61, 50, 52), Declined(62, 51, 52)]
    case.apply(Change("decline_merge", adding(pairs)))
    own = case.incidents()[-1]
    case.apply(acts.merge_incidents(OTHER, own, case.claims_of(52), case.declined()))
    assert case.declined() == [pairs[0]]


def test_claims_move_as_they_are_and_an_emptied_incident_goes(case: Case) -> None:
    back_and_forth(case, on.move_claims([case.claim(12), case.claim(10)], EVENT, [OTHER]))
    assert homes(case) == {10: 50, 11: 50, 12: 50, 20: 52, 21: 52}
    assert [incident.id for incident in case.incidents()] == [50, 52]
    assert case.claim(12).status is Status.PROPOSED
    assert on.move_claims([case.claim(10)], EVENT).edits == ()


def test_an_incident_is_told_as_a_whole_or_as_one_event(case: Case) -> None:
    change = on.tell_as_whole(EVENT, whole=True)
    back_and_forth(case, change)
    assert on.tell_as_whole(EVENT, whole=False).edits == ()


def test_an_incident_is_renamed_and_never_nameless(case: Case) -> None:
    back_and_forth(case, on.rename(EVENT, "  Schlacht um Aleppo "))
    assert case.incidents()[0].title == "Schlacht um Aleppo"
    assert on.rename(EVENT, EVENT.title).edits == ()
    with pytest.raises(WorkbenchError, match="needs a title"):
        on.rename(EVENT, "  ")


def marked(case: Case, article_id: int = 2, original: int = 1) -> Change:
    taken = case.article(article_id)
    own = [row for row in case.rows_of(article_id) if isinstance(row, Incident)]
    first = replace(taken, copy_of=original)
    return on.mark_copy(
        taken,
        case.article(original),
        case.copies_of(article_id),
        case.claims(article_id),
        case.printed_again(first),
        own,
    )


def test_what_a_copy_tells_goes_to_the_incidents_of_its_original(case: Case) -> None:
    back_and_forth(case, marked(case))
    assert case.article(2).copy_of == 1
    assert homes(case) == {10: 50, 11: 50, 12: 51, 20: 50, 21: 50}
    assert [incident.id for incident in case.incidents()] == [50, 51]


def test_copies_of_a_copy_are_copies_of_the_original(case: Case) -> None:
    for id_ in (3, 4):
        text = f"Text {id_}"
        case.apply(acts.import_article(article(id_, text), document(text)))
    case.apply(marked(case, 3, 2))
    case.apply(marked(case, 2, 1))
    case.apply(marked(case, 4, 3))
    assert {case.article(id_).copy_of for id_ in (2, 3, 4)} == {1}
    for id_, of_ in ((1, 1), (1, 2)):
        with pytest.raises(WorkbenchError, match="copy of itself"):
            marked(case, id_, of_)


def test_what_the_copy_alone_tells_keeps_its_incident(case: Case) -> None:
    alone = replace(case.claim(20), quantity=exact(70), number_text="70")
    case.apply(acts.edit_value("edit_number", case.claim(20), alone, "70"))
    case.apply(marked(case))
    assert homes(case) == {10: 50, 11: 50, 12: 51, 20: 52, 21: 52}


def test_what_is_no_copy_after_all_tells_of_incidents_of_its_own(case: Case) -> None:
    case.apply(marked(case))
    shared = [incident for incident in case.incidents() if incident.id == 50]
    back_and_forth(case, on.no_copy(case.article(2), case.claims(2), shared, count(70).__next__))
    assert case.article(2).copy_of is None
    assert homes(case) == {10: 50, 11: 50, 12: 51, 20: 70, 21: 70}
    assert (case.incidents()[-1].title, case.incidents()[-1].when) == (EVENT.title, EVENT.when)


def test_an_article_that_goes_leaves_its_place_to_its_first_copy(case: Case) -> None:
    case.apply(acts.import_article(replace(article(3, "x"), copy_of=1), document("x")))
    case.apply(marked(case))
    first = case.article(1)
    back_and_forth(case, acts.remove_article(first, case.rows_of(1), case.copies_of(1)))
    assert (case.article(2).copy_of, case.article(3).copy_of) == (None, 2)
