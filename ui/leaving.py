"""The open case left only when all is written to it, or when the analyst gives up what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.main_window import MainWindow
from ui.session import Session

if TYPE_CHECKING:
    from ui.dialogs.leave_unwritten import LeaveUnwritten


class Leaving(QObject):
    """Stands before whatever closes the case, and asks where acts wait to be written."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._dialog: LeaveUnwritten | None = None
        self._refusal = ""
        session.unsaved.connect(self._tell)
        session.kept.connect(self._go_on)
        window.may_close = self.may_close

    def ask(self, then: Callable[[], object]) -> None:
        """Go on with `then`, which leaves the case; where acts wait, not before they are written or given up."""
        if self._session.retry():
            then()
        else:
            self._open(then)

    def may_close(self) -> bool:
        """Tell whether the window may close now; else it is closed once nothing waits any more."""
        if self._session.retry():
            return True
        self._open(self._window.close)
        return False

    def _open(self, then: Callable[[], object]) -> None:
        path = self._session.path
        if self._dialog is not None or path is None or not self._session.unwritten:
            return
        from ui.dialogs.leave_unwritten import LeaveUnwritten

        self._dialog = dialog = LeaveUnwritten(path.stem, self._window)
        dialog.tell(self._refusal)
        dialog.tried.connect(self._session.retry)
        dialog.given_up.connect(self._session.give_up)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.accepted.connect(then)
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _tell(self, sentence: str) -> None:
        self._refusal = sentence
        if self._dialog is not None:
            self._dialog.tell(sentence)

    def _go_on(self) -> None:
        if self._dialog is not None and not self._session.unwritten:
            self._dialog.accept()
