from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import fill, session_on
from ui.panels.inspector import Inspector
from ui.panels.inspector_fields import ChoiceField
from ui.session import Focus, Session
from workbench import acts
from workbench.model.actor import Actor, Side
from workbench.model.claim import Category, Claim, Effect, Modifier
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention, Status
from workbench.registers import Registers


@pytest.fixture
def session(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Session]:
    session = session_on(tmp_path / "a.case", resources)
    known = session.registers
    hezbollah = Actor("lb_hezbollah", "Hezbollah", "rebel", "LB", 2, side="government")
    session.registers = Registers({**known.actors, hezbollah.id: hezbollah}, known.sources, known.sides)
    yield session
    session.close_case()


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Inspector:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 800)
    inspector.show()
    return inspector


@pytest.fixture
def claim(session: Session, inspector: Inspector) -> Claim:
    """Focus the claim on three soldiers."""
    article_id = fill(session)
    claim = next(c for c in session.claims(article_id) if c.quantity.value == 3)
    session.focus(Focus(article_id, "claim", claim.id))
    return claim


@pytest.fixture
def mention(session: Session, claim: Claim) -> Mention:
    mention = session.mentions(claim.article_id)[0]
    session.focus(Focus(claim.article_id, "mention", mention.id))
    return mention


def field(inspector: Inspector, name: str) -> QWidget:
    named = [w for w in inspector.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()]
    return named[0]


def line(inspector: Inspector, name: str) -> QLineEdit:
    found = field(inspector, name)
    assert isinstance(found, QLineEdit)
    return found


def box(inspector: Inspector, name: str) -> ChoiceField:
    found = field(inspector, name)
    assert isinstance(found, ChoiceField)
    return found


def choose(inspector: Inspector, name: str, words: str) -> None:
    """Choose an entry as a click in the list of the box does."""
    found = box(inspector, name)
    number = next(n for n in range(found.count()) if words in found.itemText(n))
    found.setCurrentIndex(number)
    found.activated.emit(number)


def text(inspector: Inspector, name: str) -> str:
    label = inspector.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def shown_words(inspector: Inspector) -> list[str]:
    return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]


def cards(inspector: Inspector) -> list[str]:
    return [f.accessibleName() for f in inspector.findChildren(QFrame) if f.property("class") in ("good", "warn")]


def test_without_a_focus_it_says_what_it_is_for(inspector: Inspector) -> None:
    assert "a claim is taken apart" in text(inspector, "inspectorEmpty")
    inspector.edit("number")
    assert inspector.row is None


def test_a_claim_is_shown(inspector: Inspector, claim: Claim) -> None:
    assert text(inspector, "inspectorHeading") == "3 killed"
    assert text(inspector, "inspectorStatus") == "proposed · claim 1 of 2"
    assert line(inspector, "Number").text() == "3"
    assert box(inspector, "Effect").currentText() == "killed"
    assert box(inspector, "Side").currentText() == "Side unknown"


def test_the_check_that_touches_it_is_a_sentence_and_a_sign(inspector: Inspector, claim: Claim) -> None:
    assert any(card.startswith("The subset fits. 1 ≤ 3") for card in cards(inspector))
    assert any(label.text().startswith("✓") for label in inspector.findChildren(QLabel))


def test_a_broken_check_is_a_warning(inspector: Inspector, session: Session, claim: Claim) -> None:
    part = next(c for c in session.claims(claim.article_id) if c.id != claim.id)
    assert session.apply(acts.edit_quantity(part, replace(part.quantity, value=9, low=9, high=9, best=9)))
    assert any(card.startswith("The subset is larger than the whole.") for card in cards(inspector))
    assert any(label.text().startswith("⚠") for label in inspector.findChildren(QLabel))


@pytest.mark.parametrize(("typed", "shown"), [("at least 4", "At least 4 killed"), ("unknown", "Unknown killed")])
def test_a_number_is_typed_and_confirmed(
    inspector: Inspector, session: Session, claim: Claim, typed: str, shown: str
) -> None:
    inspector.edit("number")
    number = line(inspector, "Number")
    QTest.keyClicks(number, typed)
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert text(inspector, "inspectorHeading") == shown
    assert session.claim(claim.id).status is Status.EDITED


def test_escape_leaves_a_number_as_it_was(inspector: Inspector, session: Session, claim: Claim) -> None:
    inspector.edit("number")
    number = line(inspector, "Number")
    QTest.keyClicks(number, "99")
    QTest.keyClick(number, Qt.Key.Key_Escape)
    assert number.text() == "3"
    assert session.claim(claim.id) == claim


def test_what_is_no_number_is_refused_in_a_sentence(
    inspector: Inspector, session: Session, claim: Claim, qtbot: QtBot
) -> None:
    number = line(inspector, "Number")
    number.setText("lots and lots")
    with qtbot.waitSignal(session.problem) as told:
        QTest.keyClick(number, Qt.Key.Key_Return)
    assert told.args is not None
    assert "Write it as 37" in told.args[0]
    assert session.claim(claim.id) == claim


def test_what_is_being_typed_is_not_overwritten(inspector: Inspector, session: Session, claim: Claim) -> None:
    inspector.activateWindow()
    inspector.edit("number")
    number = line(inspector, "Number")
    QTest.keyClicks(number, "41")
    assert session.apply(acts.edit_note(claim, "checked"))
    assert number.text() == ("41" if number.hasFocus() else "3")


def test_effect_side_who_category_origin_and_note(inspector: Inspector, session: Session, claim: Claim) -> None:
    choose(inspector, "Effect", "wounded")
    choose(inspector, "Who", "HTS")
    assert box(inspector, "Side").brief == "Opposition"
    assert "follows from who" in shown_words(inspector)
    choose(inspector, "Side", "Government")
    choose(inspector, "Category", "officers")
    choose(inspector, "Said by", "SOHR")
    note = line(inspector, "Note")
    QTest.keyClicks(note, "seen twice")
    QTest.keyClick(note, Qt.Key.Key_Return)
    now = session.claim(claim.id)
    assert (now.effect, now.actor, now.side) == (Effect.WOUNDED, "sy_hts", "government")
    assert (now.category, now.origin, now.note) == (Category.OFFICER, "sohr", "seen twice")


def test_a_party_to_the_war_may_say_so_too(inspector: Inspector, session: Session, claim: Claim) -> None:
    choose(inspector, "Said by", "HTS")
    assert session.claim(claim.id).origin == "sy_hts"
    assert box(inspector, "Said by").brief == "HTS"


def test_the_side_set_for_the_claim_follows_from_nobody(inspector: Inspector, session: Session, claim: Claim) -> None:
    choose(inspector, "Side", "Government")
    assert "follows from who" not in shown_words(inspector)


@pytest.mark.parametrize("name", ["Effect", "Side", "Who", "Category", "Said by", "Incident"])
def test_the_same_again_is_no_act(inspector: Inspector, session: Session, claim: Claim, name: str) -> None:
    before = session.undo_about()
    same = box(inspector, name)
    same.activated.emit(same.currentIndex())
    assert session.claim(claim.id) == claim
    assert session.undo_about() == before


def test_a_number_confirmed_as_it_was_is_no_act(inspector: Inspector, session: Session, claim: Claim) -> None:
    QTest.keyClick(line(inspector, "Number"), Qt.Key.Key_Return)
    assert session.claim(claim.id) == claim


def test_a_mention_named_the_same_again_is_no_act(inspector: Inspector, session: Session, mention: Mention) -> None:
    for name in ("Label", "Linked to"):
        same = box(inspector, name)
        same.activated.emit(same.currentIndex())
    assert session.mention(mention.id) == mention


def test_a_claim_moves_to_another_incident(inspector: Inspector, session: Session, claim: Claim) -> None:
    twin = replace(session.incidents()[0], id=session.reserve())
    other = Incident(session.reserve(), "Beschuss")
    assert session.apply(acts.add_values("add_incident", [twin, other]))
    incidents = box(inspector, "Incident")
    assert incidents.count() == 2  # until somebody enters the field, there is only the one that is shown
    inspector.edit("incident")
    assert f"Gefechte bei Aleppo (no. {twin.id})" in [incidents.itemText(n) for n in range(incidents.count())]
    incidents.setEditText("besch")
    QTest.keyClick(incidents, Qt.Key.Key_Return)
    assert session.claim(claim.id).incident_id == other.id
    assert session.undo_about() == ("move_claim", "Drei Soldaten")
    choose(inspector, "Incident", "none of them")
    assert session.claim(claim.id).incident_id is None


def test_who_is_searched_by_typing(inspector: Inspector, session: Session, claim: Claim) -> None:
    inspector.edit("who")
    who = box(inspector, "Who")
    who.setEditText("hts")
    QTest.keyClick(who, Qt.Key.Key_Return)
    assert session.claim(claim.id).actor == "sy_hts"


def test_an_actor_of_the_register_comes_into_the_case_with_the_act(
    inspector: Inspector, session: Session, claim: Claim
) -> None:
    assert "lb_hezbollah" not in session.actors()
    choose(inspector, "Who", "Hezbollah")
    assert session.claim(claim.id).actor == "lb_hezbollah"
    assert session.actors()["lb_hezbollah"].side == "government"
    session.undo()
    assert session.claim(claim.id).actor == claim.actor


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_closed_box_changes_nothing_by_arrow_or_letter(inspector: Inspector, session: Session, claim: Claim) -> None:
    effect = box(inspector, "Effect")
    QTest.keyClick(effect, Qt.Key.Key_Down)
    assert session.claim(claim.id) == claim
    assert effect.view().isVisible()
    effect.hidePopup()
    QTest.keyClick(effect, Qt.Key.Key_Escape)
    assert session.claim(claim.id) == claim


def test_a_relation_leads_to_the_other_claim(inspector: Inspector, session: Session, claim: Claim) -> None:
    link = next(b for b in inspector.findChildren(QPushButton) if b.accessibleName().startswith("Go to: includes «ein"))
    link.click()
    assert session.focus_now is not None
    assert session.focus_now.row_id != claim.id
    assert text(inspector, "inspectorHeading") == "1 killed"


def test_accepting_goes_on_to_the_next_claim(inspector: Inspector, session: Session, claim: Claim) -> None:
    accept, reject = field(inspector, "Accept"), field(inspector, "Reject")
    assert isinstance(accept, QPushButton)
    assert isinstance(reject, QPushButton)
    accept.click()
    assert session.claim(claim.id).status is Status.ACCEPTED
    assert inspector.row is not None
    assert inspector.row.id != claim.id
    reject.click()
    assert inspector.row.status is Status.REJECTED
    assert not reject.isEnabled()
    assert accept.isEnabled()


def test_a_mention_is_relabelled_and_linked(inspector: Inspector, session: Session, mention: Mention) -> None:
    assert text(inspector, "inspectorHeading") == "Armee"
    choose(inspector, "Label", "source")
    choose(inspector, "Linked to", "SOHR")
    now = session.mention(mention.id)
    assert (now.label, now.actor, now.status) == (Label.SOURCE, "sohr", Status.EDITED)
    inspector.edit("who")
    assert text(inspector, "inspectorStatus") == "edited · source"


def test_other_articles_cost_it_nothing(
    inspector: Inspector, session: Session, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(session, "reckoning_of", asked.append)
    incident = Incident(session.reserve(), "Other")
    assert session.apply(acts.add_values("other", [incident, Side("neutral", "Neutral", "#000000")]))
    assert not asked
    assert inspector.row == claim


def test_an_actor_renamed_is_offered_by_its_new_name(inspector: Inspector, session: Session, claim: Claim) -> None:
    hts = session.actors()["sy_hts"]
    assert session.apply(acts.edit_value("rename_actor", hts, replace(hts, name="Tahrir al-Sham"), hts.name))
    who = box(inspector, "Who")
    assert "Tahrir al-Sham" in [who.itemText(n) for n in range(who.count())]


def test_fields_keep_their_height_where_room_is_short(inspector: Inspector, session: Session, claim: Claim) -> None:
    part = next(c for c in session.claims(claim.article_id) if c.id != claim.id)
    at_least = replace(part.quantity, high=None, modifier=Modifier.AT_LEAST)
    assert session.apply(acts.edit_quantity(part, at_least))
    session.focus(Focus(claim.article_id, "claim", part.id))
    inspector.resize(300, 320)
    fields = [field(inspector, name) for name in ("Number", "Effect", "Who", "Relation", "Note")]
    assert all(shown.height() >= shown.sizeHint().height() for shown in fields)
    why = field(inspector, "Why this claim")
    assert isinstance(why, QToolButton)
    why.click()
    assert "darunter" in [label.text().removeprefix("• ") for label in inspector.findChildren(QLabel)]
    assert all(shown.height() >= shown.sizeHint().height() for shown in fields)


def test_what_goes_is_shown_no_longer(inspector: Inspector, session: Session, mention: Mention) -> None:
    assert session.apply(acts.delete(mention))
    assert inspector.row is None
    session.undo()
    session.focus(Focus(mention.article_id, "mention", mention.id))
    session.close_case()
    assert text(inspector, "inspectorEmpty")


def test_every_control_has_an_accessible_name(inspector: Inspector, claim: Claim) -> None:
    controls = (QLineEdit, QComboBox, QPushButton, QToolButton)
    shown = [w for w in inspector.findChildren(QWidget) if isinstance(w, controls) and w.isVisible()]
    assert len(shown) > 10
    assert not [w for w in shown if not w.accessibleName()]
