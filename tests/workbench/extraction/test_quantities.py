from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.extraction.drafts import Draft
from workbench.extraction.number import Number
from workbench.extraction.quantities import quantity_of
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, Modifier, Unit
from workbench.reckoning.conventions import Conventions


def draft(number: Number | None, effect: Effect = Effect.KILLED) -> Draft:
    group = Group(0, 1, number, None, -1)
    return Draft(effect, Unit.PERSONS, group, number, (0, 1), (0, 5), None, Category.UNSPECIFIED)


NUMBER = Number(0, 1, 0, value=40)


@pytest.mark.parametrize(
    ("modifier", "low", "high", "best"),
    [
        (Modifier.EXACT, 40, 40, 40),
        (Modifier.APPROX, 36, 44, 40),
        (Modifier.NEARLY, 36, 39, 39),
        (Modifier.SLIGHTLY_OVER, 40, 44, 40),
        (Modifier.AT_LEAST, 40, None, 40),
        (Modifier.MORE_THAN, 41, None, 41),
        (Modifier.UP_TO, None, 40, None),
        (Modifier.LESS_THAN, None, 39, None),
        (Modifier.NEGATED, 0, 0, 0),
        (Modifier.NONE, None, None, None),
    ],
)
def test_modifiers(table: Conventions, modifier: Modifier, low: int | None, high: int | None, best: int | None) -> None:
    quantity = quantity_of(draft(replace(NUMBER, modifier=modifier)), table)
    assert (quantity.low, quantity.high, quantity.best) == (low, high, best)


def test_a_range(table: Conventions) -> None:
    quantity = quantity_of(draft(replace(NUMBER, modifier=Modifier.BETWEEN, high=50)), table)
    assert (quantity.value, quantity.low, quantity.high) == (None, 40, 50)


def test_a_vague_term_keeps_its_key(table: Conventions) -> None:
    quantity = quantity_of(draft(replace(NUMBER, modifier=Modifier.VAGUE, term="dozens", value=None)), table)
    assert (quantity.term, quantity.low, quantity.high) == ("dozens", 24, 99)


def test_people_without_a_number(table: Conventions) -> None:
    assert quantity_of(draft(None), table).modifier is Modifier.BARE_PLURAL
    assert quantity_of(draft(None, Effect.CASUALTIES_UNSPECIFIED), table).modifier is Modifier.NONE


def test_each_of_several_events_and_half_of_a_group(table: Conventions) -> None:
    several, half = draft(NUMBER), draft(NUMBER)
    several.times, half.divided = 3, 2
    assert quantity_of(several, table).value == 120
    assert quantity_of(half, table).value == 20


def test_a_number_too_large_to_store_is_open(table: Conventions) -> None:
    quantity = quantity_of(draft(replace(NUMBER, value=10**30)), table)
    assert (quantity.value, quantity.low, quantity.high) == (None, None, None)


def test_a_denied_bare_plural_is_zero(table: Conventions) -> None:
    none = draft(None)
    none.negated = True
    assert quantity_of(none, table).low == 0
