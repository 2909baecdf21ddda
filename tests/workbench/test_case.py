"""The one door, held against a fold of what came through it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.workbench.values import article, claim, document, exact, findings, mention
from workbench import acts, recording
from workbench.case import Case
from workbench.changes import Change, Edit, adding, kind_of
from workbench.errors import StaleChange
from workbench.model.actor import Actor, Side
from workbench.model.article import Article, ReviewState
from workbench.model.circumstance import Where
from workbench.model.claim import Claim
from workbench.model.mention import Label, Mention, Status
from workbench.model.method import Method
from workbench.model.span import Span


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = Case.create(tmp_path / "a.case", "Ana", clock=lambda: "2026-01-01T00:00:00.000Z")
    yield case
    case.close()


def fill(case: Case) -> Article:
    taken = article(case.reserve(1))
    case.apply(acts.import_article(taken, document()))
    first = case.reserve(recording.size_of(findings()))
    case.apply(recording.record_findings(taken, findings(), first, automatic=True))
    return taken


def test_undo_passes_over_what_no_analyst_did(case: Case) -> None:
    taken = fill(case)
    case.apply(acts.accept(case.claims()[0]))
    assert case.undo_about() == ("accept", "Drei Soldaten")
    case.undo()
    assert case.claims()[0].status is Status.PROPOSED
    assert case.undo_about() == ("import", taken.title)


def test_undoing_an_import_takes_its_findings_along_and_redo_brings_them_back(case: Case) -> None:
    taken = fill(case)
    before = case.rows_of(taken.id)
    case.undo()
    assert not [*case.articles(), *case.claims(), *case.incidents()]
    case.redo()
    assert case.rows_of(taken.id) == before
    assert case.consistent()


def test_undo_works_after_reopening_and_for_another_analyst(case: Case) -> None:
    fill(case)
    case.apply(acts.reject(case.claims()[0]))
    case.close()
    again = Case.open(case.path, "Ben")
    assert again.undo_about() == ("reject", "Drei Soldaten")
    again.undo()
    assert again.claims()[0].status is Status.PROPOSED
    assert again.redo_about() == ("reject", "Drei Soldaten")
    assert [(line.analyst, line.act, line.step.value) for line in again.log(limit=2)] == [
        ("Ben", "reject", "undo"),
        ("Ana", "reject", "do"),
    ]
    again.close()


def test_a_new_act_ends_what_could_be_redone(case: Case) -> None:
    fill(case)
    case.apply(acts.reject(case.claims()[0]))
    case.undo()
    case.apply(acts.accept(case.claims()[1]))
    assert case.redo() is None
    assert case.redo_about() is None


def test_nothing_to_undo_is_nothing(case: Case) -> None:
    assert case.undo() is None
    assert case.undo_about() is None


def test_what_has_gone_is_said(case: Case) -> None:
    for read in (case.article, case.claim, case.mention, case.text):
        with pytest.raises(StaleChange, match="no longer"):
            read(404)
    with pytest.raises(StaleChange, match="no such document"):
        case.document("0" * 64)


def test_reserved_ids_are_fresh(case: Case) -> None:
    fill(case)
    first, second = case.reserve(3), case.reserve(1)
    assert second == first + 3
    assert first > max(row.id for row in case.rows_of(1))


def test_reading_again_is_one_step_that_can_be_undone(case: Case) -> None:
    taken = fill(case)
    before = case.rows_of(taken.id)
    better = replace(findings(), claims=findings().claims[:1])
    case.apply(recording.record_findings(taken, better, case.reserve(3), existing=before))
    assert len(case.claims()) == 1
    case.undo()
    assert case.rows_of(taken.id) == before


def test_the_method_is_there_before_it_is_set(case: Case) -> None:
    assert case.method() == Method()
    case.apply(acts.set_method(case.method(), Method(convention="acled")))
    assert case.method().convention == "acled"
    case.undo()
    assert case.method() == Method()


class Listening(sqlite3.Connection):
    """Keeps the statements it is given."""

    heard: ClassVar[list[str]] = []

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        Listening.heard.append(sql)
        return super().execute(sql, parameters)


def test_validation_reads_only_the_rows_a_change_touches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Listening))
    case = Case.create(tmp_path / "a.case")
    fill(case)
    change = acts.accept(case.claims()[0])
    Listening.heard.clear()
    case.apply(change)
    case.close()
    reads = [sql for sql in Listening.heard if sql.startswith("SELECT") and " claim" in sql]
    assert reads
    assert all("WHERE id = ?" in sql for sql in reads)


class CaseMachine(RuleBasedStateMachine):
    """Acts in any order: the tables, the folded journal and a fold of what `apply` returned stay the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "m.case"
        self.case = Case.create(self.path, "Ana")
        self.memory: dict[tuple[str, str], object] = {("method", "case"): Method()}
        self.texts = 0

    def _take(self, change: Change | None) -> None:
        for edit in change.edits if change else ():
            key = (kind_of(edit.value), str(edit.value.id))
            self.memory.pop(key, None)
            if edit.after is not None:
                self.memory[key] = edit.after

    def _apply(self, change: Change) -> None:
        if change.edits:
            self._take(self.case.apply(change))

    def _claims(self) -> list[Claim]:
        return self.case.claims()

    def _mentions(self) -> list[Mention]:
        return [m for a in self.case.articles() for m in self.case.mentions(a.id)]

    @rule(automatic=st.booleans())
    def import_and_extract(self, automatic: bool) -> None:
        self.texts += 1
        text = f"Artikel {self.texts}: drei Soldaten wurden getötet, darunter ein Offizier, sagte die Armee."
        taken = article(self.case.reserve(1), text)
        self._apply(acts.import_article(taken, document(text)))
        first = self.case.reserve(recording.size_of(findings()))
        self._apply(recording.record_findings(taken, findings(), first, automatic=automatic))

    @precondition(lambda self: self.case.claims())
    @rule(data=st.data(), number=st.integers(0, 50))
    def edit_claim(self, data: st.DataObject, number: int) -> None:
        chosen = data.draw(st.sampled_from(self._claims()))
        act = data.draw(
            st.sampled_from(
                [
                    acts.accept(chosen),
                    acts.reject(chosen),
                    acts.edit_quantity(chosen, exact(number)),
                    acts.edit_side(chosen, "government"),
                    acts.delete(chosen, self.case.claims(chosen.article_id)),
                ]
            )
        )
        self._apply(act)

    @precondition(lambda self: self._mentions())
    @rule(data=st.data())
    def edit_mention(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self._mentions()))
        text = self.case.text(chosen.article_id)
        act = data.draw(
            st.sampled_from(
                [
                    acts.relabel(chosen, Label.ORG),
                    acts.resize(chosen, Span(chosen.span.start - 1, chosen.span.end), text),
                    acts.delete(chosen),
                    acts.link(chosen, "a"),
                ]
            )
        )
        self._apply(act)

    @precondition(lambda self: self.case.articles())
    @rule(data=st.data(), state=st.sampled_from(ReviewState))
    def edit_article(self, data: st.DataObject, state: ReviewState) -> None:
        chosen = data.draw(st.sampled_from(self.case.articles()))
        self._apply(acts.set_state(chosen, state))

    @precondition(lambda self: self.case.articles())
    @rule(data=st.data())
    def remove_article(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self.case.articles()))
        self._apply(acts.remove_article(chosen, self.case.rows_of(chosen.id)))

    @precondition(lambda self: len(self.case.incidents()) > 1)
    @rule()
    def merge(self) -> None:
        kept, gone = self.case.incidents()[:2]
        self._apply(acts.merge_incidents(kept, gone, self.case.claims_of(gone.id)))

    @rule(name=st.text(max_size=5))
    def edit_actor(self, name: str) -> None:
        known = self.case.actors().get("a")
        fresh = Actor("a", name, "rebel")
        self._apply(Change("edit_actor", (Edit(known, fresh),)) if known != fresh else Change("x", ()))

    @rule()
    def undo(self) -> None:
        self._take(self.case.undo())

    @rule()
    def redo(self) -> None:
        self._take(self.case.redo())

    @rule()
    def reopen(self) -> None:
        self.case.close()
        self.case = Case.open(self.path, "Ben")

    @rule()
    def stale(self) -> None:
        with pytest.raises(StaleChange):
            self.case.apply(acts.accept(claim(10**6)))

    @invariant()
    def tables_and_journal_and_memory_agree(self) -> None:
        assert self.case.consistent()
        assert self.case.rows() == self.memory

    def teardown(self) -> None:
        self.case.close()
        self.folder.cleanup()


TestCaseMachine = CaseMachine.TestCase
TestCaseMachine.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


def test_a_mention_keeps_its_words(case: Case) -> None:
    fill(case)
    (found,) = case.mentions(1)
    assert found == replace(mention(found.id), article_id=1)
    assert case.text(1)[found.span.start : found.span.end] == found.text


def test_a_case_knows_whose_side_an_analyst_chose_and_what_its_articles_name(case: Case) -> None:
    army, rebels = Actor("army", "Army", "state_force"), Actor("rebels", "Rebels", "rebel")
    case.apply(acts.import_article(article(), document()))
    case.apply(acts.add_values("copy_registers", [Side("government", "G", "#0072B2"), army, rebels], automatic=True))
    where = Where("SY-HL", "Aleppo", 4)
    rows = [
        mention(1, actor="army", where=where),
        mention(2, actor="army"),
        mention(3, actor="x", status=Status.REJECTED),
    ]
    case.apply(Change("extract", adding(rows), automatic=True))
    assert case.own_sides() == set()
    case.apply(acts.edit_side_of_actor(army, "government"))
    assert case.own_sides() == {"army"}
    case.undo()
    assert case.own_sides() == set()
    case.redo()
    assert case.own_sides() == {"army"}
    assert (case.named_actors(), case.named_places()) == ({"army": 2}, {"SY-HL": 1})
