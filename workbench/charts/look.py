"""The colours and type of a chart, light and dark, and the arithmetic that keeps them legible."""

from __future__ import annotations

from dataclasses import dataclass

#: WCAG 2: the least contrast for text, and for what is drawn.
TEXT_RATIO = 4.5
MARK_RATIO = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """What a chart wears: RGB hex colours, font families by preference, `size` of running type in points.

    `page` lies behind all, `card` behind the bars; a `dark` look draws sides in a lighter shade of their colour.
    """

    dark: bool
    page: str
    card: str
    border: str
    grid: str
    text: str
    muted: str
    accent: str
    families: tuple[str, ...] = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
    size: float = 10.0

    def bar(self, colour: str) -> str:
        """Return the shade of a side's colour that its bar wears."""
        return legible(colour, self.card, TEXT_RATIO if self.dark else MARK_RATIO)

    def tint(self, colour: str, step: int) -> str:
        """Return the bar's shade paled `step` times, for its parts."""
        return mix("#ffffff", self.bar(colour), min(0.75, 0.3 * step))

    def faint(self, colour: str) -> str:
        """Return the ground of a bar whose number is only bounded."""
        return mix(self.bar(colour), self.card, 0.4)

    def ink(self, colour: str) -> str:
        """Return the shade of a side's colour in which words can be read on the card."""
        return legible(colour, self.card, TEXT_RATIO)

    def on(self, ground: str) -> str:
        """Return black or white, whichever is read better on `ground`."""
        return max("#111214", "#ffffff", key=lambda ink: contrast(ink, ground))


LIGHT = Look(
    dark=False,
    page="#ffffff",
    card="#fcfcfa",
    border="#e4e2dc",
    grid="#e9e7e1",
    text="#1c1d1f",
    muted="#5d6166",
    accent="#0a5ca8",
)
DARK = Look(
    dark=True,
    page="#18191b",
    card="#1f2325",
    border="#2a2f32",
    grid="#33383c",
    text="#e9e9e7",
    muted="#a2a8ad",
    accent="#62b2ee",
)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return WCAG's relative luminance, 0 to 1."""
    shares = (value / 255 for value in channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Return `ground` with `share` (0 to 1) of `colour` in it."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)


def legible(colour: str, ground: str, ratio: float) -> str:
    """Return the shade of `colour` nearest to it that stands out from `ground` by `ratio`."""
    towards = "#000000" if luminance(ground) > 0.18 else "#ffffff"
    shades = (mix(towards, colour, step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), towards)
