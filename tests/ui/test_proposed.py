"""What may be one event is followed change by change, and is what the whole case would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from tests.workbench.values import TEXT, article, document, exact, findings
from ui.session import Session
from workbench import acts, acts_incidents, recording
from workbench.changes import Change, Edit
from workbench.reckoning.undecided import undecided


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    """Hold a case with two articles on one event."""
    session = session_on(tmp_path / "a.case", resources)
    fill(session)
    add(session, f"{TEXT} Wieder.")
    yield session
    session.close_case()


def add(session: Session, text: str) -> None:
    again = article(session.reserve(), text)
    first = session.reserve(recording.size_of(findings()))
    assert session.apply(acts.import_article(again, document(text)))
    assert session.apply(recording.record_findings(again, findings(), first, automatic=True))


def in_step(session: Session) -> bool:
    return session.undecided() == undecided(session)


def test_two_articles_on_one_event_are_undecided(session: Session) -> None:
    one, other = (incident.id for incident in session.incidents())
    assert session.undecided() == ((one, other),)
    assert in_step(session)


def test_every_act_is_followed_and_taken_back(session: Session) -> None:
    session.undecided()
    add(session, f"{TEXT} Noch einmal.")
    assert len(session.undecided()) == 3
    assert in_step(session)
    one, other, third = session.incidents()
    first, later, _ = session.articles()
    for change in (
        acts_incidents.decline(session.reserve(), one, other),
        acts.merge_incidents(one, third, session.claims_of(third.id)),
        acts_incidents.tell_as_whole(one, whole=True),
        acts.edit_quantity(session.claims()[0], exact(9)),
        Change("mark_copy", (Edit(later, replace(later, copy_of=first.id)),)),
    ):
        assert session.apply(change)
        assert in_step(session)
    while session.undo():
        assert in_step(session)
        if session.undo_about() is None:
            break


def test_what_was_declined_is_decided(session: Session) -> None:
    one, other = session.incidents()
    assert session.apply(acts_incidents.decline(session.reserve(), one, other))
    assert session.undecided() == ()
    assert session.undo()
    assert session.undecided() == ((one.id, other.id),)


def test_without_a_case_nothing_is_undecided(session: Session) -> None:
    session.close_case()
    assert session.undecided() == ()
