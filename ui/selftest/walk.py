"""The window as the self-test handles it: actions are triggered, dialogs filled in, and what follows is waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from ui.dialogs.files import Files
from ui.intake import Failure, Intake
from ui.main_window import MainWindow
from ui.problems import Problems
from ui.session import Session

T = TypeVar("T", bound=QObject)
_PATIENCE = 60
_MILLISECONDS = 10


class SelfTestFailed(Exception):
    """One sentence that says what did not happen."""


class Answers(Files):
    """Stands for the system's file dialogs: everything lies in the folder of the self-test."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self._folder = folder

    def new_case(self, _folder: Path) -> Path | None:
        """Return where a new case is to lie."""
        return self._folder / "New.case"

    def case(self, _folder: Path) -> Path | None:
        """Choose no case."""
        return None

    def articles(self, _folder: Path) -> list[Path]:
        """Choose no files."""
        return []

    def folder(self, _folder: Path) -> Path | None:
        """Choose no folder."""
        return None

    def table(self, suggested: Path) -> Path | None:
        """Return where a table is to be written."""
        return self._folder / suggested.name

    def report(self, suggested: Path) -> Path | None:
        """Return where the report is to be written."""
        return self._folder / suggested.name


class Walk(QObject):
    """A way through the window; whatever the program tells of on it is a failure."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self.window, self.folder = window, folder
        self.session, self._intake = self.find(Session), self.find(Intake)
        self.is_painted = self.is_ready = False
        self._read = 0
        self._problems: list[str] = []
        problems = self.find(Problems)
        for signal in (problems.told, self.session.problem, self.session.unsaved):
            signal.connect(self._problems.append)
        problems.reported.connect(lambda report, _file: self._problems.append(report))
        self._intake.finished.connect(self._take_note)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window painted."""
        if watched is self.window and event.type() == QEvent.Type.Paint:
            self.is_painted = True
        return super().eventFilter(watched, event)

    def note_ready(self) -> None:
        """Hear that articles can be read."""
        self.is_ready = True

    def find(self, type_: type[T], name: str = "") -> T:
        """Return the part of the window of this type (and object name)."""
        found = self.window.findChild(type_, name) if name else self.window.findChild(type_)
        if not isinstance(found, type_):
            raise SelfTestFailed(f"The window has no {name or type_.__name__}.")
        return found

    def do(self, id_: str) -> None:
        """Trigger an action by its id, as a menu would."""
        actions = {action.objectName(): action for action in self.window.actions()}
        if id_ not in actions or not actions[id_].isEnabled():
            raise SelfTestFailed(f"The window does not offer the action {id_}.")
        actions[id_].trigger()

    def wait(self, what: str, there: Callable[[], object]) -> None:
        """Let the window live until something is there."""
        loop, left, look = QEventLoop(), QDeadlineTimer(_PATIENCE * 1000), QTimer(interval=_MILLISECONDS)
        look.timeout.connect(lambda: loop.quit() if self._problems or left.hasExpired() or there() else None)
        look.start()
        loop.exec()
        look.stop()
        self.refuse_problems()
        if not there():
            raise SelfTestFailed(f"This was waited for {_PATIENCE} seconds: {what}.")

    def refuse_problems(self) -> None:
        """Raise what the program told of since."""
        if self._problems:
            raise SelfTestFailed(f"The program said: {self._problems[0]}")

    def wait_read(self, begin: Callable[[], object]) -> None:
        """Have articles taken in, and wait until all of them are read."""
        before = self._read
        begin()
        self.wait("articles are read", lambda: self._read > before)

    def _take_note(self, failures: list[Failure]) -> None:
        self._problems += [f"{name}: {sentence}" for name, sentence in failures]
        self._read += 1

    def dialog(self, type_: type[QDialog]) -> QDialog:
        """Return the dialog of this type that is shown, once it is."""
        self.wait(f"the dialog {type_.__name__} is shown", lambda: self._shown(type_))
        return self._shown(type_)[-1]

    def _shown(self, type_: type[QDialog]) -> list[QDialog]:
        return [dialog for dialog in self.window.findChildren(type_) if dialog.isVisible()]

    def type_into(self, dialog: QDialog, **fields: str) -> None:
        """Fill in the fields of a dialog, by their object names."""
        for name, words in fields.items():
            field = dialog.findChild(QLineEdit, name)
            if field is None:
                raise SelfTestFailed(f"The dialog {dialog.objectName()} has no field {name}.")
            field.setText(words)

    def press(self, dialog: QDialog, name: str) -> None:
        """Press a button of a dialog, by its object name."""
        button = dialog.findChild(QPushButton, name)
        if button is None or not button.isEnabled():
            raise SelfTestFailed(f"The dialog {dialog.objectName()} does not offer {name}.")
        button.click()
