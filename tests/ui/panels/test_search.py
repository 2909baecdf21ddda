"""What the search finds opens at the words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from ui.panels.search import SearchPanel, heading
from ui.rich_lines import HTML
from ui.searches import Searches
from ui.session import Session
from ui.tasks import InlineTasks
from workbench import acts
from workbench.model.article import Article, ReviewState
from workbench.model.search import Found, Hit, Passage, Place, Sought


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> SearchPanel:
    panel = SearchPanel(session, Searches(session, InlineTasks(), print))
    qtbot.addWidget(panel)
    return panel


def found(panel: SearchPanel, query: str) -> QListWidget:
    panel.search(query)
    return child(panel, QListWidget, "searchResults")


def test_a_hit_opens_the_article_at_the_words(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    id_ = fill(session)
    hits = found(panel, "armee")
    assert hits.count() == 1
    assert "<b>Armee</b>" in hits.item(0).data(HTML)
    assert "die Armee" in hits.item(0).toolTip()
    with qtbot.waitSignals([session.focused, panel.opened]):
        panel.take_focus()
        QTest.keyClick(panel, Qt.Key.Key_Return)
    focus = session.focus_now
    assert focus is not None
    assert focus.span is not None
    assert focus.article_id == id_
    assert focus.span.of(session.text(id_)) == "Armee"


@pytest.mark.parametrize("query", ["getötet", "GETÖTET", "getoet", "getot"])
def test_umlauts_are_found_and_marked(panel: SearchPanel, session: Session, query: str) -> None:
    id_ = fill(session)
    hits = found(panel, query)
    assert "<b>getötet</b>" in hits.item(0).data(HTML)
    hits.itemClicked.emit(hits.item(0))
    focus = session.focus_now
    assert focus is not None
    assert focus.span is not None
    assert focus.span.of(session.text(id_)) == "getötet"


def test_a_note_opens_its_claim(panel: SearchPanel, session: Session) -> None:
    id_ = fill(session)
    claim = session.claims()[0]
    assert session.apply(acts.edit_note(claim, "Gegen <b>Straßenpolizei</b> geprüft"))
    hits = found(panel, "strassenpolizei")
    assert hits.count() == 1
    assert "&lt;b&gt;<b>Straßenpolizei</b>&lt;/b&gt;" in hits.item(0).data(HTML)
    assert "Claim in" in hits.item(0).toolTip()
    hits.itemClicked.emit(hits.item(0))
    focus = session.focus_now
    assert focus is not None
    assert (focus.article_id, focus.kind, focus.row_id) == (id_, "claim", claim.id)


def test_what_an_article_says_is_no_markup(panel: SearchPanel, session: Session) -> None:
    fill(session, "Drei <i>Soldaten</i> & ein Offizier wurden laut Armee in dem Dorf getötet, hieß es am Abend.")
    shown = found(panel, "drei abend").item(0).data(HTML)
    assert "<b>Drei</b> &lt;i&gt;Soldaten&lt;/i&gt; &amp; ein Offizier" in shown


def test_nothing_found_is_said(panel: SearchPanel, session: Session) -> None:
    fill(session)
    assert found(panel, "Xanadu").count() == 0
    assert panel._heading.text() == "0 articles hold “Xanadu”"  # noqa: SLF001 - what the panel says


def test_escape_leads_back_to_the_words(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    fill(session)
    found(panel, "armee")
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_a_search_is_narrowed_down(panel: SearchPanel, session: Session) -> None:
    id_ = fill(session)
    article = session.article(id_)
    assert session.apply(acts.edit_details(article, title="T", outlet="Bote", published=date(2024, 11, 28)))
    hits = found(panel, "armee")
    outlet, since = child(panel, QComboBox, "searchOutlet"), child(panel, QLineEdit, "searchSince")
    clear = child(panel, QPushButton, "searchClear")
    assert [outlet.itemText(row) for row in range(outlet.count())] == ["Any outlet", "Bote"]
    assert clear.isHidden()
    outlet.setCurrentIndex(1)
    assert (hits.count(), clear.isHidden()) == (1, False)
    since.setText("2024-12")
    assert hits.count() == 0
    since.setText("28.11.2024")
    assert hits.count() == 1
    since.setText("28.11.")
    assert since.property("wrong") is True
    assert "is no day" in since.toolTip()
    clear.click()
    assert (outlet.currentIndex(), since.text(), since.property("wrong"), hits.count()) == (0, "", False, 1)


def test_every_filter_offers_what_the_case_holds(panel: SearchPanel, session: Session) -> None:
    fill(session)
    found(panel, "armee")
    for name in ("searchLanguage", "searchState", "searchActor", "searchSide"):
        box = child(panel, QComboBox, name)
        for row in range(1, box.count()):
            box.setCurrentIndex(row)
            assert panel._filters.wanted("x").is_narrowed  # noqa: SLF001 - what the panel asks for
            box.setCurrentIndex(0)
    box = child(panel, QComboBox, "searchState")
    box.setCurrentIndex(box.findData("reviewed"))
    assert panel._filters.wanted("x") == Sought("x", state=ReviewState.REVIEWED)  # noqa: SLF001 - as above


HIT = Hit(Place.ARTICLE, Article(1, "", "T", "de"), Passage("T"), Passage("x"))


@pytest.mark.parametrize(
    ("wanted", "what", "said"),
    [
        (Sought(""), Found(), ""),
        (Sought("x"), Found((HIT,), 1, 0, 2000), "1 article holds “x”"),
        (Sought("x"), Found((HIT,), 30, 2, 2000), "30 articles and 2 claims or notes hold “x”; the best 1 are shown"),
        (
            Sought("x"),
            Found((HIT,), 2001, 0, 2000, ranked=False),
            "More than 2,000 articles hold “x”; the last 1 to come in are shown",
        ),
        (Sought("", outlet="Bote"), Found((HIT,), 1, 0, 2000), "1 article fits"),
        (Sought("", outlet="Bote"), Found((HIT,), 9, 0, 2000), "9 articles fit; the last published 1 are shown"),
        (Sought("x"), Found((), 0, 1, 2000), "1 claim or note holds “x”"),
        (Sought("x"), Found((), 0, 0, 2000), "0 articles hold “x”"),
    ],
)
def test_the_heading_says_how_much_there_is(wanted: Sought, what: Found, said: str) -> None:
    assert heading(wanted, what) == said
