"""Whose sides a case takes over: the conflicts the program knows, and none yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from ui.named import named, spread, words
from ui.rich_lines import QUIET, add_line, rich_list
from workbench.conflicts import Conflict
from workbench.model.actor import Actor, Side

_WHAT = (
    "Which conflict is this case about? Its actors then stand on their sides from the first article on. You can move "
    "any actor later, and choose another conflict: what you moved stays."
)
_NONE = "None yet"
_NONE_SAYS = "The program proposes one once the articles make it clear."
_ID, _NAMES, _FOUND_BY = (Qt.ItemDataRole.UserRole + n for n in (10, 11, 12))
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ConflictChoice(QDialog):
    """A list that typing narrows; `chosen` is the conflict's id, empty for none, once it was accepted."""

    def __init__(
        self,
        conflicts: Iterable[Conflict],
        actors: Mapping[str, Actor],
        sides: Mapping[str, Side],
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflictChoice")
        self.setWindowTitle("Conflict and sides")
        self._search = named(QLineEdit(), "Conflict, country or party", "conflictSearch")
        self._search.setPlaceholderText("Type a conflict, a country or a party")
        self._list = rich_list("Conflicts", "conflicts")
        self._add("", _NONE, _NONE_SAYS, ("", ""))
        for conflict in sorted(conflicts, key=lambda conflict: conflict.name.casefold()):
            says = _sides_words(conflict, sides)
            parties = (actors[key] for key in conflict.stands if key in actors)
            known_by = " ".join(name for actor in parties for name in (actor.name, *actor.aliases))
            called = (f"{conflict.name_de} {' '.join(conflict.countries)}", known_by)
            self._add(conflict.id, f"{conflict.name} · {_years(conflict)}", says, called)
        wanted = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(wanted.Ok | wanted.Cancel)
        self._ok = buttons.button(wanted.Ok)
        self._current = current
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(words(_WHAT, wrap=True))
        layout.addWidget(self._search)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        self._search.textChanged.connect(self._narrow)
        self._search.installEventFilter(self)
        self._list.itemActivated.connect(self.accept)
        self._choose(current)
        self._search.setFocus()
        spread(self, 620, 520)

    @property
    def chosen(self) -> str:
        """The id of the conflict chosen, empty for none."""
        row = self._list.currentRow()
        return "" if row < 0 or self._list.item(row).isHidden() else str(self._list.item(row).data(_ID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and Qt.Key(event.key()) in _MOVES:
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    def _add(self, id_: str, name: str, says: str, called: tuple[str, str]) -> None:
        """Add a conflict with its other names, and those of its parties, by which it is found too."""
        html = f"<p><b>{escape(name)}</b></p><p style='color:{QUIET}'>{escape(says)}</p>"
        item = add_line(self._list, html, f"{name}: {says}", ruled=True)
        item.setData(_ID, id_)
        item.setData(_NAMES, f"{name} {called[0]}".casefold())
        item.setData(_FOUND_BY, f"{name} {' '.join(called)}".casefold())

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(n) for n in range(self._list.count())]

    def _choose(self, id_: str) -> None:
        found = (item for item in self._items() if item.data(_ID) == id_)
        self._list.setCurrentItem(next(found, self._list.item(0)))

    def _narrow(self, typed: str) -> None:
        """Show the conflicts that hold all the words typed, and choose the first, one of such a name before others.

        Where none holds them, nothing can be chosen; where nothing is typed any more, it is the one of before.
        """
        wanted = typed.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.data(_FOUND_BY) for word in wanted))
        shown = [item for item in self._items() if not item.isHidden()]
        called = (item for item in shown if all(word in item.data(_NAMES) for word in wanted))
        self._ok.setEnabled(bool(shown))
        if not wanted:
            self._choose(self._current)
        elif shown:
            self._list.setCurrentItem(next(called, shown[0]))


def _years(conflict: Conflict) -> str:
    until = f"–{conflict.until.year}" if conflict.until else " to this day"
    return f"{conflict.since.year}{until}"


def _sides_words(conflict: Conflict, sides: Mapping[str, Side]) -> str:
    """Return the sides of a conflict in the order in which they are drawn."""
    known = sorted({sides[key] for key in conflict.stands.values() if key in sides}, key=lambda side: side.position)
    return " · ".join(side.name for side in known)
