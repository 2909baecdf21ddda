"""The arithmetic that keeps colours legible, in the window, in charts and in reports; colours are RGB hex strings."""

from __future__ import annotations

from functools import cache

#: WCAG 2: the least contrast for text of normal size, and for what is drawn.
TEXT_RATIO = 4.5
MARK_RATIO = 3.0
#: Grey: no side of a conflict wears it.
NEUTRAL = "#8a8f94"
_BLACK, _WHITE = "#111214", "#ffffff"


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Return `ground` with `share` (0 to 1) of `colour` in it."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)


@cache
def legible(colour: str, ground: str, ratio: float = TEXT_RATIO) -> str:
    """Return the shade of `colour` nearest to it that stands out from `ground` by `ratio`."""
    towards = max("#000000", "#ffffff", key=lambda end: contrast(end, ground))
    shades = (mix(towards, colour, step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), towards)


def ink_on(ground: str) -> str:
    """Return black or white, whichever is read better on `ground`."""
    return max(_BLACK, _WHITE, key=lambda ink: contrast(ink, ground))


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Return WCAG's relative luminance, 0 to 1."""
    shares = (value / 255 for value in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
