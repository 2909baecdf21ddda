"""What stands beside a chart: who may be counted twice, above the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.find import child
from ui.panels.chart_view import ChartView
from ui.session import Session
from workbench import acts, acts_incidents
from workbench.model.claim import Claim

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
