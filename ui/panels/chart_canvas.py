"""The chart on the screen, pointed at with the mouse or walked with the keys; imported when first shown."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.named import plain
from workbench.charts.drawing import Picture, height_of, least_height_of
from workbench.charts.kinds import Chart
from workbench.charts.look import Look
from workbench.charts.marks import Mark, hit

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ChartCanvas(FigureCanvasQTAgg):
    """Draws a chart as wide as it is; `chosen` carries the mark pointed at, `opened` the one to look into."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, chart: Chart, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Figure(dpi=96))  # type: ignore[no-untyped-call]  # matplotlib's Qt canvas has no annotations
        if parent is not None:
            self.setParent(parent)
        self._chart, self._look = chart, look
        self._picture = Picture(self.figure)
        self.marks: tuple[Mark, ...] = ()
        self.current: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show_chart(chart, look)

    def show_chart(self, chart: Chart, look: Look) -> None:
        """Draw another chart, or the same in another look; the same mark stays chosen."""
        self._chart, self._look = chart, look
        self._lay_out()
        self.setAccessibleName(f"{chart.title}: {self.current.words}" if self.current else chart.title)
        self.setAccessibleDescription(chart.description)

    def choose(self, mark: Mark | None) -> None:
        """Frame a mark and say so."""
        self.current = mark
        self.setAccessibleName(f"{self._chart.title}: {mark.words}" if mark else self._chart.title)
        self.update()
        self.chosen.emit(mark)

    def mark_at(self, place: QPointF) -> Mark | None:
        """Return what lies under a place of the widget."""
        return hit(self.marks, place.x() / max(1, self.width()), 1 - place.y() / max(1, self.height()))

    def middle_of(self, mark: Mark) -> QPointF:
        """Return the middle of a mark as a place of the widget."""
        return self._place_of(mark).center()

    def sizeHint(self) -> QSize:
        return QSize(760, self._pixels(height_of))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 200)

    def _pixels(self, height: Callable[[Chart, Look, float], float]) -> int:
        """Return a height of the chart, as wide as it is here, in pixels."""
        ratio = float(self.figure.dpi) / self.device_pixel_ratio
        return int(height(self._chart, self._look, max(360, self.width()) / ratio) * ratio)

    def _lay_out(self) -> None:
        """Draw for the room there is, and ask for the height that takes at least."""
        self.setMinimumHeight(self._pixels(least_height_of))
        self.marks = self._picture.draw(self._chart, self._look)
        self.current = _same(self.current, self.marks)
        self.draw_idle()  # type: ignore[no-untyped-call]  # as above

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[no-untyped-call]  # as above
        if self.current is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.accent), 2 if self.hasFocus() else 1.2))
            painter.drawRoundedRect(self._place_of(self.current), 6, 6)
            painter.end()

    def _place_of(self, mark: Mark) -> QRectF:
        left, bottom, width, height = mark.box
        across, down = self.width(), self.height()
        return QRectF(left * across, (1 - bottom - height) * down, width * across, height * down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # type: ignore[no-untyped-call]  # as above
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark is not None:
            self.opened.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointed = self.mark_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and self.marks:
            self._walk(step, into_parts=event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marks:
            if self.current is None:
                self.choose(self.marks[0])
            self.opened.emit(self.current)
        else:
            QWidget.keyPressEvent(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QWidget.keyReleaseEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and event.reason() in _BY_KEY and self.marks:
            self.choose(self.marks[0])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(mark.words) if mark else "", self)
            return True
        return bool(super().event(event))

    def _walk(self, step: int, *, into_parts: bool) -> None:
        """Go to the next or last mark; with left and right through the parts of marks too."""
        ways = [mark for mark in self.marks if into_parts or not mark.part]
        here = next((n for n, mark in enumerate(ways) if self.current and mark.row == self.current.row), -1)
        if into_parts and self.current in ways:
            here = ways.index(self.current)
        self.choose(ways[max(0, min(len(ways) - 1, here + step))])


def _same(mark: Mark | None, marks: tuple[Mark, ...]) -> Mark | None:
    """Return the mark of the same row and part among others."""
    return next((other for other in marks if mark and other.key == mark.key), None)
