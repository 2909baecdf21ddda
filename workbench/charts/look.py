"""The colours and type of a chart, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.colours import MARK_RATIO, TEXT_RATIO, legible, mix


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
