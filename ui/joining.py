"""Another analyst's case taken into the open one, after a look at what that means."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from ui.backing_up import BackingUp
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Runner
from workbench.errors import PassphraseNeeded, Stopped, WorkbenchError
from workbench.merging.agreement_table import to_csv
from workbench.merging.fields import Take
from workbench.merging.plan import Plan
from workbench.passphrases import written_words
from workbench.saving import save

if TYPE_CHECKING:
    from ui.dialogs.merge_case import MergeCase

_STOPPED = "The backup was stopped, and nothing was merged."


class Asks(Protocol):
    """Asks for files."""

    def case(self, folder: Path) -> Path | None:
        """Return the case to open."""

    def table(self, suggested: Path) -> Path | None:
        """Return where a table is to be written."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How another case is looked at before it is read: whether a key opens it, and, behind the window, if it verifies.

    `prove` returns the key, None for a plain file; `ask` asks for a passphrase, and goes on with its key. `examine`
    raises a WorkbenchError that says what is wrong. `report` takes what nobody can mend.
    """

    tasks: Runner
    prove: Callable[[Path, Any], Any]
    ask: Callable[[PassphraseNeeded, Callable[[Any], None]], object]
    examine: Callable[[Path, Any], None]
    report: Callable[[Exception], None]


class Joining(QObject):
    """Holds the other case open, only to be read, as long as the dialog stands."""

    def __init__(self, window: MainWindow, session: Session, files: Asks, looks: Looks, backing_up: BackingUp) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._looks = window, session, files, looks
        self._backing_up = backing_up

    def merge_case(self) -> None:
        """Ask for another case, and show what merging it would mean."""
        own = self._session.path
        path = self._files.case(own.parent) if own else None
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path, key: Any = None) -> None:
        """Have the case at `path` verified, then show what taking it in would mean; its passphrase is asked for."""
        own = self._session.path
        if own is not None and path.exists() and path.samefile(own):
            self._told(lambda: self._show(path, key))  # which says so; nobody but SQLite touches an open case
            return
        try:
            proven = self._looks.prove(path, key)
        except PassphraseNeeded as needed:
            same = self._session.key_for(path) if key is None else None
            if same is None:
                self._looks.ask(needed, partial(self.look_at, path))
            else:
                self.look_at(path, same)
            return

        def show(_: object) -> None:
            if self._session.path == own:  # else another case was opened meanwhile
                self._told(lambda: self._show(path, proven))

        self._window.status.showMessage(f"{path.name} is being verified …", 4000)
        self._looks.tasks.run(partial(self._looks.examine, path, proven), show, self._refused)

    def _show(self, path: Path, key: Any) -> None:
        from ui.dialogs.merge_case import MergeCase

        with ExitStack() as stack:
            plan = stack.enter_context(self._session.joining(path, key))
            dialog = MergeCase(plan, plan.agreement(), self._window)
            held = stack.pop_all()
        dialog.merging.connect(lambda takes: self._back_up(dialog, plan, takes))
        dialog.saving.connect(lambda: self._told(lambda: self._save(plan)))
        dialog.finished.connect(lambda _result: held.close())
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.stopped.connect(self._backing_up.give_up)
        self._backing_up.told.connect(dialog.show_progress)
        self._session.opened.connect(dialog.leave)
        dialog.open()

    def _back_up(self, dialog: MergeCase, plan: Plan, takes: dict[int, Take]) -> None:
        """Merge once a backup was made and verified; else the dialog stands as it stood."""

        def done() -> None:
            if dialog.is_waiting:  # else it was left just as the backup was there
                dialog.end_waiting()
                self._told(lambda: self._merge(dialog, plan, takes))

        def failed(error: Exception) -> None:
            if dialog.is_waiting:
                dialog.end_waiting(_STOPPED if isinstance(error, Stopped) else "")
            if not isinstance(error, Stopped):
                self._refused(error)

        dialog.wait()
        self._backing_up.make(done, failed)

    def _merge(self, dialog: MergeCase, plan: Plan, takes: dict[int, Take]) -> None:
        if self._session.apply(plan.change(takes), asker="mergeCase"):
            dialog.accept()

    def _save(self, plan: Plan) -> None:
        own = self._session.path
        target = self._files.table(own.with_name(f"{own.stem} and {plan.name}.csv")) if own else None
        if target is not None:
            save(to_csv(plan.agreement()).encode(), target, "table")
            told = written_words("table", str(target), encrypted=self._session.key is not None)
            self._window.status.showMessage(told, 8000)

    def _told(self, act: Callable[[], None]) -> None:
        """Do something; what the analyst can mend is told in a sentence."""
        try:
            act()
        except WorkbenchError as error:
            self._refused(error)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._session.problem.emit(str(error))
        else:
            self._looks.report(error)
