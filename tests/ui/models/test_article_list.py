"""The queue follows the case row by row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.workbench.values import article, document, findings
from ui.models import article_list
from ui.models.article_list import ARTICLE, OPEN, ArticleFilter, ArticleListModel
from ui.session import Session
from workbench import acts, recording
from workbench.model.article import Article, ReviewState


@pytest.fixture
def model(session: Session, qtbot: QtBot) -> ArticleListModel:
    return ArticleListModel(session)


def add(session: Session, title: str) -> Article:
    text = f"{title}: drei Soldaten wurden getötet."
    added = replace(article(session.reserve(), text), title=title)
    assert session.apply(acts.import_article(added, document(text)))
    return added


def read(session: Session, of: Article) -> None:
    assert session.apply(recording.record_findings(of, findings(), session.reserve(4), automatic=True))


def titles(model: ArticleListModel | ArticleFilter) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_articles_come_and_go_with_undo(session: Session, model: ArticleListModel) -> None:
    first = add(session, "Eins")
    add(session, "Zwei")
    assert titles(model) == ["Eins", "Zwei"]
    session.apply(acts.remove_article(first, session.rows_of(first.id)))
    assert titles(model) == ["Zwei"]
    session.undo()
    assert titles(model) == ["Eins", "Zwei"]
    assert model.row_of(first.id) == 0


def test_open_claims_are_counted_as_they_are_decided(session: Session, model: ArticleListModel) -> None:
    first = add(session, "Eins")
    read(session, first)
    assert model.index(0).data(OPEN) == model.open_claims() == 2
    session.apply(acts.accept(session.claims(first.id)[0]))
    assert model.index(0).data(OPEN) == 1
    session.undo()
    assert model.open_claims() == 2
    assert model.open_claims() == sum(session.counts().values())


def test_only_the_touched_row_is_drawn_again(session: Session, model: ArticleListModel) -> None:
    add(session, "Eins")
    second = add(session, "Zwei")
    read(session, second)
    spy = QSignalSpy(model.dataChanged)
    session.apply(acts.reject(session.claims(second.id)[0]))
    assert {call[0].row() for call in map(spy.at, range(spy.count()))} == {1}


def test_states_are_tallied(session: Session, model: ArticleListModel) -> None:
    first = add(session, "Eins")
    add(session, "Zwei")
    session.apply(acts.set_state(first, ReviewState.REVIEWED))
    assert [model.in_state(state) for state in ReviewState] == [1, 0, 1]
    session.undo()
    assert model.in_state(ReviewState.NEW) == 2


def test_the_next_unreviewed_article_goes_around(session: Session, model: ArticleListModel) -> None:
    one, two, three = (add(session, title) for title in ("Eins", "Zwei", "Drei"))
    session.apply(acts.set_state(two, ReviewState.REVIEWED))
    assert model.after(one.id) == three
    assert model.after(three.id) == one
    session.apply(acts.set_state(one, ReviewState.REVIEWED))
    assert model.after(three.id) is None


def test_a_row_speaks_for_itself(session: Session, model: ArticleListModel) -> None:
    read(session, add(session, "Eins"))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Eins, 28 ")
    assert spoken.endswith("Abendpost · de, 2 open, new")


def test_another_case_is_another_queue(session: Session, model: ArticleListModel, tmp_path: Path) -> None:
    add(session, "Eins")
    session.create(tmp_path / "b.case")
    assert titles(model) == []
    session.open(tmp_path / "a.case")
    assert titles(model) == ["Eins"]
    assert model.index(0).data(ARTICLE).title == "Eins"


def test_the_filter_takes_words_and_states(session: Session, model: ArticleListModel) -> None:
    first = add(session, "Kämpfe um Aleppo")
    add(session, "Talks resume")
    session.apply(acts.set_state(first, ReviewState.REVIEWED))
    shown = ArticleFilter(session, model)
    shown.choose("aleppo", frozenset())
    assert titles(shown) == ["Kämpfe um Aleppo"]
    shown.choose("", frozenset({ReviewState.NEW}))
    assert titles(shown) == ["Talks resume"]
    shown.choose("aleppo", frozenset({ReviewState.NEW}))
    assert titles(shown) == []


def test_what_changes_leaves_the_filter_and_comes_back(session: Session, model: ArticleListModel) -> None:
    first, second = add(session, "Eins"), add(session, "Zwei")
    shown = ArticleFilter(session, model)
    shown.choose("", frozenset({ReviewState.NEW}))
    assert titles(shown) == ["Eins", "Zwei"]
    session.apply(acts.set_state(first, ReviewState.REVIEWED))
    assert titles(shown) == ["Zwei"]
    session.undo()
    assert titles(shown) == ["Eins", "Zwei"]
    session.apply(acts.edit_details(second, title="Drei", outlet="", published=None))
    shown.choose("drei", frozenset())
    assert titles(shown) == ["Drei"]


def test_articles_are_read_when_they_are_shown(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        add(session, f"Nummer {number}")
    monkeypatch.setattr(article_list, "_PAGE", 2)
    model = ArticleListModel(session)
    assert [model.known(row) for row in range(5)] == [None] * 5
    assert model.index(3).data() == "Nummer 3"
    assert [model.known(row) is not None for row in range(5)] == [False, False, True, True, False]
    shown = ArticleFilter(session, model)
    shown.choose("nummer 4", frozenset())
    assert titles(shown) == ["Nummer 4"]
    assert model.first() == model.id_at(0)


def test_without_a_case_there_is_no_queue(session: Session, model: ArticleListModel) -> None:
    add(session, "Eins")
    session.close_case()
    assert (model.rowCount(), model.first(), model.after(1)) == (0, None, None)
    shown = ArticleFilter(session, model)
    shown.choose("x", frozenset())
    assert shown.rowCount() == 0
