from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.models.claim_filter import ClaimFilter
from ui.models.claim_table import CLAIM, ClaimTableModel, Column
from ui.panels.claim_table import ClaimTable
from ui.session import Focus, Session
from workbench import acts
from workbench.model.claim import Claim
from workbench.model.mention import Status

Case = tuple[Session, dict[str, Claim], ClaimTable]


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    panel = ClaimTable(session, ClaimTableModel(session))
    qtbot.addWidget(panel)
    panel.resize(1200, 500)
    panel.show()
    yield session, claims, panel
    session.close_case()


def box(panel: ClaimTable, name: str) -> QComboBox:
    found = panel.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def numbers(panel: ClaimTable) -> list[str]:
    model = panel.table.model()
    return [str(model.index(row, Column.NUMBER).data()) for row in range(model.rowCount())]


def test_the_table_is_found_by_its_name_and_every_control_has_one(case: Case) -> None:
    _, _, panel = case
    assert panel.table.objectName() == "claimTable"
    for control in (*panel.findChildren(QComboBox), *panel.findChildren(QPushButton), panel.table):
        assert control.accessibleName() or control.objectName().startswith("qt_")


def test_at_1440_every_column_is_seen(case: Case) -> None:
    _, _, panel = case
    panel.resize(1440, 700)
    QGuiApplication.processEvents()
    header = panel.table.horizontalHeader()
    assert header.length() <= panel.table.viewport().width()
    assert header.sectionSize(Column.ARTICLE) >= 150
    assert min(header.sectionSize(column) for column in (Column.STATUS, Column.RELATION)) >= 75


def test_a_claim_looked_at_is_selected_alone_though_ctrl_is_held(case: Case) -> None:
    session, claims, panel = case
    panel.table.selectRow(0)
    window = panel.windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.keyboardModifiers() is Qt.KeyboardModifier.ControlModifier
    session.focus(Focus(claims["44"].article_id, "claim", claims["44"].id))
    QTest.keyRelease(window, Qt.Key.Key_Control)
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [3]


def test_enter_shows_the_sentence(case: Case, qtbot: QtBot) -> None:
    session, claims, panel = case
    panel.table.selectRow(3)
    with qtbot.waitSignal(session.focused) as told:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    claim = claims["44"]
    assert told.args == [Focus(claim.article_id, "claim", claim.id, claim.evidence, asker="claimTable")]


def test_a_and_x_decide_on_the_selected_rows(case: Case, qtbot: QtBot) -> None:
    session, claims, panel = case
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_A)
    assert session.claim(claims["37"].id).status is Status.ACCEPTED
    panel.table.selectRow(4)
    QTest.keyClick(panel.table, Qt.Key.Key_X)
    assert session.claim(claims["16"].id).status is Status.REJECTED


def test_buttons_wait_for_a_selection_and_take_all_of_it(case: Case, qtbot: QtBot) -> None:
    session, claims, panel = case
    accept = next(button for button in panel.findChildren(QPushButton) if button.text().startswith("Accept"))
    assert not accept.isEnabled()
    panel.table.selectAll()
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert {claim.status for claim in session.claims()} == {Status.ACCEPTED}
    session.undo()
    assert session.claim(claims["16"].id).status is Status.PROPOSED


def test_typing_and_choices_filter(case: Case, qtbot: QtBot) -> None:
    _, _, panel = case
    field = panel.findChild(QLineEdit, "filter")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "armee")
    assert numbers(panel) == ["37"]
    field.clear()
    effects, sides = box(panel, "effectFilter"), box(panel, "sideFilter")
    effects.setCurrentIndex(effects.findData("captured"))
    assert numbers(panel) == ["5"]
    effects.setCurrentIndex(0)
    sides.setCurrentIndex(sides.findData("civilian"))
    assert numbers(panel) == ["unquantified"]


def test_a_number_is_edited_in_its_cell(case: Case, qtbot: QtBot) -> None:
    session, claims, panel = case
    table = panel.table
    table.setCurrentIndex(table.model().index(0, Column.NUMBER))
    table.edit(table.currentIndex())
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "37"
    editor.setText("at least 40")
    with qtbot.waitSignal(session.changed):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert session.claim(claims["37"].id).quantity.low == 40
    assert numbers(panel)[0] == "at least 40"


def test_a_side_is_chosen_in_its_cell(case: Case) -> None:
    session, claims, panel = case
    index = panel.table.model().index(0, Column.SIDE)
    cells = panel.table.itemDelegate()
    panel.table.edit(index)
    chooser = panel.table.viewport().findChild(QComboBox)
    assert isinstance(chooser, QComboBox)
    assert chooser.currentData() == "government"
    chooser.setCurrentIndex(chooser.findData("both"))
    cells.setModelData(chooser, panel.table.model(), index)
    assert session.claim(claims["37"].id).side == "both"


def test_rows_are_copied_with_their_headings(case: Case, qtbot: QtBot) -> None:
    _, _, panel = case
    panel.table.selectRow(3)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["Effect", "Number", "Side"]
    assert row.split("\t")[:4] == ["killed", "44", "HTS and allies", "Hay'at Tahrir al-Sham"]


def test_what_is_looked_at_elsewhere_is_selected(case: Case) -> None:
    session, claims, panel = case
    claim = claims["16"]
    session.focus(Focus(claim.article_id, "claim", claim.id, asker="reader"))
    assert panel.table.currentIndex().row() == 4


def test_what_is_looked_at_stays_chosen_while_it_is_filtered(case: Case) -> None:
    _, claims, panel = case
    row = next(n for n in range(7) if panel.table.model().index(n, 1).data() == "44")
    panel.table.selectRow(row)
    child(panel, QLineEdit, "filter").setText("kämpfer")
    assert panel.table.currentIndex().data(CLAIM) == claims["44"]
    child(panel, QLineEdit, "filter").setText("no such words")
    assert not panel.table.currentIndex().isValid()
    child(panel, QLineEdit, "filter").clear()
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [row]


def test_it_fits_on_a_small_screen(case: Case) -> None:
    _, _, panel = case
    assert panel.minimumSizeHint().width() <= 930, "1400 pixels at 150 %"


def test_an_edit_elsewhere_keeps_the_selection(case: Case) -> None:
    session, claims, panel = case
    panel.table.selectRow(2)
    session.apply(acts.accept(claims["44"]))
    assert [index.row() for index in panel.table.selectionModel().selectedRows()] == [2]


def test_rejected_rows_and_sides_are_painted(case: Case) -> None:
    session, claims, panel = case
    session.apply(acts.reject(claims["37"]))
    assert not panel.grab().isNull()


def test_an_empty_table_says_what_it_is_for(case: Case) -> None:
    session, _, panel = case
    session.close_case()
    assert panel.table.model().rowCount() == 0
    assert any("Read an article first" in label.text() for label in panel.findChildren(QLabel))


def test_of_many_claims_it_is_said_that_they_are_being_read(case: Case, qtbot: QtBot) -> None:
    _, claims, panel = case
    model = child(panel, ClaimFilter).sourceModel()
    assert isinstance(model, ClaimTableModel)
    model.slices.at_once = 0
    model.reload()
    assert f"{len(claims)} of {len(claims)} claims read …" in said(panel)
    child(panel, QLineEdit).setText("no such claim")
    assert "The claims are being read …" in said(panel)
    qtbot.waitUntil(lambda: not model.slices.is_busy)
    assert not [words for words in said(panel) if "read …" in words]


def said(panel: ClaimTable) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_r_relates_the_selected_rows_first_the_one_looked_at(case: Case, qtbot: QtBot) -> None:
    _, claims, panel = case
    panel.table.selectRow(3)
    with qtbot.waitSignal(panel.relating) as told:
        QTest.keyClick(panel.table, Qt.Key.Key_R)
    assert told.args == [[claims["44"].id]]
    chosen = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    panel.table.selectionModel().setCurrentIndex(panel.table.model().index(4, 0), chosen)
    with qtbot.waitSignal(panel.relating) as told:
        next(b for b in panel.findChildren(QPushButton) if b.text() == "Relate  R").click()
    assert told.args == [[claims["16"].id, claims["44"].id]]
