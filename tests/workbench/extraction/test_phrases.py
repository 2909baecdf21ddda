"""The list of constructions and traps, each with what must come out; the shares reached may not fall."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from workbench.extraction.extractor import Extractor
from workbench.model.claim import Claim, Epistemic, RelationType, Scope

pytestmark = pytest.mark.reference

#: Shares of the list that are right today.
NUMBER_AND_EFFECT, EVERY_FIELD, TRAPS = 1.0, 0.99, 1.0

_UNITS = {"families": "households", "villages": "areas"}
_UNREAL = (Epistemic.HYPOTHETICAL, Epistemic.THREAT)
_KINDS = {
    "additional": RelationType.ADDITIONAL_TO,
    "update": RelationType.SUPERSEDES,
    "delta": RelationType.DELTA_OF,
    "rival": RelationType.RIVAL_OF,
    "subset": RelationType.SUBSET_OF,
}
Expected = Mapping[str, Any]


@cache
def _rows(path: Path) -> tuple[Expected, ...]:
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _read(extractor: Extractor, row: Expected) -> list[Claim]:
    found = extractor.read(row["text"], language=row["lang"]).claims
    return [claim for claim in found if claim.epistemic not in _UNREAL]


def _key(effect: str, unit: str, low: int | None, high: int | None) -> str:
    return f"{effect} {_UNITS.get(unit, unit)} {low} {high}"


def _wanted(claim: Expected) -> str:
    return _key(claim["effect"], claim["unit"], claim["low"], claim["high"])


def _found(claim: Claim) -> str:
    return _key(claim.effect.value, claim.unit.value, claim.quantity.low, claim.quantity.high)


def _numbers_right(row: Expected, found: list[Claim]) -> bool:
    return sorted(map(_wanted, row["claims"])) == sorted(map(_found, found))


def _pairs(row: Expected, found: list[Claim]) -> Iterator[tuple[Expected, Claim]]:
    left = list(found)
    for wanted in row["claims"]:
        able = [claim for claim in left if _found(claim) == _wanted(wanted)]
        best = min(able, key=lambda claim: claim.category.value != wanted.get("category"))
        left.remove(best)
        yield wanted, best


def _modifier(claim: Expected) -> str:
    modifier = str(claim["modifier"])
    if modifier == "v:plural":
        return "bare_plural"
    return "vague" if modifier.startswith("v:") else modifier


def _category_right(wanted: Expected, claim: Claim) -> bool:
    category = wanted.get("category")
    if category is None or category == "combatant":
        return True
    mine = claim.category if ":" in category else claim.category.broad
    return mine.value == str(category)


def _relation_right(wanted: Expected, claim: Claim) -> bool:
    kind = str(wanted.get("relation", "")).partition(":")[0]
    if kind in ("cumulative", "background"):
        return claim.scope is Scope(kind)
    if not kind or f"relation: {kind}" in claim.rules:
        return True
    return kind in _KINDS and bool(claim.related(_KINDS[kind]))


def _status_right(wanted: Expected, claim: Claim) -> bool:
    status = wanted.get("epistemic")
    alike = {"attributed": {Epistemic.QUOTED}, "alleged": {Epistemic.SELF_CLAIM}}
    return status is None or claim.epistemic.value == status or claim.epistemic in alike.get(status, set())


def _source_right(wanted: Expected, claim: Claim) -> bool:
    first = str(wanted.get("source", "")).partition(" ")[0].lower()
    return first in claim.attribution_text.lower() or claim.epistemic is Epistemic.SELF_CLAIM


def _fields_right(wanted: Expected, claim: Claim) -> bool:
    return (
        claim.quantity.modifier.value == _modifier(wanted)
        and _category_right(wanted, claim)
        and _relation_right(wanted, claim)
        and _status_right(wanted, claim)
        and _source_right(wanted, claim)
    )


def _share(rows: list[tuple[Expected, bool]]) -> tuple[float, list[str]]:
    wrong = [f"{row['id']} {row['text']}" for row, right in rows if not right]
    return 1 - len(wrong) / len(rows), wrong


def _judged(extractor: Extractor, shared: Path, kind: str) -> list[tuple[Expected, list[Claim]]]:
    rows = [row for row in _rows(shared / "data" / "phrases.jsonl") if row["kind"] == kind]
    return [(row, _read(extractor, row)) for row in rows]


def test_constructions_number_and_effect(extractor: Extractor, shared: Path) -> None:
    judged = _judged(extractor, shared, "construction")
    share, wrong = _share([(row, _numbers_right(row, found)) for row, found in judged])
    assert share >= NUMBER_AND_EFFECT, wrong


def test_constructions_every_field(extractor: Extractor, shared: Path) -> None:
    judged = _judged(extractor, shared, "construction")
    right = [
        (row, _numbers_right(row, found) and all(_fields_right(w, c) for w, c in _pairs(row, found)))
        for row, found in judged
    ]
    share, wrong = _share(right)
    assert share >= EVERY_FIELD, wrong


def test_traps(extractor: Extractor, shared: Path) -> None:
    judged = _judged(extractor, shared, "trap")
    share, wrong = _share([(row, _numbers_right(row, found)) for row, found in judged])
    assert share >= TRAPS, wrong
