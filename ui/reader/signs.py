"""The small signs after a claim's band: how wide they are, and the formats that make room for them in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextCharFormat, QTextLayout

from ui.reader.highlights import Mark, Placed
from ui.reader.wording import SIGNS
from workbench.model.claim import Claim

_FAMILIES = ["DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols2", "Noto Sans Symbols"]
_PADDING = 3.5
#: Between a band and its sign, and between two signs.
GAP = 2.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One claim's sign; `left` counts in pixels from the end of the evidence, `width` is that of its box."""

    mark: Mark
    text: str
    left: float
    width: float


class Signs:
    """The signs in one size of type."""

    def __init__(self, reading: QFont) -> None:
        """Take the font in which the article is read."""
        self.font = QFont(reading)
        self.font.setFamilies(_FAMILIES)
        self.font.setPointSizeF(reading.pointSizeF() * 0.6)
        self.font.setBold(True)
        metrics = QFontMetricsF(self.font)
        self.height = metrics.height() * 0.86
        self._widths = {effect: metrics.horizontalAdvance(sign) for effect, sign in SIGNS.items()}

    def by_end(self, placed: Iterable[Placed]) -> dict[int, list[Sign]]:
        """Return the signs by the position at which their evidence ends, the innermost first."""
        ends: dict[int, list[Sign]] = {}
        for mark in sorted((p.mark for p in placed if p.mark.is_claim), key=lambda m: (-m.start, m.key)):
            signs = ends.setdefault(mark.end, [])
            left = signs[-1].left + signs[-1].width + GAP if signs else GAP
            signs.append(self._sign(mark, left))
        return ends

    def _sign(self, mark: Mark, left: float) -> Sign:
        effect = mark.row.effect if isinstance(mark.row, Claim) else None
        if effect is None:
            raise TypeError("only a claim has a sign")
        return Sign(mark, SIGNS[effect], left, self._widths[effect] + 2 * _PADDING)

    def formats(self, block: QTextBlock, placed: Sequence[Placed]) -> list[QTextLayout.FormatRange]:
        """Return what a paragraph needs: numbers in bold, and room for the signs."""
        start, length, layout = block.position(), block.length() - 1, block.layout()
        bold = sorted({p.mark.bold for p in placed if p.mark.bold})
        ranges = [(max(0, a - start), min(length, b - start), _bold()) for a, b in bold]
        for end, signs in self.by_end(placed).items():
            last = end - start
            if 0 < last <= length:
                room = signs[-1].left + signs[-1].width + GAP
                ranges.append((layout.previousCursorPosition(last), last, _spaced(room)))
        return [_range(a, b, wanted) for a, b, wanted in ranges if a < b]


def room_of(signs: Iterable[Sign]) -> float:
    """Return how far the text after the evidence is pushed away, in pixels."""
    return max((sign.left + sign.width + GAP for sign in signs), default=0.0)


def _bold() -> QTextCharFormat:
    wanted = QTextCharFormat()
    wanted.setFontWeight(QFont.Weight.Bold)
    return wanted


def _spaced(room: float) -> QTextCharFormat:
    wanted = QTextCharFormat()
    wanted.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    wanted.setFontLetterSpacing(room)
    return wanted


def _range(start: int, end: int, wanted: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, wanted
    return found
