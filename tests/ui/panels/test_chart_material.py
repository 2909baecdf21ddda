from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fighting import fighting
from tests.workbench.charts.landscape import ATLAS
from ui.panels.chart_material import ChartMaterial
from ui.session import Session
from workbench import acts
from workbench.case import Case as OpenCase
from workbench.charts.phrases import english
from workbench.model.claim import Claim
from workbench.model.incident import Incident

Case = tuple[Session, dict[str, Claim]]


@pytest.fixture
def case(tmp_path: Path, resources: Path, qtbot: QtBot) -> Iterator[Case]:
    session, claims = fighting(tmp_path / "a.case", resources)
    yield session, claims
    session.close_case()


def test_what_is_kept_is_what_the_case_holds_after_every_change(case: Case) -> None:
    session, claims = case
    kept = ChartMaterial(session, lambda: ATLAS)
    session.changed.connect(kept.hear)
    kept.now(english())
    other = Incident(session.reserve(), "Beschuss")
    session.apply(acts.add_values("add_incident", [other]))
    session.apply(acts.move_claim(claims["16"], other.id))
    session.apply(acts.reject(claims["44"]))
    background = kept.now(english()).background
    assert background.claims == {claim.id: claim for claim in session.claims()}
    assert background.incidents == {one.id: one for one in session.incidents()}
    assert background.articles == {one.id: one for one in session.articles()}
    for _ in range(3):
        session.undo()
    assert kept.incidents == session.incidents()
    assert kept.now(english()).background.claims == {claim.id: claim for claim in session.claims()}


def test_another_case_is_read_anew(case: Case) -> None:
    session, _ = case
    kept = ChartMaterial(session, lambda: ATLAS)
    assert kept.now(english()).background.claims
    session.close_case()
    kept.forget()
    assert kept.incidents == []


def test_all_that_charts_are_made_of_is_read_in_one_look(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    session, _ = case
    read: list[int | None] = []
    claims = OpenCase.claims

    def count(case: OpenCase, article_id: int | None = None) -> list[Claim]:
        read.append(article_id)
        return claims(case, article_id)

    monkeypatch.setattr(OpenCase, "claims", count)
    material = ChartMaterial(session, lambda: ATLAS)
    for _ in material.look():
        assert not material.is_complete
    made = material.now(english())
    assert {figure.best for figure in made.reckoning.figures if figure.side == "government"} >= {37}
    assert session.undecided() is not None
    assert not read
