"""Charts of many claims: what is said while they are reckoned, and what may happen meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.ui.later import Later
from tests.workbench.values import article, document
from ui.panels.chart_view import ChartView
from ui.session import Session
from workbench import acts
from workbench.case import Case as OpenCase
from workbench.charts.origins import OriginSeries
from workbench.errors import NotACaseFile
from workbench.model.claim import Claim

Case = tuple[Session, dict[str, Claim], ChartView]


@pytest.fixture
def slow(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    """Show charts of a case that is read step by step between the events."""
    session, claims = fighting(tmp_path / "a.case", resources)
    view = ChartView(session)
    qtbot.addWidget(view)
    view.slices.at_once = view.slices.each = 0
    yield session, claims, view
    session.close_case()


def begin(view: ChartView) -> None:
    view.show()
    while not view.slices.is_busy:
        QApplication.processEvents()


def drawn(view: ChartView) -> str:
    return view.canvas.accessibleDescription() if view.canvas else ""


def said(view: ChartView) -> str:
    (empty,) = (label for label in view.findChildren(QLabel) if "reckoned" in label.text())
    return empty.text() if empty.isVisible() else ""


def test_of_many_claims_it_says_that_they_are_reckoned(slow: Case, qtbot: QtBot) -> None:
    session, claims, view = slow
    begin(view)
    assert said(view).startswith("The figures are being reckoned: ")
    session.apply(acts.reject(claims["44"]))
    with qtbot.waitSignal(view.drawn):
        pass
    assert "HTS and allies: 16" in drawn(view)
    assert not [label for label in view.findChildren(QLabel) if "reckoned" in label.text()]


def test_what_is_reckoned_unseen_is_drawn_when_it_is_seen(slow: Case, qtbot: QtBot) -> None:
    _, _, view = slow
    begin(view)
    view.hide()
    qtbot.waitUntil(lambda: not view.slices.is_busy)
    assert view.chart is None
    with qtbot.waitSignal(view.drawn):
        view.show()
    assert "Government: 37" in drawn(view)


def test_what_each_origin_says_is_reckoned_between_the_events_too(slow: Case, qtbot: QtBot) -> None:
    session, _, view = slow
    begin(view)
    with qtbot.waitSignal(view.drawn):
        pass
    other = article(session.reserve(), "Die Armee sprach von neun Toten.")
    session.apply(acts.import_article(other, document("Die Armee sprach von neun Toten.")))
    incident, more = session.incidents()[0], replace(session.claims()[0], id=session.reserve(), article_id=other.id)
    session.apply(acts.add_values("add", [replace(more, origin="army", incident_id=incident.id, relations=())]))
    with qtbot.waitSignal(view.drawn):
        pass
    view.choices.kinds.setCurrentRow(2)
    while not any("being reckoned: " in label.text() for label in view.findChildren(QLabel)):
        QApplication.processEvents()
    assert view.slices.is_busy
    with qtbot.waitSignal(view.drawn):
        pass
    assert isinstance(view.chart, OriginSeries)
    assert not session.unheard([incident.id])


def test_another_case_ends_it(slow: Case, qtbot: QtBot) -> None:
    session, _, view = slow
    begin(view)
    with qtbot.waitSignal(view.drawn):
        session.close_case()
    assert not view.slices.is_busy
    assert view.chart is None


def test_what_cannot_be_read_is_told_and_tried_again(slow: Case, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session, _, view = slow
    with monkeypatch.context() as patch, qtbot.waitSignal(session.problem) as told:
        patch.setattr(OpenCase, "claims_of", _gone)
        view.show()
    assert told.args == ["a.case has gone."]
    assert said(view).startswith("The figures could not be reckoned.")
    view.hide()
    with qtbot.waitSignal(view.drawn):
        view.show()


def _gone(*_: object) -> list[Claim]:
    raise NotACaseFile("a.case has gone.")


@pytest.fixture
def behind(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[tuple[Case, Later]]:
    session, claims = fighting(tmp_path / "a.case", resources)
    later = Later()
    view = ChartView(session, lambda _title, _filter: tmp_path / "chart.csv", behind=later)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: bool(later.waiting))
    yield (session, claims, view), later
    session.close_case()


def test_the_last_chart_stays_until_the_next_one_is_made(behind: tuple[Case, Later], qtbot: QtBot) -> None:
    (session, claims, view), later = behind
    assert [label.text() for label in view.findChildren(QLabel) if label.isVisible()].count("Drawing …") == 1
    later.finish()
    assert "HTS and allies: 60" in drawn(view)
    session.apply(acts.reject(claims["44"]))
    qtbot.waitUntil(lambda: bool(later.waiting))
    assert view.canvas is not None
    assert view.canvas.isVisible()
    assert "HTS and allies: 60" in drawn(view)
    later.finish()
    assert "HTS and allies: 16" in drawn(view)
    view.choices.kinds.setCurrentRow(1)
    qtbot.waitUntil(lambda: bool(later.waiting))
    assert not view.canvas.isVisible(), "a chart of another kind than the one chosen would mislead"
    later.finish()
    assert view.canvas.isVisible()


def test_what_is_saved_is_the_case_as_it_is(behind: tuple[Case, Later], tmp_path: Path) -> None:
    (session, claims, view), later = behind
    later.finish()
    session.apply(acts.reject(claims["44"]))
    view.save("CSV")
    assert ",16," in (tmp_path / "chart.csv").read_text(encoding="utf-8-sig")
    later.finish()


def test_a_fault_while_a_chart_is_made_is_a_fault(behind: tuple[Case, Later], monkeypatch: pytest.MonkeyPatch) -> None:
    _, later = behind

    def broken(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("ui.panels.chart_making.twice", broken)
    with pytest.raises(ZeroDivisionError):
        later.finish()
