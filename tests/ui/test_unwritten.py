"""What could not be written waits in its order, and none of it is lost, done twice or done to another state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from tests.workbench.casefile.failing import FullDrive
from tests.workbench.values import claim, exact, incident, mention
from ui.session import Session
from ui.unwritten import Act, Unwritten
from workbench import acts
from workbench.case import as_it_stood, verify
from workbench.changes import Change, Edit, adding
from workbench.model.actor import Actor
from workbench.model.article import ReviewState
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status
from workbench.model.reason import Reason
from workbench.model.span import Span
from workbench.registers import Registers


@pytest.fixture
def session(drive: FullDrive, tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    """Hold a session on a case of one article with two claims and a mention."""
    session = session_on(tmp_path / "a.case", resources)
    fill(session)
    yield session
    drive.full = False
    session.close_case()
    assert verify(tmp_path / "a.case").faults == ()


def rows(session: Session) -> tuple[Claim, Claim, Mention]:
    one, other, *_ = session.claims()
    return one, other, session.mentions(one.article_id)[0]


def refused(qtbot: QtBot, session: Session, change: Change) -> str:
    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.unsaved) as told:
        assert not session.apply(change)
    assert told.args is not None
    return str(told.args[0])


def acts_of(session: Session) -> list[str]:
    return [line.act for line in reversed(session.log())]


def test_all_that_was_refused_is_written_in_its_order_when_asked(
    session: Session, drive: FullDrive, qtbot: QtBot
) -> None:
    one, other, named = rows(session)
    before, drive.full = acts_of(session), True
    told = refused(qtbot, session, acts.reject(named))
    assert "there is no room" in told
    assert told.endswith(f"Not written yet: reject «{named.text}».")
    refused(qtbot, session, acts.edit_quantity(other, exact(7)))
    told = refused(qtbot, session, acts.accept(one))
    assert told.index("reject") < told.index("number of") < told.index("accept")
    with qtbot.waitSignal(session.unsaved):
        assert not session.retry()
    assert acts_of(session) == before
    drive.full = False
    with qtbot.assertNotEmitted(session.unsaved), qtbot.assertNotEmitted(session.problem):
        assert session.retry()
    assert acts_of(session) == [*before, "reject", "edit_number", "accept"]
    assert session.unwritten == ""
    with qtbot.assertNotEmitted(session.changed):
        assert session.retry()


def test_the_next_act_is_written_behind_what_waits(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, named = rows(session)
    before, drive.full = acts_of(session), True
    for change in (acts.reject(named), acts.accept(one)):
        refused(qtbot, session, change)
    drive.full = False
    assert session.apply(acts.accept(other))
    assert acts_of(session) == [*before, "reject", "accept", "accept"]
    assert [claim.status for claim in session.claims()[:2]] == [Status.ACCEPTED, Status.ACCEPTED]


def test_the_first_that_still_fails_stops_the_others(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, named = rows(session)
    before, drive.full = acts_of(session), True
    for change in (acts.reject(named), acts.accept(one), acts.accept(other)):
        refused(qtbot, session, change)
    drive.full = False
    session.changed.connect(lambda _: setattr(drive, "full", True))
    with qtbot.waitSignal(session.unsaved) as told:
        assert not session.retry()
    assert told.args is not None
    assert told.args[0].endswith(f"accept «{acts.words_of(one)}», accept «{acts.words_of(other)}».")
    assert acts_of(session) == [*before, "reject"]
    drive.full = False
    session.changed.disconnect()
    assert session.retry()
    assert acts_of(session) == [*before, "reject", "accept", "accept"]


def test_a_key_pressed_again_is_one_act(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, _, named = rows(session)
    before, drive.full = acts_of(session), True
    fresh = replace(named, id=session.reserve(), span=Span(0, 5), text="Heute")
    for _ in range(3):
        refused(qtbot, session, acts.accept(one))
        refused(qtbot, session, Change("add_mention", adding([replace(fresh, id=session.reserve())]), "Heute"))
    assert session.unwritten == f"accept «{acts.words_of(one)}», new mention «Heute»"
    drive.full = False
    assert session.apply(acts.accept(one)), "it is done when its key is pressed once more"
    assert acts_of(session) == [*before, "accept", "add_mention"]


def test_what_was_made_for_a_row_that_waits_to_be_changed_is_not_kept(
    session: Session, drive: FullDrive, qtbot: QtBot
) -> None:
    one, other, _ = rows(session)
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    told = refused(qtbot, session, acts.edit_quantity(one, exact(9)))
    assert "Not kept: number of" in told
    new = session.article(one.article_id)
    assert new.state is ReviewState.NEW
    assert "Not kept: state of" in refused(qtbot, session, acts.set_state(new, ReviewState.REVIEWED))
    refused(qtbot, session, acts.accept(other))
    drive.full = False
    assert session.retry()
    assert session.claim(one.id).quantity == one.quantity
    assert session.article(one.article_id).state is ReviewState.IN_REVIEW


def test_what_no_longer_fits_is_told_and_the_rest_is_written(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, _ = rows(session)
    drive.full = True
    for change in (acts.accept(one), acts.accept(other)):
        refused(qtbot, session, change)
    drive.full = False
    assert not session.attempt(acts.reject(one)), "as an article read meanwhile may change it"
    with qtbot.waitSignal(session.problem) as told:
        assert not session.retry()
    assert told.args is not None
    assert told.args[0].startswith("Not done: accept")
    assert "changed meanwhile" in told.args[0]
    assert [session.claim(each.id).status for each in (one, other)] == [Status.REJECTED, Status.ACCEPTED]
    assert not session.unwritten


def test_undo_gives_up_what_was_never_written(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, _ = rows(session)
    session.apply(acts.accept(other))
    before, drive.full = acts_of(session), True
    refused(qtbot, session, acts.reject(one))
    assert session.gives_up
    assert session.undo_about() == ("reject", acts.words_of(one))
    with qtbot.waitSignals([session.problem, session.kept]):
        session.undo()
    assert session.undo_about() == ("accept", acts.words_of(other))
    drive.full = False
    assert session.retry()
    assert acts_of(session) == before


def test_an_undo_waits_alone_and_only_for_the_journal_it_was_meant_for(
    session: Session, drive: FullDrive, qtbot: QtBot
) -> None:
    one, other, named = rows(session)
    session.apply(acts.accept(one))
    drive.full = True
    for _ in range(2):
        with qtbot.waitSignal(session.unsaved) as told:
            assert not session.undo()
    assert told.args is not None
    assert told.args[0].endswith(f"Not written yet: undo accept «{acts.words_of(one)}».")
    assert "Not kept: accept" in refused(qtbot, session, acts.accept(other))
    drive.full = False
    assert session.retry()
    assert session.claim(one.id).status is Status.PROPOSED
    drive.full = True
    with qtbot.waitSignal(session.unsaved):
        assert not session.redo()
    drive.full = False
    assert not session.attempt(acts.reject(named))
    with qtbot.waitSignal(session.problem):
        assert not session.retry()
    assert session.claim(one.id).status is Status.PROPOSED


def test_what_an_act_needs_comes_with_it_or_not_at_all(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, _ = rows(session)
    actor = Actor("x", "X", "rebel")

    def needs() -> Change:
        return acts.copy_registers(Registers({"x": actor}, {}, {}), session.case_registers())

    drive.full = True
    for row in (one, other):
        assert not session.apply(Change("edit_actor", (Edit(row, replace(row, actor="x")),), "X"), needs=needs)
    drive.full = False
    assert session.retry()
    assert [claim.actor for claim in session.claims()[:2]] == ["x", "x"]
    assert acts_of(session)[-3:] == ["copy_registers", "edit_actor", "edit_actor"]


def test_a_reason_goes_with_the_act_it_was_given_for(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, _ = rows(session)
    reason = next(iter(Reason))
    session.give_reason(reason, "so")
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    assert session.why == (None, "")
    refused(qtbot, session, acts.accept(other))
    drive.full = False
    assert session.retry()
    assert [(line.reason, line.note) for line in session.log(limit=2)] == [("", ""), (reason, "so")]


def test_what_was_written_after_all_is_not_called_lost(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one = rows(session)[0]
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    drive.full = False
    assert not session.attempt(acts.accept(one))
    lines = acts_of(session)
    with qtbot.assertNotEmitted(session.problem), qtbot.waitSignal(session.changed):
        assert session.retry()
    assert acts_of(session) == lines


def test_articles_that_come_meanwhile_leave_what_waits_as_it_is(
    session: Session, drive: FullDrive, qtbot: QtBot
) -> None:
    one, _, named = rows(session)
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    assert "no room" in session.attempt(acts.reject(named))
    assert session.unwritten == f"accept «{acts.words_of(one)}»"


def test_a_change_that_no_case_holds_does_not_wait(session: Session, qtbot: QtBot) -> None:
    one, *_ = rows(session)
    with qtbot.assertNotEmitted(session.unsaved), qtbot.waitSignal(session.problem):
        assert not session.apply(acts.edit_note(one, "\ud800"))
    assert not session.unwritten


def test_giving_up_is_told(session: Session, drive: FullDrive, qtbot: QtBot) -> None:
    one, other, _ = rows(session)
    drive.full = True
    for change in (acts.accept(one), acts.accept(other)):
        refused(qtbot, session, change)
    with qtbot.waitSignal(session.problem) as told:
        session.give_up()
    assert told.args is not None
    assert told.args[0].count("accept") == 2
    drive.full = False
    with qtbot.assertNotEmitted(session.changed):
        assert session.retry()


def test_a_case_that_is_closed_is_written_at_last_or_says_what_is_lost(
    session: Session, drive: FullDrive, qtbot: QtBot
) -> None:
    one, other, _ = rows(session)
    path = session.path
    assert path is not None
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    drive.full = False
    with qtbot.assertNotEmitted(session.problem):
        session.close_case()
    assert session.open(path)
    assert session.claim(one.id).status is Status.ACCEPTED
    drive.full = True
    refused(qtbot, session, acts.accept(other))
    with qtbot.waitSignal(session.problem) as told:
        session.close_case()
    assert told.args is not None
    assert told.args[0] == f"Given up, and not in a.case: accept «{acts.words_of(other)}»."


def test_what_waits_is_there_when_the_analyst_comes_back_from_the_past(
    session: Session, drive: FullDrive, qtbot: QtBot, tmp_path: Path
) -> None:
    one = rows(session)[0]
    drive.full = True
    refused(qtbot, session, acts.accept(one))
    drive.full = False
    path = session.path
    assert path is not None
    as_it_stood(path, session.log(limit=1)[0].number, tmp_path / "then.case")
    session.look_back(tmp_path / "then.case", "So it stood.")
    assert not session.unwritten
    with qtbot.waitSignal(session.problem) as told:
        assert not session.apply(acts.accept(one))
    assert told.args == ["So it stood."]
    with qtbot.waitSignal(session.unsaved):
        session.come_back()
    assert session.retry()
    assert session.claim(one.id).status is Status.ACCEPTED


def kept(change: Change) -> Act:
    return Act((change.act, change.about), lambda: [change], change)


def test_many_acts_are_counted() -> None:
    unwritten = Unwritten()
    for number in range(9):
        assert not unwritten.keep(kept(acts.accept(claim(number))))
    assert unwritten.words.count("accept") == 6
    assert unwritten.words.endswith("and 3 more")
    assert len(unwritten) == 9


def test_the_same_split_with_fresh_numbers_is_the_same_act() -> None:
    unwritten = Unwritten()
    for number in (50, 60):
        moved = Change("x", (*adding([incident(number), claim(number + 1, incident_id=number)]),), "about")
        assert unwritten.holds(kept(moved)) == (number == 60)
        unwritten.put_back(kept(moved))
    other = Change("x", adding([mention(70)]), "about")
    assert not unwritten.holds(kept(other))
