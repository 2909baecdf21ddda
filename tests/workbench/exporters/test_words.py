from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.exporters.material import CIVILIANS, SOLDIERS
from workbench.exporters.words import (
    category_words,
    claim_words,
    day_words,
    effect_words,
    policy_words,
    quantity_words,
    range_words,
)
from workbench.model.circumstance import When
from workbench.model.claim import Category, Effect, Modifier, Quantity


@pytest.mark.parametrize(
    ("low", "best", "high", "unquantified", "words"),
    [
        (37, 37, 37, False, "37"),
        (0, 0, 0, False, "0"),
        (0, None, None, False, "unknown number"),
        (44, 60, 60, False, "60 (44–60)"),
        (4, 4, None, False, "at least 4"),
        (4, None, None, False, "at least 4"),
        (4, 6, None, False, "6 (at least 4)"),
        (24, None, 99, False, "24–99"),
        (0, None, 40, False, "up to 40"),
        (97, 97, None, True, "97 + unquantified"),
        (2, None, None, True, "unquantified"),
        (0, None, None, True, "unquantified"),
        (12, None, None, True, "12 + unquantified"),
    ],
)
def test_a_figure_in_words(low: int, best: int | None, high: int | None, unquantified: bool, words: str) -> None:
    assert range_words(low, best, high, unquantified=unquantified) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(100, 90, 99, 99, Modifier.NEARLY), "90–99"),
        (Quantity(4, 4, None, 4, Modifier.AT_LEAST), "at least 4"),
        (Quantity(40, None, 40, None, Modifier.UP_TO), "up to 40"),
        (Quantity(None, 2, None, None, Modifier.BARE_PLURAL), "without a number"),
        (Quantity(None, None, None, None, Modifier.VAGUE), "without a number"),
        (Quantity(0, 0, 0, 0, Modifier.NEGATED), "none"),
        (Quantity(5, 5, 5, 5, Modifier.EXACT), "5"),
    ],
)
def test_how_a_number_is_read(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


def test_every_effect_and_category_has_words() -> None:
    words = [effect_words(effect) for effect in Effect] + [category_words(category) for category in Category]
    assert not [word for word in words if not word or "_" in word or ":" in word]
    assert category_words(None) == ""


def test_a_claim_is_known_by_its_words() -> None:
    assert claim_words(SOLDIERS) == "12 Soldaten"
    assert claim_words(CIVILIANS) == "Zivilisten"
    assert claim_words(replace(SOLDIERS, victims_text="12 Soldaten")) == "12 Soldaten"
    assert claim_words(replace(CIVILIANS, victims_text="")) == "claim"


def test_days_and_policies() -> None:
    assert day_words(None) == ""
    assert day_words(When(date(2024, 11, 27), date(2024, 11, 27), 1)) == "2024-11-27"
    assert day_words(When(date(2024, 11, 27), date(2024, 11, 29), 2)) == "2024-11-27 to 2024-11-29"
    assert "GTD" in policy_words("most_recent")
    assert policy_words("by_hand") == "by hand"
