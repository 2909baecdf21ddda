"""What is to be opened from outside the window: by a second start, or by the system."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.application import Application
from ui.session import Session


class Openings(QObject):
    """Brings the window to the front and hands files on as if they were dropped; while a dialog is open they wait."""

    def __init__(self, window: QWidget, session: Session, take_in: Callable[[Sequence[Path]], object]) -> None:
        super().__init__(window)
        self._window, self._session, self._take_in = window, session, take_in
        self._waiting: deque[Sequence[Path]] = deque()
        self._app: Application | None = None
        self._is_over = False
        window.installEventFilter(self)

    def ask(self, paths: Sequence[Path]) -> None:
        """Open these files, or show the window where there are none, as soon as no dialog is open."""
        self._waiting.append(paths)
        self._go_on()

    def hear(self, app: Application) -> None:
        """Open what the system asks the application for, from now on and since its start."""
        self._app = app
        app.asked.connect(self._take)
        self._take()

    def stop(self) -> None:
        """Open nothing more: the window is closed."""
        self._waiting.clear()
        self._is_over = True

    def _take(self) -> None:
        if self._app is not None and not self._is_over and (paths := self._app.take()):
            self.ask(paths)

    def _go_on(self) -> None:
        while self._waiting and QApplication.activeModalWidget() is None:
            self._open(self._waiting.popleft())

    def _open(self, paths: Sequence[Path]) -> None:
        to_the_front(self._window)
        fresh = [path for path in paths if not self._is_open(path)]
        if fresh:
            self._take_in(fresh)

    def _is_open(self, path: Path) -> bool:
        """Tell whether a path is that of the open case, by whatever name."""
        here = self._session.path
        try:
            return here is not None and (path == here or path.samefile(here))
        except OSError:
            return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowUnblocked and self._waiting:
            QTimer.singleShot(0, self, self._go_on)
        return False


def to_the_front(window: QWidget) -> None:
    """Show a window before all others; where the system does not let it, it is marked in the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
