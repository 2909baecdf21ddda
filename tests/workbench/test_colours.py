"""The arithmetic of colours."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.colours import TEXT_RATIO, contrast, ink_on, legible, mix

HEX = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@given(HEX, HEX)
def test_any_colour_becomes_legible(colour: str, ground: str) -> None:
    assert contrast(legible(colour, ground), ground) >= TEXT_RATIO


@given(HEX, HEX)
@example("#000000", "#0475dc")
def test_a_ratio_out_of_reach_gets_the_best_there_is(colour: str, ground: str) -> None:
    best = max(contrast("#000000", ground), contrast("#ffffff", ground))
    assert contrast(legible(colour, ground, 21), ground) == pytest.approx(best)


@given(HEX, HEX)
def test_legible_leaves_a_good_colour_alone(colour: str, ground: str) -> None:
    if contrast(colour, ground) >= TEXT_RATIO:
        assert legible(colour, ground) == colour


def test_mix_runs_from_ground_to_colour() -> None:
    assert mix("#ffffff", "#000000", 0) == "#000000"
    assert mix("#ffffff", "#000000", 1) == "#ffffff"
    assert mix("#ffffff", "#000000", 0.5) == "#808080"


@given(HEX)
def test_ink_can_be_read_on_any_ground(ground: str) -> None:
    assert contrast(ink_on(ground), ground) >= 4


def test_ink_is_dark_on_light_and_light_on_dark() -> None:
    assert ink_on("#f0e442") == "#111214"
    assert ink_on("#0072b2") == "#ffffff"
