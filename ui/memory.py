"""The settings as the window keeps them: written at once, each time something is to be remembered."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.errors import WorkbenchError
from workbench.folders import home, made
from workbench.settings import Settings, load, save


class Memory(QObject):
    """Holds the settings; where they cannot be written `problem` says why, once, and they hold until the end."""

    problem = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None, spare: Path | None = None) -> None:
        """Read what was kept at `path`; `spare` is a folder for what is made where that one takes nothing."""
        super().__init__(parent)
        self._path, self._spare = path, spare
        self._told = False
        self.now: Settings = load(path)

    def folder(self) -> Path:
        """Return where the program keeps what is its own."""
        return made([self._path.parent, *([self._spare] if self._spare else [])]) or self._path.parent

    def prove(self) -> None:
        """Say in `problem` where nothing can be kept, before there is anything to keep."""
        if made([self._path.parent]) is None:
            self._tell(
                f"Nothing can be kept in {self._path.parent}: the system refused. "
                "Settings hold until the program ends; cases are not affected."
            )

    @property
    def recent(self) -> list[Path]:
        """The cases opened last that are still there."""
        return [path for path in map(Path, self.now.recent) if path.exists()]

    @property
    def case_folder(self) -> Path:
        """Where the last case lay."""
        return self.recent[0].parent if self.recent else home()

    @property
    def layout(self) -> tuple[bytes, bytes]:
        """Where the window stood, and how its docks lay; empty where nothing usable was kept."""
        try:
            geometry, docks = (b64decode(part, validate=True) for part in self.now.window.split("."))
        except (ValueError, binascii.Error):
            return b"", b""
        return geometry, docks

    def keep_layout(self, geometry: bytes, docks: bytes) -> None:
        """Remember where the window stands."""
        self._keep(replace(self.now, window=".".join(b64encode(part).decode() for part in (geometry, docks))))

    def remember(self, case: Path) -> None:
        """Remember that a case was opened."""
        self._keep(replace(self.now, recent=self.now.with_recent(str(case.resolve()))))

    def keep_theme(self, name: str) -> None:
        """Remember the theme that was chosen."""
        self._keep(replace(self.now, theme=name))

    def keep_font_size(self, points: int) -> None:
        """Remember how large articles are shown."""
        self._keep(replace(self.now, font_size=points))

    def keep_language(self, code: str) -> None:
        """Remember the language charts speak; empty is the system's."""
        self._keep(replace(self.now, language=code))

    def keep_pipelines(self, names: tuple[str, ...]) -> None:
        """Remember which installed pipelines find names."""
        self._keep(replace(self.now, pipelines=names))

    def _keep(self, settings: Settings) -> None:
        if settings == self.now:
            return
        self.now = settings
        try:
            save(settings, self._path)
        except WorkbenchError as error:
            self._tell(str(error))

    def _tell(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.problem.emit(sentence)
