"""The article's text with its highlights, read-only: what is shown, selected and painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from ui.colours import LIGHT
from ui.reader import painting
from ui.reader.highlights import Highlights, Key, Row, key_of
from ui.reader.offsets import Offsets
from ui.reader.painting import Look, Paragraph
from ui.reader.pointing import Visible
from ui.reader.signs import Signs, in_colour
from ui.reader.spacing import Room, SpacedLayout
from ui.reader.wording import described
from ui.theme import reading_font
from workbench.model.span import Span

#: Characters in a line at most, and the least margin beside the column in pixels.
_COLUMN, _MARGIN = 72, 24
_SAMPLE = "Die Beobachtungsstelle gab an, dass am Mittwoch fast 100 Kämpfer und Soldaten getötet wurden"
USUAL_POINTS, _SMALLEST, _LARGEST = 13.0, 8.0, 32.0
_READ = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class ArticlePage(QPlainTextEdit):
    """Shows one article and paints the highlights that are on the screen; all offsets it tells are code points.

    `column_moved` carries the left border of the text's column in pixels, `zoomed` the size of type in points.
    """

    column_moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offsets = Offsets("")
        self.highlights = Highlights(self._offsets)
        self._selected: Key | None = None
        self._look = Look(LIGHT, lambda _claim: LIGHT.muted)
        self._told = ""
        self._echo: tuple[int, ...] = ()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(6)
        self._layout = SpacedLayout(document, self._lanes)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READ)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Article")
        self.set_points(USUAL_POINTS)

    # What is shown

    def show_article(self, text: str, rows: Iterable[Row] = (), title: str = "") -> None:
        """Show a stored text and what is highlighted in it, from the top; a line that repeats `title` is quiet."""
        self._selected = None
        self._offsets = Offsets(text)
        self.highlights = Highlights(self._offsets)
        self.setPlainText(self._offsets.display)
        self._echo = echo_of(self._offsets.display, title)
        self.set_rows(rows)

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows and no others; text, caret and scroll stay."""
        shown, before = self.highlights.rejected_shown, self.highlights.paragraphs()
        self.highlights = Highlights(self._offsets, rows)
        self.highlights.show_rejected(shown)
        self._format({*before, *self.highlights.paragraphs(), *self._echo})

    def put(self, row: Row) -> None:
        """Show a row in its new state."""
        self._format(self.highlights.put(row))
        self.announce(key_of(row))

    def drop(self, key: Key) -> None:
        """Show a row no longer."""
        if self._selected == key:
            self._selected = None
        self._format(self.highlights.drop(key))

    def show_rejected(self, shown: bool) -> None:
        """Show what was rejected, struck through, or hide it."""
        self.highlights.show_rejected(shown)
        self._format(set(self.highlights.paragraphs()))

    def rows(self) -> list[Row]:
        """Return the rows of the article, shown or not."""
        return self.highlights.rows()

    def wear(self, look: Look) -> None:
        """Draw with these colours from now on."""
        self._look = Look(look.palette, look.colour_of, self._layout.room.lane)
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(look.palette.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(look.palette.text))
        self.setPalette(palette)
        self._format(self._echo)
        self.viewport().update()

    def _lanes(self, paragraph: int, start: int, end: int) -> int:
        return self.highlights.lanes(paragraph, start, end)

    def _format(self, paragraphs: Iterable[int]) -> None:
        """Make numbers bold and room for signs in these paragraphs, as one change of the layout."""
        document, signs = self.document(), self._signs
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number in paragraphs:
            block = document.findBlockByNumber(number)
            layout = block.layout()
            wanted = signs.formats(block, self.highlights.in_paragraph(number))
            if number in self._echo:
                wanted.append(in_colour(block, QColor(self._look.palette.muted)))
            if wanted or layout.formats():
                layout.setFormats(wanted)
        cursor.endEditBlock()
        self.viewport().update()

    # Type

    def points(self) -> float:
        """Return the size of type."""
        return self.font().pointSizeF()

    def set_points(self, points: float) -> None:
        """Read in this size of type."""
        font = reading_font(min(_LARGEST, max(_SMALLEST, points)))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._signs = Signs(font)
        self._layout.room = Room.of_line(QFontMetricsF(font).height())
        self._look = Look(self._look.palette, self._look.colour_of, self._layout.room.lane)
        self._format(self.highlights.paragraphs())
        self._set_column()
        self.zoomed.emit(self.points())

    def zoom(self, steps: int) -> None:
        """Make the type larger or smaller by a point a step; 0 is the usual size."""
        self.set_points(self.points() + steps if steps else USUAL_POINTS)

    def _set_column(self) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _COLUMN
        margin = max(_MARGIN, round((self.width() - self.verticalScrollBar().sizeHint().width() - width) / 2))
        if self.viewportMargins().left() != margin:
            before = self.viewport().size()
            self.setViewportMargins(margin, 0, margin, 0)
            # Before the first showing Qt resizes the viewport without telling, and the lines would keep their width.
            super().resizeEvent(QResizeEvent(self.viewport().size(), before))
        self.column_moved.emit(margin + round(self.document().documentMargin()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_column()

    # What the analyst looks at

    @property
    def selected(self) -> Key | None:
        """The row that is marked as selected."""
        return self._selected

    def select(self, key: Key | None) -> None:
        """Mark a row as selected, scroll to it and say what it is; None marks nothing."""
        self._selected = key
        mark = self.highlights.get(key)
        if mark is not None:
            self._reveal(mark.start, mark.end)
        self.announce(key)
        self.viewport().update()

    def select_span(self, span: Span) -> None:
        """Select words and scroll to them."""
        start, end = self._offsets.range_of(span)
        self._reveal(start, end)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selection(self) -> Span | None:
        """Return the selected words' span in the stored text, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._offsets.span_of(cursor.selectionStart(), cursor.selectionEnd())

    def caret(self) -> int:
        """Return the caret's place in the stored text."""
        return self._offsets.from_qt(self.textCursor().position())

    def find_words(self, words: str, step: int = 1) -> bool:
        """Select the next (`step` 1), the last (-1) or this place (0) with these words, round; tell if there is one."""
        if not words:
            return False
        before = self.textCursor()
        if step == 0:
            here = self.textCursor()
            here.setPosition(here.selectionStart())
            self.setTextCursor(here)
        flags = QTextDocument.FindFlag.FindBackward if step < 0 else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        self.moveCursor(QTextCursor.MoveOperation.End if step < 0 else QTextCursor.MoveOperation.Start)
        if self.find(words, flags):
            return True
        self.setTextCursor(before)
        return False

    def shown_words(self, span: Span) -> str:
        """Return the letters the view shows where `span` lies."""
        start, end = self._offsets.range_of(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def announce(self, key: Key | None) -> None:
        """Tell assistive tools what is selected: label or number, and status."""
        mark = self.highlights.get(key)
        told = described(mark.row) if mark is not None and key == self._selected else ""
        if told in ("", self._told):
            return
        self._told = told
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _reveal(self, start: int, end: int) -> None:
        """Put the caret there, unless it is there already, and scroll until all of it shows, some lines around it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not start <= cursor.position() <= end:
            cursor.setPosition(start)
            self.setTextCursor(cursor)
        if not (self._is_seen(start) and self._is_seen(end)):
            self.centerCursor()

    def _is_seen(self, position: int) -> bool:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rect, shown = self.cursorRect(cursor), self.viewport().rect()
        margin = min(shown.height() // 6, 2 * rect.height())
        return rect.top() >= shown.top() + (margin if self.verticalScrollBar().value() else 0) and (
            rect.bottom() <= shown.bottom() - margin
        )

    # Painting

    def visible(self) -> Iterator[Visible]:
        """Yield the paragraphs on the screen and where in the viewport they are drawn."""
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        origin = self.contentOffset()
        while block.isValid() and origin.y() < bottom:
            height = self.blockBoundingRect(block).height()
            yield block, QPointF(origin)
            origin.setY(origin.y() + height)
            block = block.next()

    def _paragraphs(self) -> list[Paragraph]:
        found = []
        for block, origin in self.visible():
            placed = self.highlights.in_paragraph(block.blockNumber())
            if placed:
                found.append(Paragraph(block, origin, placed, self._signs.by_end(placed)))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        paragraphs = self._paragraphs()
        self._paint(lambda painter, p: painting.below_words(painter, p, self._look, self._selected), paragraphs)
        super().paintEvent(event)
        self._paint(lambda painter, p: painting.above_words(painter, p, self._look, self._signs), paragraphs)

    def _paint(self, draw: Callable[[QPainter, Paragraph], None], paragraphs: list[Paragraph]) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paragraph in paragraphs:
            draw(painter, paragraph)
        painter.end()


def echo_of(display: str, title: str) -> tuple[int, ...]:
    """Return the number of the paragraph in which a text begins by repeating its title; nothing where it does not."""
    lines = display.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    return (first,) if title and " ".join(lines[first].split()) == " ".join(title.split()) else ()
