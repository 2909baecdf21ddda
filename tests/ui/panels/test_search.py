"""What the search finds opens at the words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from ui.panels.search import SearchPanel, place_of
from ui.rich_lines import HTML
from ui.session import Session
from workbench.model.span import Span


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> SearchPanel:
    panel = SearchPanel(session)
    qtbot.addWidget(panel)
    return panel


def found(panel: SearchPanel, query: str, qtbot: QtBot) -> QListWidget:
    panel.search(query)
    qtbot.waitUntil(lambda: f"“{query}”" in panel._heading.text())  # noqa: SLF001 - the typing has rested
    return child(panel, QListWidget, "searchResults")


def test_a_hit_opens_the_article_at_the_words(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    id_ = fill(session)
    hits = found(panel, "offizier", qtbot)
    assert hits.count() == 1
    assert "<b>Offizier</b>" in hits.item(0).data(HTML)
    assert "darunter ein Offizier" in hits.item(0).toolTip()
    with qtbot.waitSignals([session.focused, panel.opened]):
        panel.take_focus()
        QTest.keyClick(panel, Qt.Key.Key_Return)
    focus = session.focus_now
    assert focus is not None
    assert focus.span is not None
    assert focus.article_id == id_
    assert focus.span.of(session.text(id_)) == "Offizier"


@pytest.mark.parametrize("query", ["getötet", "GETÖTET", "getöt"])
def test_umlauts_are_found_and_marked(panel: SearchPanel, session: Session, qtbot: QtBot, query: str) -> None:
    id_ = fill(session)
    hits = found(panel, query, qtbot)
    assert "<b>getötet</b>" in hits.item(0).data(HTML)
    hits.itemClicked.emit(hits.item(0))
    focus = session.focus_now
    assert focus is not None
    assert focus.span is not None
    assert focus.span.of(session.text(id_)) == "getötet"


def test_what_an_article_says_is_no_markup(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    fill(session, "Drei <i>Soldaten</i> & ein Offizier wurden laut Armee in dem Dorf getötet, hieß es am Abend.")
    shown = found(panel, "offizier", qtbot).item(0).data(HTML)
    assert "&lt;i&gt;Soldaten&lt;/i&gt; &amp; ein <b>Offizier</b>" in shown


def test_nothing_found_is_said(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    fill(session)
    assert found(panel, "Xanadu", qtbot).count() == 0
    assert panel._heading.text().startswith("0 articles")  # noqa: SLF001 - what the panel says


def test_words_are_found_behind_emoji_by_code_points() -> None:
    assert place_of("Armee", "🪖 die armee") == Span(6, 11)
    assert place_of("(x", "a (X)") == Span(2, 4)
    assert place_of("nirgends", "a") is None
