"""Colours can be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.colours import DARK, LIGHT, OKABE_ITO, Palette
from ui.stylesheet import sheet
from workbench.colours import TEXT_RATIO, contrast
from workbench.model.mention import Label

ICONS = Path(__file__).parents[2] / "resources" / "icons"
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)


@PALETTES
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("ground", ["window", "surface", "page", "raised"])
def test_every_ink_can_be_read_on_every_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT_RATIO


@PALETTES
@pytest.mark.parametrize("role", ["accent", "badge", "good", "warn", "bad"])
def test_soft_grounds_carry_their_colour_and_text(palette: Palette, role: str) -> None:
    soft = getattr(palette, f"{role}_soft")
    assert contrast(getattr(palette, role), soft) >= TEXT_RATIO
    assert contrast(palette.text, soft) >= TEXT_RATIO


@PALETTES
def test_accent_carries_its_text(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= TEXT_RATIO
    assert contrast(palette.text, palette.focus_soft) >= TEXT_RATIO


@PALETTES
@pytest.mark.parametrize("label", Label)
def test_words_can_be_read_on_their_highlight(palette: Palette, label: Label) -> None:
    assert contrast(palette.text, palette.fills[label]) >= TEXT_RATIO
    assert contrast(palette.inks[label], palette.page) >= TEXT_RATIO
    assert palette.fills[label] != palette.page


@PALETTES
def test_no_two_labels_look_the_same(palette: Palette) -> None:
    assert len(set(palette.fills.values())) == len(Label)


@PALETTES
@pytest.mark.parametrize("colour", OKABE_ITO)
def test_sides_stay_legible(palette: Palette, colour: str) -> None:
    assert contrast(palette.ink(colour), palette.surface) >= TEXT_RATIO
    assert contrast(palette.ink(colour), palette.page) >= TEXT_RATIO


@PALETTES
def test_the_sheet_is_filled_in(palette: Palette) -> None:
    text = sheet(palette, ICONS)
    assert "$" not in text
    assert palette.accent in text
    assert all(Path(name).is_file() for name in re.findall(r"""url\("(.+?)"\)""", text))
