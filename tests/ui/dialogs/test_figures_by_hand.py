"""Figures set by hand: chosen, set with a rationale, given back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from ui.dialogs.figures_by_hand import FiguresByHand
from ui.session import Session
from workbench import acts
from workbench.model.claim import Effect
from workbench.model.incident import Incident

WHY = "Counted on the lists of names."


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session, _ = fighting(tmp_path / "a.case", resources)
    yield session
    session.close_case()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> FiguresByHand:
    dialog = FiguresByHand(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog: FiguresByHand) -> list[list[str]]:
    """Return the cells of the lines that are shown."""
    table = dialog.table
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return [[item.text() for column in range(7) if (item := table.item(row, column))] for row in shown]


def choose(dialog: FiguresByHand, side: str, effect: str) -> None:
    number = next(n for n, row in enumerate(rows(dialog)) if row[1].startswith(side) and row[3] == effect)
    dialog.table.setCurrentCell(number, 0)


def fill(dialog: FiguresByHand, low: str, best: str, high: str, why: str) -> None:
    for field, text in zip(
        (dialog.low, dialog.best, dialog.high, dialog.rationale), (low, best, high, why), strict=True
    ):
        field.clear()
        QTest.keyClicks(field, text)


def test_it_lists_what_the_claims_give(dialog: FiguresByHand) -> None:
    assert ["Gefechte bei Aleppo", "Government", "state forces", "killed", "37", "", ""] in rows(dialog)
    assert ["Gefechte bei Aleppo", "Civilians", "civilians", "killed", "unquantified", "", ""] in rows(dialog)
    assert (dialog.low.text(), dialog.best.text(), dialog.high.text()) == ("2", "", "")
    assert not dialog.set_by_hand.isEnabled()
    assert not dialog.give_back.isEnabled()


def test_a_figure_is_set_and_given_back_and_each_is_one_undo(dialog: FiguresByHand, session: Session) -> None:
    choose(dialog, "Government", "killed")
    fill(dialog, "37", "38", "1.200", WHY)
    dialog.set_by_hand.click()
    (override,) = session.overrides()
    assert (override.low, override.best, override.high, override.rationale) == (37, 38, 1200, WHY)
    assert ["37", "38 (37–1,200)", WHY] in [row[4:] for row in rows(dialog)]
    assert dialog.give_back.isEnabled()
    dialog.give_back.click()
    assert session.overrides() == []
    session.undo()
    assert session.overrides() == [override]
    session.undo()
    assert session.overrides() == []


def test_return_sets_it_and_another_number_changes_the_same_override(dialog: FiguresByHand, session: Session) -> None:
    choose(dialog, "Government", "captured")
    fill(dialog, "5", "", "", WHY)
    QTest.keyClick(dialog.rationale, Qt.Key.Key_Return)
    (first,) = session.overrides()
    assert (first.best, first.high, first.effect) == (None, None, Effect.CAPTURED)
    fill(dialog, "6", "6", "6", WHY)
    QTest.keyClick(dialog.high, Qt.Key.Key_Return)
    (second,) = session.overrides()
    assert (second.id, second.low) == (first.id, 6)


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("", "38", "40"), "Give the lowest number"),
        (("some", "", ""), "“some” is no number of people"),
        (("40", "", "30"), "is below the low end"),
        (("30", "50", "40"), "outside the range"),
        (("1.20", "", ""), "“1.20” is no number"),
    ],
)
def test_what_makes_no_figure_is_said_in_a_sentence(
    dialog: FiguresByHand, session: Session, numbers: tuple[str, str, str], says: str
) -> None:
    choose(dialog, "Government", "killed")
    fill(dialog, *numbers, WHY)
    dialog.set_by_hand.click()
    assert says in dialog.problem.text()
    assert session.overrides() == []


def test_without_a_rationale_nothing_can_be_set(dialog: FiguresByHand, session: Session) -> None:
    choose(dialog, "Government", "killed")
    fill(dialog, "37", "38", "40", "  ")
    assert not dialog.set_by_hand.isEnabled()
    QTest.keyClick(dialog.high, Qt.Key.Key_Return)
    assert "needs a rationale" in dialog.problem.text()
    assert session.overrides() == []


def test_words_narrow_the_list_and_choose_the_first(dialog: FiguresByHand) -> None:
    dialog.filter.setText("government captured")
    assert [row[3] for row in rows(dialog)] == ["captured"]
    assert dialog.low.text() == "5"
    dialog.filter.setText("nobody")
    assert rows(dialog) == []
    assert not dialog.low.isEnabled()
    dialog.filter.clear()
    assert len(rows(dialog)) > 3


def test_it_opens_on_what_is_asked_for(session: Session, qtbot: QtBot) -> None:
    dialog = FiguresByHand(session, None, "hts")
    qtbot.addWidget(dialog)
    assert dialog.filter.text() == "hts"
    assert [(row[1], row[4]) for row in rows(dialog)] == [("HTS and allies", "60")]
    assert (dialog.low.text(), dialog.best.text()) == ("60", "60")


def test_one_whose_incident_has_gone_can_still_be_withdrawn(dialog: FiguresByHand, session: Session) -> None:
    choose(dialog, "Government", "killed")
    fill(dialog, "37", "38", "40", WHY)
    dialog.set_by_hand.click()
    other, gone = Incident(session.reserve(), "Other"), session.incidents()[0]
    session.apply(acts.add_values("add_incident", [other]))
    session.apply(acts.merge_incidents(other, gone, session.claims_of(gone.id)))
    dialog.filter.setText("gone")
    assert [row[4:6] for row in rows(dialog)] == [["incident gone, in no figure", "38 (37–40)"]]
    dialog.give_back.click()
    assert session.overrides() == []


def test_a_case_without_figures_says_so(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    session.create(tmp_path / "b.case")
    dialog = FiguresByHand(session)
    qtbot.addWidget(dialog)
    assert dialog.problem.text().startswith("There are no figures yet")
    assert not dialog.set_by_hand.isEnabled()
    with qtbot.waitSignal(dialog.finished):
        session.close_case()
