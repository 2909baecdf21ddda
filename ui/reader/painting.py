"""Draws the highlights of the paragraphs that are on the screen: fills below the words, bands and signs above them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

from ui.colours import Palette
from ui.reader.highlights import Key, Mark, Placed
from ui.reader.signs import GAP, Sign, Signs, room_of
from ui.reader.wording import is_unsure
from workbench.colours import ink_on, mix
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status

#: How thick a band is, how far below the words it runs, and how high its brackets stand, in pixels.
_THICK, _BELOW, _BRACKET = 2.0, 2.5, 4.0
#: How much of its fill is left of a mention that the program is not sure of.
_FAINT = 0.4


class Look:
    """How highlights are drawn: the theme's colours, what colour a claim has, and the distance of lanes in pixels.

    Colours are worked out once: a page of highlights asks for hundreds.
    """

    def __init__(self, palette: Palette, colour_of: Callable[[Claim], str], lane: float = 5.0) -> None:
        self.palette, self.colour_of, self.lane = palette, colour_of, lane
        self.fills = {label: QColor(fill) for label, fill in palette.fills.items()}
        self.faint = {label: QColor(mix(fill, palette.page, _FAINT)) for label, fill in palette.fills.items()}
        self.inks = {label: QColor(ink) for label, ink in palette.inks.items()}
        self.focus, self.muted, self.ground = QColor(palette.focus), QColor(palette.muted), QColor(palette.focus_soft)
        self._shades: dict[str, tuple[QColor, QColor]] = {}

    def shades(self, claim: Claim) -> tuple[QColor, QColor]:
        """Return the colour of a claim's band and sign, and the one in which the sign is written on it."""
        if claim.status is Status.REJECTED:
            return self.muted, self.muted
        colour = self.colour_of(claim)
        if colour not in self._shades:
            ink = self.palette.ink(colour)
            self._shades[colour] = QColor(ink), QColor(ink_on(ink))
        return self._shades[colour]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph on the screen: where it is drawn, what shows in it, and its signs by where they stand."""

    block: QTextBlock
    origin: QPointF
    placed: Sequence[Placed]
    signs: dict[int, list[Sign]]

    def pieces(self, start: int, end: int) -> Iterator[tuple[QRectF, bool, bool]]:
        """Yield the box of a range on each line, without the room of signs, and whether it begins and ends there."""
        base, layout = self.block.position(), self.block.layout()
        start, end = max(0, start - base), min(self.block.length() - 1, end - base)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                box = _box(line, first, last).translated(self.origin)
                box.setRight(box.right() - room_of(self.signs.get(last + base, ())))
                yield box, first == start, last == end


def _box(line: QTextLine, first: int, last: int) -> QRectF:
    """Return the box of the words from `first` to `last` on a line, from the top of its letters to their foot."""
    end = line.x() + line.naturalTextWidth()
    left, right = sorted(min(x_of(line, at), end) for at in (first, last))
    return QRectF(left, line.y(), right - left, line.height())


def x_of(line: QTextLine, position: int) -> float:
    """Return where on a line the position in its paragraph lies, in pixels."""
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def below_words(painter: QPainter, paragraph: Paragraph, look: Look, selected: Key | None) -> None:
    """Draw the fills of mentions, the longest first, and the ground of the selected claim."""
    for placed in paragraph.placed:
        if placed.mark.is_claim and placed.mark.key == selected:
            _frame(painter, paragraph, placed.mark, look, look.ground)
    for placed in paragraph.placed:
        if isinstance(placed.mark.row, Mention):
            _fill(painter, paragraph, placed.mark, placed.mark.row, look)
            if placed.mark.key == selected:
                _frame(painter, paragraph, placed.mark, look, None)


def above_words(painter: QPainter, paragraph: Paragraph, look: Look, signs: Signs) -> None:
    """Draw the bands of claims, each in its lane, their signs, and the strokes through what was rejected."""
    for placed in paragraph.placed:
        mark = placed.mark
        if isinstance(mark.row, Claim):
            _band(painter, paragraph, placed, mark.row, look)
        if mark.rejected:
            _strike(painter, paragraph, mark, look)
    for end, row in paragraph.signs.items():
        at = _end_of(paragraph, end)
        for sign in row if at is not None else ():
            _sign(painter, sign, at or QPointF(), look, signs)


def _fill(painter: QPainter, paragraph: Paragraph, mark: Mark, row: Mention, look: Look) -> None:
    """Fill behind a mention; a confirmed one has an outline, an unsure one a dashed outline and a fainter fill.

    A mention that names nobody itself has a dotted line below.
    """
    if row.status is Status.REJECTED:
        return
    confirmed = row.status in (Status.ACCEPTED, Status.EDITED)
    unsure = not confirmed and is_unsure(row)
    edge = QPen(look.inks[row.label], 1.0, Qt.PenStyle.DashLine if unsure else Qt.PenStyle.SolidLine)
    painter.setPen(edge if confirmed or unsure else Qt.PenStyle.NoPen)
    painter.setBrush(look.faint[row.label] if unsure else look.fills[row.label])
    boxes = [box for box, _first, _last in paragraph.pieces(mark.start, mark.end)]
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), 2.5, 2.5)
    if row.inferred:
        painter.setPen(QPen(look.inks[row.label], 1.6, Qt.PenStyle.DotLine))
        for box in boxes:
            painter.drawLine(QPointF(box.left(), box.bottom() - 1.5), QPointF(box.right(), box.bottom() - 1.5))


def _frame(painter: QPainter, paragraph: Paragraph, mark: Mark, look: Look, ground: QColor | None) -> None:
    """Draw the frame that says what is selected."""
    painter.setPen(QPen(look.focus, 1.6))
    painter.setBrush(ground or Qt.BrushStyle.NoBrush)
    for box, _first, _last in paragraph.pieces(mark.start, mark.end):
        painter.drawRoundedRect(box.adjusted(-2.5, -1.0, 2.5, 0.5), 3.5, 3.5)


def _band(painter: QPainter, paragraph: Paragraph, placed: Placed, row: Claim, look: Look) -> None:
    """Draw the band below a claim's evidence: dashed while it is proposed, dotted when rejected, else solid."""
    rejected = row.status is Status.REJECTED
    pen = QPen(look.shades(row)[0], _THICK)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    bracket = QPen(pen)
    if row.status is Status.PROPOSED:
        pen.setDashPattern([3.0, 2.0])
    elif rejected:
        pen.setDashPattern([1.0, 2.0])
    for box, first, last in paragraph.pieces(placed.mark.start, placed.mark.end):
        y = box.bottom() + _BELOW + placed.lane * look.lane
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(bracket)
        for x, is_end in ((box.left() + 1, first), (box.right() - 1, last)):
            if is_end:
                painter.drawLine(QPointF(x, y + _THICK / 2), QPointF(x, y + _THICK / 2 - _BRACKET))


def _strike(painter: QPainter, paragraph: Paragraph, mark: Mark, look: Look) -> None:
    painter.setPen(QPen(look.muted, 1.4))
    for box, _first, _last in paragraph.pieces(mark.start, mark.end):
        y = box.top() + box.height() * 0.56
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def _end_of(paragraph: Paragraph, end: int) -> QPointF | None:
    """Return the upper right corner of the last letter before `end`, where the signs begin."""
    for box, _first, last in paragraph.pieces(end - 1, end):
        if last:
            return box.topRight()
    return None


def _sign(painter: QPainter, sign: Sign, at: QPointF, look: Look, signs: Signs) -> None:
    if not isinstance(sign.mark.row, Claim):
        return
    rejected = sign.mark.rejected
    colour, written = look.shades(sign.mark.row)
    box = QRectF(at.x() + sign.left - GAP / 2, at.y() + 1.0, sign.width, signs.height)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush if rejected else colour)
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setFont(signs.font)
    painter.setPen(written)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.text)
