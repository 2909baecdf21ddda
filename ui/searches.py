"""Searches behind the window: typing is never held up, and only the last wish is still looked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.session import Session
from ui.tasks import Runner
from workbench.model.search import Found, Sought


class Searches(QObject):
    """Looks up in the session's case what is asked; a new wish stops the search for the one before it."""

    #: What was asked (Sought) and what was found (Found).
    found = Signal(object, object)

    def __init__(
        self, session: Session, tasks: Runner, failed: Callable[[Exception], None], parent: QObject | None = None
    ) -> None:
        """`tasks` should have no other work, for the search waits behind it."""
        super().__init__(parent)
        self._session, self._tasks, self._failed = session, tasks, failed
        self._running: Sought | None = None
        self._wanted: Sought | None = None
        session.opened.connect(self._forget)

    def ask(self, wanted: Sought) -> None:
        """Look for something, now or as soon as what is looked for has stopped."""
        self._wanted = wanted
        if not self._session.is_open:
            return
        if self._running is not None:
            self._session.lookup().stop()
        else:
            self._begin()

    def _forget(self) -> None:
        self._wanted = None

    def _begin(self) -> None:
        wanted = self._wanted
        if wanted is None or not self._session.is_open:
            return
        if wanted.is_empty:
            self.found.emit(wanted, Found())
            return
        self._running = wanted
        lookup = self._session.lookup()
        self._tasks.run(lambda: lookup.search(wanted), self._done, self._not_done)

    def _done(self, found: Found | None) -> None:
        wanted, self._running = self._running, None
        if wanted != self._wanted:
            self._begin()
        elif found is not None:
            self.found.emit(wanted, found)

    def _not_done(self, error: Exception) -> None:
        wanted, self._running = self._running, None
        if wanted == self._wanted:
            self._failed(error)
        else:
            self._begin()
