"""Small parts of the inspector: the cards of the checks, what leads elsewhere, what opens and closes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.named import named, plain, words
from ui.panels.inspector_words import Card

#: A card that neither praises nor warns, in the colours of whatever theme is worn.
_NOTE = "QFrame { background: palette(alternate-base); border-left: 3px solid palette(mid); border-radius: 3px; }"


class Stack(QWidget):
    """Widgets below one another, all replaced at once."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        self._shown: list[QWidget] = []

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """Show these widgets in place of those before."""
        for gone in self._shown:
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = list(widgets)
        for widget in self._shown:
            self._layout.addWidget(widget)
            widget.show()  # Qt would show it later, and leave it out of the height until then
        self.setVisible(bool(self._shown))


class Page(QWidget):
    """A page in a scroll area, as high as its wrapped words need; by itself Qt would squeeze the fields instead."""

    def fit(self) -> None:
        """Take the height that what is shown now needs."""
        for inner in self.findChildren(QLayout):
            inner.invalidate()
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(0, layout.totalHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class Link(QPushButton):
    """A line that leads somewhere; words too long for it end in dots, and the tooltip has them all."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        named(self, name, look="quiet")
        self._words = words
        self.setToolTip(plain(words))
        self.setStyleSheet("text-align: left; padding: 2px 0;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 8
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


def card(shown: Card) -> QFrame:
    """Return the frame of one check."""
    frame = named(QFrame(), f"{shown.heading}. {shown.text}", look=shown.look)
    if shown.look == "note":
        frame.setStyleSheet(_NOTE)
    heading, text = words(shown.signed, wrap=True), words(shown.text, wrap=True)
    heading.setStyleSheet("font-weight: 700; background: transparent; border: 0;")
    text.setStyleSheet("background: transparent; border: 0;")
    for label in (heading, text):
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(3)
    layout.addWidget(heading)
    layout.addWidget(text)
    return frame


class Why(QWidget):
    """Why a claim was made: closed until it is asked for; `opened` tells that it was opened, or closed."""

    opened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._switch = named(QToolButton(), "Why this claim")
        self._switch.setText("Why")
        self._switch.setCheckable(True)
        self._switch.setArrowType(Qt.ArrowType.RightArrow)
        self._switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._reasons = words("", "muted", wrap=True)
        self._reasons.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._reasons)
        self._switch.toggled.connect(self._open)

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Show the rules that made a claim."""
        self._reasons.setText("\n".join(f"• {reason.replace('_', ' ')}" for reason in reasons))
        self.setVisible(bool(reasons))

    def _open(self, opened: bool) -> None:
        self._switch.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._reasons.setVisible(opened)
        self.opened.emit(opened)
