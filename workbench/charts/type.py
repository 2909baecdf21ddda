"""The type of a chart: sizes and weights, which fonts there are, and how wide words run."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cache

from matplotlib import rcParams
from matplotlib.font_manager import FontProperties, get_font_names
from matplotlib.textpath import text_to_path

from workbench.charts.look import Look

POINTS = 72.0
# Hinted letters run up to a twentieth wider on a screen than on paper: words would leave the room measured for them.
rcParams["text.hinting"] = "no_hinting"
#: No line is broken into pieces of fewer letters.
_FEWEST = 8


@dataclass(frozen=True, slots=True)
class Type:
    """Words of one size and weight; `scale` multiplies the look's size."""

    scale: float = 1.0
    weight: str = "normal"


TITLE, SUBTITLE, ROW = Type(1.45, "bold"), Type(), Type(1.02)
NUMBER, NOTE, TICK, PART, FOOT = Type(1.12, "bold"), Type(0.95), Type(0.92), Type(0.92), Type(0.86)
#: A line beneath that nobody may overlook.
WARN = Type(0.9, "bold")


@cache
def families(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of the wanted font families this machine has; matplotlib brings the last resort along."""
    there = set(get_font_names())
    return (*(family for family in wanted if family in there), "DejaVu Sans")


@cache
def font(look: Look, type_: Type) -> FontProperties:
    """Return the font in which words of a type are set; whoever sets words copies it."""
    return FontProperties(family=list(families(look.families)), size=look.size * type_.scale, weight=type_.weight)


@cache
def width_of(words: str, look: Look, type_: Type) -> float:
    """Return how wide words run, in points."""
    if not words.strip():
        return 0.0
    lines = words.splitlines()
    set_ = font(look, type_)
    return max(float(text_to_path.get_text_width_height_descent(line, set_, ismath=False)[0]) for line in lines)


def wrapped(words: str, width: float, look: Look, type_: Type) -> list[str]:
    """Return words broken into lines of at most `width` points, or of `_FEWEST` letters where that is wider.

    A word that is longer than a line is parted by hyphens.
    """
    letters = max(_FEWEST, int(width / (look.size * type_.scale * (0.56 if type_.weight == "bold" else 0.51))))
    lines = textwrap.wrap(_parted(words, letters), letters)
    while letters > _FEWEST and any(width_of(line, look, type_) > width for line in lines):
        letters -= 1
        lines = textwrap.wrap(_parted(words, letters), letters)
    return lines


def _parted(words: str, letters: int) -> str:
    """Part words longer than so many letters into pieces about as long as one another."""
    return " ".join(
        _pieces(word, letters) if len(word) > letters and word.isalpha() else word for word in words.split()
    )


def _pieces(word: str, letters: int) -> str:
    count = -(-len(word) // (letters - 1))
    each = -(-len(word) // count)
    return "- ".join(word[at : at + each] for at in range(0, len(word), each))


def fitted(words: str, width: float, look: Look, type_: Type, lines: int = 1) -> str:
    """Return words in at most so many lines of `width` points, with an ellipsis where they do not fit."""
    broken = wrapped(words, width, look, type_)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], broken[lines - 1].rsplit(" ", 1)[0] + "…"]
    return "\n".join(broken)


def cut(words: str, width: float, look: Look, type_: Type) -> str:
    """Return words in one line of `width` points, their end replaced by an ellipsis where they do not fit."""
    if width_of(words, look, type_) <= width:
        return words
    kept = words
    while len(kept) > 1 and width_of(f"{kept}…", look, type_) > width:
        kept = kept[: max(1, len(kept) - 1)].rstrip()
    return f"{kept}…"
