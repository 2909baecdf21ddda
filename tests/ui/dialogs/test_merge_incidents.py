"""Two incidents become one: proposed ones with their reasons, and any two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill, session_on
from tests.workbench.values import TEXT, article, document, findings
from ui.dialogs.merge_incidents import MergeIncidents
from ui.session import Session
from workbench import acts, recording
from workbench.model.incident import Incident


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    """Hold a case with two articles on one event."""
    session = session_on(tmp_path / "a.case", resources)
    fill(session)
    again = article(session.reserve(), f"{TEXT} Wieder.")
    first = session.reserve(recording.size_of(findings()))
    assert session.apply(acts.import_article(again, document(f"{TEXT} Wieder.")))
    assert session.apply(recording.record_findings(again, findings(), first, automatic=True))
    yield session
    session.close_case()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> MergeIncidents:
    dialog = MergeIncidents(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def ids(session: Session) -> list[int]:
    return [incident.id for incident in session.incidents()]


def proposed(dialog: MergeIncidents) -> list[str]:
    rows = dialog.proposed
    return [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.count())]


def button(dialog: MergeIncidents, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def none_proposed(dialog: MergeIncidents) -> bool:
    labels = [label for label in dialog.findChildren(QLabel) if label.text().startswith("Nothing in this case")]
    return labels[0].isVisible()


def test_a_proposal_names_both_and_its_reasons(dialog: MergeIncidents) -> None:
    [words] = proposed(dialog)
    assert words.startswith("Gefechte bei Aleppo · 2 claims and Gefechte bei Aleppo · 2 claims: both tell of people")
    assert "both may be on 2024-11-27" in words
    assert not none_proposed(dialog)


def test_a_proposal_is_taken_in_one_step(dialog: MergeIncidents, session: Session) -> None:
    kept, _ = ids(session)
    button(dialog, "Merge these two").click()
    assert ids(session) == [kept]
    assert {claim.incident_id for claim in session.claims()} == {kept}
    assert proposed(dialog) == []
    assert none_proposed(dialog)
    assert not button(dialog, "Merge these two").isEnabled()
    session.undo()
    assert len(ids(session)) == 2
    assert len(proposed(dialog)) == 1


def test_return_takes_the_proposal_that_is_chosen(dialog: MergeIncidents, session: Session) -> None:
    QTest.keyClick(dialog.proposed, Qt.Key.Key_Return)
    assert len(ids(session)) == 1


def test_any_two_are_merged_but_not_one_with_itself(dialog: MergeIncidents, session: Session) -> None:
    other = replace(session.incidents()[0], id=session.reserve(), title="", when=None, where=None)
    session.apply(acts.add_values("add_incident", [other]))
    assert dialog.kept.findText(f"Incident {other.id} · 0 claims") >= 0
    merge = button(dialog, "Merge")
    dialog.kept.setCurrentIndex(dialog.kept.findData(other.id))
    dialog.gone.setCurrentIndex(dialog.gone.findData(other.id))
    assert not merge.isEnabled()
    gone = ids(session)[0]
    dialog.gone.setCurrentIndex(dialog.gone.findData(gone))
    merge.click()
    assert gone not in ids(session)
    assert len(session.claims_of(other.id)) == 2
    assert dialog.kept.currentData() == other.id


def test_a_case_without_incidents_offers_nothing(tmp_path: Path, resources: Path, qtbot: QtBot) -> None:
    session = session_on(tmp_path / "b.case", resources)
    dialog = MergeIncidents(session)
    qtbot.addWidget(dialog)
    assert not button(dialog, "Merge").isEnabled()
    session.apply(acts.add_values("add_incident", [Incident(session.reserve(), "Alone")]))
    assert not button(dialog, "Merge").isEnabled()
    with qtbot.waitSignal(dialog.finished):
        session.close_case()


def test_every_control_has_a_name(dialog: MergeIncidents) -> None:
    assert dialog.proposed.accessibleName()
    assert child(dialog, QPushButton, "mergeAny").accessibleName()
    assert dialog.kept.accessibleName() != dialog.gone.accessibleName()
