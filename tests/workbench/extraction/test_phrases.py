"""The list of constructions and traps, each with what must come out; the shares reached may not fall."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.accuracy.phrases import Judged, judged, rows
from workbench.extraction.extractor import Extractor

pytestmark = pytest.mark.reference

#: Shares of the list that are right today.
NUMBER_AND_EFFECT, EVERY_FIELD, TRAPS = 1.0, 0.99, 1.0


def of(extractor: Extractor, shared: Path, kind: str) -> list[Judged]:
    return [judged(extractor, row) for row in rows(shared / "data" / "phrases.jsonl", kind)]


def share(wrong: Sequence[Judged], whole: Sequence[Judged]) -> tuple[float, list[str]]:
    return 1 - len(wrong) / len(whole), [f"{each.row['id']} {each.row['text']}" for each in wrong]


def test_constructions_number_and_effect(extractor: Extractor, shared: Path) -> None:
    found = of(extractor, shared, "construction")
    right, wrong = share([each for each in found if not each.numbers_right], found)
    assert right >= NUMBER_AND_EFFECT, wrong


def test_constructions_every_field(extractor: Extractor, shared: Path) -> None:
    found = of(extractor, shared, "construction")
    right, wrong = share([each for each in found if not each.right], found)
    assert right >= EVERY_FIELD, wrong


def test_traps(extractor: Extractor, shared: Path) -> None:
    found = of(extractor, shared, "trap")
    right, wrong = share([each for each in found if not each.numbers_right], found)
    assert right >= TRAPS, wrong
