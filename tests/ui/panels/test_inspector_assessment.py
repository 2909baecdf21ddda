"""What the analyst makes of a claim, in the inspector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.panels.inspector import Inspector
from ui.session import Focus, Session
from workbench import acts, acts_judged
from workbench.model.assessment import About, Assessment, Credibility, Grade, Likelihood, Reliability
from workbench.model.claim import Claim
from workbench.model.override import Override


@pytest.fixture
def claims() -> dict[str, Claim]:
    return {}


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot, claims: dict[str, Claim]) -> Iterator[Session]:
    session, made = fighting(tmp_path / "a.case", resources)
    claims.update(made)
    yield session
    session.close_case()


@pytest.fixture
def inspector(session: Session, qtbot: QtBot, claims: dict[str, Claim]) -> Inspector:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 800)
    inspector.show()
    look_at(session, claims["37"])
    switch(inspector).click()
    return inspector


def look_at(session: Session, claim: Claim) -> None:
    session.focus(Focus(claim.article_id, "claim", claim.id))


def switch(inspector: Inspector) -> QToolButton:
    return next(b for b in inspector.findChildren(QToolButton) if b.accessibleName() == "Assessment")


def box(inspector: Inspector, name: str) -> QComboBox:
    return next(b for b in inspector.findChildren(QComboBox) if b.accessibleName() == name)


def choose(inspector: Inspector, name: str, number: int) -> None:
    box(inspector, name).setCurrentIndex(number)
    box(inspector, name).activated.emit(number)


def note(inspector: Inspector, about: str) -> QLineEdit:
    return next(f for f in inspector.findChildren(QLineEdit) if f.accessibleName() == f"Note on the {about}")


SOURCE, INFORMATION = "Reliability of the source", "Credibility of the information"
GRADE, LIKELIHOOD = "Grade of the incident", "Likelihood of the incident"


def test_it_is_closed_until_it_is_asked_for(inspector: Inspector) -> None:
    assert box(inspector, SOURCE).isVisible()
    switch(inspector).click()
    assert not box(inspector, SOURCE).isVisible()
    assert switch(inspector).text() == "Assessment"


def test_source_information_and_incident_are_judged_apart(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    choose(inspector, SOURCE, 2)
    choose(inspector, INFORMATION, 3)
    choose(inspector, GRADE, 1)
    choose(inspector, LIKELIHOOD, 5)
    source, information, incident = session.assessments()
    assert (source.about, source.about_id, source.reliability) == (About.SOURCE, "sohr", Reliability.USUALLY)
    assert (information.about_id, information.credibility) == (str(claims["37"].id), Credibility.POSSIBLY_TRUE)
    assert incident.about_id == str(claims["37"].incident_id)
    assert (incident.grade, incident.likelihood) == (Grade.CONFIRMED, Likelihood.LIKELY)
    assert switch(inspector).text() == "Assessment: B3 · graded confirmed · likely (55–80 %)"


def test_one_act_is_one_undo_and_names_what_it_is_about(inspector: Inspector, session: Session) -> None:
    choose(inspector, GRADE, 1)
    assert session.undo_about() == ("assess", "Gefechte bei Aleppo")
    choose(inspector, LIKELIHOOD, 5)
    session.undo()
    assert box(inspector, LIKELIHOOD).currentText() == "likelihood not judged"
    assert box(inspector, GRADE).currentText() == "graded confirmed"
    choose(inspector, SOURCE, 1)
    assert session.undo_about() == ("assess", "SOHR")
    choose(inspector, INFORMATION, 1)
    assert session.undo_about() == ("assess", "37 Soldaten der Armee")


def test_a_note_is_kept_by_return_and_says_who_judged(inspector: Inspector, session: Session) -> None:
    QTest.keyClicks(note(inspector, "incident"), "two outlets, one origin")
    QTest.keyClick(note(inspector, "incident"), Qt.Key.Key_Return)
    (made,) = session.assessments()
    assert (made.about, made.note) == (About.INCIDENT, "two outlets, one origin")
    assert any(label.text().startswith("Incident: ") for label in inspector.findChildren(QLabel))


def test_what_the_claim_does_not_name_cannot_be_judged(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    bare = replace(claims["37"], id=session.reserve(), origin=None, incident_id=None)
    session.apply(acts.add_claim(bare))
    look_at(session, session.claim(bare.id))
    assert not box(inspector, SOURCE).isEnabled()
    assert not box(inspector, GRADE).isEnabled()
    assert box(inspector, INFORMATION).isEnabled()
    assert not child(inspector, QPushButton, "setFigure").isVisible()


def test_another_claim_of_the_source_shows_the_same_grade(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    choose(inspector, SOURCE, 2)
    choose(inspector, INFORMATION, 3)
    look_at(session, claims["44"])
    assert box(inspector, SOURCE).currentText() == "B, usually reliable"
    assert box(inspector, INFORMATION).currentText() == "credibility not judged"
    look_at(session, claims["Dutzenden"])
    assert box(inspector, SOURCE).currentText() == "reliability not judged"


def test_it_follows_what_is_judged_elsewhere(inspector: Inspector, session: Session) -> None:
    graded = Assessment(session.reserve(), About.SOURCE, "sohr", Reliability.FAIRLY, note="one origin")
    session.apply(acts_judged.assess(None, graded, "SOHR"))
    assert box(inspector, SOURCE).currentText() == "C, fairly reliable"
    assert note(inspector, "source").text() == "one origin"


def test_the_figure_it_counts_in_is_told_and_can_be_set(
    inspector: Inspector, session: Session, claims: dict[str, Claim], qtbot: QtBot
) -> None:
    counts = child(inspector, QLabel, "countsIn")
    assert counts.text() == "Counts in: Government, killed: 37"
    with qtbot.waitSignal(inspector.figures_wanted) as wanted:
        child(inspector, QPushButton, "setFigure").click()
    assert wanted.args == ["Gefechte bei Aleppo Government killed"]
    figure = next(f for f in session.reckoning().figures if f.used == (claims["37"].id,))
    by_hand = Override(session.reserve(), *figure.key, 37, 38, 40, "Counted by name.")
    session.apply(acts_judged.override(None, by_hand, "killed"))
    assert counts.text() == "Counts in: Government, killed: 38 (37–40), set by hand"
    look_at(session, claims["mindestens vier"])
    assert counts.text() == "Counts in no figure."
