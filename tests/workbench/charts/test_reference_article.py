from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.charts.background import Background
from workbench.charts.series import SideSeries, by_side
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Effect
from workbench.model.method import Method
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.figures import reckon
from workbench.reckoning.printed import Printed
from workbench.registers import Registers

PUBLISHED = date(2024, 11, 28)


@pytest.fixture(scope="module")
def chart(shared: Path, extractor: Extractor, known: Registers, table: Conventions) -> SideSeries:
    text = (shared / "data" / "reference" / "aleppo.txt").read_text(encoding="utf-8")
    found = extractor.read(text, published=PUBLISHED)
    printed = Printed({0: PUBLISHED})
    reckoning = reckon(found.claims, found.incidents, known.actors, known.sources, Method(), table, printed)
    claims, incidents = {c.id: c for c in found.claims}, {i.id: i for i in found.incidents}
    background = Background(claims, known.actors, known.sources, incidents)
    return by_side(reckoning, known.sides.values(), (Effect.KILLED, Effect.CAPTURED), None, background)


@pytest.mark.reference
def test_the_article_is_charted_as_the_domain_says(chart: SideSeries) -> None:
    killed = {bar.side: bar for bar in chart.panels[0].bars}
    assert (killed["government"].label, killed["government"].note) == ("37", "at least 4 of them officers")
    assert killed["opposition"].label == "60"
    assert [part.value for part in killed["opposition"].segments] == [44, 16]
    assert (killed["civilian"].label, killed["civilian"].note) == ("unquantified", "children among them")
    assert killed[None].label == "none"
    assert chart.panels[0].subtitle == "97 combatants, and civilians whose number nobody gives"
    assert {bar.side: bar.label for bar in chart.panels[1].bars}["government"] == "5"


@pytest.mark.reference
def test_none_of_the_wrong_answers_is_drawn(chart: SideSeries) -> None:
    drawn = {number for bar in chart.bars for number in (bar.low, bar.best, bar.high, bar.known)}
    assert not drawn & {249, 197, 150, 200, 2015, 100}
    assert "never added to its parts: 44 + 16 + 37 = 97" in " ".join(chart.caption)
