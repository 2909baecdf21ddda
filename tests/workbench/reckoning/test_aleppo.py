"""The hand-written claims against the right reading they were written from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.workbench.reckoning.aleppo import aleppo
from tests.workbench.reckoning.making import numbers, reckoned


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((shared / "data" / "reference" / "aleppo.gold.json").read_text(encoding="utf-8"))
    return read


@pytest.mark.reference
def test_the_claims_are_those_of_the_right_reading(gold: dict[str, Any]) -> None:
    for claim, right in zip(aleppo(), gold["casualty_claims"], strict=True):
        assert f"C{claim.id}" == right["id"]
        assert (claim.effect.value, claim.quantity.value) == (right["effect"], right.get("value"))
        assert claim.quantity.low == right["low"]
        capped = "high_source" in right  # "capped by C5": the words themselves leave the high end open
        assert claim.quantity.high == (None if capped else right["high"])
        assert right["category"].startswith(claim.category.value)


@pytest.mark.reference
def test_the_figures_are_the_settled_ones(gold: dict[str, Any]) -> None:
    found = {(f.side, f.effect.value): numbers(f) for f in reckoned(*aleppo()).figures}
    names = {"opposition (all)": "opposition"}
    settled = {
        (names.get(s["side"], s["side"]), s["effect"]): (s["low"], s["best"], s["high"])
        for s in gold["event_figures"]["settled"]
    }
    assert found == {key: settled[key] for key in found}
    assert len(found) == 5
