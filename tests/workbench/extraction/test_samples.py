"""The eight sample articles, claim by claim, as a reader takes them."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.workbench.extraction.reads import short
from workbench.extraction.extractor import Extractor
from workbench.importers.read import read
from workbench.model.claim import Claim, RelationType
from workbench.model.findings import Findings

#: Effect and bounds, actor or side or category, origin, status, scope.
Row = tuple[str, str, str, str, str]
EVENT, TOLL, PAST = "event", "cumulative", "background"
SAID, OWN = "attributed", "own_voice"

ALEPPO: list[Row] = [
    ("killed 90-99", "both", "sohr", SAID, EVENT),
    ("killed 44", "sy_hts", "sohr", SAID, EVENT),
    ("killed 16", "sy_rebels_generic", "sohr", SAID, EVENT),
    ("killed 37", "sy_gov_forces", "sohr", SAID, EVENT),
    ("killed 4-", "sy_gov_forces", "sohr", SAID, EVENT),
    ("captured 5", "sy_gov_forces", "", OWN, EVENT),
    ("killed 2-", "civilian", "", OWN, EVENT),
    ("wounded 2-", "civilian", "", OWN, EVENT),
    ("killed 2-", "civilian", "", OWN, EVENT),
    ("wounded 2-", "civilian", "", OWN, EVENT),
    ("munitions_fired 200-999", "unspecified", "sohr", SAID, EVENT),
    ("killed 24-99", "sy_hts", "pro_gov_web", SAID, EVENT),
    ("displaced 200-999", "unspecified", "witness", SAID, EVENT),
]
KHARKIV: list[Row] = [
    ("killed 2-", "unspecified", "", OWN, EVENT),
    ("casualties_unspecified ?", "unspecified", "", OWN, EVENT),
    ("killed 6", "civilian", "", OWN, EVENT),
    ("killed 1", "civilian", "", OWN, EVENT),
    ("wounded 19", "unspecified", "governor", SAID, EVENT),
    ("wounded 2", "civilian", "", OWN, EVENT),
    ("casualties_unspecified 810-990", "ru_forces", "ua_genstaff", SAID, EVENT),
    ("killed 340", "ua_forces", "ru_mod", SAID, EVENT),
    ("captured 22", "ua_forces", "ru_mod", SAID, EVENT),
    ("killed 1", "unspecified", "governor", SAID, EVENT),
    ("wounded 3", "civilian", "", OWN, EVENT),
]
EL_FASHER: list[Row] = [
    ("killed 31", "unspecified", "", OWN, EVENT),
    ("killed 22", "unspecified", "", OWN, EVENT),
    ("killed 9", "civilian", "sd_doctors", SAID, EVENT),
    ("killed 6", "civilian", "sd_doctors", SAID, EVENT),
    ("wounded 50-", "unspecified", "", OWN, EVENT),
    ("wounded 14", "unspecified", "", OWN, EVENT),
    ("killed 17", "sd_rsf", "sd_saf", SAID, EVENT),
    ("captured 8", "sd_rsf", "sd_saf", SAID, EVENT),
    ("casualties_unspecified 3", "sd_saf", "sd_saf", SAID, EVENT),
    ("killed 2", "unspecified", "", OWN, EVENT),
    ("killed 150001-", "unspecified", "un", SAID, TOLL),
    ("displaced ?", "unspecified", "un", SAID, TOLL),
]
TRAPS: list[Row] = [
    ("killed 80", "combatant_state", "ua_mod", "denied", EVENT),
    ("killed 0", "unspecified", "ua_mod", SAID, EVENT),
    ("equipment_lost 4", "unspecified", "", OWN, EVENT),
    ("equipment_lost 2", "unspecified", "", OWN, EVENT),
    ("killed 200-999", "combatant_state", "ye_houthi", "threat", EVENT),
    ("killed 5000", "unspecified", "", "hypothetical", EVENT),
    ("killed 12301-", "civilian", "un", SAID, TOLL),
    ("killed ?", "unspecified", "", OWN, PAST),
    ("killed 1", "civilian", "police_generic", SAID, EVENT),
]
HUDAIDA: list[Row] = [
    ("killed 23", "unspecified", "", OWN, EVENT),
    ("killed 23", "unspecified", "ye_moh", SAID, EVENT),
    ("killed 7", "civilian", "ye_moh", SAID, EVENT),
    ("wounded 41", "unspecified", "ye_moh", SAID, EVENT),
    ("wounded 10-", "unspecified", "ye_moh", SAID, EVENT),
    ("killed 5", "ye_houthi", "sa_coalition", SAID, EVENT),
    ("casualties_unspecified 0", "civilian", "sa_coalition", "denied", EVENT),
]
GAZA: list[Row] = [
    ("killed 2-", "combatant_state", "", OWN, EVENT),
    ("killed 28-", "unspecified", "gaza_moh", SAID, EVENT),
    ("killed 11", "civilian", "gaza_moh", SAID, EVENT),
    ("killed 5", "civilian", "gaza_moh", SAID, EVENT),
    ("killed 19", "unspecified", "", SAID, EVENT),
    ("killed 9", "unspecified", "", OWN, EVENT),
    ("wounded 12", "unspecified", "", OWN, EVENT),
    ("wounded 2", "civilian", "", OWN, EVENT),
    ("killed 24-99", "combatant_nonstate", "idf", SAID, EVENT),
    ("killed 2", "idf", "idf", SAID, EVENT),
    ("wounded 4", "idf", "idf", SAID, EVENT),
    ("equipment_lost 1", "unspecified", "hamas", SAID, EVENT),
    ("missing -15", "unspecified", "gaza_civil_defence", SAID, EVENT),
    ("killed 37001-", "unspecified", "gaza_moh", SAID, TOLL),
    ("killed 1080-1320", "unspecified", "", OWN, PAST),
    ("killed 2-", "civilian", "", OWN, PAST),
]


@cache
def _found(extractor: Extractor, folder: Path, start: str) -> tuple[str, Findings]:
    entries = json.loads((folder / "sample" / "index.json").read_text(encoding="utf-8"))
    entry = next(e for e in entries if e["file"].startswith(start))
    text = read(folder / "sample" / entry["file"])[0].document.text
    day = date.fromisoformat(entry["published"])
    return text, extractor.read(text, language=entry["language"], published=day, title=entry["title"])


def _row(claim: Claim) -> Row:
    who = claim.actor or claim.side or claim.category.value
    return short(claim), who, claim.origin or "", claim.epistemic.value, claim.scope.value


def _one(found: Findings, told: str, nth: int = 0) -> Claim:
    return [c for c in found.claims if short(c) == told][nth]


@pytest.mark.parametrize(
    ("start", "rows"),
    [("01", ALEPPO), ("02", KHARKIV), ("03", EL_FASHER), ("04", TRAPS), ("05", HUDAIDA), ("07", GAZA), ("08", [])],
)
def test_every_claim(extractor: Extractor, resources: Path, start: str, rows: list[Row]) -> None:
    _, found = _found(extractor, resources, start)
    assert [_row(claim) for claim in found.claims] == rows


def test_the_red_crescents_count(extractor: Extractor, resources: Path) -> None:
    _, found = _found(extractor, resources, "06")
    assert [short(c) for c in found.claims] == [
        "killed 17",
        "killed 17",
        "bodies_recovered 17",
        "bodies_recovered 4",
        "wounded 30",
        "killed 23",
        "wounded 2-",
        "missing 3",
        "displaced 3600000-4400000",
    ]
    assert {c.origin for c in found.claims[1:5]} == {"ye_red_crescent"}
    assert _one(found, "killed 23").related(RelationType.RIVAL_OF) == (_one(found, "killed 17", 1).id,)
    assert _one(found, "displaced 3600000-4400000").scope.value == TOLL


@pytest.mark.parametrize(
    ("start", "part", "kind", "whole"),
    [
        ("01", "killed 4-", RelationType.SUBSET_OF, "killed 37"),
        ("03", "killed 31", RelationType.SUPERSEDES, "killed 22"),
        ("03", "killed 9", RelationType.SUBSET_OF, "killed 31"),
        ("03", "killed 6", RelationType.SUBSET_OF, "killed 31"),
        ("03", "killed 2", RelationType.ADDITIONAL_TO, "killed 31"),
        ("03", "wounded 14", RelationType.SUBSET_OF, "wounded 50-"),
        ("05", "wounded 10-", RelationType.SUBSET_OF, "wounded 41"),
        ("07", "killed 11", RelationType.SUBSET_OF, "killed 28-"),
        ("07", "killed 5", RelationType.SUBSET_OF, "killed 28-"),
        ("07", "wounded 2", RelationType.SUBSET_OF, "wounded 12"),
    ],
)
def test_relations(
    extractor: Extractor, resources: Path, start: str, part: str, kind: RelationType, whole: str
) -> None:
    _, found = _found(extractor, resources, start)
    assert _one(found, part).related(kind) == (_one(found, whole).id,)


def test_a_running_toll_adds_to_nothing(extractor: Extractor, resources: Path) -> None:
    _, found = _found(extractor, resources, "07")
    assert not _one(found, "killed 37001-").relations
    assert not _one(found, "wounded 4").relations


def test_another_regions_losses_are_another_incident(extractor: Extractor, resources: Path) -> None:
    _, found = _found(extractor, resources, "02")
    there = {_one(found, "killed 1", 1).incident_id, _one(found, "wounded 3").incident_id}
    assert len(there) == 1
    assert _one(found, "killed 6").incident_id not in there
    (incident,) = [i for i in found.incidents if i.id in there]
    assert incident.where is not None
    assert incident.where.name == "Belgorod Oblast"


@pytest.mark.parametrize(
    ("start", "told", "victims"),
    [
        ("02", "captured 22", "ukrainischen Soldaten"),
        ("07", "killed 2", "its soldiers"),
        ("07", "wounded 2", "rescue workers"),
    ],
)
def test_victims_are_people(extractor: Extractor, resources: Path, start: str, told: str, victims: str) -> None:
    _, found = _found(extractor, resources, start)
    assert _one(found, told).victims_text == victims


@pytest.mark.parametrize(
    ("start", "told", "nth", "words"),
    [
        ("01", "killed 24-99", 0, "Regierungsnahe Internetseiten"),
        ("02", "killed 1", 1, "des Gouverneurs Wjatscheslaw Gladkow"),
        ("04", "killed 200-999", 0, "Ein Kommandeur der Huthi"),
    ],
)
def test_attribution_ends_with_the_name(
    extractor: Extractor, resources: Path, start: str, told: str, nth: int, words: str
) -> None:
    _, found = _found(extractor, resources, start)
    assert _one(found, told, nth).attribution_text == words
