from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from workbench.charts.look import DARK, LIGHT
from workbench.charts.sheet import Sheet
from workbench.charts.type import NOTE


def sheet() -> Sheet:
    made = Sheet(Figure(figsize=(10, 5)), LIGHT)
    made.begin(LIGHT)
    return made


def test_points_from_the_upper_left_become_fractions_from_the_lower_left() -> None:
    assert sheet().box(0, 0, 720, 360) == (0, 0, 1, 1)
    assert sheet().box(72, 36, 144, 72) == pytest.approx((0.1, 0.7, 0.2, 0.2))


def test_what_is_drawn_again_is_moved_and_what_is_not_is_hidden() -> None:
    made = sheet()
    first = made.write(10, 10, "one", NOTE, LIGHT.text)
    second = made.write(10, 30, "two", NOTE, LIGHT.text)
    made.card(10, 10, 100, 100)
    plot = made.plot(20, 20, 50, 50)
    made.finish()
    made.begin(DARK)
    assert made.write(50, 10, "three", NOTE, DARK.text) is first
    assert made.plot(20, 20, 80, 50) is plot
    made.finish()
    assert (first.get_text(), first.get_color(), second.get_visible()) == ("three", DARK.text, False)
    assert not any(card.get_visible() for card in made.figure.artists)
    assert plot.width == 80


def test_a_price_in_an_article_is_no_formula() -> None:
    made = sheet()
    made.write(0, 0, "$5 and 10 $", NOTE, LIGHT.text)
    made.figure.draw_without_rendering()
