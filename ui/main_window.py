"""The window: panels into docks and workspaces, actions into menus; no logic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStackedWidget, QStyle, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.panels.header import Header
from ui.panels.message_bar import MessageBar
from ui.panels.offer_bar import OfferBar
from ui.panels.past_bar import PastBar
from ui.panels.status_line import StatusLine

WORKSPACES = ("Review", "Casualties", "Charts", "Actors and sides", "Log")
PROGRAM = "Casualty Workbench"
_USUAL = (1440, 900)
_DOCK_WIDTHS = [290, 340]
#: So many milliseconds nobody waits for a window to be painted: it may be minimised.
_UNSEEN = 500
_AREA = Qt.DockWidgetArea


@dataclass(frozen=True, slots=True)
class Panels:
    """What the review holds; built elsewhere, once the window was seen."""

    articles: QWidget
    reader: QWidget
    inspector: QWidget


@dataclass(frozen=True, slots=True)
class Rooms:
    """What stands behind the other tabs, from left to right, and the search; built elsewhere, and later."""

    casualties: QWidget
    charts: QWidget
    actors: QWidget
    log: QWidget
    search: QWidget


def _within(window: QWidget) -> tuple[int, int]:
    """Return the usual size, and where that and its title would not fit on the screen, what fits."""
    room, title = window.screen().availableSize(), window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return min(_USUAL[0], room.width()), min(_USUAL[1], room.height() - title)


class MainWindow(QMainWindow):
    """Lays the panels out; what it is asked for it says in signals."""

    #: Files or folders (a list of Path) were dropped on the window.
    dropped = Signal(list)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.resize(*_within(self))
        self.header = Header(WORKSPACES)
        self.message = MessageBar()
        self.past = PastBar()
        self.offer = OfferBar()
        self.status = StatusLine()
        self.menus: dict[str, QMenu] = {}
        #: Asked before the window closes.
        self.may_close: Callable[[], bool] = lambda: True
        self._review = QMainWindow(self)
        self._docks: list[QDockWidget] = []
        self._pages = QStackedWidget()
        self._usual = QByteArray()
        self._waiting: list[Callable[[], object]] = []
        self._search: QWidget | None = None
        self._welcome: QWidget | None = None
        self.setStatusBar(self.status)
        self.show_case(None)

    def furnish(self, welcome: QWidget, actions: Actions) -> None:
        """Put what is seen first in its place, once."""
        self._welcome = welcome
        for page in (*(QWidget() for _ in (self._review, *fields(Rooms))), welcome):
            self._pages.addWidget(page)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self.past, self.message, self._pages, self.offer):
            layout.addWidget(widget)
        layout.setStretch(3, 1)
        self.setCentralWidget(middle)
        self.menus = actions.fill(self.menuBar())
        self.header.hint(actions["search"])
        self.header.chosen.connect(self.show_workspace)
        self.header.searched.connect(self._show_search)
        self.header.left.connect(lambda: self.show_workspace(self.header.current))
        self._pages.setCurrentWidget(welcome)

    def furnish_rooms(self, rooms: Rooms) -> None:
        """Put what stands behind the other tabs in its place, once."""
        self._search = rooms.search
        for number, field in enumerate(fields(Rooms), start=1):
            self._put(number, getattr(rooms, field.name))

    def _put(self, number: int, page: QWidget) -> None:
        """Put a page in place of the empty one that has held its place."""
        shown = self._pages.currentIndex()
        if (empty := self._pages.widget(number)) is not None:
            self._pages.removeWidget(empty)
            empty.deleteLater()
        self._pages.insertWidget(number, page)
        self._pages.setCurrentIndex(shown)

    def furnish_review(self, panels: Panels, actions: Actions) -> None:
        """Put the panels into the review, once; its docks keep their widths where it is no part of the window yet."""
        self._review.setWindowFlags(Qt.WindowType.Widget)
        self._review.setDockNestingEnabled(True)
        self._review.setCentralWidget(panels.reader)
        self._review.setFocusProxy(panels.reader)
        self._dock("Articles", panels.articles, _AREA.LeftDockWidgetArea)
        self._dock("Claim", panels.inspector, _AREA.RightDockWidgetArea)
        self._review.resize(self.size())
        self._review.resizeDocks(self._docks, _DOCK_WIDTHS, Qt.Orientation.Horizontal)
        self._usual = self._review.saveState()
        self._add_dock_switches(self.menus["View"], actions)
        self._put(0, self._review)

    def _dock(self, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(title, self._review)
        dock.setObjectName(f"dock{title}")
        dock.setWidget(panel)
        self._review.addDockWidget(area, dock)
        self._docks.append(dock)

    def _add_dock_switches(self, menu: QMenu, actions: Actions) -> None:
        before = actions["reset_panels"]
        for dock in self._docks:
            switch = dock.toggleViewAction()
            switch.setText(f"Panel: {dock.windowTitle()}")
            menu.insertAction(before, switch)

    def show_workspace(self, number: int) -> None:
        """Show a workspace, where a case is open."""
        if self.header.isEnabled():
            self.header.choose(number)
            self._pages.setCurrentIndex(number)
            if (page := self._pages.currentWidget()) is not None:
                page.setFocus()

    @property
    def workspace(self) -> int:
        """Which workspace is shown; a number beyond them is the search or the welcome page."""
        return self._pages.currentIndex()

    def show_case(self, path: Path | None) -> None:
        """Show that a case is open, or none."""
        self.header.show_open(path is not None)
        self.status.clearMessage()
        self.setWindowFilePath(str(path) if path else "")
        self.setWindowTitle(f"{path.stem} — {PROGRAM}" if path else PROGRAM)
        if path is not None:
            self.show_workspace(0)
        elif self._welcome is not None:
            self._pages.setCurrentWidget(self._welcome)

    def show_coming(self, path: Path) -> None:
        """Show the frame of a case that is about to be opened: it is neither there yet, nor empty."""
        self.header.setVisible(True)
        self.setWindowTitle(f"{path.stem} — {PROGRAM}")
        self.status.showMessage(f"Opening {path.stem}…")
        self._pages.setCurrentIndex(0)

    def start_search(self) -> None:
        """Put the cursor into the search field, and show again what was found last."""
        self.header.start_search()
        self._show_search(self.header.sought)

    def end_search(self) -> None:
        """Show what was found where it stands; the words stay for the next look."""
        self.show_workspace(0)

    def _show_search(self, words: str) -> None:
        if words.strip() and self._search is not None:
            self._pages.setCurrentWidget(self._search)
        elif self._pages.currentWidget() is self._search:
            self._pages.setCurrentIndex(self.header.current)

    def reset_panels(self) -> None:
        """Put all docks where they were at first."""
        self._review.restoreState(self._usual)
        for dock in self._docks:
            dock.setFloating(False)
            dock.show()

    def layout_state(self) -> tuple[bytes, bytes]:
        """Return where the window stands, and how its docks lie."""
        return bytes(self.saveGeometry().data()), bytes(self._review.saveState().data())

    def restore_place(self, geometry: bytes) -> None:
        """Put the window back where it was, no larger than the screen there is now."""
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
            room = self.screen().availableSize()
            self.resize(min(self.width(), room.width()), min(self.height(), room.height()))

    def restore_docks(self, docks: bytes) -> None:
        """Put the docks back as they lay."""
        if docks:
            self._review.restoreState(QByteArray(docks))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _paths(event):
            event.acceptProposedAction()
            self.dropped.emit(list(paths))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)

    def when_painted(self, act: Callable[[], object]) -> None:
        """Call `act` once the window was painted anew, or after a while where nobody sees it."""
        self._waiting.append(act)
        QTimer.singleShot(_UNSEEN, self, self._go_on)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def _paths(event: QDropEvent) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
