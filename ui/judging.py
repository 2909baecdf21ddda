"""What an analyst judges of a whole case, each in its dialog: figures, sources, the method, an own convention."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from ui.main_window import MainWindow
from ui.session import Session


class Judging(QObject):
    """Opens the dialogs; each applies its changes to the session itself."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session

    def set_figures(self, words: str = "") -> None:
        """Offer all figures to be set by hand, those that hold `words` first."""
        from ui.dialogs.figures_by_hand import FiguresByHand

        self._session.looking.then(lambda: self._open(FiguresByHand(self._session, self._window, words)))

    def grade_sources(self) -> None:
        """Offer the sources of the case to be graded."""
        from ui.dialogs.grade_sources import GradeSources

        self._open(GradeSources(self._session, self._window))

    def choose_method(self) -> None:
        """Offer the conventions and policies, with what each would change."""
        from ui.dialogs.method import MethodChoice

        def show() -> None:
            dialog = MethodChoice(self._session, self._window)
            dialog.own_wanted.connect(lambda: self._edit_convention(dialog))
            self._open(dialog)

        self._session.looking.then(show)

    def edit_convention(self) -> None:
        """Offer the table of the analyst's own convention."""
        self._edit_convention(self._window)

    def _edit_convention(self, above: QWidget) -> None:
        from ui.dialogs.own_convention import OwnConvention

        self._open(OwnConvention(self._session, above))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
