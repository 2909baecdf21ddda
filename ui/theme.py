"""Light and dark for the whole window: palette, style sheet, fonts and icons; follows the system unless told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.colours import DARK, LIGHT, Palette
from ui.stylesheet import sheet

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
_SERIFS = ["Source Serif 4", "Noto Serif", "Charter", "Georgia", "Cambria", "DejaVu Serif"]
_ICON_SIZES = (16, 20, 24, 32, 48, 64, 128)


class Choice(StrEnum):
    """Which theme the analyst wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The theme in force; `changed` carries the new Palette after the application wears it."""

    changed = Signal(object)

    def __init__(self, app: QApplication, icons: Path, parent: QObject | None = None) -> None:
        """Take the application to dress and the folder of the icons."""
        super().__init__(parent)
        self._app, self._icons, self._choice = app, icons, Choice.SYSTEM
        self._dressed = False
        self.palette: Palette = LIGHT
        app.setStyle("Fusion")
        self._system = app.styleHints().colorScheme()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._wear(self._wanted())

    def dress(self) -> None:
        """Put the style sheet on, once the widgets stand.

        Under it each widget that is put into a layout is styled anew with all it holds: the window took twice as long.
        """
        self._dressed = True
        self._app.setStyleSheet(sheet(self.palette, self._icons))

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Take the style sheet off while many widgets are made; nothing is painted meanwhile."""
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self.dress()

    @property
    def choice(self) -> Choice:
        """What the analyst chose."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Wear `choice` from now on."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice.value])
        self._follow()

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return the icon `name` drawn in `colour` (the text's by default)."""
        drawing = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour or self.palette.text).encode()))
        icon = QIcon()
        for size in _ICON_SIZES:
            icon.addPixmap(_pixmap(renderer, size))
        return icon

    def _wanted(self) -> Palette:
        if self._choice is Choice.SYSTEM:
            return DARK if self._system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is Choice.DARK else LIGHT

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._follow()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is not self.palette:
            self._wear(wanted)
            self.changed.emit(wanted)

    def _wear(self, palette: Palette) -> None:
        self.palette = palette
        self._app.setPalette(_qt(palette))
        if self._dressed:
            self.dress()


def reading_font(points: float) -> QFont:
    """Return the serif in which articles are read."""
    font = QFont()
    font.setFamilies(_SERIFS)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _qt(p: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(p.surface), QColor(p.window))
    for colours, value in (
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), p.text),
        ((role.Window,), p.surface),
        ((role.Base,), p.surface),
        ((role.AlternateBase, role.Button, role.ToolTipBase), p.raised),
        ((role.Highlight, role.Accent), p.accent),
        ((role.HighlightedText,), p.on_accent),
        ((role.Link, role.LinkVisited), p.accent),
        ((role.PlaceholderText,), p.muted),
        ((role.Mid, role.Midlight), p.border),
    ):
        for colour in colours:
            palette.setColor(colour, QColor(value))
    for faint in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, faint, QColor(p.muted))
    return palette
