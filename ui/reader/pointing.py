"""Where in the text the mouse is: the room below a line belongs to the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine

from ui.reader.painting import x_of

Visible = tuple[QTextBlock, QPointF]


@dataclass(frozen=True, slots=True)
class Hit:
    """A line under the mouse: the middle of the line in the viewport, and the character there, if there is one."""

    middle: float
    character: int | None


def hit(visible: Iterator[Visible], point: QPointF) -> Hit | None:
    """Return what lies at `point` of the viewport among the visible paragraphs."""
    found: tuple[QTextBlock, QPointF, QTextLine] | None = None
    for block, origin in visible:
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if origin.y() + line.y() > point.y():
                return _hit(found, point)
            found = block, origin, line
    return _hit(found, point)


def _hit(found: tuple[QTextBlock, QPointF, QTextLine] | None, point: QPointF) -> Hit | None:
    if found is None:
        return None
    block, origin, line = found
    x = point.x() - origin.x()
    middle = origin.y() + line.y() + line.height() / 2
    if not line.x() <= x <= line.x() + line.naturalTextWidth():
        return Hit(middle, None)
    at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    return Hit(middle, block.position() + min(at, line.textStart() + line.textLength() - 1))


def x_in_view(block: QTextBlock, origin: QPointF, position: int) -> tuple[float, float, float]:
    """Return x, top and bottom of a position in a visible paragraph that holds it, in the viewport."""
    within = position - block.position()
    line = block.layout().lineForTextPosition(within)
    top = origin.y() + line.y()
    return origin.x() + x_of(line, within), top, top + line.height()
