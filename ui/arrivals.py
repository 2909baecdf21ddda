"""Articles on their way in: chosen, dropped or pasted; what is lacking is asked for, what failed is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.dialogs.files import Files
from ui.dialogs.import_details import ImportDetails
from ui.intake import Intake
from ui.session import Session
from ui.words import count_words
from workbench.folders import home
from workbench.importers.imported import Imported
from workbench.importers.read import SUFFIXES
from workbench.saving import is_of_a_case

_SHOWN_FAILURES = 6


class Arrivals(QObject):
    """Hands files and text to the intake; the desk opens a case that was dropped, and asks for one where none is."""

    def __init__(self, window: QWidget, session: Session, intake: Intake, files: Files, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._intake, self._files = window, session, intake, files
        self._desk = desk
        intake.finished.connect(self._tell_failures)
        intake.details_wanted.connect(self._ask_details)

    def add_files(self) -> None:
        """Ask for files and take them in."""
        self.take_in(self._files.articles(self._folder()))

    def add_folder(self) -> None:
        """Ask for a folder and take its files in."""
        folder = self._files.folder(self._folder())
        self.take_in([folder] if folder else [])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders in; a case file is opened instead."""
        cases = [path for path in paths if is_case(path)]
        if cases:
            self._desk.open_path(cases[0])
        elif paths:
            self._with_case(lambda: self._intake.add_files(paths))

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was named at a start, or double-clicked: what no article's ending has is opened as a case."""
        named = [path for path in paths if not is_article(path)]
        if named:
            self._desk.open_path(named[0])
        else:
            self.take_in(paths)

    def paste_article(self) -> None:
        """Take the clipboard's text in as an article."""
        text = QApplication.clipboard().text()
        if not text.strip():
            self._desk.tell("The clipboard holds no text. Copy the article first, then paste it here.")
        else:
            self._with_case(lambda: self._intake.add_pasted(text))

    def _with_case(self, act: Callable[[], object]) -> None:
        """Do something in the open case, or in a new one where none is open."""
        if self._session.is_open:
            act()
        else:
            self._desk.make_case(act)

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else home()

    def _ask_details(self, imported: list[Imported]) -> None:
        outlets = {source.name for source in self._session.registers.sources.values()}
        dialog = ImportDetails(imported, sorted(outlets | self._session.tally("outlet").keys()), self._window)
        dialog.accepted.connect(lambda: self._intake.supply(dialog.completed()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _tell_failures(self, failures: list[tuple[str, str]]) -> None:
        if failures:
            self._desk.tell(failure_words(failures))


def is_article(path: Path) -> bool:
    """Tell whether a file has the ending of an article, or is a folder, which may hold some."""
    return path.suffix.lower() in SUFFIXES or path.is_dir()


def is_case(path: Path) -> bool:
    """Tell whether a file is opened as a case and not read as an article: by its ending, else by what it holds."""
    if path.suffix.lower() == ".case":
        return True
    try:
        return not is_article(path) and path.is_file() and is_of_a_case(path)
    except OSError:  # taking it in says why it cannot be read
        return False


def failure_words(failures: Sequence[tuple[str, str]]) -> str:
    """Return what failed and why, a line each; of many, the first and how many more."""
    if len(failures) == 1:
        return f"{failures[0][0]}: {failures[0][1]}"
    lines = [f"{name}: {sentence}" for name, sentence in failures[:_SHOWN_FAILURES]]
    more = len(failures) - len(lines)
    heading = f"{count_words(len(failures), 'article')} failed; all others are in the case."
    return "\n".join([heading, *lines, *([f"… and {more} more."] if more else [])])
