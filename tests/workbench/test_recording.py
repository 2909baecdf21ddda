from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.values import TEXT, article, document, exact, findings, mention
from workbench import acts, recording
from workbench.case import Case
from workbench.changes import Change
from workbench.model.claim import Claim, Effect, Relation, RelationType
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention, Status
from workbench.model.span import Span


def test_a_reading_is_renumbered_and_keeps_its_references() -> None:
    change = recording.record_findings(article(7), findings(), 100, automatic=True)
    rows = [edit.after for edit in change.edits]
    (event,) = [row for row in rows if isinstance(row, Incident)]
    whole, part = [row for row in rows if isinstance(row, Claim)]
    (named,) = [row for row in rows if isinstance(row, Mention)]
    assert sorted([event.id, whole.id, part.id, named.id]) == [100, 101, 102, 103]
    assert {row.article_id for row in (whole, part, named)} == {7}
    assert part.related(RelationType.SUBSET_OF) == (whole.id,)
    assert whole.incident_id == part.incident_id == event.id
    assert change.automatic
    assert recording.size_of(findings()) == 4


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = Case.create(tmp_path / "a.case")
    case.apply(acts.import_article(article(case.reserve(1)), document()))
    read_again(case)
    return case


def read_again(case: Case, found: Findings | None = None) -> Change:
    found = findings() if found is None else found
    (taken,) = case.articles()
    change = recording.record_findings(
        taken, found, case.reserve(recording.size_of(found)), existing=case.rows_of(taken.id)
    )
    return case.apply(change)


def check(case: Case) -> None:
    """Hold what holds after any reading: nothing points to what is not there."""
    claims = {row.id for row in case.claims()}
    assert {relation.to for row in case.claims() for relation in row.relations} <= claims
    assert {row.incident_id for row in case.claims()} <= {row.id for row in case.incidents()} | {None}
    assert case.consistent()
    case.close()


def test_the_same_reading_changes_nothing(case: Case) -> None:
    before = case.rows_of(1)
    assert read_again(case).edits == ()
    assert case.rows_of(1) == before
    check(case)


@pytest.mark.parametrize("chosen", [0, 1])
@pytest.mark.parametrize("act", [acts.accept, acts.reject, lambda row: acts.edit_quantity(row, exact(30))])
def test_whatever_was_decided_reading_again_leaves_it_and_doubles_nothing(case: Case, chosen: int, act: object) -> None:
    assert callable(act)
    case.apply(act(case.claims()[chosen]))
    before = case.rows_of(1)
    read_again(case)
    assert case.rows_of(1) == before
    check(case)


def test_what_was_found_anew_keeps_its_id_and_its_incident(case: Case) -> None:
    whole, part = case.claims()
    better = replace(findings().claims[0], quantity=exact(4), actor="sy_gov_forces")
    read_again(case, replace(findings(), claims=(better, findings().claims[1])))
    again = case.claim(whole.id)
    assert (again.quantity, again.actor) == (exact(4), "sy_gov_forces")
    assert again.incident_id == whole.incident_id
    assert case.claim(part.id) == part
    check(case)


def test_reading_again_leaves_merges_alone(case: Case) -> None:
    (old,) = case.incidents()
    merged = Incident(case.reserve(1), "Both")
    case.apply(acts.add_values("merge", [merged]))
    case.apply(acts.merge_incidents(merged, old, case.claims_of(old.id)))
    more = replace(findings().claims[0], id=3, evidence=Span(54, 70), number=Span(55, 60), number_text="sagte")
    read_again(case, replace(findings(), claims=(*findings().claims, more)))
    assert [row.id for row in case.incidents()] == [merged.id]
    assert {row.incident_id for row in case.claims()} == {merged.id}
    assert len(case.claims()) == 3
    check(case)


def test_what_is_not_found_again_goes_with_its_incident(case: Case) -> None:
    read_again(case, Findings("de", (), (), ()))
    assert not [*case.claims(), *case.mentions(1), *case.incidents()]
    check(case)


def test_what_an_analyst_points_to_stays(case: Case) -> None:
    whole, part = case.claims()
    case.apply(acts.accept(part))
    read_again(case, Findings("de", (), (), ()))
    assert [row.id for row in case.claims()] == [whole.id, part.id]
    assert case.incidents()
    check(case)


def test_another_effect_on_the_same_words_is_another_claim(case: Case) -> None:
    whole, part = case.claims()
    case.apply(acts.accept(part))
    wounded = replace(findings().claims[0], effect=Effect.WOUNDED)
    later = replace(findings().claims[1], relations=(Relation(RelationType.SUBSET_OF, 1),))
    read_again(case, replace(findings(), claims=(wounded, later)))
    assert [row.effect for row in case.claims()] == [Effect.KILLED, Effect.WOUNDED, Effect.KILLED]
    assert case.claim(part.id).status is Status.ACCEPTED
    assert case.claim(whole.id) == whole
    check(case)


def test_mentions_give_way_to_what_was_decided_on_their_words(case: Case) -> None:
    (army,) = case.mentions(1)
    case.apply(acts.resize(army, Span(61, 70), TEXT))
    helmet = mention(2, article_id=0, span=Span(14, 15), text="🪖", label=Label.EQUIPMENT)
    read_again(case, replace(findings(), mentions=(mention(1, article_id=0), helmet)))
    assert [row.text for row in case.mentions(1)] == ["🪖", "die Armee"]
    check(case)


def test_a_copy_tells_of_the_incidents_of_its_original(case: Case) -> None:
    text = f"Kurz gemeldet. {TEXT}"
    copy = replace(article(case.reserve(1), text), copy_of=case.articles()[0].id)
    case.apply(acts.import_article(copy, document(text)))
    again = case.printed_again(copy)
    assert again == case.claims(1)
    size = recording.size_of(findings())
    change = recording.record_findings(copy, findings(), case.reserve(size), printed_again=again, automatic=True)
    case.apply(change)
    assert not change.touches("incident")
    assert {claim.incident_id for claim in case.claims()} == {case.incidents()[0].id}
    assert len(case.claims(copy.id)) == len(case.claims(1)) == 2
    assert case.consistent()


def test_what_only_the_copy_tells_has_an_incident_of_its_own(case: Case) -> None:
    copy = article(case.reserve(1))
    found = findings()
    other = replace(found.claims[0], id=3, incident_id=2, quantity=exact(70), number_text="70", relations=())
    more = replace(found, claims=(*found.claims, other), incidents=(*found.incidents, Incident(2, "elsewhere")))
    change = recording.record_findings(copy, more, case.reserve(9), printed_again=case.claims(1))
    (fresh,) = [edit.after for edit in change.edits if isinstance(edit.after, Incident)]
    assert fresh.title == "elsewhere"
    homes = [edit.after.incident_id for edit in change.edits if isinstance(edit.after, Claim)]
    assert homes == [case.incidents()[0].id] * 2 + [fresh.id]
