"""The system's own dialogs for files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_CASES = "Cases (*.case)"
_ARTICLES = "Articles (*.txt *.text *.md *.html *.htm *.xhtml *.pdf *.docx);;All files (*)"


class Files:
    """Asks for files; a test hands in a twin that answers at once. None or nothing: the analyst thought better."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def new_case(self, folder: Path) -> Path | None:
        """Return where a new case is to lie."""
        name, _ = QFileDialog.getSaveFileName(self._parent, "New case", str(folder / "Untitled.case"), _CASES)
        return _with_suffix(name, ".case")

    def case(self, folder: Path) -> Path | None:
        """Return the case to open."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open case", str(folder), f"{_CASES};;All files (*)")
        return Path(name) if name else None

    def articles(self, folder: Path) -> list[Path]:
        """Return the files to take in."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, "Add articles", str(folder), _ARTICLES)
        return [Path(name) for name in names]

    def folder(self, folder: Path) -> Path | None:
        """Return the folder whose files are to be taken in."""
        name = QFileDialog.getExistingDirectory(self._parent, "Add a folder", str(folder))
        return Path(name) if name else None

    def table(self, suggested: Path) -> Path | None:
        """Return where a table is to be written."""
        name, _ = QFileDialog.getSaveFileName(self._parent, "Save the table", str(suggested), "Table (*.csv)")
        return _with_suffix(name, ".csv")

    def report(self, suggested: Path) -> Path | None:
        """Return where the report is to be written."""
        name, _ = QFileDialog.getSaveFileName(self._parent, "Save the report", str(suggested), "Report (*.html)")
        return _with_suffix(name, ".html")


def _with_suffix(name: str, suffix: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suffix)
