"""Room between lines: QPlainTextEdit knows no line height, so its layout is spread after each paragraph is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

#: Above the first line of a paragraph; not 0, for a first line at 0 is one not spread yet.
_TOP = 3.0


@dataclass(frozen=True, slots=True)
class Room:
    """In pixels: below each line for no band or one, for each further band, and below a paragraph's last line."""

    line: float
    lane: float
    paragraph: float

    @classmethod
    def of_line(cls, height: float) -> Room:
        """Return the room that goes with a line of this height."""
        return cls(line=round(height * 0.36), lane=max(5.0, round(height * 0.25)), paragraph=round(height * 0.62))

    def below(self, lanes: int) -> float:
        """Return the room below a line with so many bands below one another."""
        return self.line + self.lane * max(0, lanes - 1)


class SpacedLayout(QPlainTextDocumentLayout):
    """The document's layout with room below each line for the bands on it, and between paragraphs.

    A blank line between two paragraphs is that room, not a line of its own.
    """

    def __init__(self, document: QTextDocument, lanes: Callable[[int, int, int], int]) -> None:
        """Take the document, and what tells how many bands lie in a paragraph between two positions."""
        super().__init__(document)
        self._lanes = lanes
        self.room = Room(0, 0, 0)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        if is_blank(block):
            return QRectF(rect.x(), rect.y(), rect.width(), self.room.paragraph)
        layout = block.layout()
        if rect.isNull() or not layout.lineCount():
            return rect
        if layout.lineAt(0).y() == 0:
            self._spread(block)
            rect = super().blockBoundingRect(block)
        below = self._below(block, layout.lineAt(layout.lineCount() - 1))
        return rect.adjusted(0, 0, 0, below + (0 if is_blank(block.next()) else self.room.paragraph))

    def _spread(self, block: QTextBlock) -> None:
        """Move a laid-out paragraph's lines apart."""
        layout, y = block.layout(), _TOP
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line.setPosition(QPointF(line.x(), y))
            y += line.height() + self._below(block, line)

    def _below(self, block: QTextBlock, line: QTextLine) -> float:
        start = block.position() + line.textStart()
        return self.room.below(self._lanes(block.blockNumber(), start, start + line.textLength()))


def is_blank(block: QTextBlock) -> bool:
    """Tell whether a paragraph is there and holds no words."""
    return block.isValid() and (block.length() == 1 or block.text().isspace())
