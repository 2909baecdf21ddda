"""The inspector's fields: Enter confirms, Esc leaves, the wheel never changes anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from ui.named import named

_SWATCH = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, what it stands for, and the colour of its swatch or nothing."""

    words: str
    value: object
    colour: str = ""


class WordsField(QLineEdit):
    """A line that says when it is confirmed (`entered`) and when it is left as it was."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self._shown = ""
        self.returnPressed.connect(lambda: self.entered.emit(self.text()))

    def show_words(self, words: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(words)
        self._shown = words

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def begin(self) -> None:
        """Take the keyboard, all words selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def restore(self) -> None:
        """Show what is stored again."""
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.restore()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChoiceField(QComboBox):
    """One of several; `chosen` carries the value. With `search` it is typed into and offers what holds the words."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, name: str, *, search: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._values: list[object] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setMaxVisibleItems(16)
        if search:
            self._make_searchable(name)
        self.activated.connect(self._choose)

    def _make_searchable(self, name: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line = self.lineEdit()
        if line is not None:
            named(line, name)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these choices and no others."""
        self.clear()
        self._values = [choice.value for choice in choices]
        for choice in choices:
            if choice.colour:
                self.addItem(dot(choice.colour), choice.words)
            else:
                self.addItem(choice.words)

    def show_value(self, value: object) -> None:
        """Show the choice that stands for `value`, or nothing."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.setToolTip(self.currentText())
        line = self.lineEdit()
        if line is not None:
            line.setText(self.currentText())
            line.setCursorPosition(0)

    @property
    def value(self) -> object:
        """What the choice that is shown stands for."""
        return self._values[self.currentIndex()] if 0 <= self.currentIndex() < len(self._values) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def begin(self) -> None:
        """Take the keyboard; offer the choices, or await the words to look for."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line = self.lineEdit()
        if line is None:
            self.showPopup()
        else:
            line.selectAll()

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._values):
            self.chosen.emit(self._values[number])

    def _choose_typed(self) -> None:
        """Choose what was typed, or the first choice that holds it."""
        typed = self.currentText().strip().casefold()
        words = [self.itemText(n).casefold() for n in range(self.count())]
        best = [n for n, w in enumerate(words) if w == typed] or [
            n for n, w in enumerate(words) if typed and typed in w
        ]
        if best:
            self.setCurrentIndex(best[0])
            self._choose(best[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEditable():
            self._choose_typed()
        elif self.isEditable() or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:  # a closed box would change the claim with every arrow or letter
            self.showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def dot(colour: str) -> QIcon:
    """Return a rounded square in a side's colour."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, _SWATCH - 3, _SWATCH - 3, 3, 3)
    painter.end()
    return QIcon(pixmap)
