"""The article under the analyst's hands: what the mouse and the caret point at, drag and select."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.named import plain
from ui.reader.highlights import Key, Mark
from ui.reader.page import ArticlePage
from ui.reader.pointing import Hit, hit, x_in_view
from ui.reader.wording import described

#: How near to the selected mark's border the mouse takes hold of it, in pixels.
_GRIP = 4.0


class ArticleView(ArticlePage):
    """Says what the analyst does in the text.

    `picked` carries the key of the row pointed at, or None; `selection_settled` says that words were selected, or no
    longer are; `border_moved` carries a row's key, ``start`` or ``end``, and the code point it was dragged to.
    """

    picked = Signal(object)
    selection_settled = Signal()
    border_moved = Signal(object, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: tuple[Key, str] | None = None
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def mark_at(self, position: int) -> Mark | None:
        """Return what is named first at a position: the claim whose number it is, else the shortest mention."""
        marks = self.highlights.at(position)
        return next((m for m in marks if m.bold and m.bold[0] <= position < m.bold[1]), marks[0] if marks else None)

    def selection_rect_bottom(self) -> QPoint:
        """Return where, below the end of the selection, something can be shown beside it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.textCursor().selectionEnd())
        return self.viewport().mapTo(self, self.cursorRect(cursor).bottomLeft())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged = self._border_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if self._dragged is None:
            super().mousePressEvent(self._on_its_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._drag(event.position())
            return
        if not event.buttons():
            over = self._border_at(event.position())
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(self._on_its_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            key, border = self._dragged
            self._dragged = None
            self.border_moved.emit(key, border, self.caret())
            return
        super().mouseReleaseEvent(self._on_its_line(event))
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.selection_settled.emit()
        if not self.textCursor().hasSelection():
            self._pick(self._hit(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._on_its_line(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _hit(self, point: QPointF) -> Hit | None:
        return hit(self.visible(), point)

    def _on_its_line(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event as if it had come from the middle of the line the room below which it came from."""
        point = event.position()
        found = self._hit(point) if 0 <= point.y() < self.viewport().height() else None
        if found is None:
            return event
        return QMouseEvent(
            event.type(),
            QPointF(point.x(), found.middle),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _pick(self, found: Hit | None) -> None:
        """Name what was clicked; where it is selected already, what lies below it."""
        marks = self.highlights.at(found.character) if found and found.character is not None else []
        keys = [mark.key for mark in marks]
        if self.selected in keys:
            self.picked.emit(keys[(keys.index(self.selected) + 1) % len(keys)])
        else:
            first = self.mark_at(found.character) if found and found.character is not None else None
            self.picked.emit(first.key if first else None)

    def _border_at(self, point: QPointF) -> tuple[Key, str] | None:
        """Return the selected row and which border of it the mouse could take hold of."""
        mark = self.highlights.get(self.selected)
        if mark is None:
            return None
        borders = (("start", mark.start), ("end", mark.end))
        return next(((mark.key, border) for border, at in borders if self._is_near(point, at)), None)

    def _is_near(self, point: QPointF, position: int) -> bool:
        """Tell whether the mouse is close enough to a place in the text to take hold of it."""
        for block, origin in self.visible():
            if block.position() <= position < block.position() + block.length():
                x, top, bottom = x_in_view(block, origin, position)
                return abs(point.x() - x) <= _GRIP and top <= point.y() <= bottom
        return False

    def _drag(self, point: QPointF) -> None:
        """Show, as a selection, what the row would cover if it were let go here."""
        key, border = self._dragged or (None, "")
        mark = self.highlights.get(key)
        if mark is None:
            return
        found = self._hit(point)
        at = self.cursorForPosition(QPoint(round(point.x()), round(found.middle if found else point.y()))).position()
        cursor = self.textCursor()
        cursor.setPosition(mark.end if border == "start" else mark.start)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor()
        if event.key() == Qt.Key.Key_Escape and before.hasSelection():
            self._let_go()
            return
        super().keyPressEvent(event)
        cursor = self.textCursor()
        if cursor.hasSelection() or before.hasSelection():
            self.selection_settled.emit()
        if not cursor.hasSelection() and cursor != before:
            mark = self.mark_at(cursor.position())
            self.picked.emit(mark.key if mark else None)

    def _let_go(self) -> None:
        """Select no words any longer; the caret stays where the selection began."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.selection_settled.emit()

    # What is under the mouse

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def words_at(self, point: QPointF) -> str:
        """Return the names of all highlights at a point of the viewport, one a line."""
        found = self._hit(point)
        marks = self.highlights.at(found.character) if found and found.character is not None else []
        return "\n".join(described(mark.row) for mark in marks)
