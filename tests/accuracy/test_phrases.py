"""How a row of the list is judged: sentences written here, with what is expected of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.phrases import Judged, judged, rows
from workbench.extraction.extractor import Extractor


def claim(low: int | None, high: int | None, **others: Any) -> dict[str, Any]:
    return {"effect": "killed", "unit": "persons", "modifier": "exact", "low": low, "high": high, **others}


def judge(extractor: Extractor, text: str, *claims: dict[str, Any]) -> Judged:
    return judged(extractor, {"id": "a", "lang": "de", "text": text, "claims": list(claims)})


def wrong(row: Judged) -> list[str]:
    return [name for name, right in row.fields() if not right]


def test_rows_are_of_their_kind(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "kind": kind}) for n, kind in enumerate(("construction", "trap", "trap"))]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [row["id"] for row in rows(tmp_path / "a.jsonl", "trap")] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neun Soldaten wurden getötet.", claim(9, 9, category="combatant_state")),
        ("Mindestens neun Bauern starben.", claim(9, None, modifier="at_least", category="civilian")),
        ("Laut Polizei starben neun Bauern.", claim(9, 9, epistemic="attributed", source="Polizei")),
        ("Die Miliz soll neun Bauern getötet haben.", claim(9, 9, epistemic="alleged")),
        ("Seit 2011 starben 9000 Bauern.", claim(9000, 9000, relation="cumulative")),
        ("Insgesamt starben neun Bauern.", claim(9, 9, relation="total")),
        ("Bei zwei Angriffen wurden je drei Bauern getötet.", claim(6, 6, derived="2*3")),
        ("Dutzende Bauern starben.", claim(24, 99, modifier="v:dozens")),
        ("Bauern wurden getötet.", claim(2, None, modifier="v:plural", category="combatant")),
    ],
)
def test_what_is_expected_and_comes_out_is_right(extractor: Extractor, text: str, expected: dict[str, Any]) -> None:
    row = judge(extractor, text, expected)
    assert row.numbers_right
    assert wrong(row) == []
    assert row.right


@pytest.mark.parametrize(
    ("text", "expected", "fields"),
    [
        ("Neun Soldaten wurden getötet.", claim(9, 9, category="civilian:child"), ["category"]),
        ("Neun Bauern starben.", claim(9, 9, modifier="at_least"), ["modifier"]),
        ("Neun Bauern starben.", claim(9, 9, epistemic="denied", source="Polizei"), ["status", "source"]),
        ("Neun Bauern starben.", claim(9, 9, relation="background"), ["scope"]),
        ("Neun Bauern starben.", claim(9, 9, relation="rival"), ["relation rival"]),
        ("Neun Bauern starben.", claim(9, 9, derived="3*3"), ["each and half"]),
    ],
)
def test_a_wrong_field_is_named(extractor: Extractor, text: str, expected: dict[str, Any], fields: list[str]) -> None:
    row = judge(extractor, text, expected)
    assert row.numbers_right
    assert not row.right
    assert wrong(row) == fields


def test_a_relation_leads_to_the_claim_it_should(extractor: Extractor) -> None:
    text = "Neun Bauern starben, darunter zwei Kinder."
    whole, part = claim(9, 9), claim(2, 2, category="civilian:child", relation="subset:0")
    assert judge(extractor, text, whole, part).right
    assert wrong(judge(extractor, text, whole, {**part, "relation": "subset:1"})) == ["relation subset"]


def test_all_fields_of_a_claim_not_found_are_wrong(extractor: Extractor) -> None:
    row = judge(extractor, "Neun Bauern starben.", claim(8, 8, category="civilian"))
    assert not row.numbers_right
    assert wrong(row) == ["modifier", "category"]


def test_what_is_only_possible_was_not_found(extractor: Extractor) -> None:
    assert judge(extractor, "Neun Bauern könnten getötet werden.").right
    assert not judge(extractor, "Neun Bauern wurden getötet.").right
