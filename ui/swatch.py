"""A side's colour as a small square, in the shade in which the charts draw its bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from workbench.colours import MARK_RATIO, TEXT_RATIO, legible

#: Drawn twice as large as it is shown, for screens of many dots.
_SIZE = 28


def shade(colour: str) -> str:
    """Return the shade of a side's colour that is told from the panels of the theme that is worn."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return legible(colour, ground.name(), TEXT_RATIO if ground.lightness() < 128 else MARK_RATIO)


def paint_swatch(painter: QPainter, place: QRectF, colour: str) -> None:
    """Draw the square of a side's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shade(colour)))
    radius = place.width() * 0.23
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


def swatch(colour: str) -> QIcon:
    """Return the square as an icon; another theme needs another."""
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(3, 3, _SIZE - 6, _SIZE - 6), colour)
    painter.end()
    return QIcon(pixmap)
