"""The log tells every act, and which of them are undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from ui.models import log
from ui.models.log import COLUMNS, LogModel
from ui.session import Session
from workbench import acts


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session = session_on(tmp_path / "a.case", resources)
    fill(session)
    yield session
    session.close_case()


@pytest.fixture
def model(session: Session, qtbot: QtBot) -> LogModel:
    return LogModel(session)


def column(model: LogModel, name: str) -> list[str]:
    return [model.index(row, COLUMNS.index(name)).data() for row in range(model.rowCount())]


def test_the_newest_act_comes_first(session: Session, model: LogModel) -> None:
    session.apply(acts.accept(session.claims()[0]))
    assert column(model, "What")[:2] == ["accept «Drei Soldaten»", "reading of «Gefechte»"]
    assert column(model, "By")[:2] == ["Ana", "the program"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "What"


def test_undo_and_redo_are_lines_and_mark_what_they_take_back(session: Session, model: LogModel) -> None:
    session.apply(acts.accept(session.claims()[0]))
    session.undo()
    assert column(model, "What")[0] == "Undo: accept «Drei Soldaten»"
    assert column(model, "State")[:2] == ["", "undone"]
    session.redo()
    assert column(model, "State")[:3] == ["", "", ""]
    session.undo()
    assert column(model, "State")[:4] == ["", "undone", "", "undone"]


def test_a_log_that_is_opened_later_says_the_same(session: Session, model: LogModel) -> None:
    session.apply(acts.accept(session.claims()[0]))
    session.undo()
    session.redo()
    session.undo()
    later = LogModel(session)
    assert [column(later, name) for name in COLUMNS] == [column(model, name) for name in COLUMNS]


def test_older_lines_come_page_by_page(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = LogModel(session).rowCount()
    monkeypatch.setattr(log, "_PAGE", 2)
    model = LogModel(session)
    assert model.rowCount() == 2
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == whole
