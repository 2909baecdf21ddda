"""The log shows the lines that are wanted."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from tests.workbench.values import TEXT, article, document, findings
from ui.panels.log import LogPanel
from ui.session import Session
from workbench import acts, recording


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> LogPanel:
    """Show the log of two articles; a claim of the first was accepted, and that undone."""
    fill(session)
    session.apply(acts.accept(session.claims()[0]))
    session.undo()
    text = f"{TEXT} Am Morgen."
    other = article(session.reserve(), text)
    session.apply(acts.import_article(other, document(text)))
    first = session.reserve(recording.size_of(findings()))
    session.apply(recording.record_findings(other, findings(), first, automatic=True))
    session.apply(acts.edit_details(session.article(other.id), title="Am Morgen", outlet="", published=None))
    panel = LogPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def what(panel: LogPanel) -> list[str]:
    model = child(panel, QTableView, "logTable").model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def state(panel: LogPanel) -> list[str]:
    model = child(panel, QTableView, "logTable").model()
    return [model.index(row, model.columnCount() - 1).data() for row in range(model.rowCount())]


def choose(panel: LogPanel, name: str, words: str) -> None:
    box = child(panel, QComboBox, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_by_whom_and_which_act(panel: LogPanel) -> None:
    assert len(what(panel)) == 9
    choose(panel, "logBy", "the program")
    assert all("reading of" in line or "register" in line or "new case" in line for line in what(panel))
    choose(panel, "logBy", "Ana")
    assert len(what(panel)) == 5
    choose(panel, "logAct", "accept")
    assert what(panel) == ["Undo: accept «Drei Soldaten»", "accept «Drei Soldaten»"]
    assert state(panel) == ["", "undone"]
    choose(panel, "logBy", "anybody")
    child(panel, QPushButton, "logAll").click()
    assert len(what(panel)) == 9


def test_in_an_article_by_its_title(panel: LogPanel) -> None:
    field = child(panel, QLineEdit, "logArticle")
    field.setText("Am Mor")
    assert len(what(panel)) == 9, "no title yet"
    field.setText("Am Morgen")
    assert [line.split()[0] for line in what(panel)] == ["details", "reading", "import"]
    field.clear()
    assert len(what(panel)) == 9


def test_from_day_to_day(panel: LogPanel, session: Session) -> None:
    since, until = (child(panel, QDateEdit, name) for name in ("logSince", "logUntil"))
    day = datetime.fromisoformat(session.log()[-1].at).astimezone()
    assert since.date() == QDate(day.year, day.month, day.day)
    first = since.date().addDays(-2)
    since.setMinimumDate(first)
    since.setDate(first.addDays(1))
    assert len(what(panel)) == 9
    until.setMinimumDate(first)
    until.setDate(first.addDays(1))
    assert what(panel) == []


def test_a_line_that_comes_is_shown_where_it_is_wanted(panel: LogPanel, session: Session) -> None:
    choose(panel, "logAct", "accept")
    session.apply(acts.reject(session.claims()[0]))
    assert len(what(panel)) == 2
    session.apply(acts.accept(session.claims()[1]))
    assert len(what(panel)) == 3
    session.undo()
    assert state(panel) == ["", "undone", "", "undone"]


def test_another_case_is_shown_whole(panel: LogPanel, session: Session) -> None:
    choose(panel, "logBy", "the program")
    path = session.path
    assert path is not None
    assert session.create(path.with_name("b.case"))
    assert len(what(panel)) == 1
    assert child(panel, QComboBox, "logBy").currentText() == "anybody"
