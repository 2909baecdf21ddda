"""Passphrases in the window: asked for, set, changed and taken away; none outlives the dialog it was typed into."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.passphrase import Passphrase
from ui.dialogs.passphrase_asked import PassphraseAsked
from ui.dialogs.passphrase_backups import CONVERT, DELETE, PassphraseBackups
from ui.dialogs.passphrase_of_new_case import PassphraseOfNewCase
from ui.intake import Intake
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import Runner
from workbench.case import Key, backups, cipher, rekeying, unopened
from workbench.errors import PassphraseNeeded, WorkbenchError, WrongPassphrase
from workbench.passphrases import rewritten_words

BUSY = "Articles are being read. Wait until that is done, or stop it, then set the passphrase."

UNWRITTEN = "A passphrase can be set once all is written, or given up. Not written yet:"

Again = Callable[[Key], object]


class Locking(QObject):
    """Opens the dialogs, has keys made and cases written anew behind the window, and opens what came of it."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        intake: Intake,
        tasks: Runner,
        copies: Runner,
        report: Callable[[Exception], None],
    ) -> None:
        """Make keys on `tasks`, and write whole cases on `copies`."""
        super().__init__(window)
        self._window, self._session, self._intake = window, session, intake
        self._tasks, self._copies = tasks, copies
        self._report = report
        self._asked: PassphraseAsked | None = None
        self._refusal = ""
        session.locked.connect(self._ask)

    # Asked for

    def _ask(self, needed: PassphraseNeeded, again: Again) -> None:
        """Ask for a passphrase, or, where the one just typed was wrong, say so."""
        self._refusal = str(needed)
        if self._asked is not None:
            return
        dialog = PassphraseAsked(needed.path.stem, self._window)
        self._asked = dialog
        dialog.tried.connect(lambda typed: self._try(dialog, needed.path, typed, again))
        dialog.finished.connect(self._forget)
        self._open(dialog)

    def _forget(self) -> None:
        self._asked = None

    def _try(self, dialog: PassphraseAsked, path: Path, typed: str, again: Again) -> None:
        def derived(key: Key) -> None:
            self._refusal = ""
            again(key)
            if self._refusal:
                dialog.refuse(self._refusal)
            else:
                dialog.accept()

        self._tasks.run(partial(unopened.key_of, path, typed), derived, partial(self._refused, dialog))

    # A new case

    def new_case(self, path: Path, then: Callable[[], object]) -> None:
        """Ask whether the case to be made at `path` is to be encrypted, make it, and go on with `then`."""
        dialog = PassphraseOfNewCase(path.stem, self._window)

        def made(key: Key | None) -> None:
            dialog.accept()
            if self._session.create(path, key):
                then()

        def make(words: str) -> None:
            self._tasks.run(lambda: cipher.new_key(words) if words else None, made, partial(self._refused, dialog))

        dialog.wanted.connect(make)
        self._open(dialog)

    # Set, changed, taken away

    def set_passphrase(self) -> None:
        """Offer to set the passphrase of the open case, to change it or to take it away."""
        session = self._session
        if session.path is None or session.refusal or self._intake.is_busy:
            session.problem.emit(session.refusal or BUSY)
            return
        if session.unwritten:
            session.unsaved.emit(f"{UNWRITTEN} {session.unwritten}.")
            return
        dialog = Passphrase(session.path.stem, self._window, encrypted=session.key is not None)
        dialog.wanted.connect(partial(self._make_keys, dialog, session.path, session.key))
        self._open(dialog)

    def _make_keys(self, dialog: Passphrase, path: Path, old: Key | None, present: str, new: str) -> None:
        def made(key: Key | None) -> None:
            self._session.close_case()  # nothing may have the file open that is replaced; a backup lets go of it, too
            rewrite = partial(self._rewrite, path, old, key)
            self._copies.run(rewrite, partial(self._written, dialog, path, old, key), failed)

        def failed(error: Exception) -> None:
            if not self._session.is_open:
                self._session.open(path, old)
            self._refused(dialog, error)

        self._tasks.run(partial(_new_key, path, old, present, new), made, failed)

    def _rewrite(self, path: Path, old: Key | None, new: Key | None) -> bool:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        return rekeying.rekey(path, old, new, self._session.analyst, since)

    def _written(self, dialog: Passphrase, path: Path, old: Key | None, new: Key | None, wiped: bool) -> None:
        dialog.accept()
        if self._session.open(path, new):
            self._window.message.tell(rewritten_words(path.name, encrypted=new is not None, wiped=wiped))
            self._see_to_backups(path, old, new)

    def _see_to_backups(self, path: Path, old: Key | None, new: Key | None) -> None:
        folder = backups.folder_of(path, self._session.backups_in)
        others = rekeying.otherwise(folder, new)
        if not others:
            return
        dialog = PassphraseBackups(len(others), str(folder), self._window, encrypted=new is not None)

        def chosen() -> None:
            if dialog.chosen == CONVERT:
                self._copies.run(partial(rekeying.take_along, others, old, new), self._tell_all, self._report)
            elif dialog.chosen == DELETE:
                rekeying.delete(others)

        dialog.accepted.connect(chosen)
        self._open(dialog)

    def _tell_all(self, problems: list[str]) -> None:
        if problems:
            self._session.problem.emit(" ".join(problems))

    def _refused(self, dialog: Passphrase | PassphraseAsked | PassphraseOfNewCase, error: Exception) -> None:
        """Say in the dialog what the analyst can mend; anything else is a fault."""
        if isinstance(error, WorkbenchError):
            dialog.refuse(str(error))
        else:
            dialog.done(QDialog.DialogCode.Rejected)
            self._report(error)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()


def _new_key(path: Path, old: Key | None, present: str, new: str) -> Key | None:
    """Return the key of a new passphrase, None for none; WrongPassphrase where the present one is not this."""
    if old is not None and cipher.derived(present, old.salt) != old:
        raise WrongPassphrase("This is not the present passphrase. Nothing was changed; type it again.", path)
    return cipher.new_key(new) if new else None
