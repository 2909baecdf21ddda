from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.charts.look import LIGHT, Look
from workbench.charts.type import FOOT, NOTE, WARN, Type, fitted, width_of, wrapped

WIDE = "WWWWWW MMMMMM WWWWWW MMMMMM WWWWWW MMMMMM"
SAID = "people may be counted twice, until somebody decides which tellings are one event"

looks = pytest.mark.parametrize("look", [LIGHT, replace(LIGHT, families=())], ids=["its own fonts", "the last resort"])


@looks
@pytest.mark.parametrize("type_", [FOOT, WARN], ids=["plain", "bold"])
@pytest.mark.parametrize("words", [WIDE, SAID], ids=["wide letters", "a sentence"])
def test_lines_are_broken_by_how_wide_they_run(look: Look, type_: Type, words: str) -> None:
    lines = wrapped(words, 150, look, type_)
    assert " ".join(lines) == words
    assert len(lines) > 1
    assert all(width_of(line, look, type_) <= 150 for line in lines)


def test_lines_are_filled() -> None:
    for words in (WIDE, SAID):
        first, second, *_ = wrapped(words, 150, LIGHT, FOOT)
        assert width_of(f"{first} {second}", LIGHT, FOOT) > 150


def test_where_nothing_fits_some_letters_stand_all_the_same() -> None:
    assert wrapped("WWW WWW WWW", 1, LIGHT, FOOT) == ["WWW WWW", "WWW"]


def test_a_word_longer_than_a_line_is_parted_by_hyphens() -> None:
    assert wrapped("WWWWWWWWWW", 1, LIGHT, FOOT) == ["WWWWW-", "WWWWW"]
    assert wrapped("Bewaffnete Regierungstruppen", 1, LIGHT, FOOT) == ["Bewaf-", "fnete", "Regier-", "ungstr-", "uppen"]
    assert wrapped("https://example.org/12345", 1, LIGHT, FOOT)[0] == "https://", "no hyphen in what is no word"


@looks
def test_what_is_fitted_is_no_wider_nor_has_more_lines(look: Look) -> None:
    lines = fitted(WIDE, 120, look, NOTE, lines=2).splitlines()
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(width_of(line, look, NOTE) <= 120 for line in lines)
