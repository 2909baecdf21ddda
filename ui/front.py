"""What is seen of the window first: its menus, and the welcome page or the frame of a case; nothing here reads one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.actions import Actions
from ui.main_window import MainWindow
from ui.memory import Memory
from ui.panels.welcome import Welcome
from ui.start import Start
from ui.theme import Choice, Theme
from workbench import resources

#: What the welcome page offers.
OFFERED = ("sample_case", "new_case", "open_case")


@dataclass(frozen=True, slots=True)
class Front:
    """What the rest is built behind; `targets` is where the actions look for what they call."""

    window: MainWindow
    theme: Theme
    memory: Memory
    actions: Actions
    welcome: Welcome
    targets: dict[str, QObject]


def front(app: QApplication, start: Start, case: Path | None = None) -> Front:
    """Make what is seen first, not yet shown and without its style; where a case is named, as it waits for that."""
    icons = resources.folder() / "icons"
    memory = Memory(start.settings / "settings.json", spare=start.spare)
    theme = Theme(app, icons)
    theme.choose(Choice(memory.now.theme))
    window = MainWindow()
    for part in (memory, theme):
        part.setParent(window)
    app.setWindowIcon(theme.icon("app"))
    targets: dict[str, QObject] = {}
    actions = Actions(window, targets, theme.icon)
    actions.draw_icons(OFFERED)
    actions.set_open(case is not None)
    welcome = Welcome([actions[id_] for id_ in OFFERED])
    welcome.show_recent(memory.recent)
    window.furnish(welcome, actions)
    window.restore_place(memory.layout[0])
    if case is not None:
        window.show_coming(case)
    return Front(window, theme, memory, actions, welcome, targets)
