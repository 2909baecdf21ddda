"""A combo box that ends words too long for it in dots, where Qt alone would cut them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_COMBO = QStyle.ComplexControl.CC_ComboBox
#: Between a swatch and the words, and between the words and the arrow, in pixels.
_GAPS, _GAP = 7, 2
#: How wide an open list may be, in pixels.
_WIDEST = 560


class ElidingBox(QComboBox):
    """Is as narrow as its place; its list opens as wide as its words."""

    @property
    def brief(self) -> str:
        """The words of the closed box."""
        return self.currentText() or self.placeholderText()

    def showPopup(self) -> None:
        view = self.view()
        room = view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth() + self.iconSize().width()
        view.setMinimumWidth(max(self.width(), min(_WIDEST, view.sizeHintForColumn(0) + room)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        place = self.style().subControlRect(_COMBO, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        room = place.width() - (_GAP if option.currentIcon.isNull() else self.iconSize().width() + _GAPS - _GAP)
        option.currentText = self.fontMetrics().elidedText(self.brief, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(_COMBO, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
