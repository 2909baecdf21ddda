"""A case may change between any two steps of the first look at it: what is known in the end is as if read then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.fixtures import fill, session_on
from tests.workbench.values import TEXT, article, document, exact, findings
from ui import reckonings
from ui.first_look import Piece, first_look
from ui.proposed import Proposed
from ui.reckonings import Reckonings
from ui.session import Session
from workbench import acts, acts_incidents, recording
from workbench.case import Case
from workbench.casefile import queue
from workbench.changes import Change, Edit
from workbench.model.claim import Claim
from workbench.reckoning.undecided import undecided


@pytest.fixture(autouse=True)
def _a_step_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each article read in a step of its own."""
    monkeypatch.setattr(queue, "_PIECE", 1)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, resources: Path, qapp: QApplication) -> Iterator[Session]:
    """Hold a case with three articles; what a test changes it takes back."""
    session = session_on(tmp_path_factory.mktemp("case") / "a.case", resources)
    fill(session)
    for more in (" Wieder.", " Noch einmal."):
        add(session, TEXT + more)
    claim = session.claims()[0]
    session.apply(acts.add_values("add_claim", [replace(claim, id=session.reserve(), incident_id=None)]))
    yield session
    session.close_case()


def add(session: Session, text: str) -> None:
    taken = article(session.reserve(), text)
    first = session.reserve(recording.size_of(findings()))
    assert session.apply(acts.import_article(taken, document(text)))
    assert session.apply(recording.record_findings(taken, findings(), first, automatic=True))


def decided(session: Session) -> Change:
    return acts.accept(session.claims()[0])


def corrected(session: Session) -> Change:
    return acts.edit_quantity(session.claims()[-1], exact(9))


def stray(session: Session) -> Change:
    known = next(claim for claim in session.claims() if claim.incident_id is None)
    return acts.edit_quantity(known, exact(5))


def merged(session: Session) -> Change:
    kept, gone = session.incidents()[1:]
    return acts.merge_incidents(kept, gone, session.claims_of(gone.id))


def moved(session: Session) -> Change:
    return acts.move_claim(session.claims()[0], session.incidents()[-1].id)


def declined(session: Session) -> Change:
    return acts_incidents.decline(session.reserve(), *session.incidents()[:2])


def re_sided(session: Session) -> Change:
    actor = session.actors()["sy_hts"]
    return Change("edit_side_of_actor", (Edit(actor, replace(actor, side="government")),))


def copied(session: Session) -> Change:
    first, later, *_ = session.articles()
    return Change("mark_copy", (Edit(later, replace(later, copy_of=first.id)),))


def imported(session: Session) -> Change | None:
    add(session, f"{TEXT} Zuletzt.")
    return None


@pytest.mark.parametrize(
    "change", [decided, corrected, stray, merged, moved, declined, re_sided, copied, imported], ids=lambda f: f.__name__
)
def test_what_is_changed_meanwhile_is_known(
    session: Session, change: Callable[[Session], Change | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reckonings, "_PIECE", 1)
    for after in (1, 3, 5, 8, 11):
        look = Look(session)
        for number, _ in enumerate(look.steps, 1):
            if number == after and (made := change(session)) is not None:
                assert session.apply(made)
        assert look.claims == {claim.id: claim for claim in session.claims()}
        assert look.reckonings.whole() == Reckonings(session, session.conventions).whole()
        assert look.proposed.undecided() == undecided(session)
        session.changed.disconnect(look.hear)
        assert session.undo()


class Look:
    """A first look at the session's case, and what it came to know."""

    def __init__(self, session: Session) -> None:
        self.claims: dict[int, Claim] = {}
        self.reckonings = Reckonings(session, session.conventions)
        self.proposed = Proposed(session, self.reckonings)
        articles = session.queue()
        assert articles is not None
        self.steps = first_look(session, articles, self.reckonings, self.proposed, self._take)
        session.changed.connect(self.hear)

    def _take(self, piece: Piece) -> None:
        self.claims |= {claim.id: claim for claim in piece[1]}

    def hear(self, change: Change) -> None:
        self.claims |= {edit.after.id: edit.after for edit in change.edits if isinstance(edit.after, Claim)}
        self.reckonings.hear(change)
        self.proposed.hear(change)


def test_all_is_known_then(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look(session)
    done = list(look.steps)
    assert done == sorted(done)
    assert 0 < done[0] < done[-1] < 1
    monkeypatch.setattr(Case, "claims", lambda *_: pytest.fail("read the whole case"))
    monkeypatch.setattr(Case, "claims_of", lambda *_: pytest.fail("read an incident"))
    assert look.reckonings.whole().figures
    assert look.proposed.undecided()


def test_who_asks_meanwhile_is_told_all(session: Session) -> None:
    look = Look(session)
    next(look.steps)
    figures, pairs = look.reckonings.whole(), look.proposed.undecided()
    assert figures == Reckonings(session, session.conventions).whole()
    assert pairs == undecided(session)
    assert len(list(look.steps)) == 2, "what remains is the other two articles"
    assert look.reckonings.whole() is figures
    assert look.proposed.undecided() == pairs


def test_an_empty_case_has_nothing_to_look_at(tmp_path: Path, resources: Path, qapp: QApplication) -> None:
    session = session_on(tmp_path / "a.case", resources)
    assert list(session.first_look(lambda piece: pytest.fail(str(piece)))) == []
    assert session.undecided() == ()
    assert not session.reckoning().figures
    session.close_case()
