"""The line below the menus: workspaces as tabs, the search field, and how many proposals wait."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QTabBar, QWidget

from ui.named import named


class _Tabs(QTabBar):
    """Tabs as wide as their words in bold, so that nothing moves when one is chosen."""

    def tabSizeHint(self, index: int) -> QSize:
        size, words = super().tabSizeHint(index), self.tabText(index)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(words)
        return QSize(size.width() + max(0, more) + 2, size.height())


class Header(QWidget):
    """Says in signals what was asked for."""

    chosen = Signal(int)
    searched = Signal(str)
    #: Enter or Down in the search field: the hands want to go on among what was found.
    entered = Signal()
    #: Esc in it: back to work.
    left = Signal()

    def __init__(self, workspaces: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs = named(_Tabs(), "Workspaces", "workspaces")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for name in workspaces:
            self._tabs.addTab(name)
        self._field = named(QLineEdit(), "Search the case", "search")
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(200)
        self._field.setMaximumWidth(320)
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._proposed = named(QLabel(), "Claims that wait for a decision", "proposed")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._tabs)
        layout.addStretch(1)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._proposed, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tabs.currentChanged.connect(self.chosen)
        self._field.textChanged.connect(self.searched)
        self._field.returnPressed.connect(self.entered)
        self.show_proposed(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._field.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self._field.hasFocus():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def choose(self, workspace: int) -> None:
        """Mark a workspace as the one that is shown."""
        self._tabs.setCurrentIndex(workspace)

    @property
    def current(self) -> int:
        """The workspace that is marked."""
        return self._tabs.currentIndex()

    def show_proposed(self, count: int) -> None:
        """Say how many claims wait."""
        self._proposed.setText(f"{count} proposed")
        self._proposed.setVisible(bool(count))

    def show_open(self, is_open: bool) -> None:
        """Offer workspaces and search only while a case is open."""
        self.setEnabled(is_open)
        self.setVisible(is_open)
        if not is_open:
            self._field.clear()

    def hint(self, action: QAction) -> None:
        """Show the key of the search in its field."""
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._field.setPlaceholderText(f"Search the case   {key}")

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def sought(self) -> str:
        """What stands in the search field."""
        return self._field.text()
