"""Actors and sides: drag an actor to a side, or choose its side, and every figure follows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QMenu, QTreeView, QVBoxLayout, QWidget

from ui.models.actor_tree import ActorTree
from ui.named import named, words
from ui.session import Session
from ui.swatch import swatch
from workbench import acts
from workbench.changes import Change
from workbench.model.actor import BOTH_SIDES, Actor, Side

_NAME = "actorTree"
_WHAT = (
    "Who fights on which side in this case. Drag an actor to a side, or choose the side below; every figure follows. "
    "F2 renames a side."
)
_EMPTY = "The case knows no actors yet. They come with the articles that name them."


class ActorsPanel(QWidget):
    """Shows the case's register of actors by side."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model = ActorTree(swatch, self)
        self._tree = self._make_tree()
        self._actor = words("No actor chosen", "muted")
        self._side = named(QComboBox(), "Side of the chosen actor", "actorSide")
        self._note = words(_EMPTY, "muted", wrap=True)
        self._lay_out()
        self._model.moved.connect(self._move)
        self._model.renamed.connect(self._rename)
        self._side.activated.connect(lambda: self._move(self._chosen(), self._side.currentData()))
        self._tree.selectionModel().currentChanged.connect(self._show_chosen)
        session.opened.connect(self._reload)
        session.changed.connect(self._follow)
        self._reload()

    def _make_tree(self) -> QTreeView:
        tree = named(QTreeView(), "Actors by side", _NAME)
        tree.setModel(self._model)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed | QTreeView.EditTrigger.DoubleClicked)
        tree.setExpandsOnDoubleClick(False)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._menu)
        tree.setColumnWidth(0, 420)
        tree.setColumnWidth(1, 160)
        tree.setUniformRowHeights(True)
        return tree

    def _lay_out(self) -> None:
        self.setFocusProxy(self._tree)
        choice = QHBoxLayout()
        choice.addWidget(self._actor, 1)
        choice.addWidget(words("Side", "muted"))
        choice.addWidget(self._side)
        self._side.setMinimumWidth(220)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(words("Actors and sides", "heading"))
        layout.addWidget(words(_WHAT, "muted", wrap=True))
        layout.addWidget(self._note)
        layout.addWidget(self._tree, 1)
        layout.addLayout(choice)

    def _reload(self) -> None:
        actors = self._session.actors()
        self._model.show(self._session.sides(), actors)
        self._tree.expandAll()
        self._note.setVisible(not actors)
        self._offer_sides()

    def _offer_sides(self) -> None:
        self._side.clear()
        self._side.addItem("on no side", None)
        for side in self._session.sides().values():
            self._side.addItem(swatch(side.colour), side.name, side.id)
        self._show_chosen(self._tree.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            for side in self._session.sides().values():
                self._model.put_side(side)
            self._offer_sides()

    def _follow(self, change: Change) -> None:
        kinds = {edit.kind for edit in change.edits}
        if "side" in kinds and any(isinstance(e.value, Side) and None in (e.before, e.after) for e in change.edits):
            self._reload()
            return
        for value in (edit.after for edit in change.edits):
            if isinstance(value, Side):
                self._model.put_side(value)
        if "side" in kinds:
            self._offer_sides()
        if "actor" in kinds:
            self._follow_actors(change)

    def _follow_actors(self, change: Change) -> None:
        chosen = self._chosen()
        for edit in change.edits:
            if isinstance(edit.after, Actor):
                self._model.put_actor(edit.after)
            elif isinstance(edit.before, Actor):
                self._model.drop_actor(edit.before.id)
        self._tree.expandAll()
        if chosen:
            self._tree.setCurrentIndex(self._model.index_of(chosen))
        self._note.setVisible(not self._session.actors())

    def _chosen(self) -> str | None:
        return self._model.actor_at(self._tree.currentIndex())

    def _show_chosen(self, index: QModelIndex) -> None:
        actor = self._session.actors().get(self._model.actor_at(index) or "")
        self._actor.setText(actor.name if actor else "No actor chosen")
        self._side.setEnabled(actor is not None)
        self._side.setCurrentIndex(max(0, self._side.findData(actor.side)) if actor else -1)

    def _move(self, actor_id: str | None, side: str | None) -> None:
        actor = self._session.actors().get(actor_id or "")
        if actor is not None and side != actor.side:
            self._session.apply(acts.edit_side_of_actor(actor, side))

    def _rename(self, side_id: str, name: str) -> None:
        side = self._session.sides()[side_id]
        self._session.apply(acts.edit_value("rename_side", side, replace(side, name=name), side.name))

    def _menu(self, at: QPoint) -> None:
        actor_id = self._model.actor_at(self._tree.indexAt(at))
        if actor_id is None:
            return
        menu = QMenu(self)
        for side in self._session.sides().values():
            if side.id != BOTH_SIDES:
                action = menu.addAction(swatch(side.colour), f"Move to {side.name}")
                action.setData(side.id)
        menu.addSeparator()
        menu.addAction("On no side")
        chosen = menu.exec(self._tree.viewport().mapToGlobal(at))
        if chosen is not None:
            self._move(actor_id, chosen.data())
        menu.deleteLater()
