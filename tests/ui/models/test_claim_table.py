from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from ui.models.claim_filter import NO_SIDE, ClaimFilter
from ui.models.claim_table import HEADINGS, ClaimTableModel, Column
from ui.session import Session
from workbench import acts
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Status

EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[tuple[Session, dict[str, Claim]]]:
    session, claims = fighting(tmp_path / "a.case", resources)
    yield session, claims
    session.close_case()


def words(model: ClaimTableModel, claim: Claim, column: Column) -> str:
    row = model.row_of(claim.id)
    assert row is not None
    return str(model.index(row, column).data())


def test_each_claim_is_a_row_in_words(case: tuple[Session, dict[str, Claim]]) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert (model.rowCount(), model.columnCount()) == (7, len(HEADINGS))
    hts = [words(model, claims["44"], column) for column in Column]
    assert hts == [
        "killed",
        "44",
        "HTS and allies",
        "Hay'at Tahrir al-Sham",
        "non-state fighters",
        "SOHR",
        hts[6],
        "Aleppo province",
        "own voice",
        "event",
        "",
        "proposed",
        "Gefechte bei Aleppo",
    ]
    assert "2024" in hts[6]
    assert words(model, claims["Dutzenden"], Column.NUMBER) == "dozens (24–99)"
    assert words(model, claims["Zivilisten"], Column.NUMBER) == "unquantified"
    assert words(model, claims["mindestens vier"], Column.RELATION) == "among «37»"


def test_cells_say_to_screen_readers_what_they_are(case: tuple[Session, dict[str, Claim]]) -> None:
    session, _ = case
    model = ClaimTableModel(session)
    assert model.index(0, Column.NUMBER).data(Qt.ItemDataRole.AccessibleTextRole) == "Number: 37"


@pytest.mark.parametrize(
    ("column", "value", "words_after"),
    [
        (Column.NUMBER, "at least 40", "at least 40"),
        (Column.EFFECT, "wounded", "wounded"),
        (Column.SIDE, "opposition", "HTS and allies"),
        (Column.SIDE, "both", "Both sides (not split)"),
        (Column.CATEGORY, "civilian:child", "children"),
    ],
)
def test_a_cell_is_edited_in_place(
    case: tuple[Session, dict[str, Claim]], column: Column, value: str, words_after: str
) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    assert model.setData(model.index(0, column), value, EDIT)
    assert words(model, claims["37"], column) == words_after
    assert session.claim(claims["37"].id).status is Status.EDITED
    assert session.undo()
    assert words(model, claims["37"], column) != words_after


def test_what_is_no_number_is_refused_with_a_sentence(case: tuple[Session, dict[str, Claim]], qtbot: QtBot) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    with qtbot.waitSignal(session.problem) as said:
        assert not model.setData(model.index(0, Column.NUMBER), "viele Leute", EDIT)
    assert "viele Leute" in said.args[0]
    assert session.claim(claims["37"].id) == claims["37"]


def test_the_same_value_is_no_change(case: tuple[Session, dict[str, Claim]], qtbot: QtBot) -> None:
    session, _ = case
    model = ClaimTableModel(session)
    with qtbot.assertNotEmitted(session.changed):
        assert not model.setData(model.index(0, Column.NUMBER), "37", EDIT)
        assert not model.setData(model.index(0, Column.WHO), "army", EDIT)


def test_a_change_touches_only_its_row(case: tuple[Session, dict[str, Claim]], qtbot: QtBot) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        session.apply(acts.accept(claims["44"]))
    assert told.args[0].row() == told.args[1].row() == model.row_of(claims["44"].id)


def test_rows_come_and_go(case: tuple[Session, dict[str, Claim]], qtbot: QtBot) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    with qtbot.assertNotEmitted(model.modelReset):
        session.apply(acts.delete(claims["16"]))
        assert (model.rowCount(), model.row_of(claims["16"].id)) == (6, None)
        session.undo()
        session.apply(acts.add_claim(replace(claims["16"], id=session.reserve())))
    assert model.rowCount() == 8


def test_a_whole_reading_resets_once(case: tuple[Session, dict[str, Claim]], qtbot: QtBot) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    first = session.reserve(30)
    many = [replace(claims["16"], id=first + number) for number in range(30)]
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.modelReset):
        session.apply(acts.add_values("extract", many))
    assert model.rowCount() == 37


def test_a_renamed_side_is_renamed_everywhere(case: tuple[Session, dict[str, Claim]]) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    side = session.sides()["government"]
    session.apply(acts.edit_value("rename_side", side, replace(side, name="Regime"), side.name))
    assert words(model, claims["37"], Column.SIDE) == "Regime"
    army = session.actors()["army"]
    session.apply(acts.edit_side_of_actor(army, "opposition"))
    assert words(model, claims["37"], Column.SIDE) == "HTS and allies"


def test_several_claims_are_decided_on_in_one_step(case: tuple[Session, dict[str, Claim]]) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    assert model.decide([0, 3, 3], acts.reject)
    assert [session.claim(claims[name].id).status for name in ("37", "44")] == [Status.REJECTED] * 2
    assert session.undo_about() == ("reject", "2 claims")
    session.undo()
    assert model.open_claims() == 7
    assert not model.decide([], acts.accept)


def test_closing_the_case_empties_the_table(tmp_path: Path, resources: Path, qtbot: QtBot) -> None:
    session, _ = fighting(tmp_path / "a.case", resources)
    model = ClaimTableModel(session)
    session.close_case()
    assert model.rowCount() == 0


def shown(proxy: ClaimFilter, column: Column = Column.NUMBER) -> list[str]:
    return [str(proxy.index(row, column).data()) for row in range(proxy.rowCount())]


def test_filters_hold_together(case: tuple[Session, dict[str, Claim]]) -> None:
    session, claims = case
    proxy = ClaimFilter(ClaimTableModel(session))
    proxy.choose(text="SOHR kämpfer")
    assert shown(proxy) == ["44"]
    proxy.choose(effect=Effect.CAPTURED.value)
    assert shown(proxy) == ["5"]
    proxy.choose(side="opposition", effect=Effect.KILLED.value)
    assert shown(proxy) == ["44", "16", "dozens (24–99)"]
    proxy.choose(side=NO_SIDE)
    assert shown(proxy) == []
    session.apply(acts.accept(claims["37"]))
    proxy.choose(status=Status.ACCEPTED.value)
    assert shown(proxy) == ["37"]
    proxy.choose()
    assert len(shown(proxy)) == 7


def test_numbers_sort_as_numbers(case: tuple[Session, dict[str, Claim]]) -> None:
    session, _ = case
    proxy = ClaimFilter(ClaimTableModel(session))
    proxy.sort(Column.NUMBER, Qt.SortOrder.AscendingOrder)
    assert shown(proxy) == ["unquantified", "at least 4", "5", "16", "dozens (24–99)", "37", "44"]
    proxy.sort(Column.SIDE, Qt.SortOrder.AscendingOrder)
    assert shown(proxy, Column.SIDE)[0] == "Civilians"


def test_the_tooltip_shows_the_sentence(case: tuple[Session, dict[str, Claim]]) -> None:
    session, claims = case
    model = ClaimTableModel(session)
    row = model.row_of(claims["44"].id)
    assert row is not None
    tip = model.index(row, Column.WHO).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<p>Hay&#x27;at Tahrir al-Sham</p><p>“")
    assert "Auf der anderen Seite starben demnach <b>44</b> <b>Kämpfer der HTS</b>" in tip
