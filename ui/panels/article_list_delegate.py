"""Draws an article of the queue: its state, headline, particulars, and how many claims are open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.colours import Palette
from ui.models.article_list import ARTICLE, OPEN, about
from ui.theme import Theme
from workbench.model.article import Article, ReviewState
from workbench.wording import article_words

_LEFT, _RIGHT, _TOP, _SIGN = 16, 12, 11, 20


class ArticleDelegate(QStyledItemDelegate):
    """Rows of one height, so that ten thousand articles scroll like ten."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Draw in the colours of `theme`."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(_bold(option)).lineSpacing()
        return QSize(220, 2 * line + QFontMetrics(_small(option)).lineSpacing() + 2 * _TOP + 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        article: Article = index.data(ARTICLE)
        colours = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, colours)
        inner = _rect(option).adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        badge = _badge(painter, option, inner, index.data(OPEN), colours)
        _sign(painter, QRectF(inner.left(), inner.top() + 4, 10, 10), article.state, colours)
        words = inner.adjusted(_SIGN, 0, -badge, 0)
        painter.setPen(QColor(colours.text))
        bottom = _headline(painter, _bold(option), words, article_words(article))
        painter.setPen(QColor(colours.muted))
        painter.setFont(_small(option))
        metrics = painter.fontMetrics()
        line = QRect(words.left(), bottom + 3, inner.right() - words.left(), metrics.lineSpacing())
        text = metrics.elidedText(about(article), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect)


def _bold(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _small(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setPointSizeF(max(7.0, font.pointSizeF() * 0.92))
    return font


def _ground(painter: QPainter, option: QStyleOptionViewItem, colours: Palette) -> None:
    rect, state = _rect(option), option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(colours.accent_soft))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.raised))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.border))


def _badge(painter: QPainter, option: QStyleOptionViewItem, inner: QRect, count: int, colours: Palette) -> int:
    """Draw how many claims are open; return the width that takes."""
    if not count:
        return 0
    painter.setFont(_small(option))
    words = f"{count} open"
    metrics = painter.fontMetrics()
    width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 3
    pill = QRectF(inner.right() - width, inner.top(), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.badge_soft))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor(colours.badge))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    return width + 8


def _sign(painter: QPainter, box: QRectF, state: ReviewState, colours: Palette) -> None:
    """Draw the state: a disc for new, half a disc for in review, a tick for reviewed."""
    colour = QColor(colours.good if state is ReviewState.REVIEWED else colours.accent)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is ReviewState.REVIEWED:
        left, middle, right = (0.0, 0.55), (0.38, 0.95), (1.0, 0.1)
        tick = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in (left, middle, right)]
        painter.drawPolyline(QPolygonF(tick))
        return
    painter.drawEllipse(box)
    painter.setBrush(colour)
    if state is ReviewState.NEW:
        painter.drawEllipse(box)
    else:
        painter.drawPie(box, 90 * 16, 180 * 16)


def _headline(painter: QPainter, font: QFont, words: QRect, title: str) -> int:
    """Draw a headline in at most two lines; return where they end."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(title, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(words.width())
    cut = first.textStart() + first.textLength()
    layout.endLayout()
    painter.setFont(font)
    parts = [title[:cut].rstrip(), title[cut:].strip()]
    for number, part in enumerate(p for p in parts if p):
        line = QRect(words.left(), words.top() + number * metrics.lineSpacing(), words.width(), metrics.lineSpacing())
        text = metrics.elidedText(part, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
    return words.top() + (2 if parts[1] else 1) * metrics.lineSpacing()
