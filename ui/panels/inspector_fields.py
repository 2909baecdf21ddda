"""The inspector's fields: Enter confirms, Esc leaves, the wheel never changes anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy

from ui.eliding_box import ElidingBox
from ui.named import named, plain
from ui.swatch import swatch

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its words, what it stands for, and the colour of its swatch or nothing.

    `brief` are the words once it is chosen, where they differ from those in the list.
    """

    words: str
    value: object
    colour: str = ""
    brief: str = ""


class WordsField(QLineEdit):
    """A line that says when it is confirmed (`entered`) and when it is left as it was."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name)
        self._shown = ""
        self.returnPressed.connect(self._enter)

    def show_words(self, words: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(words)
        self._shown = words

    def _enter(self) -> None:
        """Confirm; words that are as they were are left so."""
        if self.text() == self._shown:
            self.left.emit()
        else:
            self.entered.emit(self.text())

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


class ChoiceField(ElidingBox):
    """One of several; `chosen` carries the value, `kept` says that what was shown already was chosen again.

    With `search` it is typed into and offers what holds the words.
    """

    chosen = Signal(object)
    kept = Signal()
    left = Signal()

    def __init__(self, name: str, *, search: bool = False) -> None:
        super().__init__()
        named(self, name)
        self._values: list[object] = []
        self._briefs: list[str] = []
        self._shown = -1
        self._later: Callable[[], Sequence[Choice]] | None = None
        self._one: Callable[[object], Sequence[Choice]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setMaxVisibleItems(16)
        if search:
            self._make_searchable(name)
        self.activated.connect(self._choose)
        self.view().installEventFilter(self)

    def _make_searchable(self, name: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        offers = completer.popup()
        if offers is not None:
            offers.setObjectName("offers")
            offers.installEventFilter(self)
        line = self.lineEdit()
        if line is not None:
            named(line, name)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these choices and no others."""
        self.clear()
        self._values = [choice.value for choice in choices]
        self._briefs = [choice.brief or choice.words for choice in choices]
        self.addItems([choice.words for choice in choices])
        for place, choice in enumerate(choices):
            if choice.colour:
                self.setItemIcon(place, swatch(choice.colour))

    def offer_later(self, choices: Callable[[], Sequence[Choice]], one: Callable[[object], Sequence[Choice]]) -> None:
        """Offer choices once somebody enters the field, for there may be very many; until then the `one` shown."""
        self._later, self._one = choices, one

    def _offer_now(self) -> None:
        if self._later is not None:
            later, self._later = self._later, None
            shown = self.value
            self.offer(later())
            self.show_value(shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._offer_now()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self._offer_now()
        super().showPopup()

    def show_value(self, value: object) -> None:
        """Show the choice that stands for `value`, or nothing."""
        if self._later is not None and self._one is not None:
            self.offer(self._one(value))
        self._shown = self._values.index(value) if value in self._values else -1
        self.setCurrentIndex(self._shown)
        self.setToolTip(plain(self.currentText()))
        self._write()

    def _write(self) -> None:
        """Show the beginning of the choice's words where they are typed."""
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
        self._offer_now()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line = self.lineEdit()
        if line is None:
            self.showPopup()
        else:
            line.selectAll()

    def _choose(self, number: int) -> None:
        if number == self._shown:
            self._write()
            self.kept.emit()
        elif 0 <= number < len(self._values):
            self.chosen.emit(self._values[number])

    def _choose_typed(self) -> None:
        """Choose what was typed, or the first choice that holds it."""
        typed = self.currentText().strip().casefold()
        self._offer_now()
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
        elif is_held_return(event):
            event.ignore()  # it belongs to the window
        elif key in _RETURN and self.isEditable():
            self._choose_typed()
        elif self.isEditable() or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:  # a closed box would change the claim with every arrow or letter
            self.showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Ctrl+Return, which finishes an article, from confirming what an open list happens to be at."""
        if isinstance(event, QKeyEvent) and is_held_return(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @property
    def brief(self) -> str:
        """The words of the closed box."""
        number = self.currentIndex()
        return self._briefs[number] if 0 <= number < len(self._briefs) else self.placeholderText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def is_held_return(event: QKeyEvent) -> bool:
    """Tell whether Return comes with Ctrl held."""
    return event.key() in _RETURN and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
