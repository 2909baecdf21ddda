"""The whole case reckoned between the events of the window, for all who wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from ui.slices import Slices
from workbench.errors import WorkbenchError

#: A case of so few pieces, incidents and comparisons is looked at at once.
_SMALL = 20


class Looking(QObject):
    """Looks at the whole case once, however often it is asked to; a small one before `begin` returns."""

    #: All is reckoned, some time after it was begun.
    done = Signal()
    #: How much is done, from 0 to 1, while somebody waits to go on; None once nobody does.
    told = Signal(object)

    def __init__(
        self,
        steps: Callable[[], Iterator[float]],
        is_known: Callable[[], bool],
        failed: Callable[[str], object],
        parent: QObject,
    ) -> None:
        """Take `steps`, unless `is_known` says that there is nothing to be reckoned; `failed` hears why one failed."""
        super().__init__(parent)
        self._steps, self._is_known, self._failed = steps, is_known, failed
        self.slices = Slices(self, least=_SMALL)
        self._waiting: Callable[[], object] | None = None
        self._later = False

    def begin(self) -> None:
        """Look at the case, unless that is under way."""
        if not self.slices.is_busy:
            self._later = False
            self.slices.begin(map(self._tell, self._steps()), self._end, self._fail)
            self._later = True

    def then(self, act: Callable[[], object]) -> None:
        """Go on with `act` once all is reckoned, at once where it is; of several that wait only with the last."""
        if self._is_known():
            act()
            return
        self._waiting = act
        self.begin()

    def stop(self) -> None:
        """Look no longer; who waited waits in vain."""
        self.slices.stop()
        self._let_wait_no_longer()

    def _let_wait_no_longer(self) -> Callable[[], object] | None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._later:
            self.told.emit(None)
        return waiting

    def _tell(self, done: float) -> None:
        if self._waiting is not None and self._later:
            self.told.emit(done)

    def _end(self) -> None:
        waiting = self._let_wait_no_longer()
        if self._later:
            self.done.emit()
        if waiting is not None:
            waiting()

    def _fail(self, error: WorkbenchError) -> None:
        self._let_wait_no_longer()
        self._failed(str(error))
