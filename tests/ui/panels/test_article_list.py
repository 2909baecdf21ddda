"""The queue opens what is chosen in it and follows what is opened elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.workbench.values import article, document
from ui.models.article_list import ArticleListModel
from ui.panels.article_list import ArticleList
from ui.session import Focus, Session
from ui.theme import Choice, Theme
from workbench import acts
from workbench.model.article import ReviewState


@pytest.fixture
def queue(session: Session, qtbot: QtBot, qapp: QApplication, resources: Path) -> ArticleList:
    theme = Theme(qapp, resources / "icons")
    theme.dress()
    queue = ArticleList(session, ArticleListModel(session), theme, [QAction("Details")])
    theme.setParent(queue)
    qtbot.addWidget(queue)
    return queue


def view(queue: ArticleList) -> QListView:
    return child(queue, QListView, "articleList")


def add(session: Session, title: str) -> int:
    added = article(session.reserve(), f"{title} drei Soldaten", title)
    assert session.apply(acts.import_article(added, document(f"{title} drei Soldaten")))
    return added.id


def test_an_empty_queue_says_how_to_fill_it(queue: ArticleList, session: Session) -> None:
    words = queue._empty  # noqa: SLF001 - what an empty panel says
    assert not words.isHidden()
    add(session, "Eins")
    assert words.isHidden()


def test_a_filter_that_nothing_fits_says_how_to_see_all_again(queue: ArticleList, session: Session) -> None:
    add(session, "Eins")
    words = queue._empty  # noqa: SLF001 - what an empty panel says
    child(queue, QLineEdit, "filter").setText("Zwei")
    assert not words.isHidden()
    assert words.text().startswith("No article fits.")
    child(queue, QLineEdit, "filter").clear()
    assert words.isHidden()
    queue.findChildren(QPushButton)[2].click()
    assert not words.isHidden()


def test_choosing_opens_and_opening_chooses(queue: ArticleList, session: Session, qtbot: QtBot) -> None:
    one, two = add(session, "Eins"), add(session, "Zwei")
    with qtbot.waitSignal(session.focused) as focused:
        view(queue).setCurrentIndex(view(queue).model().index(1, 0))
    assert (focused.args or [])[0] == Focus(two, asker="articleList")
    session.focus(Focus(one, asker="search"))
    assert view(queue).currentIndex().row() == 0
    QTest.keyClick(view(queue), Qt.Key.Key_Down)
    assert session.focus_now == Focus(two, asker="articleList")


def test_chips_count_and_filter(queue: ArticleList, session: Session) -> None:
    one = add(session, "Eins")
    add(session, "Zwei")
    session.apply(acts.set_state(session.article(one), ReviewState.REVIEWED))
    new, doing, done = queue.findChildren(QPushButton)
    assert [chip.text() for chip in (new, doing, done)] == ["New 1", "In review 0", "Done 1"]
    done.click()
    assert view(queue).model().rowCount() == 1
    assert queue.chosen_states() == {ReviewState.REVIEWED}
    new.click()
    assert view(queue).model().rowCount() == 2


def test_words_filter(queue: ArticleList, session: Session) -> None:
    add(session, "Eins")
    add(session, "Zwei")
    QTest.keyClicks(child(queue, QLineEdit, "filter"), "zw")
    assert view(queue).model().index(0, 0).data() == "Zwei"
    assert view(queue).model().rowCount() == 1


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_every_state_is_drawn_apart(queue: ArticleList, session: Session, choice: Choice) -> None:
    fill(session)
    for state in ReviewState:
        id_ = add(session, f"Ein langer Titel, der in zwei Zeilen steht und dann noch weiter geht: {state}")
        session.apply(acts.set_state(session.article(id_), state))
    child(queue, Theme).choose(choice)
    queue.resize(260, 500)
    image = queue.grab().toImage()
    scale = image.devicePixelRatio()
    rows = [view(queue).visualRect(view(queue).model().index(row, 0)) for row in (1, 2, 3)]
    top = view(queue).mapTo(queue, rows[0].topLeft()).y() - rows[0].top()
    signs = [image.copy(0, round((top + r.top()) * scale), round(40 * scale), round(40 * scale)) for r in rows]
    assert signs[0] != signs[1] != signs[2] != signs[0]
    child(queue, Theme).choose(Choice.SYSTEM)
