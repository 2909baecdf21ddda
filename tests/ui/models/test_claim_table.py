from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.workbench.values import article, document
from ui.models.claim_filter import NO_SIDE, ClaimFilter
from ui.models.claim_table import HEADINGS, ClaimTableModel, Column
from ui.session import Session
from workbench import acts
from workbench.case import Queue
from workbench.casefile import queue
from workbench.errors import NotACaseFile
from workbench.model.article import Article
from workbench.model.claim import Claim, Effect
from workbench.model.mention import Status
from workbench.wording import article_words

Long = tuple[Session, ClaimTableModel]
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


@pytest.fixture
def long(tmp_path: Path, resources: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Long]:
    """Hold a table of two articles, of which one is read at once."""
    monkeypatch.setattr(queue, "_PIECE", 1)
    session, _ = fighting(tmp_path / "a.case", resources)
    later = article(session.reserve(), "Ein zweiter Text.")
    session.apply(acts.import_article(later, document("Ein zweiter Text.")))
    many = [replace(session.claims()[0], id=session.reserve(), article_id=later.id, relations=()) for _ in range(25)]
    session.apply(acts.add_values("add_claims", many))
    model = ClaimTableModel(session, awaited=False)
    model.slices.at_once = model.slices.each = 0
    yield session, model
    session.close_case()


def rows(model: ClaimTableModel) -> list[Claim]:
    return [model.claim_at(row) for row in range(model.rowCount())]


def test_a_long_table_is_read_between_the_events(long: Long, qtbot: QtBot) -> None:
    session, model = long
    model.wake()
    first, *_ = articles = session.articles()
    assert rows(model) == session.claims(first.id)
    qtbot.waitUntil(lambda: not model.slices.is_busy)
    assert rows(model) == session.claims()
    assert model.data(model.index(len(rows(model)) - 1, Column.ARTICLE)) == article_words(articles[1])


def test_what_is_changed_while_it_is_read_is_shown(long: Long, qtbot: QtBot) -> None:
    session, model = long
    model.wake()
    first, *_, last = session.claims()
    for claim in (first, last):
        session.apply(acts.reject(claim))
    more = replace(last, id=session.reserve())
    session.apply(acts.add_values("add_claim", [more]))
    assert last.id not in {claim.id for claim in rows(model)}
    qtbot.waitUntil(lambda: not model.slices.is_busy)
    assert rows(model) == session.claims()
    assert all(model.claim_at(model.row_of(claim.id) or 0) == claim for claim in session.claims())


def test_many_rows_come_and_go_without_reading_all(long: Long, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session, model = long
    model.wake()
    qtbot.waitUntil(lambda: not model.slices.is_busy)
    monkeypatch.setattr(Queue, "pieces", lambda _: pytest.fail("read all"))
    before = rows(model)
    assert session.undo()
    assert rows(model) == before[:-25]
    assert session.redo()
    assert rows(model) == before
    assert [model.row_of(claim.id) for claim in before] == list(range(len(before)))


def test_what_cannot_be_read_is_told_and_leaves_the_table_empty(
    long: Long, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, model = long
    model.wake()
    with monkeypatch.context() as patch, qtbot.waitSignal(session.problem) as told:
        patch.setattr(Queue, "between", _gone)
    assert told.args == ["a.case has gone."]
    assert rows(model) == []
    model.wake()
    qtbot.waitUntil(lambda: not model.slices.is_busy)
    assert rows(model) == session.claims()


def _gone(*_: object) -> list[Article]:
    raise NotACaseFile("a.case has gone.")


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
