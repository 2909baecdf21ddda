"""The whole window on a quick twin of the extractor, with file dialogs that answer at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.find import child
from tests.workbench.values import findings
from ui import app
from ui.desk import Desk
from ui.dialogs.passphrase_of_new_case import PassphraseOfNewCase
from ui.main_window import MainWindow
from ui.session import Session
from ui.tasks import InlineTasks
from workbench.model.findings import Findings
from workbench.registers import Registers, load


class Quick:
    """Finds the same in every article."""

    def read(self, text: str, **_known: object) -> Findings:
        assert text
        return findings()

    def warm_up(self) -> None:
        """It needs nothing."""


class Answers:
    """Stands for the system's file dialogs; each test sets what the analyst would choose."""

    def __init__(self) -> None:
        self.case_path: Path | None = None
        self.files: list[Path] = []

    def __call__(self, _parent: object) -> Answers:
        return self

    def new_case(self, _folder: Path) -> Path | None:
        return self.case_path

    case = new_case
    folder = new_case
    report = new_case
    table = new_case

    def articles(self, _folder: Path) -> list[Path]:
        return self.files


class Opened:
    """A window with what tests ask of it."""

    def __init__(self, window: MainWindow, answers: Answers) -> None:
        self.window, self.answers = window, answers
        self.desk, self.session = child(window, Desk), child(window, Session)

    def do(self, id_: str) -> None:
        """Trigger an action by its id."""
        actions = {action.objectName(): action for action in self.window.actions()}
        actions[id_].trigger()
        if id_ == "new_case":
            self.make_plain()

    def make_plain(self) -> None:
        """Have the case made that is asked for, without a passphrase."""
        for dialog in self.window.findChildren(PassphraseOfNewCase):
            if dialog.isVisible():
                child(dialog, QPushButton, "makeCase").click()


@cache
def shipped(folder: Path) -> Registers:
    """Return the registers that ship, read once: every window begins with them, and nothing writes to them."""
    return load(folder)


@contextmanager
def opened(
    patch: pytest.MonkeyPatch, folder: Path, case: Path | None = None, make: Callable[..., object] | None = None
) -> Iterator[Opened]:
    """Hold a window whose settings lie in `folder`; `make` makes its extractor, a quick one where none is given."""
    answers = Answers()
    patch.setattr(app, "_extractor", make or (lambda *_: Quick()))
    patch.setattr(app, "Files", answers)
    patch.setattr("workbench.registers.load", shipped)
    window = app.build(case, settings_path=folder / "settings.json", tasks=InlineTasks())
    try:
        yield Opened(window, answers)
    finally:
        window.close()
        window.deleteLater()
