"""Sources are graded in a table; every grade and note is a change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from ui.dialogs.grade_sources import GradeSources
from ui.session import Session
from workbench import acts, acts_judged
from workbench.model.actor import Actor
from workbench.model.assessment import About, Assessment, Reliability


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session, _ = fighting(tmp_path / "a.case", resources)
    yield session
    session.close_case()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> GradeSources:
    dialog = GradeSources(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def told(dialog: GradeSources) -> list[tuple[str, ...]]:
    table = dialog.table
    return [tuple(i.text() for c in range(3) if (i := table.item(row, c))) for row in range(table.rowCount())]


def box(dialog: GradeSources, row: int) -> QComboBox:
    found = dialog.table.cellWidget(row, 3)
    assert isinstance(found, QComboBox)
    return found


def note(dialog: GradeSources, row: int) -> QLineEdit:
    found = dialog.table.cellWidget(row, 4)
    assert isinstance(found, QLineEdit)
    return found


def grade(dialog: GradeSources, row: int, number: int) -> None:
    box(dialog, row).setCurrentIndex(number)
    box(dialog, row).activated.emit(number)


def test_those_whom_claims_name_stand_with_their_interest_the_most_named_first(dialog: GradeSources) -> None:
    assert told(dialog) == [("SOHR", "neutral", "6"), ("Syrian Army", "belligerent", "1")]
    assert box(dialog, 0).currentText() == "not graded"
    assert [box(dialog, 0).itemText(n)[0] for n in range(1, 7)] == list("ABCDEF")


def test_a_grade_is_a_change_and_undo_takes_it_back(dialog: GradeSources, session: Session) -> None:
    grade(dialog, 0, 2)
    (made,) = session.assessments()
    assert (made.about, made.about_id, made.reliability) == (About.SOURCE, "sohr", Reliability.USUALLY)
    assert session.undo_about() == ("assess", "SOHR")
    grade(dialog, 0, 3)
    assert session.assessments()[0].reliability is Reliability.FAIRLY
    session.undo()
    assert box(dialog, 0).currentText() == "B, usually reliable"
    session.undo()
    assert session.assessments() == []
    assert box(dialog, 0).currentText() == "not graded"


def test_a_note_is_kept_and_taken_away_with_the_grade(dialog: GradeSources, session: Session) -> None:
    QTest.keyClicks(note(dialog, 1), " speaks of its enemy ")
    QTest.keyClick(note(dialog, 1), Qt.Key.Key_Return)
    (made,) = session.assessments()
    assert (made.about_id, made.note, made.reliability) == ("army", "speaks of its enemy", None)
    note(dialog, 1).clear()
    QTest.keyClick(note(dialog, 1), Qt.Key.Key_Return)
    assert session.assessments() == []
    assert dialog.isVisible()


def test_looking_changes_nothing(dialog: GradeSources, session: Session) -> None:
    lines = len(session.log())
    grade(dialog, 0, 0)
    note(dialog, 0).editingFinished.emit()
    at, down, buttons = QPointF(3, 3), QPoint(0, -120), Qt.MouseButton.NoButton
    held, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(box(dialog, 0), QWheelEvent(at, at, QPoint(), down, buttons, held, phase, False))
    assert len(session.log()) == lines
    assert box(dialog, 0).currentIndex() == 0


def test_a_graded_source_that_nobody_names_any_more_stays_in_the_list(session: Session, qtbot: QtBot) -> None:
    stranger = Assessment(session.reserve(), About.SOURCE, "stranger", Reliability.UNKNOWN)
    session.apply(acts_judged.assess(None, stranger, "stranger"))
    dialog = GradeSources(session)
    qtbot.addWidget(dialog)
    assert told(dialog)[-1] == ("stranger", "unknown", "0")


def test_a_case_without_sources_says_so(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    session.create(tmp_path / "b.case")
    dialog = GradeSources(session)
    qtbot.addWidget(dialog)
    assert told(dialog) == []
    assert dialog.table.isHidden()
    with qtbot.waitSignal(dialog.finished):
        session.close_case()


def test_every_control_has_a_name(dialog: GradeSources) -> None:
    assert box(dialog, 0).accessibleName() == "Reliability of SOHR"
    assert note(dialog, 1).accessibleName() == "Note on Syrian Army"


def test_a_mission_of_the_united_nations_is_neutral(session: Session, qtbot: QtBot) -> None:
    mission = Actor("mission", "MONUSCO", "un_force", "CD")
    claim = session.claims()[0]
    assert session.apply(acts.add_values("copy_registers", [mission], automatic=True))
    assert session.apply(acts.edit_origin(claim, "mission"))
    dialog = GradeSources(session)
    qtbot.addWidget(dialog)
    assert ("MONUSCO", "neutral", "1") in told(dialog)
