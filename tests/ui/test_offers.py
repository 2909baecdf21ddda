"""What is offered after a correction and once a case's conflict is clear, taken by a key or a button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import ACTORS, SIDES, SOURCES
from tests.ui.window import Opened, opened
from tests.workbench.values import article, claim, document, incident, mention
from ui.dialogs.conflict_choice import ConflictChoice
from ui.session import Focus
from workbench import acts
from workbench.changes import Change, adding
from workbench.conflicts import Conflict
from workbench.model.claim import Claim
from workbench.model.mention import Label, Mention
from workbench.model.span import Span

NAME = "Morgenbrigade"
WAR = Conflict("war", "The war", "Der Krieg", ("SY",), date(2011, 3, 15), None, {"sy_hts": "government"})


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as desk:
        desk.session.conflicts = {"war": WAR}
        desk.session.create(tmp_path / "a.case")
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        yield desk


def fill(desk: Opened, articles: int, actor: str | None = None) -> None:
    """Take in articles that name the brigade and count its people once."""
    session = desk.session
    for id_ in range(1, articles + 1):
        text = f"Kämpfer der {NAME} starben. {id_}"
        session.apply(acts.import_article(article(id_, text), document(text)))
    rows: list[Mention | Claim] = []
    for id_ in range(1, articles + 1):
        span = Span(12, 12 + len(NAME))
        rows.append(mention(100 + id_, article_id=id_, span=span, text=NAME, label=Label.ARMED_GROUP, actor=actor))
        counted = claim(200 + id_, article_id=id_, incident_id=300)
        rows.append(replace(counted, victims=Span(0, 25), victims_text=f"Kämpfer der {NAME}"))
    session.apply(Change("extract", adding([*SIDES, *ACTORS, *SOURCES, incident(300), *rows]), automatic=True))
    session.focus(Focus(1))


def correct(desk: Opened, actor: str = "sy_hts") -> None:
    assert desk.session.apply(acts.link(desk.session.mention(101), actor), asker="inspector")


def test_a_correction_is_offered_to_the_other_places_and_taken_by_its_action(desk: Opened) -> None:
    fill(desk, 3)
    bar = desk.window.offer
    assert bar.isHidden()
    correct(desk)
    assert f"«{NAME}» is HTS" in bar.sentence
    assert "the other 5 places in 3 articles" in bar.sentence
    assert "New articles are read so too." in bar.sentence
    assert bar.toolTip().count("\n") == 2
    lines = len(desk.session.log())
    desk.do("take_offer")
    assert bar.isHidden()
    assert len(desk.session.log()) == lines + 1
    assert {m.actor for n in (1, 2, 3) for m in desk.session.mentions(n)} == {"sy_hts"}
    assert {c.actor for c in desk.session.claims()} == {"sy_hts"}
    assert NAME in desk.session.actors()["sy_hts"].aliases
    desk.do("undo")
    assert {c.actor for c in desk.session.claims()} == {None}
    assert NAME not in desk.session.actors()["sy_hts"].aliases
    assert bar.isHidden()


def test_a_name_that_names_nobody_any_more_is_forgotten(desk: Opened) -> None:
    fill(desk, 2, actor="sy_hts")
    hts = desk.session.actors()["sy_hts"]
    desk.session.apply(acts.edit_value("edit_actor", hts, replace(hts, aliases=(NAME,)), hts.name))
    desk.session.apply(acts.relabel(desk.session.mention(101), Label.ORG), asker="reader")
    assert "New articles no longer take it for HTS." in desk.window.offer.sentence


def test_a_name_alone_is_offered_to_be_learnt(desk: Opened) -> None:
    fill(desk, 1)
    desk.session.apply(acts.reject(desk.session.claims()[0]))
    correct(desk)
    assert "Read new articles of the case so too?" in desk.window.offer.sentence
    desk.do("take_offer")
    assert NAME in desk.session.known().actors["sy_hts"].aliases


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda desk: acts.relabel(desk.session.mention(101), Label.ORG), "is labelled organisation"),
        (lambda desk: acts.reject(desk.session.mention(101)), "is rejected"),
        (lambda desk: acts.edit_side(desk.session.claim(201), "government"), "counts for Government"),
    ],
)
def test_labels_rejections_and_sides_are_offered_too(desk: Opened, act: object, words: str) -> None:
    assert callable(act)
    fill(desk, 2)
    desk.session.apply(act(desk), asker="reader")
    assert words in desk.window.offer.sentence
    assert child(desk.window.offer, QPushButton, "offerTake").text().startswith("Apply to the other one")
    child(desk.window.offer, QPushButton, "offerTake").click()
    assert desk.session.undo_about() is not None
    assert desk.session.undo_about()[0] == "teach"  # type: ignore[index]  # it is not None


def test_an_offer_goes_with_the_next_thing_done_and_when_it_is_declined(desk: Opened) -> None:
    fill(desk, 2)
    correct(desk)
    desk.session.apply(acts.accept(desk.session.claim(201)), asker="reader")
    assert desk.window.offer.isHidden()
    desk.do("undo")
    desk.do("undo")
    assert desk.window.offer.isHidden()
    correct(desk)
    desk.do("leave_offer")
    assert desk.window.offer.isHidden()
    desk.do("take_offer")
    assert "Nothing is offered" in desk.window.message.sentence
    assert desk.session.mention(102).actor is None


def test_a_conflict_the_articles_speak_of_is_offered_and_moves_the_figures(desk: Opened) -> None:
    fill(desk, 3, actor="sy_hts")
    desk.session.apply(acts.edit_actor(desk.session.claim(201), "sy_hts"))
    assert "opposition" in sides(desk)
    reopen(desk)
    assert "These articles speak of HTS. Take over the sides of “The war”?" in desk.window.offer.sentence
    desk.do("take_offer")
    assert desk.session.undo_about() == ("choose_conflict", "The war")
    assert desk.session.actors()["sy_hts"].side == "government"
    assert "government" in sides(desk)
    assert "opposition" not in sides(desk)
    assert desk.window.offer.isHidden()
    desk.do("undo")
    assert desk.session.actors()["sy_hts"].side == "opposition"


def sides(desk: Opened) -> set[str | None]:
    return {figure.side for figure in desk.session.reckoning().figures}


def reopen(desk: Opened) -> None:
    path = desk.session.path
    assert path is not None
    desk.session.close_case()
    desk.session.open(path)


def test_a_conflict_that_is_declined_is_not_offered_again(desk: Opened) -> None:
    fill(desk, 3, actor="sy_hts")
    reopen(desk)
    child(desk.window.offer, QPushButton, "offerDecline").click()
    reopen(desk)
    assert desk.window.offer.isHidden()


def test_another_conflict_is_chosen_from_the_list(desk: Opened) -> None:
    fill(desk, 3, actor="sy_hts")
    reopen(desk)
    child(desk.window.offer, QPushButton, "offerOther").click()
    dialog = child(desk.window, ConflictChoice)
    assert dialog.chosen == ""
    child(dialog, QDialogButtonBox).accepted.emit()
    assert desk.session.method().conflict == ""
    assert not desk.window.offer.isHidden()


def test_a_new_case_is_asked_for_its_conflict(desk: Opened, tmp_path: Path) -> None:
    desk.answers.case_path = tmp_path / "b.case"
    desk.do("new_case")
    dialog = child(desk.window, ConflictChoice)
    child(dialog, QLineEdit, "conflictSearch").setText("krieg")
    child(dialog, QDialogButtonBox).accepted.emit()
    assert desk.session.method().conflict == "war"
    assert desk.session.actors()["sy_hts"].side == "government"


def test_articles_that_hold_the_words_without_a_find_are_offered_to_be_read_again(desk: Opened) -> None:
    fill(desk, 1)
    text = f"Gestern griff die {NAME} erneut an."
    desk.session.apply(acts.import_article(article(9, text), document(text)), asker="test")
    correct(desk)
    desk.do("take_offer")
    assert "in one article more, where nothing was found yet. Read it again?" in desk.window.offer.sentence
    desk.do("take_offer")
    assert len(desk.session.claims(9)) == 2
    assert desk.window.offer.isHidden()


def test_proposals_are_gone_through_from_the_least_sure_one_on(desk: Opened) -> None:
    fill(desk, 1)
    rows = [mention(400 + n, article_id=1, span=Span(n, n + 1), confidence=c) for n, c in enumerate((0.9, 0.4, 0.6))]
    desk.session.apply(Change("extract", adding(rows), automatic=True))
    desk.session.focus(Focus(1, "mention", 400, Span(0, 1)))
    desk.do("least_sure")
    order = []
    for _ in range(3):
        desk.do("previous")
        focus = desk.session.focus_now
        assert focus is not None
        order.append(focus.row_id)
    assert order[:2] == [402, 401]
    desk.do("least_sure")
    assert not desk.session.least_sure_first
