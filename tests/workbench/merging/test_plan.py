"""Two cases made one: what comes, what is asked, and what holds whatever analysts did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbench.merging.copies import Copy, merge, planned, told
from tests.workbench.values import TEXT, article, claim, document, findings, mention
from workbench import acts, acts_incidents, recording
from workbench.errors import WorkbenchError
from workbench.merging.fields import Take
from workbench.model.claim import Claim, Effect, Relation, RelationType
from workbench.model.incident import Incident
from workbench.model.mention import Label, Status


def taken_in(case: Copy, text: str = TEXT, first: int = 0) -> int:
    """Import and read an article; return its number."""
    one = article(first or case.reserve(), text)
    case.apply(acts.import_article(one, document(text)))
    case.apply(recording.record_findings(one, findings(), case.reserve(), automatic=True))
    return one.id


@pytest.fixture
def ana() -> Copy:
    """A case with an article (1): incident 2, claims 3 and 4 (a part of 3), mention 5."""
    case = Copy("ana")
    taken_in(case)
    return case


@pytest.fixture
def ben(ana: Copy) -> Copy:
    return ana.copied("ben")


def of(case: Copy, id_: int) -> Claim:
    found = case.row("claim", id_)
    assert isinstance(found, Claim)
    return found


def test_a_copy_in_which_nothing_was_done_brings_nothing(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.accept(of(ana, 3)))
    assert planned(ana, ben).empty
    assert merge(ana, ben).shared == 3
    assert len(ana.lines) == 4


def test_what_one_did_comes_to_the_other(ana: Copy, ben: Copy) -> None:
    ben.apply(acts.accept(of(ben, 3)))
    ben.apply(acts.add_mention(ben.reserve(), 1, mention().span, TEXT, Label.ORG))
    merge(ana, ben)
    assert told(ana) == told(ben)


def test_what_both_did_apart_stands_side_by_side(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.edit_quantity(of(ana, 3), replace(of(ana, 3).quantity, low=2)))
    ben.apply(acts.edit_effect(of(ben, 3), Effect.WOUNDED))
    ben.apply(acts.accept(of(ben, 4)))
    assert not merge(ana, ben).questions
    assert (of(ana, 3).quantity.low, of(ana, 3).effect) == (2, Effect.WOUNDED)
    assert of(ana, 4).status is Status.ACCEPTED


def test_what_both_changed_differently_is_asked(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.edit_effect(of(ana, 3), Effect.CAPTURED))
    ben.apply(acts.edit_effect(of(ben, 3), Effect.WOUNDED))
    (question,) = planned(ana, ben).questions
    assert question.about == "claim “Drei Soldaten” in “Gefechte”"
    assert (question.what, question.mine, question.theirs) == ("effect", "captured", "wounded")
    assert question.by_mine is not None
    assert question.by_theirs is not None
    assert (question.by_mine.analyst, question.by_theirs.analyst) == ("ana", "ben")
    assert question.takes == (Take.MINE, Take.THEIRS)
    with pytest.raises(WorkbenchError, match="Both changed the effect of claim “Drei Soldaten”"):
        planned(ana, ben).change({})
    with pytest.raises(WorkbenchError, match="Only one effect"):
        planned(ana, ben).change({1: Take.BOTH})
    merge(ana, ben, Take.THEIRS)
    assert of(ana, 3).effect is Effect.WOUNDED


def test_a_question_is_asked_once(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.edit_effect(of(ana, 3), Effect.CAPTURED))
    ben.apply(acts.edit_effect(of(ben, 3), Effect.WOUNDED))
    merge(ana, ben, Take.MINE)
    assert of(ana, 3).effect is Effect.CAPTURED
    assert planned(ana, ben).empty
    ben.apply(acts.accept(of(ben, 4)))
    merge(ana, ben)
    assert (of(ana, 3).effect, of(ana, 4).status) == (Effect.CAPTURED, Status.ACCEPTED)


def test_two_notes_can_both_stand(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.edit_note(of(ana, 3), "seen"))
    ben.apply(acts.edit_note(of(ben, 3), "doubtful"))
    merge(ana, ben, Take.BOTH)
    assert of(ana, 3).note == "seen\ndoubtful"


def test_relations_drawn_by_both_are_joined(ana: Copy, ben: Copy) -> None:
    for case, type_ in ((ana, RelationType.RIVAL_OF), (ben, RelationType.SUPERSEDES)):
        new = case.reserve()
        case.apply(acts.add_claim(replace(claim(new, 7), evidence=TEXT_END[case.name], number=TEXT_END[case.name])))
        case.apply(acts.edit_relations("relate", [(of(case, 3), (Relation(type_, new),))]))
    merge(ana, ben)
    assert [relation.type for relation in of(ana, 3).relations] == [RelationType.RIVAL_OF, RelationType.SUPERSEDES]


TEXT_END = {"ana": mention().span, "ben": replace(mention().span, start=60)}


def test_new_rows_get_numbers_of_their_own(ana: Copy, ben: Copy) -> None:
    mine = taken_in(ana, f"{TEXT} Am Abend.")
    theirs = taken_in(ben, f"{TEXT} Am Morgen.")
    assert mine == theirs
    assert not merge(ana, ben).questions
    assert len([row for row in ana.rows_now.values() if isinstance(row, Claim)]) == 6
    merge(ben, ana)
    assert told(ana) == told(ben)


def test_the_same_article_in_two_unrelated_cases_is_one(ana: Copy) -> None:
    other = Copy("eva", salt="another")
    taken_in(other, f"{TEXT} Am Abend.")
    taken_in(other)
    first = next(row for row in other.claims(other.reserve() - 5) if row.quantity.value == 3)
    other.apply(acts.edit_effect(first, Effect.WOUNDED))
    ana.apply(acts.accept(of(ana, 4)))
    found = merge(ana, other)
    assert (found.shared, found.questions) == (0, ())
    assert found.joined == 6, "the article, its incident, two claims, one mention, and the method"
    assert (of(ana, 3).effect, of(ana, 4).status) == (Effect.WOUNDED, Status.ACCEPTED)
    assert len([row for row in ana.rows_now.values() if isinstance(row, Claim)]) == 4


def test_claims_follow_an_incident_that_was_merged_elsewhere(ana: Copy, ben: Copy) -> None:
    second = taken_in(ana, f"{TEXT} Am Abend.")
    ben = ana.copied("ben")
    kept, gone = ana.rows_now["incident", 2], ana.rows_now["incident", second + 1]
    ana.apply(acts.merge_incidents(kept, gone, ana.claims_of(second + 1)))  # type: ignore[arg-type]  # incidents
    place = TEXT_END["ana"]
    new = replace(claim(ben.reserve(), 9, evidence=place, incident_id=second + 1), article_id=second, number=place)
    ben.apply(acts.add_claim(new))
    merge(ana, ben)
    assert {row.incident_id for row in ana.claims(second)} == {2}
    merge(ben, ana)
    assert told(ana) == told(ben)


def test_of_two_incidents_merged_into_each_other_the_same_stays_for_both(ana: Copy) -> None:
    second = taken_in(ana, f"{TEXT} Am Abend.") + 1
    ana.apply(acts_incidents.rename(incident_of(ana, second), "Am Abend"))
    ben = ana.copied("ben")
    ana.apply(acts.merge_incidents(incident_of(ana, 2), incident_of(ana, second), ana.claims_of(second)))
    ben.apply(acts.merge_incidents(incident_of(ben, second), incident_of(ben, 2), ben.claims_of(2)))
    one, other = ana.copied("one"), ben.copied("other")
    assert not merge(one, ben).questions
    merge(other, ana)
    assert told(one) == told(other)
    assert {row.incident_id for row in one.rows_now.values() if isinstance(row, Claim)} == {second}


def incident_of(case: Copy, id_: int) -> Incident:
    found = case.row("incident", id_)
    assert isinstance(found, Incident)
    return found


def test_an_article_taken_away_here_and_worked_on_there_is_one_question(ana: Copy, ben: Copy) -> None:
    rows = [row for key, row in ana.rows_now.items() if key[0] in ("claim", "mention", "incident")]
    ana.apply(acts.remove_article(article(), rows))  # type: ignore[arg-type]  # what was found
    ben.apply(acts.accept(of(ben, 3)))
    for into, other, kept in ((ana, ben, Take.THEIRS), (ben, ana, Take.MINE)):
        one, two = into.copied("one"), into.copied("two")
        (question,) = planned(into, other).questions
        assert question.what == "article"
        merge(one, other, kept)
        assert told(one) == told(ben)
        merge(two, other, Take.MINE if kept is Take.THEIRS else Take.THEIRS)
        assert told(two) == told(ana)


def test_a_claim_taken_away_there_and_changed_here_is_asked(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.accept(of(ana, 4)))
    ben.apply(acts.delete(of(ben, 4), ben.claims(1)))
    (question,) = planned(ana, ben).questions
    assert (question.what, question.mine, question.theirs) == ("row", "kept", "taken away")
    merge(ana, ben, Take.THEIRS)
    assert ana.row("claim", 4) is None


def test_a_merge_is_one_step_back(ana: Copy, ben: Copy) -> None:
    ana.apply(acts.accept(of(ana, 3)))
    before = dict(ana.rows_now)
    taken_in(ben, f"{TEXT} Am Morgen.")
    merge(ana, ben)
    ana.undo()
    assert ana.rows_now == before
    assert planned(ana, ben).counts({})


def test_the_journal_notes_who_did_what(ana: Copy, ben: Copy) -> None:
    ben.apply(acts.accept(of(ben, 3)), "Ben")
    ben.apply(acts.edit_effect(of(ben, 3), Effect.WOUNDED), "Eva")
    ana.apply(acts.edit_effect(of(ana, 3), Effect.CAPTURED), "Ana")
    found = planned(ana, ben)
    note = found.change({1: Take.THEIRS}).note.splitlines()
    assert note[0] == f"ben, lines 4 to 5, hash {ben.hash_at(5)}"
    assert note[1:] == [
        "4 2026-11-01T00:00:04.000Z Ben: accept “Drei Soldaten” claim 3",
        "5 2026-11-01T00:00:05.000Z Eva: edit_effect “Drei Soldaten” claim 3",
        "theirs of claim “Drei Soldaten” in “Gefechte”, effect: captured | wounded",
    ]
