"""Charts of who says what and where, chosen and pointed at in the chart view."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from ui.panels.chart_canvas import ChartCanvas
from ui.panels.chart_evidence import CLAIM
from ui.panels.chart_view import ChartView
from ui.session import Session
from workbench import acts
from workbench.charts import atlas
from workbench.charts.exported import exported
from workbench.charts.marks import Mark
from workbench.charts.origins import OriginSeries
from workbench.charts.places import PlaceSeries
from workbench.charts.points import MapSeries
from workbench.model.claim import Claim

Case = tuple[Session, dict[str, Claim], ChartView]


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    view = ChartView(session, atlas=partial(atlas.load, resources))
    qtbot.addWidget(view)
    view.resize(1300, 900)
    with qtbot.waitSignal(view.drawn):
        view.show()
    yield session, claims, view
    session.close_case()


def choose(view: ChartView, kind: str, qtbot: QtBot) -> ChartCanvas:
    kinds = view.choices.kinds
    row = next(n for n in range(kinds.count()) if kinds.item(n).data(Qt.ItemDataRole.UserRole) == kind)
    with qtbot.waitSignal(view.drawn):
        kinds.setCurrentRow(row)
    assert view.canvas is not None
    return view.canvas


def click(canvas: ChartCanvas, mark: Mark) -> None:
    place = canvas.middle_of(mark).toPoint()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def listed(view: ChartView) -> list[int]:
    rows = view.evidence.list
    return [claim for row in range(rows.count()) if (claim := rows.item(row).data(CLAIM))]


def test_a_rival_account_opens_its_claim(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    canvas = choose(view, "by_origin", qtbot)
    assert isinstance(view.chart, OriginSeries)
    rival = next(mark for mark in canvas.marks if mark.part == "army")
    click(canvas, rival)
    assert canvas.current == rival
    assert listed(view) == [claims["Dutzenden"].id]


def test_the_figure_above_its_accounts_opens_all_of_them(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    canvas = choose(view, "by_origin", qtbot)
    figure = next(mark for mark in canvas.marks if not mark.part and "HTS" in mark.words)
    click(canvas, figure)
    assert set(listed(view)) == {claims[words].id for words in ("44", "16", "Dutzenden")}


def test_who_says_what_follows_a_correction(case: Case, qtbot: QtBot) -> None:
    session, claims, view = case
    choose(view, "by_origin", qtbot)
    with qtbot.waitSignal(view.drawn):
        session.apply(acts.reject(claims["Dutzenden"]))
    assert isinstance(view.chart, OriginSeries)
    assert view.chart.groups == ()


def test_a_bar_by_place_opens_its_claims(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    canvas = choose(view, "by_place", qtbot)
    assert isinstance(view.chart, PlaceSeries)
    assert [(bar.name, bar.label) for bar in view.chart.bars] == [("Aleppo Governorate", "97 + unquantified")]
    part = next(mark for mark in canvas.marks if mark.part == "Government")
    click(canvas, part)
    assert claims["37"].id in listed(view)


def test_a_point_of_the_map_opens_its_claims(case: Case, qtbot: QtBot) -> None:
    _, claims, view = case
    canvas = choose(view, "on_map", qtbot)
    assert isinstance(view.chart, MapSeries)
    [point] = canvas.marks
    click(canvas, point)
    assert {claims[words].id for words in ("37", "44", "16")} <= set(listed(view))
    assert "Aleppo province" in canvas.accessibleName()


@pytest.mark.parametrize("kind", ["by_origin", "by_place", "on_map"])
def test_every_chart_can_be_saved(case: Case, qtbot: QtBot, kind: str) -> None:
    _, claims, view = case
    choose(view, kind, qtbot)
    assert view.chart is not None
    assert exported(view.chart, "SVG").startswith(b"<svg")
    assert exported(view.chart, "PDF").startswith(b"%PDF")
    assert exported(view.chart, "PNG").startswith(b"\x89PNG")
    rows = exported(view.chart, "CSV").decode("utf-8-sig").splitlines()
    assert rows[0].endswith("claims,origins,not_used,convention")
    assert any(str(claims["44"].id) in row for row in rows[1:])
