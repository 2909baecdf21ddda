"""The small bar below a selection that offers labels and a new claim."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QToolButton, QWidget

from ui.actions import KEYED_LABELS
from ui.colours import Palette
from ui.named import named
from ui.words import label_words
from workbench.model.mention import Label

_COLUMNS, _SWATCH = 4, 12


class SelectionBar(QFrame):
    """Floats over the article; it never takes the keyboard away from the text."""

    label_chosen = Signal(object)
    claim_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        named(self, "Labels for the selection", "selectionBar")
        self._buttons = {label: self._button(label_words(label), str(n)) for n, label in enumerate(KEYED_LABELS, 1)}
        self._more = self._button("more", "")
        self._others = self._menu()
        self._more.setMenu(self._others)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._claim = self._button("new claim", "N")
        self._claim.clicked.connect(self.claim_wanted)
        for label, button in self._buttons.items():
            button.clicked.connect(lambda _checked, chosen=label: self.label_chosen.emit(chosen))
        self._lay_out()
        self.hide()

    def _button(self, words: str, key: str) -> QToolButton:
        button = named(QToolButton(self), f"Label the selection as {words}" if key.isdigit() else words.capitalize())
        button.setText(f"{key}  {words}" if key else words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for label in Label:
            if label not in KEYED_LABELS:
                action = QAction(label_words(label), menu)
                action.triggered.connect(lambda _checked, chosen=label: self.label_chosen.emit(chosen))
                menu.addAction(action)
        return menu

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.setSpacing(2)
        for n, button in enumerate([*self._buttons.values(), self._more, self._claim]):
            layout.addWidget(button, n // _COLUMNS, n % _COLUMNS)

    def wear(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        for label, button in self._buttons.items():
            button.setIcon(swatch(palette.fills[label], palette.inks[label]))
        self.setStyleSheet(
            f"QFrame#selectionBar {{ background: {palette.raised}; border: 1px solid {palette.border};"
            f" border-radius: 6px; }} QToolButton {{ color: {palette.text}; }}"
        )

    def show_at(self, corner: QPoint) -> None:
        """Show the bar with its upper left corner there, or as near as its parent's borders allow."""
        self.adjustSize()
        room = self._over.size()
        left = max(4, min(corner.x(), room.width() - self.width() - 16))
        top = min(corner.y() + 8, room.height() - self.height() - 8)
        self.move(left, max(4, top))
        self.show()
        self.raise_()


def swatch(fill: str, edge: str) -> QIcon:
    """Return a small square in the colour `fill`."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(edge))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(1, 1, _SWATCH - 3, _SWATCH - 3, 2, 2)
    painter.end()
    return QIcon(pixmap)
