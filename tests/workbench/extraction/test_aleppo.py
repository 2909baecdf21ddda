"""The reference article comes out as it must."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.workbench.extraction.reads import PUBLISHED
from workbench.extraction.extractor import Extractor
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Claim, Effect, Epistemic, Modifier, RelationType, Scope, Unit
from workbench.model.findings import Findings

pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "data" / "reference" / "aleppo.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(extractor: Extractor, text: str) -> Findings:
    return extractor.read(text, published=PUBLISHED)


def one(found: Findings, number: str, effect: Effect = Effect.KILLED) -> Claim:
    (claim,) = [c for c in found.claims if c.number_text == number and c.effect is effect]
    return claim


def test_killed_by_side(found: Findings) -> None:
    assert [(c.number_text, c.actor) for c in found.claims if c.effect is Effect.KILLED and c.actor] == [
        ("44", "sy_hts"),
        ("16", "sy_rebels_generic"),
        ("37", "sy_gov_forces"),
        ("mindestens vier", "sy_gov_forces"),
        ("Dutzende", "sy_hts"),
    ]
    assert one(found, "mindestens vier").related(RelationType.SUBSET_OF) == (one(found, "37").id,)


def test_captured(found: Findings) -> None:
    claim = one(found, "fünf", Effect.CAPTURED)
    assert (claim.quantity.value, claim.actor) == (5, "sy_gov_forces")


def test_the_total_and_its_parts(found: Findings) -> None:
    total = one(found, "fast 100")
    parts = tuple(one(found, number).id for number in ("44", "16", "37"))
    assert (total.quantity.low, total.quantity.high, total.side) == (90, 99, BOTH_SIDES)
    assert total.related(RelationType.TOTAL_OF) == parts


def test_the_teaser_sums_up(found: Findings) -> None:
    teaser, rival = [c for c in found.claims if c.number_text == "Dutzende"]
    assert teaser.side == BOTH_SIDES
    assert one(found, "fast 100").id in teaser.related(RelationType.SUMMARY_OF)
    assert rival.origin == "pro_gov_web"
    assert rival.epistemic is Epistemic.ATTRIBUTED
    assert set(rival.related(RelationType.RIVAL_OF)) == {one(found, "44").id, one(found, "16").id}


def test_civilians_are_unquantified(found: Findings) -> None:
    civilians = [c for c in found.claims if c.side == CIVILIAN_SIDE]
    assert {c.effect for c in civilians} == {Effect.KILLED, Effect.WOUNDED}
    assert all(c.quantity.modifier is Modifier.BARE_PLURAL and c.origin == "sohr" for c in civilians)
    assert len([c for c in civilians if c.related(RelationType.SUBSET_OF)]) == 2


def test_nothing_else_counts_people(found: Findings) -> None:
    people = [c.number_text for c in found.claims if c.effect not in THINGS and c.unit is Unit.PERSONS and c.number]
    assert people == ["Dutzende", "fast 100", "44", "16", "37", "mindestens vier", "fünf", "Dutzende"]
    assert one(found, "Hunderte", Effect.MUNITIONS_FIRED).unit is Unit.MUNITIONS
    assert one(found, "Hunderte", Effect.DISPLACED).unit is Unit.HOUSEHOLDS
    assert one(found, "mindestens zehn", Effect.TERRITORY).unit is Unit.AREAS


def test_the_observatory_is_the_origin(found: Findings) -> None:
    told = ("fast 100", "44", "16", "37", "mindestens vier")
    assert {one(found, number).origin for number in told} == {"sohr"}
    assert one(found, "44").attribution_text == "Aktivisten"


def test_date_and_place_are_inherited(found: Findings) -> None:
    total, part = one(found, "fast 100"), one(found, "44")
    assert total.when is not None
    assert part.when is not None
    assert part.where is not None
    assert (total.when.start, total.when.inherited) == (date(2024, 11, 27), False)
    assert (part.when.start, part.when.inherited) == (date(2024, 11, 27), True)
    assert (part.where.place, part.where.inherited) == ("SY-HL", True)


def test_it_is_one_event(found: Findings) -> None:
    assert len(found.incidents) == 1
    assert {c.scope for c in found.claims} == {Scope.EVENT}
