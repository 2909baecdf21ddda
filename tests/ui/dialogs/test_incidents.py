"""Incidents are merged, kept apart, split, renamed, and their claims moved; undo takes each step back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill, session_on
from tests.workbench.values import TEXT, article, document, findings
from ui.dialogs.incidents import Incidents
from ui.dialogs.incidents_tree import IncidentsTree
from ui.session import Session
from workbench import acts, recording
from workbench.changes import Change, Edit, removing
from workbench.model.circumstance import When
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
def dialog(session: Session, qtbot: QtBot) -> Incidents:
    dialog = Incidents(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def ids(session: Session) -> list[int]:
    return [incident.id for incident in session.incidents()]


def proposed(dialog: Incidents) -> list[str]:
    rows = dialog.proposed
    return [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.count())]


def button(dialog: Incidents, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def none_proposed(dialog: Incidents) -> bool:
    labels = [label for label in dialog.findChildren(QLabel) if label.text().startswith("Nothing in this case")]
    return labels[0].isVisible()


def line(tree: IncidentsTree, row: int, claim: int | None = None) -> QTreeWidgetItem:
    item = tree.topLevelItem(row)
    assert item is not None
    if claim is None:
        return item
    item.setExpanded(True)
    part = item.child(claim)
    assert part is not None
    return part


def lines(tree: IncidentsTree) -> list[tuple[str, int]]:
    items = [line(tree, n) for n in range(tree.topLevelItemCount())]
    return [(item.text(2).partition(" · ")[0], item.childCount()) for item in items if not item.isHidden()]


def choose(tree: IncidentsTree, *places: tuple[int, int | None]) -> None:
    """Choose incidents, and claims by their place in them."""
    tree.clearSelection()
    for row, claim in places:
        line(tree, row, claim).setSelected(True)


def another(session: Session, title: str = "Later") -> Incident:
    other = replace(session.incidents()[0], id=session.reserve(), title=title, when=None, where=None)
    session.apply(acts.add_values("add_incident", [other]))
    return other


def test_a_proposal_names_both_and_its_reasons(dialog: Incidents, session: Session) -> None:
    [words] = proposed(dialog)
    one, other = (f"Gefechte bei Aleppo (no. {id_}) · 2 claims: Drei Soldaten, ein" for id_ in ids(session))
    assert words.startswith(f"{one} and {other}: both tell of people")
    assert "both may be on 2024-11-27" in words
    assert not none_proposed(dialog)


def test_the_claims_of_what_is_proposed_stand_open_beside_each_other(dialog: Incidents) -> None:
    assert lines(dialog.tree) == [("2 claims", 2), ("2 claims", 2)]
    first = line(dialog.tree, 0, 0)
    assert first.text(0) == "killed: Drei Soldaten"
    assert first.text(1) == "the article itself"
    assert len(dialog.tree.chosen_incidents()) == 2


def test_a_proposal_is_taken_in_one_step(dialog: Incidents, session: Session) -> None:
    kept, _ = ids(session)
    button(dialog, "One event").click()
    assert ids(session) == [kept]
    assert {claim.incident_id for claim in session.claims()} == {kept}
    assert proposed(dialog) == []
    assert none_proposed(dialog)
    assert not button(dialog, "One event").isEnabled()
    assert lines(dialog.tree) == [("4 claims", 4)]
    session.undo()
    assert len(ids(session)) == 2
    assert len(proposed(dialog)) == 1
    assert [words for words, _ in lines(dialog.tree)] == ["2 claims", "2 claims"]


def test_return_takes_the_proposal_that_is_chosen(dialog: Incidents, session: Session) -> None:
    QTest.keyClick(dialog.proposed, Qt.Key.Key_Return)
    assert len(ids(session)) == 1


def test_what_is_declined_is_not_proposed_until_it_is_taken_up_again(dialog: Incidents, session: Session) -> None:
    before = ids(session)
    button(dialog, "Two events").click()
    assert (ids(session), proposed(dialog)) == (before, [])
    assert [(pair.one, pair.other) for pair in session.declined()] == [tuple(before)]
    dialog.show_declined.click()
    assert len(proposed(dialog)) == 1
    assert not button(dialog, "Two events").isVisible()
    button(dialog, "Propose again").click()
    assert proposed(dialog) == []
    dialog.show_declined.click()
    assert len(proposed(dialog)) == 1
    session.undo()
    session.undo()
    assert session.declined() == []


def test_a_declined_pair_of_which_one_has_gone_cannot_be_merged(dialog: Incidents, session: Session) -> None:
    button(dialog, "Two events").click()
    gone = session.incidents()[1]
    session.apply(Change("delete", (*removing(session.claims_of(gone.id)), *removing([gone]))))
    dialog.show_declined.click()
    assert "no longer there" in proposed(dialog)[0]
    assert not button(dialog, "One event").isEnabled()
    button(dialog, "Propose again").click()
    assert session.declined() == []


def test_chosen_incidents_are_merged_into_the_first(dialog: Incidents, session: Session) -> None:
    other = another(session)
    choose(dialog.tree, (2, None))
    assert not button(dialog, "Merge").isEnabled()
    choose(dialog.tree, (0, None), (1, None), (2, None))
    kept = ids(session)[0]
    button(dialog, "Merge").click()
    assert ids(session) == [kept]
    assert other.id not in ids(session)
    assert len(session.claims_of(kept)) == 4


def test_claims_are_split_off_and_not_proposed_to_be_merged_again(dialog: Incidents, session: Session) -> None:
    button(dialog, "One event").click()
    choose(dialog.tree, (0, 2), (0, 3))
    button(dialog, "Split off").click()
    assert lines(dialog.tree) == [("2 claims", 2), ("2 claims", 0)]
    assert proposed(dialog) == []
    assert len(session.declined()) == 1
    session.undo()
    assert [words for words, _ in lines(dialog.tree)] == ["4 claims"]


def test_all_claims_of_an_incident_are_not_split_off(dialog: Incidents, session: Session, qtbot: QtBot) -> None:
    choose(dialog.tree, (0, 0), (0, 1))
    with qtbot.waitSignal(session.problem) as said:
        button(dialog, "Split off").click()
    assert "Leave at least one" in said.args[0]
    choose(dialog.tree, (0, 0), (1, 0))
    assert not button(dialog, "Split off").isEnabled()


def test_claims_move_to_the_incident_named_and_an_emptied_one_goes(dialog: Incidents, session: Session) -> None:
    one, other = ids(session)
    dialog.target.setCurrentIndex([one.id for one in session.incidents()].index(one))
    choose(dialog.tree, (0, 0))
    assert not button(dialog, "Move to").isEnabled()
    choose(dialog.tree, (1, 0))
    button(dialog, "Move to").click()
    assert [words for words, _ in lines(dialog.tree)] == ["3 claims", "1 claim"]
    choose(dialog.tree, (1, 0))
    button(dialog, "Move to").click()
    assert ids(session) == [one]
    session.undo()
    assert ids(session) == [one, other]


def test_a_title_is_edited_in_its_place(dialog: Incidents, session: Session, qtbot: QtBot) -> None:
    item = line(dialog.tree, 0)
    item.setText(0, "Battle of the bridge")
    assert session.incidents()[0].title == "Battle of the bridge"
    with qtbot.waitSignal(session.problem) as said:
        item.setText(0, " ")
    assert "needs a title" in said.args[0]
    assert line(dialog.tree, 0).text(0) == "Battle of the bridge"
    assert "Battle of the bridge" in proposed(dialog)[0]


def test_incidents_are_filtered_by_title_day_and_place(dialog: Incidents, session: Session) -> None:
    another(session, "Anschlag")
    dialog.filter.setText("anschlag")
    assert [words for words, _ in lines(dialog.tree)] == ["0 claims"]
    dialog.filter.setText("nov 2024 gefechte")
    assert len(lines(dialog.tree)) == 2


def test_a_rejected_claim_ties_nothing_any_more(dialog: Incidents, session: Session) -> None:
    for claim in session.claims_of(ids(session)[0]):
        session.apply(acts.reject(claim))
    assert proposed(dialog) == []
    session.apply(acts.edit_details(session.articles()[0], title="x", outlet="y", published=None))
    assert proposed(dialog) == []


def test_a_case_without_incidents_offers_nothing(tmp_path: Path, resources: Path, qtbot: QtBot) -> None:
    session = session_on(tmp_path / "b.case", resources)
    dialog = Incidents(session)
    qtbot.addWidget(dialog)
    for words in ("One event", "Two events", "Merge", "Split off", "Move to"):
        assert not button(dialog, words).isEnabled()
    session.apply(acts.add_values("add_incident", [Incident(session.reserve(), "Alone")]))
    assert not button(dialog, "Merge").isEnabled()
    with qtbot.waitSignal(dialog.finished):
        session.close_case()


def test_every_control_has_a_name(dialog: Incidents) -> None:
    controls = (dialog.proposed, dialog.tree, dialog.filter, dialog.target, dialog.show_declined)
    assert all(control.accessibleName() for control in controls)
    assert child(dialog, QPushButton, "mergeChosen").accessibleName()


def test_an_incident_is_told_as_a_whole_and_as_one_event_again(dialog: Incidents, session: Session) -> None:
    whole = button(dialog, "Told as a whole")
    dialog.tree.clearSelection()
    assert not whole.isEnabled()
    first = session.incidents()[0].id
    dialog.tree.reveal([first])
    assert whole.isEnabled()
    assert not whole.isChecked()
    for clarity in (2, 1):
        whole.click()
        found = session.incident(first)
        assert found is not None
        assert found.clarity == clarity
        assert whole.isChecked() is found.aggregate
        assert ("told as a whole" in dialog.tree.selectedItems()[0].text(1)) is found.aggregate
    assert session.undo()


def test_what_is_told_for_a_week_is_told_as_a_whole_whatever_is_said(dialog: Incidents, session: Session) -> None:
    first = session.incidents()[0]
    week = replace(first, when=When(date(2024, 11, 18), date(2024, 11, 24), 3))
    assert session.apply(Change("date", (Edit(first, week),)))
    dialog.tree.reveal([first.id])
    whole = button(dialog, "Told as a whole")
    assert whole.isChecked()
    assert not whole.isEnabled()


def test_the_numbers_of_incidents_stand_in_the_tree_and_the_proposals(dialog: Incidents, session: Session) -> None:
    one, other = session.incidents()
    assert line(dialog.tree, 0).text(2) == f"2 claims · no. {one.id}"
    assert all(f"(no. {incident.id})" in proposed(dialog)[0] for incident in (one, other))


def test_no_button_turns_into_the_one_that_is_meant_by_having_the_keyboard(dialog: Incidents) -> None:
    assert not [b.text() for b in dialog.findChildren(QPushButton) if b.autoDefault() and b.text() != "Close"]


def test_incidents_of_one_title_are_told_apart_where_claims_are_moved_to(dialog: Incidents, session: Session) -> None:
    assert [dialog.target.itemText(row) for row in range(2)] == [
        f"{incident.title} (no. {incident.id})" for incident in session.incidents()
    ]
