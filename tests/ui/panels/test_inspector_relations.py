"""Relations drawn, changed and taken away in the inspector."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.workbench.values import article, document
from ui.panels.inspector import Inspector
from ui.panels.inspector_fields import ChoiceField
from ui.session import Focus, Session
from workbench import acts
from workbench.model.claim import Claim, Relation, RelationType
from workbench.model.mention import Status

R = RelationType
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[tuple[Session, dict[str, Claim]]]:
    session, claims = fighting(tmp_path / "a.case", resources)
    yield session, claims
    session.close_case()


@pytest.fixture
def session(case: tuple[Session, dict[str, Claim]]) -> Session:
    return case[0]


@pytest.fixture
def claims(case: tuple[Session, dict[str, Claim]]) -> dict[str, Claim]:
    return case[1]


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Inspector:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 800)
    inspector.show()
    return inspector


def look_at(session: Session, claim: Claim) -> None:
    session.focus(Focus(claim.article_id, "claim", claim.id))


def box(inspector: Inspector, name: str) -> ChoiceField:
    return next(b for b in inspector.findChildren(ChoiceField) if b.accessibleName() == name)


def choose(inspector: Inspector, name: str, words: str) -> None:
    field = box(inspector, name)
    number = next(n for n in range(field.count()) if words in field.itemText(n))
    field.setCurrentIndex(number)
    field.activated.emit(number)


def draw(inspector: Inspector, kind: str, other: str) -> None:
    field = box(inspector, "Relation")
    field.setCurrentIndex([field.itemText(n) for n in range(field.count())].index(kind))
    choose(inspector, "Related claim", other)


def press(inspector: Inspector, name: str) -> None:
    kinds = (QPushButton, QToolButton)
    shown = [b for kind in kinds for b in inspector.findChildren(kind) if b.isVisible()]
    next(b for b in shown if b.accessibleName().startswith(name)).click()


def shown(inspector: QWidget) -> list[str]:
    return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]


def test_a_relation_is_drawn_changed_and_taken_away(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    look_at(session, claims["44"])
    draw(inspector, "rival account of", "Dutzenden")
    other = claims["Dutzenden"].id
    assert session.claim(claims["44"].id).relations == (Relation(R.RIVAL_OF, other),)
    press(inspector, "Change: rival account of")
    choose(inspector, "Relation", "apart from")
    assert session.claim(claims["44"].id).relations == (Relation(R.DISJOINT_FROM, other),)
    assert session.undo_about() == ("change_relation", "44 Kämpfer der HTS")
    press(inspector, "Take away: apart from")
    assert session.claim(claims["44"].id).relations == ()
    for _ in range(3):
        session.undo()
    assert session.claim(claims["44"].id) == claims["44"]


def test_it_is_drawn_from_the_other_end_too(inspector: Inspector, session: Session, claims: dict[str, Claim]) -> None:
    look_at(session, claims["44"])
    draw(inspector, "includes", "16")
    assert session.claim(claims["16"].id).relations == (Relation(R.SUBSET_OF, claims["44"].id),)
    assert session.claim(claims["16"].id).status is Status.EDITED
    assert session.claim(claims["44"].id) == claims["44"]
    press(inspector, "Change: includes")
    choose(inspector, "Relation", "in addition to")
    assert session.claim(claims["16"].id).relations == ()
    assert session.claim(claims["44"].id).relations == (Relation(R.ADDITIONAL_TO, claims["16"].id),)


def test_what_cannot_be_is_refused_in_a_sentence(
    inspector: Inspector, session: Session, claims: dict[str, Claim], qtbot: QtBot
) -> None:
    look_at(session, claims["44"])
    with qtbot.waitSignal(session.problem) as told:
        draw(inspector, "among", "16")
    assert "44 are more than 16" in str(told.args)
    assert session.claim(claims["44"].id) == claims["44"]
    assert box(inspector, "Relation").currentText() == "part of"


def test_the_relation_it_belongs_to_says_whether_the_arithmetic_holds(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    look_at(session, claims["mindestens vier"])
    link = next(b for b in inspector.findChildren(QPushButton) if b.accessibleName().startswith("Go to: among"))
    assert link.toolTip().startswith("✓ among «37 Soldaten der Armee»")


def test_a_doubtful_relation_is_flagged(inspector: Inspector, session: Session, claims: dict[str, Claim]) -> None:
    look_at(session, claims["16"])
    draw(inspector, "the same as", "44")
    assert "16 and 44 are no one number." in shown(inspector)
    press(inspector, "Go to: the same as")
    assert session.focus_now is not None
    assert session.focus_now.row_id == claims["44"].id


def test_claims_of_other_articles_about_the_incident_are_offered(
    inspector: Inspector, session: Session, claims: dict[str, Claim]
) -> None:
    text = "Inzwischen ist von 50 Toten die Rede."
    later = article(session.reserve(), text, "Später")
    assert session.apply(acts.import_article(later, document(text)))
    other = session.reserve()
    first = claims["44"]
    told = Claim(other, later.id, first.effect, first.quantity, first.evidence, incident_id=first.incident_id)
    assert session.apply(acts.add_claim(told))
    look_at(session, first)
    draw(inspector, "replaced by", "Später")
    assert session.claim(other).relations == (Relation(R.SUPERSEDES, first.id),)
    press(inspector, "Go to: replaced by")
    assert session.focus_now is not None
    assert session.focus_now.article_id == later.id


def test_escape_leaves_all_as_it_is(inspector: Inspector, session: Session, claims: dict[str, Claim]) -> None:
    look_at(session, claims["mindestens vier"])
    press(inspector, "Change: among")
    kind = box(inspector, "Relation")
    assert kind.currentText() == "among"
    kind.hidePopup()
    QTest.keyClick(kind, Qt.Key.Key_Escape)
    assert kind.currentText() == "part of"
    kind.kept.emit()
    assert session.claim(claims["mindestens vier"].id) == claims["mindestens vier"]
    assert QApplication.activePopupWidget() is None
