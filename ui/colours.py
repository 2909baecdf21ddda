"""The colours of the window, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.colours import legible, mix
from workbench.model.mention import Label

BLACK, ORANGE, SKY, GREEN = "#000000", "#e69f00", "#56b4e9", "#009e73"
YELLOW, BLUE, VERMILION, PURPLE = "#f0e442", "#0072b2", "#d55e00", "#cc79a7"

#: Okabe and Ito's colours, told apart with every common colour vision.
OKABE_ITO = (BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, YELLOW, BLACK)

#: Each label's hue, and how much of it (0 to 1) is mixed into the page behind the words.
_LABELS: dict[Label, tuple[str, float]] = {
    Label.STATE_FORCE: (BLUE, 0.16),
    Label.ARMED_GROUP: (VERMILION, 0.18),
    Label.SOURCE: ("#7b52c7", 0.15),
    Label.ORG: ("#7b52c7", 0.08),
    Label.PERSON: (PURPLE, 0.24),
    Label.ROLE: (PURPLE, 0.12),
    Label.GPE: (GREEN, 0.18),
    Label.LOC: (GREEN, 0.12),
    Label.FACILITY: (GREEN, 0.07),
    Label.WEAPON: (ORANGE, 0.24),
    Label.EQUIPMENT: (ORANGE, 0.14),
    Label.DATE: ("#b8a200", 0.20),
    Label.NUMBER: ("#b8a200", 0.12),
    Label.EVENT: (SKY, 0.26),
    Label.NORP: (SKY, 0.14),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The roles of colour in one theme, as RGB hex strings.

    `window` lies behind menus and the status bar, `surface` behind panels, `page` behind an article. A `…_soft`
    is the ground on which its colour, and `text`, can be read.
    """

    name: str
    dark: bool
    window: str
    surface: str
    page: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    badge: str
    badge_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    focus: str
    focus_soft: str

    @property
    def fills(self) -> Mapping[Label, str]:
        """The soft ground behind a mention of each label, on the page."""
        boost = 1.5 if self.dark else 1.0
        return MappingProxyType({k: mix(hue, self.page, share * boost) for k, (hue, share) in _LABELS.items()})

    @property
    def inks(self) -> Mapping[Label, str]:
        """A strong shade of each label's hue that can be read on the page."""
        return MappingProxyType({k: legible(hue, self.page) for k, (hue, _) in _LABELS.items()})

    def ink(self, colour: str) -> str:
        """Return `colour` (such as a side's) as it can be read on the page and on panels."""
        return legible(legible(colour, self.page), self.surface)


LIGHT = Palette(
    name="light",
    dark=False,
    window="#efeeea",
    surface="#ffffff",
    page="#fcfcfa",
    raised="#f6f6f3",
    border="#dedcd6",
    text="#1c1d1f",
    muted="#5d6166",
    accent="#0a5ca8",
    on_accent="#ffffff",
    accent_soft="#e7f0f9",
    badge="#5f5133",
    badge_soft="#f0e7d8",
    good="#00664a",
    good_soft="#ecf6f0",
    warn="#7d4b00",
    warn_soft="#fcf3e6",
    bad="#a8321c",
    bad_soft="#fbebe7",
    focus="#c99a00",
    focus_soft="#fdf6d3",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#121416",
    surface="#1e2224",
    page="#18191b",
    raised="#262b2e",
    border="#363b3f",
    text="#e9e9e7",
    muted="#a2a8ad",
    accent="#62b2ee",
    on_accent="#0c1a26",
    accent_soft="#2a3a49",
    badge="#dccba6",
    badge_soft="#3b3529",
    good="#5fc9a0",
    good_soft="#1b302a",
    warn="#e9b35c",
    warn_soft="#352a1a",
    bad="#f1907a",
    bad_soft="#3a2320",
    focus="#e6c04a",
    focus_soft="#3b3520",
)
