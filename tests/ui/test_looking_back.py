"""The case as it stood, read-only, and back; and the reason that goes with the next change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.ui.window import Opened, opened
from ui.dialogs.reason import WhyNext
from ui.looking_back import LookingBack
from workbench import acts
from workbench.errors import CaseNotWritable
from workbench.model.claim import Claim
from workbench.model.mention import Status


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    """Hold a window on a case of which one claim was rejected."""
    with opened(monkeypatch, tmp_path / "own") as desk:
        assert desk.session.create(tmp_path / "Aleppo.case")
        fill(desk.session)
        assert desk.session.apply(acts.reject(first(desk)))
        yield desk


def first(desk: Opened) -> Claim:
    return desk.session.claims()[0]


def look_back(desk: Opened, row: int) -> None:
    """Show the case as it stood after the line in a row of the log."""
    desk.window.show_workspace(4)
    table = child(desk.window, QTableView, "logTable")
    table.setCurrentIndex(table.model().index(row, 0))
    child(desk.window, QPushButton, "logPast").click()


def bar(desk: Opened) -> str:
    return child(desk.window, QLabel, "pastWords").text()


def test_the_case_is_shown_as_it_stood_and_takes_no_changes(desk: Opened) -> None:
    here = desk.session.path
    look_back(desk, 1)
    assert first(desk).status is Status.PROPOSED
    assert "Aleppo as it stood after line" in bar(desk)
    assert child(desk.window, QLabel, "saved").text() == "Read-only"
    assert desk.session.path == here != desk.session.file
    assert not desk.session.apply(acts.accept(first(desk)))
    assert "go back to now" in child(desk.window, QLabel, "messageWords").text()
    child(desk.window, QPushButton, "pastBack").click()
    assert first(desk).status is Status.REJECTED
    assert bar(desk) == ""
    assert desk.session.undo()
    assert desk.session.file == here


def test_one_looks_further_back_and_nothing_is_left_behind(desk: Opened) -> None:
    look_back(desk, 1)
    one = desk.session.file
    look_back(desk, 3)
    other = desk.session.file
    assert one is not None
    assert other is not None
    assert not desk.session.claims()
    assert not one.parent.exists()
    desk.do("close_case")
    assert not other.parent.exists()
    assert not desk.session.is_open


def test_the_report_is_of_what_is_shown(desk: Opened, tmp_path: Path) -> None:
    look_back(desk, 3)
    desk.answers.case_path = tmp_path / "then.html"
    desk.do("report")
    assert "Drei Soldaten" not in (tmp_path / "then.html").read_text("utf-8")


def test_while_articles_are_read_one_does_not_look_back(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.intake.Intake.is_busy", True)
    look_back(desk, 1)
    assert bar(desk) == ""
    assert "Articles are being read" in child(desk.window, QLabel, "messageWords").text()


def test_what_cannot_be_made_is_told(desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise CaseNotWritable("There is no room.")

    path = desk.session.path
    monkeypatch.setattr(child(desk.window, LookingBack), "_making", lambda *_: full)
    look_back(desk, 1)
    assert child(desk.window, QLabel, "messageWords").text() == "There is no room."
    assert bar(desk) == ""
    assert desk.session.file == path


def test_the_reason_goes_with_the_next_change_and_no_other(desk: Opened) -> None:
    desk.do("say_why")
    (dialog,) = (d for d in desk.window.findChildren(WhyNext) if d.isVisible())
    reasons = child(dialog, QComboBox, "whyReason")
    reasons.setCurrentIndex(reasons.findText("told twice"))
    child(dialog, QLineEdit, "whyNote").setText(" siehe Artikel 3 ")
    dialog.accept()
    why = child(desk.window, QLabel, "whyNow")
    assert why.text() == "Reason for the next change: told twice · siehe Artikel 3"
    assert desk.session.apply(acts.accept(first(desk)))
    assert why.text() == ""
    assert desk.session.apply(acts.reject(first(desk)))
    last, before, *_ = desk.session.log()
    assert (before.act, before.reason, before.note) == ("accept", "told_twice", "siehe Artikel 3")
    assert (last.reason, last.note) == ("", "")
