"""Lists whose items are rich text over as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.named import named
from ui.named import plain as as_it_is

Index = QModelIndex | QPersistentModelIndex
#: An item's rich text, and whether a line is drawn below it.
HTML, RULED = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
#: Stands in an item's text for the palette's quiet colour, which may change while it is shown.
QUIET = "@quiet"
_MUTED = QPalette.ColorRole.PlaceholderText
_PAD = 12


def rich_list(accessible: str, name: str) -> QListWidget:
    """Return a list that paints what `add_line` puts into it."""
    view = named(QListWidget(), accessible, name)
    view.setItemDelegate(_RichLines(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setWordWrap(True)
    return view


def add_line(view: QListWidget, html: str, plain: str, *, ruled: bool = False) -> QListWidgetItem:
    """Add an item to a rich list; `plain` is what assistive tools and the tooltip say of it."""
    item = QListWidgetItem(view)
    item.setData(HTML, html)
    item.setData(RULED, ruled)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, plain)
    item.setToolTip(as_it_is(plain))
    return item


class _RichLines(QStyledItemDelegate):
    """Paints the rich text of an item, and the line below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        document = self._document(option, index)
        painter.save()
        painter.translate(option.rect.left() + 4, option.rect.top() + _PAD / 2)
        document.drawContents(painter)
        if index.data(RULED):
            painter.translate(0, option.rect.height() - _PAD / 2 - 1)
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(0, 0, option.rect.width() - 8, 0)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        document = self._document(option, index)
        return QSize(int(document.idealWidth()), int(document.size().height()) + _PAD)

    def _document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        text = option.palette.color(QPalette.ColorRole.Text).name()
        muted = QGuiApplication.palette().color(_MUTED).name()  # a style sheet hides it in the option's own palette
        document.setDefaultStyleSheet(f"p {{ color: {text}; margin: 0 }}")
        document.setHtml(str(index.data(HTML)).replace(QUIET, muted))
        document.setTextWidth(max(120, width - 12))
        return document
