"""Sides, and the actors who stand on them, as a tree into which an actor can be dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from workbench.model.actor import Actor, Side

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
_MIME = "application/x-casualty-workbench-actor"
_COLUMNS = ("Side, actor", "Kind", "Also called")


class ActorTree(QStandardItemModel):
    """Holds the register of a case; what is dropped or typed is asked for in a signal, never done here."""

    #: An actor's id and the id of the side it was dropped on, or None.
    moved = Signal(str, object)
    #: A side's id and its new name.
    renamed = Signal(str, str)

    def __init__(self, swatch: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        """Make an empty tree; `swatch` draws a side's colour."""
        super().__init__(0, len(_COLUMNS), parent)
        self._swatch = swatch
        self._sides: dict[str | None, QStandardItem] = {}
        self._actors: dict[str, QStandardItem] = {}
        self.setHorizontalHeaderLabels(list(_COLUMNS))

    def show(self, sides: Mapping[str, Side], actors: Mapping[str, Actor]) -> None:
        """Show a whole register."""
        self.removeRows(0, self.rowCount())
        self._sides.clear()
        self._actors.clear()
        for side in sides.values():
            self.put_side(side)
        self._add_side(None, "On no side")
        for actor in sorted(actors.values(), key=lambda a: a.name):
            self.put_actor(actor)

    def put_side(self, side: Side) -> None:
        """Show a side as it stands."""
        item = self._sides.get(side.id) or self._add_side(side.id, side.name)
        item.setIcon(self._swatch(side.colour))
        QStandardItemModel.setData(self, item.index(), side.name, Qt.ItemDataRole.EditRole)

    def put_actor(self, actor: Actor) -> None:
        """Show an actor where it stands."""
        row = self._taken(actor.id) or _row(actor)
        for item, text in zip(row, _texts(actor), strict=True):
            item.setText(text)
        self._actors[actor.id] = row[0]
        side = self._sides.get(actor.side) or self._sides[None]
        names = [side.child(n).text().casefold() for n in range(side.rowCount())]
        place = next((n for n, name in enumerate(names) if name > actor.name.casefold()), len(names))
        side.insertRow(place, row)

    def drop_actor(self, id_: str) -> None:
        """Show an actor no more."""
        self._taken(id_)
        self._actors.pop(id_, None)

    def index_of(self, actor_id: str) -> QModelIndex:
        """Return where an actor stands; invalid where it is not shown."""
        item = self._actors.get(actor_id)
        return item.index() if item else QModelIndex()

    def actor_at(self, index: Index) -> str | None:
        """Return the id of the actor at `index`, or None where a side stands there."""
        if not index.isValid() or not index.parent().isValid():
            return None
        id_ = index.sibling(index.row(), 0).data(ID)
        return id_ if isinstance(id_, str) else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        side, name = index.data(ID), str(value).strip()
        if name and name != index.data() and not index.parent().isValid():
            self.renamed.emit(side, name)
        return False

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = {id_ for index in indexes if (id_ := self.actor_at(index))}
        data.setData(_MIME, QByteArray("\n".join(sorted(ids)).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not data.hasFormat(_MIME) or not parent.isValid():
            return False
        place = parent.parent() if parent.parent().isValid() else parent
        side = place.sibling(place.row(), 0).data(ID)
        for id_ in bytes(data.data(_MIME).data()).decode().split():
            self.moved.emit(id_, side)
        return False

    def _add_side(self, id_: str | None, name: str) -> QStandardItem:
        item = QStandardItem(name)
        item.setData(id_, ID)
        item.setEditable(id_ is not None)
        item.setDragEnabled(False)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        rest = [QStandardItem() for _ in _COLUMNS[1:]]
        for cell in rest:
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.insertRow(self.rowCount() - (None in self._sides), [item, *rest])
        self._sides[id_] = item
        return item

    def _taken(self, actor_id: str) -> list[QStandardItem] | None:
        item = self._actors.get(actor_id)
        return item.parent().takeRow(item.row()) if item else None


def _row(actor: Actor) -> list[QStandardItem]:
    row = [QStandardItem() for _ in _COLUMNS]
    row[0].setData(actor.id, ID)
    for item in row:
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
    return row


def _texts(actor: Actor) -> tuple[str, str, str]:
    return actor.name, actor.kind.replace("_", " "), ", ".join(actor.aliases)
