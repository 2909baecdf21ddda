"""The small signs after a claim's band: how wide they are, and the formats that make room for them in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlock, QTextCharFormat, QTextLayout

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

        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._rooms: dict[float, QTextCharFormat] = {}

    def by_end(self, placed: Iterable[Placed]) -> dict[int, list[Sign]]:
        """Return the signs by the position at which their evidence ends, the innermost first."""
        ends: dict[int, list[Sign]] = {}
        for _start, _key, mark in sorted((-p.mark.start, p.mark.key, p.mark) for p in placed if p.lane >= 0):
            signs = ends.setdefault(mark.end, [])
            left = signs[-1].left + signs[-1].width + GAP if signs else GAP
            if isinstance(mark.row, Claim):
                effect = mark.row.effect
                signs.append(Sign(mark, SIGNS[effect], left, self._widths[effect] + 2 * _PADDING))
        return ends

    def formats(self, block: QTextBlock, placed: Sequence[Placed]) -> list[QTextLayout.FormatRange]:
        """Return what a paragraph needs: numbers in bold, and room for the signs."""
        if not any(p.lane >= 0 for p in placed):
            return []
        start, length, words = block.position(), block.length() - 1, block.text()
        bold = sorted({p.mark.bold for p in placed if p.mark.bold})
        ranges = [(max(0, a - start), min(length, b - start), self._bold) for a, b in bold]
        for end, signs in self.by_end(placed).items():
            last = end - start
            if 0 < last <= length:
                room = signs[-1].left + signs[-1].width + GAP
                ranges.append((_last_letter(block, words, last), last, self._spaced(room)))
        return [_range(a, b, wanted) for a, b, wanted in ranges if a < b]

    def _spaced(self, room: float) -> QTextCharFormat:
        """Return the format that keeps so many pixels free after a letter."""
        if room not in self._rooms:
            wanted = self._rooms[room] = QTextCharFormat()
            wanted.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            wanted.setFontLetterSpacing(room)
        return self._rooms[room]


def _last_letter(block: QTextBlock, words: str, end: int) -> int:
    """Return where the letter that ends at `end` begins; Qt is asked only where it may be more than one character."""
    plain = words.isascii() or (len(words) == block.length() - 1 and ord(words[end - 1]) < 0x250)
    return end - 1 if plain else block.layout().previousCursorPosition(end)


def room_of(signs: Iterable[Sign]) -> float:
    """Return how far the text after the evidence is pushed away, in pixels."""
    return max((sign.left + sign.width + GAP for sign in signs), default=0.0)


def _range(start: int, end: int, wanted: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, wanted
    return found


def in_colour(block: QTextBlock, colour: QColor) -> QTextLayout.FormatRange:
    """Return the format that writes a whole paragraph in a colour."""
    wanted = QTextCharFormat()
    wanted.setForeground(colour)
    return _range(0, block.length() - 1, wanted)
