"""A case that is only read, kept as it is on disk: what another window writes to it is seen here, too."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.session import Session

#: So often the file is asked for new lines, in milliseconds.
_EVERY = 2_000


class Following(QObject):
    """Looks time and again, as long as a case is open that another has."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(session.catch_up)
        session.opened.connect(self._begin)

    def _begin(self) -> None:
        if self._session.refusal and not self._session.shows_past:
            self.timer.start()
        else:
            self.timer.stop()
