"""What stands beside a chart: who may be counted twice, above the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.panels.chart_evidence import ChartEvidence
from ui.panels.chart_view import ChartView
from ui.rich_lines import HTML
from ui.session import Session
from workbench import acts, acts_incidents
from workbench.changes import Change, Edit
from workbench.model.claim import Claim
from workbench.model.figure import Check

Case = tuple[Session, dict[str, Claim], ChartView]


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    view = ChartView(session)
    qtbot.addWidget(view)
    view.resize(1300, 700)
    with qtbot.waitSignal(view.drawn):
        view.show()
    yield session, claims, view
    session.close_case()


def test_who_may_be_counted_twice_is_said_above_the_evidence_until_it_is_decided(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    warning = child(view, QFrame, "countedTwice")
    assert not warning.isVisible()
    home = session.incidents()[0]
    split = acts_incidents.split(session.reserve(2), home, [claims["37"]], session.claims_of(home.id))
    with qtbot.waitSignal(view.drawn):
        assert session.apply(split)
    assert not warning.isVisible()  # what was split off is decided
    (word,) = session.declined()
    with qtbot.waitSignal(view.drawn):
        assert session.apply(acts_incidents.propose_again(word, "both"))
    with qtbot.waitSignal(view.drawn):
        assert session.apply(acts.edit_side(claims["44"], "government"))
    assert warning.isVisible()
    assert warning.findChildren(QLabel)[0].text().startswith("Up to 33 people may be counted twice")
    assert view.chart is not None
    assert view.chart.caption[0].startswith("⚠ up to 33 people")
    with qtbot.waitSignal(view.incidents_wanted):
        child(view, QPushButton, "decideIncidents").click()


def test_a_check_names_its_incident_and_leads_to_its_first_sentence(case: Case, qtbot: QtBot) -> None:
    session, _, view = case
    rows = view.evidence.list
    items = [rows.item(row) for row in range(rows.count())]
    check = next(item for item in items if item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Check that"))
    assert "Gefechte bei Aleppo" in check.data(HTML)
    said = check.data(Qt.ItemDataRole.AccessibleTextRole).partition(": ")[2]
    first = next(one for one in session.reckoning().checks if one.text == said)
    with qtbot.waitSignal(view.evidence.opened) as opened:
        rows.itemActivated.emit(check)
    assert opened.args == [first.claims[0]]


def test_an_actor_that_speaks_is_named(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    army = replace(claims["37"], origin="army")
    with qtbot.waitSignal(view.drawn):
        assert session.apply(Change("edit", (Edit(claims["37"], army),)))
    assert view.canvas is not None
    mark = next(m for m in view.canvas.marks if army.id in m.claims and not m.part)
    view.canvas.chosen.emit(mark)
    rows = view.evidence.list
    assert any("Syrian Army" in rows.item(row).data(HTML) for row in range(rows.count()))


def test_of_many_checks_the_first_are_listed(qtbot: QtBot) -> None:
    evidence = ChartEvidence()
    qtbot.addWidget(evidence)
    evidence.show_hint([Check("sum", number % 2 == 0, f"sum {number}", (number,)) for number in range(250)])
    told = [evidence.list.item(row).text() for row in range(evidence.list.count())]
    spoken = [evidence.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(told))]
    assert sum(words.startswith("Check that holds") for words in spoken) == 100
    assert spoken.count("25 more are not listed: choose an incident.") == 2
