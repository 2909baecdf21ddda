"""The log tells every act, and which of them are undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from ui.models import log
from ui.models.log import ARTICLE, COLUMNS, LogModel
from ui.session import Session
from workbench import acts
from workbench.model.article import ReviewState


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


def test_changes_that_come_together_are_all_told(session: Session, model: LogModel) -> None:
    first, second = session.claims()[:2]
    with session.together():
        session.attempt(acts.accept(first))
        session.attempt(acts.reject(second))
    told = column(model, "What")
    assert [words.partition(" ")[0] for words in told[:3]] == ["reject", "accept", "reading"]
    session.undo()
    assert len(column(model, "What")) == len(told) + 1
    assert column(model, "State")[1:3] == ["undone", ""]


def test_undo_and_redo_are_lines_and_mark_what_they_take_back(session: Session, model: LogModel) -> None:
    session.apply(acts.accept(session.claims()[0]))
    session.undo()
    assert column(model, "What")[0] == "Undo: accept «Drei Soldaten»"
    assert column(model, "State")[:2] == ["", "undone"]
    session.redo()
    assert column(model, "State")[:3] == ["", "", ""]
    session.undo()
    assert column(model, "State")[:4] == ["", "undone", "", "undone"]


def test_a_line_names_its_article_by_its_title_now(session: Session, model: LogModel) -> None:
    [article] = session.articles()
    session.apply(acts.accept(session.claims()[0]))
    assert column(model, "Article") == ["Gefechte", "Gefechte", "", "Gefechte", ""]
    assert [model.index(row, 0).data(ARTICLE) for row in range(3)] == [article.id, article.id, 0]
    session.apply(acts.edit_details(session.articles()[0], title="Anders", outlet="", published=None))
    assert column(model, "Article")[:2] == ["Anders", "Anders"]
    session.apply(acts.remove_article(session.articles()[0], session.rows_of(article.id)))
    assert set(column(model, "Article")) == {""}
    assert model.index(0, 0).data(ARTICLE) == 0


def test_what_is_undone_is_struck_through(session: Session, model: LogModel, qtbot: QtBot) -> None:
    session.apply(acts.accept(session.claims()[0]))
    assert model.index(0, 1).data(Qt.ItemDataRole.FontRole) is None
    with qtbot.waitSignal(model.dataChanged):
        session.undo()
    assert model.index(1, 1).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert model.index(0, 1).data(Qt.ItemDataRole.FontRole) is None


def test_long_words_are_shown_in_full(session: Session, model: LogModel) -> None:
    [article] = session.articles()
    title = "Ein Titel, der länger ist als vierundvierzig Buchstaben, wie so mancher"
    session.apply(acts.edit_details(article, title=title, outlet="", published=None))
    session.apply(acts.set_state(session.articles()[0], ReviewState.REVIEWED))
    assert column(model, "What")[0] == f"state of «{title}»"


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


def test_a_note_of_many_lines_is_told_when_it_is_pointed_at(session: Session, model: LogModel) -> None:
    claim, other = session.claims()
    note = "\n".join(f"act {n}" for n in range(20))
    session.apply(replace(acts.accept(claim), note=note))
    session.apply(replace(acts.accept(other), note="seen"))
    told = [model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1)]
    assert told[0].endswith("(UTC)")
    assert column(model, "Why")[:2] == ["seen", "act 0"]
    assert told[1].endswith("act 11\n… 8 more")
