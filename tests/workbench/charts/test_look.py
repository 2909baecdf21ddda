from __future__ import annotations

import pytest

from workbench.charts.look import DARK, LIGHT, Look
from workbench.colours import MARK_RATIO, TEXT_RATIO, contrast, ink_on

OKABE_ITO = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000")
LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@LOOKS
def test_words_can_be_read_on_page_and_card(look: Look) -> None:
    for ground in (look.page, look.card):
        assert contrast(look.text, ground) >= TEXT_RATIO
        assert contrast(look.muted, ground) >= TEXT_RATIO


@LOOKS
@pytest.mark.parametrize("colour", OKABE_ITO)
def test_bars_stand_out_and_words_on_them_can_be_read(look: Look, colour: str) -> None:
    assert contrast(look.bar(colour), look.card) >= MARK_RATIO
    assert contrast(look.ink(colour), look.card) >= TEXT_RATIO
    for ground in (look.bar(colour), look.tint(colour, 1), look.tint(colour, 3)):
        assert contrast(ink_on(ground), ground) >= TEXT_RATIO
