from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill
from ui.session import Focus, Session
from ui.slices import Slices
from workbench import acts, acts_incidents
from workbench.changes import Change
from workbench.conflicts import Conflict
from workbench.errors import CaseNotWritable, WorkbenchError
from workbench.model.actor import Side
from workbench.model.article import ReviewState
from workbench.model.mention import Status
from workbench.model.method import Method


def test_a_change_is_on_disk_before_anyone_hears_of_it(session: Session) -> None:
    fill(session)
    target = session.claims()[0]
    heard: list[tuple[str, Status]] = []
    session.changed.connect(lambda change: heard.append((change.asker, session.claim(target.id).status)))
    session.saved.connect(lambda at: heard.append((at[:2], session.claim(target.id).status)))
    assert session.apply(acts.accept(target), "reader")
    assert heard == [("reader", Status.ACCEPTED), ("20", Status.ACCEPTED)]


def test_a_refused_change_is_a_sentence_and_nothing_else(session: Session, qtbot: QtBot) -> None:
    fill(session)
    target = session.claims()[0]
    session.apply(acts.accept(target))
    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.problem) as told:
        assert not session.apply(acts.reject(target))
    assert told.args is not None
    assert "changed meanwhile" in told.args[0]
    assert session.claim(target.id).status is Status.ACCEPTED


def test_what_could_not_be_written_is_tried_again_when_asked(session: Session, qtbot: QtBot) -> None:
    fill(session)
    target, path = session.claims()[0], session.path
    assert path is not None
    path.rename(path.with_name("away.case"))
    with qtbot.assertNotEmitted(session.problem), qtbot.waitSignal(session.unsaved) as told:
        assert not session.apply(acts.accept(target))
    assert told.args is not None
    assert "put it back" in told.args[0]
    with qtbot.waitSignal(session.unsaved):
        assert not session.retry()
    path.with_name("away.case").rename(path)
    with qtbot.waitSignal(session.changed):
        assert session.retry()
    assert session.claim(target.id).status is Status.ACCEPTED
    with qtbot.assertNotEmitted(session.changed):
        assert session.retry()


def test_a_case_that_another_has_is_shown_and_says_who(session: Session, qtbot: QtBot) -> None:
    fill(session)
    path = session.path
    assert path is not None
    second = Session(session.registers, session.conventions, "Ben")
    with qtbot.waitSignal(second.problem) as told:
        assert second.open(path)
    assert told.args is not None
    assert told.args[0] == second.refusal
    assert "Ana" in second.refusal
    with qtbot.assertNotEmitted(second.unsaved), qtbot.waitSignal(second.problem):
        assert not second.apply(acts.accept(second.claims()[0]))
    second.close_case()
    assert session.open(path)
    assert not session.refusal


def test_an_act_without_edits_is_no_line_of_the_log(session: Session, qtbot: QtBot) -> None:
    fill(session)
    lines = len(session.log())
    with qtbot.assertNotEmitted(session.changed):
        assert session.apply(Change("accept", ()))
    assert len(session.log()) == lines


def test_undo_and_redo_tell_what_changed(session: Session, qtbot: QtBot) -> None:
    fill(session)
    target = session.claims()[0]
    session.apply(acts.reject(target))
    assert session.undo_about() == ("reject", "Drei Soldaten")
    with qtbot.waitSignal(session.changed) as undone:
        assert session.undo()
    assert undone.args is not None
    assert target in [edit.after for edit in undone.args[0].edits]
    with qtbot.waitSignal(session.changed):
        assert session.redo()
    assert session.claim(target.id).status is Status.REJECTED


def test_figures_are_reckoned_anew_only_when_a_change_bears_on_them(session: Session) -> None:
    article_id = fill(session)
    first = session.reckoning()
    (mention,) = session.mentions(article_id)
    session.apply(acts.accept(mention))
    assert session.reckoning() is first
    session.apply(acts.reject(session.claims()[0]))
    assert session.reckoning() is not first


def test_another_case_takes_the_place_of_the_first(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    fill(session)
    with qtbot.waitSignal(session.opened):
        assert session.create(tmp_path / "b.case")
    assert session.articles() == []
    assert session.path == tmp_path / "b.case"
    assert session.open(tmp_path / "a.case")
    assert len(session.articles()) == 1


def test_a_case_that_cannot_be_opened_leaves_the_open_one(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "c.case").write_text("no case")
    with qtbot.waitSignal(session.problem):
        assert not session.open(tmp_path / "c.case")
    assert session.path == tmp_path / "a.case"


def test_without_a_case_lists_are_empty_and_rows_a_sentence(session: Session) -> None:
    session.close_case()
    assert not session.is_open
    assert session.path is None
    assert session.undo_about() is None
    for empty in (session.articles(), session.claims(), session.incidents(), session.log(), session.holding("x")):
        assert empty == []
    with pytest.raises(WorkbenchError, match="No case is open"):
        session.claim(1)


def test_everyone_hears_what_is_looked_at(session: Session, qtbot: QtBot) -> None:
    focus = Focus(fill(session), "claim", session.claims()[0].id)
    with qtbot.waitSignal(session.focused) as heard:
        session.focus(focus)
    assert heard.args == [focus]
    assert session.focus_now == focus


def test_the_first_correction_begins_the_review_and_undo_takes_both_back(session: Session) -> None:
    article_id = fill(session)
    assert session.article(article_id).state is ReviewState.NEW
    session.apply(acts.accept(session.claims()[0]))
    assert session.article(article_id).state is ReviewState.IN_REVIEW
    session.undo()
    assert session.article(article_id).state is ReviewState.NEW
    assert session.claims()[0].status is Status.PROPOSED


def test_articles_are_read_with_the_cases_own_rows_before_the_programs(session: Session) -> None:
    army = session.registers.actors["sy_gov_forces"]
    war = Conflict("war", "A war", "Ein Krieg", ("SY",), date(2024, 1, 1), None, {army.id: "opposition"})
    session.conflicts = {"war": war}
    assert session.known().actors[army.id].side == "government"
    assert session.conflict() is None
    assert session.apply(acts.set_method(session.method(), Method(conflict="war")))
    assert (session.shipped().actors[army.id].side, session.known().actors[army.id].side) == ("opposition",) * 2
    assert session.apply(acts.add_values("add", [replace(army, side=None, aliases=("die Mannen",))]))
    assert session.known().actors[army.id] == session.case_registers().actors[army.id]
    assert session.shipped().actors[army.id].side == "opposition"


def test_several_changes_are_one_transaction_and_told_of_when_they_are_on_disk(session: Session, qtbot: QtBot) -> None:
    def add(name: str) -> Change:
        return acts.add_values("copy_registers", [Side(name, name, "#000000", 1)])

    told: list[set[int | str]] = []
    session.changed.connect(lambda change: told.append({edit.value.id for edit in change.edits}))
    with session.together():
        assert not session.attempt(add("one"))
        assert not session.attempt(add("two"))
        assert not told
    assert told == [{"one"}, {"two"}]

    def fail() -> None:
        with session.together():
            session.attempt(add("three"))
            raise CaseNotWritable("There is no room.")

    with pytest.raises(CaseNotWritable):
        fail()
    assert told[2:] == []
    assert session.case_registers().sides.keys() == {"one", "two"}
    assert session.apply(add("four"))
    assert told[2:] == [{"four"}]


def test_what_is_told_as_a_whole_waits_for_the_incidents_inside_it(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(session)
    incident = session.incidents()[0]
    assert session.apply(acts_incidents.tell_as_whole(incident, whole=True))
    for claim in session.claims_of(incident.id):
        assert session.apply(acts.accept(claim))
    looking = session.findChild(Slices)
    assert looking is not None
    looking.at_once, looking.each, looking.least = 0, 0, 1
    monkeypatch.setattr(session, "claims", lambda *_: pytest.fail("read the whole case"))
    with qtbot.waitSignal(session.looking.done):
        alone = session.reckoning_of(incident.id)
        assert alone.figures, "until then it stands for itself"
        assert session.reckoning_of(incident.id) == alone
    with qtbot.assertNotEmitted(session.looking.done):
        assert session.reckoning_of(incident.id).figures == alone.figures, "there is nothing inside it"
