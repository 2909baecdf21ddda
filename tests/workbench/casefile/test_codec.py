from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.values import article, claim, incident, mention
from workbench.casefile.codec import MOST_RELATIONS, column_names, from_json, from_row, to_json, to_row
from workbench.changes import KINDS, Value, kind_of
from workbench.model.actor import Actor, Side, Source
from workbench.model.assessment import About, Assessment, Credibility, Grade, Likelihood, Reliability
from workbench.model.circumstance import When
from workbench.model.claim import Category, Claim, Effect, Modifier, Quantity, Relation, RelationType, Scope
from workbench.model.convention import OwnReading
from workbench.model.declined import Declined
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.model.span import Span

VALUES: list[Value] = [
    article(),
    claim(relations=(Relation(RelationType.SUBSET_OF, 4),), rules=("darunter", "verb-final"), incident_id=2),
    claim(number=7, victims=None, when=When(date(2024, 1, 2), date(2024, 1, 3), 2, inherited=True)),
    mention(inferred=True),
    incident(),
    Actor("a", "Ä", "rebel", aliases=("é", "“x”")),
    Source("s", "S", "ngo"),
    Side("government", "G", "#0072B2", 3),
    Method(conflict="syria"),
    replace(article(9), copy_of=1),
    OwnReading("dozens", "24", "-", "="),
    Assessment(5, About.SOURCE, "sohr", Reliability.USUALLY, Credibility.UNKNOWN, likelihood=Likelihood.LIKELY),
    Assessment(6, About.INCIDENT, "2", grade=Grade.CONTESTED, note="zwei Lesarten"),
    Override(7, 2, Scope.EVENT, "government", Category.CIVILIAN, Effect.KILLED, 3, None, None, "gezählt"),
    Override(8, 2, Scope.CUMULATIVE, None, None, Effect.WOUNDED, 0, 1, 2, "gezählt"),
    Declined(9, 2, 3),
]


@pytest.mark.parametrize("value", VALUES, ids=kind_of)
def test_a_row_gives_its_value_back(value: Value) -> None:
    kind = kind_of(value)
    assert from_row(kind, to_row(value)) == value
    assert from_json(kind, json.loads(json.dumps(to_json(value)))) == value
    assert tuple(to_row(value)) == column_names(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_fields_share_a_column(kind: str) -> None:
    names = column_names(kind)
    assert len(set(names)) == len(names) >= len(fields(KINDS[kind]))


def test_a_span_that_is_not_there_is_not_a_span_at_zero() -> None:
    row = to_row(claim(number=3, attribution=None))
    assert row["attribution_start"] is None
    found = from_row("claim", row)
    assert isinstance(found, Claim)
    assert found.attribution is None
    assert found.number == Span(0, 4)


bounds = st.none() | st.integers(0, 10**9)


@given(bounds, bounds, bounds, bounds, st.sampled_from(Modifier), st.text(max_size=20))
def test_quantities_and_words_come_back(
    value: int | None, low: int | None, high: int | None, best: int | None, modifier: Modifier, note: str
) -> None:
    stated = claim(quantity=Quantity(value, low, high, best, modifier), note=note)
    assert from_json("claim", to_json(stated)) == stated


def test_nothing_stays_nothing() -> None:
    assert to_json(None) is None
    assert from_json("claim", None) is None


def test_a_row_of_another_shape_is_refused() -> None:
    with pytest.raises(KeyError):
        from_row("claim", {"id": 1})
    with pytest.raises(ValueError, match="maimed"):
        from_row("claim", {**to_row(claim()), "effect": "maimed"})


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("claim", {"note": b"\xff"}),
        ("claim", {"low": "many"}),
        ("claim", {"evidence_start": -1}),
        ("claim", {"evidence_start": 9, "evidence_end": 2}),
        ("claim", {"relations": '[{"type": "subset_of", "to": "3"}]'}),
        ("claim", {"rules": "[1]"}),
        ("claim", {"when_start": 20260101, "when_end": "2026-01-01", "when_precision": 1}),
    ],
)
def test_a_cell_that_holds_no_value_of_ours_is_refused(kind: str, cells: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_row(kind, to_row(claim()) | cells)


@pytest.mark.parametrize(("value", "later"), [(mention(), "inferred"), (Method(), "conflict"), (article(), "copy_of")])
def test_a_journal_line_of_an_older_schema_lacks_what_came_later(value: Value, later: str) -> None:
    cells = {name: cell for name, cell in (to_json(value) or {}).items() if name != later}
    assert from_json(kind_of(value), cells) == value


def test_a_claim_of_endless_relations_is_neither_read_nor_written() -> None:
    one = Relation(RelationType.SUBSET_OF, 1 << 62)
    most = claim(relations=(one,) * MOST_RELATIONS)
    assert from_row("claim", to_row(most)) == most
    with pytest.raises(OverflowError, match="at most 10,000 relations"):
        to_row(replace(most, relations=(*most.relations, one)))
    row = to_row(most) | {"relations": json.dumps([{"type": "subset_of", "to": 1 << 62}] * 20_000)}
    with pytest.raises(ValueError, match="at most 10,000 relations"):
        from_row("claim", row)
