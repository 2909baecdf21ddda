from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.values import TEXT, article, claim, document, exact, findings, incident, mention
from workbench import acts, recording
from workbench.changes import Change, Edit
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import ReviewState
from workbench.model.claim import Category, Claim, Effect, Relation, RelationType
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.span import Span
from workbench.registers import Registers


def after(change: Change) -> object:
    (edit,) = change.edits
    return edit.after


def test_accepting_and_rejecting_set_the_status_alone() -> None:
    assert after(acts.accept(claim())) == claim(status=Status.ACCEPTED)
    assert after(acts.reject(mention())) == mention(status=Status.REJECTED)


def test_what_changes_nothing_is_no_edit() -> None:
    assert acts.accept(claim(status=Status.ACCEPTED)).edits == ()
    assert acts.edit_effect(claim(), Effect.KILLED).edits == ()


def test_another_label_loses_the_link_and_the_same_one_keeps_it() -> None:
    linked = mention(actor="sy_gov_forces")
    assert after(acts.relabel(linked, Label.ORG)) == replace(linked, label=Label.ORG, actor=None, status=Status.EDITED)
    assert after(acts.relabel(linked, Label.STATE_FORCE)) == replace(linked, status=Status.EDITED)


def test_resizing_takes_the_words_along() -> None:
    moved = after(acts.resize(mention(), Span(61, 70), TEXT))
    assert moved == mention(span=Span(61, 70), text="die Armee", status=Status.EDITED)


def test_an_added_mention_is_the_analysts() -> None:
    added = after(acts.add_mention(9, 1, Span(14, 15), TEXT, Label.EQUIPMENT))
    assert added == Mention(9, 1, Span(14, 15), "🪖", Label.EQUIPMENT, status=Status.ACCEPTED, made_by=Maker.ANALYST)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (acts.edit_quantity(claim(), exact(4)), {"quantity": exact(4)}),
        (acts.edit_effect(claim(), Effect.WOUNDED), {"effect": Effect.WOUNDED}),
        (acts.edit_side(claim(), "government"), {"side": "government"}),
        (acts.edit_origin(claim(), "sohr"), {"origin": "sohr"}),
        (acts.edit_category(claim(), Category.CHILD), {"category": Category.CHILD}),
        (acts.edit_note(claim(), "doubtful"), {"note": "doubtful"}),
        (acts.move_claim(claim(), 8), {"incident_id": 8}),
    ],
)
def test_an_edited_claim_says_so(change: Change, expected: dict[str, object]) -> None:
    assert after(change) == replace(claim(status=Status.EDITED), **expected)  # type: ignore[arg-type]  # by name


def test_naming_the_actor_lets_the_side_follow_from_it() -> None:
    assert after(acts.edit_actor(claim(side="civilian"), "sy_hts")) == claim(actor="sy_hts", status=Status.EDITED)
    assert after(acts.edit_actor(claim(side="civilian", actor="x"), None)) == claim(
        side="civilian", status=Status.EDITED
    )


@pytest.mark.parametrize("part", acts.PARTS)
def test_a_part_and_its_words_move_together(part: str) -> None:
    moved = after(acts.edit_part(claim(), part, Span(32, 40), TEXT))
    assert isinstance(moved, Claim)
    span_field, text_field = acts.PARTS[part]
    assert getattr(moved, span_field) == Span(32, 40)
    assert not text_field or getattr(moved, text_field) == "darunter"


def test_relations_of_several_claims_are_one_act() -> None:
    relation = Relation(RelationType.SUBSET_OF, 2)
    change = acts.edit_relations("relate", [(claim(), (relation,)), (claim(2), ())])
    assert (change.act, change.about) == ("relate", "Drei Soldaten")
    (edit,) = change.edits
    assert edit == Edit(claim(), replace(claim(), relations=(relation,), status=Status.EDITED))
    assert acts.edit_relations("relate", []).edits == ()


def test_a_claim_that_goes_takes_the_relations_to_it_along() -> None:
    part = claim(2, 1, relations=(Relation(RelationType.SUBSET_OF, 1), Relation(RelationType.RIVAL_OF, 3)))
    change = acts.delete(claim(1), [claim(1), part])
    assert change.edits == (
        Edit(part, replace(part, relations=(Relation(RelationType.RIVAL_OF, 3),))),
        Edit(claim(1), None),
    )


def test_merging_moves_the_claims_before_the_incident_goes() -> None:
    kept, gone = incident(1), incident(2)
    moving = claim(5, incident_id=2)
    change = acts.merge_incidents(kept, gone, [moving])
    assert change.edits == (Edit(moving, replace(moving, incident_id=1)), Edit(gone, None))


def test_an_article_comes_with_its_document_and_goes_with_what_was_found() -> None:
    assert acts.import_article(article(), document()).documents == (document(),)
    removal = acts.remove_article(article(), [claim(), incident()])
    assert [edit.before for edit in removal.edits] == [claim(), incident(), article()]


def test_details_and_state_of_an_article() -> None:
    changed = after(acts.edit_details(article(), title="Neu", outlet="", published=None))
    assert changed == replace(article(), title="Neu", outlet="", published=None)
    assert after(acts.set_state(article(), ReviewState.REVIEWED)) == replace(article(), state=ReviewState.REVIEWED)
    assert article().published == date(2024, 11, 28)


def test_a_case_copies_only_what_it_lacks() -> None:
    side, actor, source = Side("government", "Government", "#0072B2"), Actor("a", "A", "rebel"), Source("s", "S", "ngo")
    used = Registers({"a": actor}, {"s": source}, {"government": side})
    assert acts.copy_registers(used, used).edits == ()
    lacking = acts.copy_registers(used, Registers({}, {"s": source}, {}))
    assert [edit.after for edit in lacking.edits] == [side, actor]
    assert lacking.automatic


def test_the_first_decision_begins_the_review_in_the_same_step() -> None:
    begun = acts.with_review_begun(acts.accept(claim()), article())
    assert begun.edits[1] == Edit(article(), replace(article(), state=ReviewState.IN_REVIEW))
    reviewed = replace(article(), state=ReviewState.REVIEWED)
    for change, taken in (
        (acts.accept(claim()), reviewed),
        (acts.accept(claim()), article(9)),
        (recording.record_findings(article(), findings(), 10), article()),
        (acts.add_values("copy_registers", [claim()], automatic=True), article()),
        (acts.merge_incidents(incident(1), incident(2), [claim(incident_id=2)]), article()),
    ):
        assert acts.with_review_begun(change, taken) == change
