"""Whose people a claim counts."""

from __future__ import annotations

import pytest

from tests.workbench.reckoning.making import ACTORS, claim
from workbench.model.actor import BOTH_SIDES, Side
from workbench.model.claim import Category
from workbench.reckoning.sides import in_order, side_of


@pytest.mark.parametrize(
    ("side", "actor", "category", "expected"),
    [
        ("opposition", "army", Category.CIVILIAN, "opposition"),
        ("both", None, Category.COMBATANT_MIXED, "both"),
        (None, "army", Category.CHILD, "civilian"),
        (None, None, Category.JOURNALIST, "civilian"),
        (None, "army", Category.COMBATANT_STATE, "government"),
        (None, "brigade", Category.COMBATANT_STATE, "government"),
        (None, "stray", Category.COMBATANT_NONSTATE, None),
        (None, "nobody", Category.COMBATANT_NONSTATE, None),
        (None, None, Category.UNSPECIFIED, None),
    ],
)
def test_side_of(side: str | None, actor: str | None, category: Category, expected: str | None) -> None:
    assert side_of(claim(1, 3, side=side, actor=actor, category=category), ACTORS) == expected


def test_sides_stand_in_the_order_of_the_case_and_unknown_is_last() -> None:
    sides = [Side("civilian", "Civilians", "#009e73", 2), Side("government", "Government", "#0072b2", 1)]
    present = {None, BOTH_SIDES, "civilian", "rebels", "government"}
    assert in_order(present, sides) == ("government", "civilian", "rebels", BOTH_SIDES, None)
    assert in_order({"civilian"}, sides) == ("civilian",)
