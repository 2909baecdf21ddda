"""Colours can be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.colours import DARK, LEGIBLE, LIGHT, OKABE_ITO, Palette, contrast, legible, mix
from ui.stylesheet import sheet
from workbench.model.mention import Label

ICONS = Path(__file__).parents[2] / "resources" / "icons"
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)
HEX = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@PALETTES
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("ground", ["window", "surface", "page", "raised"])
def test_every_ink_can_be_read_on_every_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= LEGIBLE


@PALETTES
@pytest.mark.parametrize("role", ["accent", "badge", "good", "warn", "bad"])
def test_soft_grounds_carry_their_colour_and_text(palette: Palette, role: str) -> None:
    soft = getattr(palette, f"{role}_soft")
    assert contrast(getattr(palette, role), soft) >= LEGIBLE
    assert contrast(palette.text, soft) >= LEGIBLE


@PALETTES
def test_accent_carries_its_text(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= LEGIBLE
    assert contrast(palette.text, palette.focus_soft) >= LEGIBLE


@PALETTES
@pytest.mark.parametrize("label", Label)
def test_words_can_be_read_on_their_highlight(palette: Palette, label: Label) -> None:
    assert contrast(palette.text, palette.fills[label]) >= LEGIBLE
    assert contrast(palette.inks[label], palette.page) >= LEGIBLE
    assert palette.fills[label] != palette.page


@PALETTES
def test_no_two_labels_look_the_same(palette: Palette) -> None:
    assert len(set(palette.fills.values())) == len(Label)


@PALETTES
@pytest.mark.parametrize("colour", OKABE_ITO)
def test_sides_stay_legible(palette: Palette, colour: str) -> None:
    assert contrast(palette.ink(colour), palette.surface) >= LEGIBLE
    assert contrast(palette.ink(colour), palette.page) >= LEGIBLE


@given(HEX, HEX)
def test_legible_finds_a_shade_or_the_best_there_is(colour: str, ground: str) -> None:
    shade = legible(colour, ground)
    assert contrast(shade, ground) >= min(LEGIBLE, max(contrast("#000000", ground), contrast("#ffffff", ground)))


@given(HEX, HEX)
def test_legible_leaves_a_good_colour_alone(colour: str, ground: str) -> None:
    if contrast(colour, ground) >= LEGIBLE:
        assert legible(colour, ground) == colour


def test_mix_runs_from_ground_to_colour() -> None:
    assert mix("#ffffff", "#000000", 0) == "#000000"
    assert mix("#ffffff", "#000000", 1) == "#ffffff"
    assert mix("#ffffff", "#000000", 0.5) == "#808080"


@PALETTES
def test_the_sheet_is_filled_in(palette: Palette) -> None:
    text = sheet(palette, ICONS)
    assert "$" not in text
    assert palette.accent in text
    assert all(Path(name).is_file() for name in re.findall(r"url\((.+?)\)", text))
