from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill
from tests.workbench.values import article, document
from ui.panels.reader_bar import SelectionBar
from ui.panels.reader_panel import ReaderPanel
from ui.reader.highlights import Key
from ui.session import Focus, Session
from ui.theme import Choice, Theme
from workbench import acts
from workbench.model.article import ReviewState
from workbench.model.claim import Claim, Relation, RelationType
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.model.span import Span


@pytest.fixture
def theme(qapp: QApplication, resources: Path) -> Iterator[Theme]:
    sheet, palette, style = qapp.styleSheet(), qapp.palette(), qapp.style().objectName()
    theme = Theme(qapp, resources / "icons")
    theme.dress()
    yield theme
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setStyle(style)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> ReaderPanel:
    panel = ReaderPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    panel.show()
    return panel


@pytest.fixture
def article_id(session: Session, panel: ReaderPanel) -> int:
    id_ = fill(session)
    session.focus(Focus(id_))
    return id_


def claims(session: Session, article_id: int) -> list[Claim]:
    return sorted(session.claims(article_id), key=lambda c: ((c.number or c.evidence).start, c.id))


def mentions(session: Session, article_id: int) -> list[Mention]:
    return sorted(session.mentions(article_id), key=lambda m: m.span)


def select(panel: ReaderPanel, row: Claim | Mention, session: Session) -> Key:
    key = ("claim" if isinstance(row, Claim) else "mention", row.id)
    session.focus(Focus(row.article_id, *key))
    return key


def shown(panel: ReaderPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def header(panel: ReaderPanel) -> str:
    return shown(panel, "articleDetails")


def test_without_an_article_it_says_what_it_is_for(panel: ReaderPanel) -> None:
    assert "an article is read" in shown(panel, "readerEmpty")
    panel.accept()
    panel.label(Label.ORG)
    panel.new_claim()
    panel.next_proposal()
    panel.delete()
    panel.find()
    panel.article_reviewed()


def test_the_focused_article_is_shown(panel: ReaderPanel, session: Session, article_id: int) -> None:
    assert panel.view.objectName() == "reader"
    assert panel.view.toPlainText() == session.text(article_id).replace("\r\n", "\n")
    assert len(panel.view.rows()) == len(session.mentions(article_id)) + len(session.claims(article_id))
    assert header(panel).endswith(f"0 of {len(claims(session, article_id))} claims reviewed")


def test_next_and_previous_go_round_the_claims(panel: ReaderPanel, session: Session, article_id: int) -> None:
    ordered = [("claim", c.id) for c in claims(session, article_id)]
    seen: list[Key | None] = []
    for _ in ordered:
        panel.next_proposal()
        seen.append(panel.view.selected)
    assert seen == ordered
    panel.previous_proposal()
    assert panel.view.selected == (ordered[-2] if len(ordered) > 1 else ordered[0])
    assert session.focus_now is not None
    assert session.focus_now.asker == "reader"


def test_accepting_and_rejecting_go_on(panel: ReaderPanel, session: Session, article_id: int) -> None:
    ordered = claims(session, article_id)
    panel.accept()  # nothing is selected: goes to the first
    assert panel.view.selected == ("claim", ordered[0].id)
    panel.accept()
    assert session.claim(ordered[0].id).status is Status.ACCEPTED
    if len(ordered) > 1:
        assert panel.view.selected == ("claim", ordered[1].id)
        panel.reject()
        assert session.claim(ordered[1].id).status is Status.REJECTED
    decided = min(2, len(ordered))
    assert f"{decided} of {len(ordered)} claims reviewed" in header(panel)


def test_undo_is_followed_without_losing_the_place(panel: ReaderPanel, session: Session, article_id: int) -> None:
    first = claims(session, article_id)[0]
    select(panel, first, session)
    panel.reject()
    caret, scroll = panel.view.caret(), panel.view.verticalScrollBar().value()
    session.undo()
    mark = panel.view.highlights.get(("claim", first.id))
    assert mark is not None
    assert mark.row == first
    assert (panel.view.caret(), panel.view.verticalScrollBar().value()) == (caret, scroll)


def test_a_selection_becomes_a_mention(panel: ReaderPanel, session: Session, article_id: int) -> None:
    text = session.text(article_id)
    before = {m.id for m in session.mentions(article_id)}
    panel.view.select_span(Span(0, 2))  # snaps to the whole first word
    panel.label(Label.EVENT)
    new = next(m for m in session.mentions(article_id) if m.id not in before)
    assert text.startswith(new.text)
    assert not text[len(new.text)].isalnum()
    assert panel.view.selected == ("mention", new.id)
    panel.label(Label.ORG)
    assert session.mention(new.id).label is Label.ORG
    panel.delete()
    assert new.id not in {m.id for m in session.mentions(article_id)}
    assert panel.view.selected is None


def test_the_bar_offers_labels_for_a_selection(panel: ReaderPanel, session: Session, article_id: int) -> None:
    bar = panel.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    panel.view.select_span(Span(0, 4))
    panel.view.selection_settled.emit()
    assert bar.isVisible()
    count = len(session.mentions(article_id))
    bar.label_chosen.emit(Label.WEAPON)
    assert not bar.isVisible()
    assert len(session.mentions(article_id)) == count + 1
    panel.view.selection_settled.emit()
    assert not bar.isVisible()


def test_borders_move_by_a_word(panel: ReaderPanel, session: Session, article_id: int) -> None:
    first = claims(session, article_id)[0]
    select(panel, first, session)
    panel.move_end(-1)
    assert session.claim(first.id).evidence.end < first.evidence.end
    panel.move_end(1)
    grown = session.claim(first.id).evidence
    assert grown.end >= first.evidence.end
    panel.move_start(1)
    assert session.claim(first.id).evidence.start > first.evidence.start
    panel.view.border_moved.emit(("claim", first.id), "start", first.evidence.start)
    assert session.claim(first.id).evidence == grown
    panel.view.select_span(Span(0, 1))
    panel.move_end(1)
    assert panel.view.selection() != Span(0, 1)


def test_a_new_claim_is_selected_and_the_analysts(
    panel: ReaderPanel, session: Session, article_id: int, qtbot: QtBot
) -> None:
    before = {c.id for c in session.claims(article_id)}
    with qtbot.waitSignal(session.problem) as told:
        panel.new_claim()
    assert told.args == ["Select the words that state the claim first, its number among them."]
    panel.view.select_span(Span(0, 12))
    panel.new_claim()
    new = next(c for c in session.claims(article_id) if c.id not in before)
    assert (new.status, new.made_by.value) == (Status.ACCEPTED, "analyst")
    assert panel.view.selected == ("claim", new.id)
    panel.delete()
    assert {c.id for c in session.claims(article_id)} == before


def test_relations_from_other_articles_go_with_a_claim(panel: ReaderPanel, session: Session, article_id: int) -> None:
    later = article(session.reserve(), "Später", "Später")
    assert session.apply(acts.import_article(later, document("Später")))
    first = claims(session, article_id)[0]
    panel.view.select_span(Span(0, 12))
    panel.new_claim()
    new = next(c for c in session.claims(article_id) if c.made_by is Maker.ANALYST)
    assert session.apply(acts.move_claim(new, first.incident_id))
    relation = Relation(RelationType.RIVAL_OF, new.id)
    other = replace(first, id=session.reserve(), article_id=later.id, relations=(relation,))
    assert session.apply(acts.add_claim(other))
    select(panel, session.claim(new.id), session)
    panel.delete()
    assert session.claim(other.id).relations == ()
    session.undo()
    assert session.claim(other.id).relations == (relation,)


def test_what_the_program_found_is_rejected_not_deleted(
    panel: ReaderPanel, session: Session, article_id: int, qtbot: QtBot
) -> None:
    first = claims(session, article_id)[0]
    select(panel, first, session)
    with qtbot.waitSignal(session.problem) as told:
        panel.delete()
    assert told.args == ["The program found this claim: reject it with X, and the record keeps it."]
    assert session.claim(first.id) == first


def test_a_span_is_shown_selected(panel: ReaderPanel, session: Session, article_id: int) -> None:
    session.focus(Focus(article_id, span=Span(3, 9), asker="search"))
    assert panel.view.selection() == Span(3, 9)


def test_a_new_side_gets_its_colour(panel: ReaderPanel, session: Session, article_id: int) -> None:
    actor = next(iter(session.actors().values()))
    assert session.apply(acts.edit_actor(session.claims(article_id)[0], actor.id))
    claim = session.claims(article_id)[0]
    other = next(s for s in session.sides().values() if s.id != actor.side)
    assert session.apply(acts.edit_side_of_actor(actor, other.id))
    assert panel.colour_of(claim) == other.colour


def test_reading_again_takes_all_rows_in(panel: ReaderPanel, session: Session, article_id: int) -> None:
    assert session.apply(acts.remove_article(session.article(article_id), session.rows_of(article_id)))
    assert panel.article is None
    session.undo()
    session.focus(Focus(article_id))
    assert len(panel.view.rows()) == len(session.mentions(article_id)) + len(session.claims(article_id))


def test_the_review_is_told_in_the_header(panel: ReaderPanel, session: Session, article_id: int) -> None:
    panel.article_reviewed()
    assert session.article(article_id).state is ReviewState.REVIEWED
    assert header(panel).endswith("✓ reviewed")


def test_words_are_found_round_the_article(panel: ReaderPanel, session: Session, article_id: int) -> None:
    word = session.text(article_id).split()[1]
    panel.find()
    field = panel.findChild(QLineEdit, "find")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, word)
    assert panel.view.textCursor().selectedText().casefold() == word.casefold()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "zzz")
    assert shown(panel, "findResult") == "not in this article"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_it_wears_the_dark_theme(panel: ReaderPanel, theme: Theme, article_id: int) -> None:
    theme.choose(Choice.DARK)
    assert panel.view.palette().base().color().name() == theme.palette.page
    theme.choose(Choice.LIGHT)
    assert panel.view.palette().base().color().name() == theme.palette.page
    theme.choose(Choice.SYSTEM)


def test_closing_the_case_empties_it(panel: ReaderPanel, session: Session, article_id: int) -> None:
    session.close_case()
    assert panel.article is None
    assert panel.view.toPlainText() == ""
