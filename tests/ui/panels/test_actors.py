"""An actor's side can be changed by drag, by list and by menu, and every view follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTreeView
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.fixtures import fill
from ui.models.actor_tree import ActorTree
from ui.panels.actors import ActorsPanel
from ui.session import Session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ActorsPanel:
    panel = ActorsPanel(session)
    qtbot.addWidget(panel)
    return panel


def tree(panel: ActorsPanel) -> tuple[QTreeView, ActorTree]:
    view = child(panel, QTreeView, "actorTree")
    model = view.model()
    assert isinstance(model, ActorTree)
    return view, model


def test_actors_appear_with_the_articles_that_name_them(panel: ActorsPanel, session: Session) -> None:
    view, model = tree(panel)
    assert model.rowCount() == 1
    fill(session)
    assert [model.index(row, 0).data() for row in range(3)] == ["Government", "Opposition", "On no side"]
    assert model.index_of("sy_hts").parent().data() == "Opposition"
    assert view.isExpanded(model.index(0, 0))


def test_a_drop_moves_the_actor_and_undo_brings_it_back(panel: ActorsPanel, session: Session) -> None:
    fill(session)
    _, model = tree(panel)
    data = model.mimeData([model.index_of("sy_hts")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert session.actors()["sy_hts"].side == "government"
    assert model.index_of("sy_hts").parent().data() == "Government"
    session.undo()
    assert model.index_of("sy_hts").parent().data() == "Opposition"


def test_the_list_shows_and_sets_the_side(panel: ActorsPanel, session: Session) -> None:
    fill(session)
    view, model = tree(panel)
    box = child(panel, QComboBox, "actorSide")
    assert not box.isEnabled()
    view.setCurrentIndex(model.index_of("sy_hts"))
    assert box.currentData() == "opposition"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert session.actors()["sy_hts"].side is None
    assert view.currentIndex() == model.index_of("sy_hts")
    assert session.undo_about() == ("edit_side_of_actor", "HTS")


def test_the_same_side_again_is_no_act(panel: ActorsPanel, session: Session) -> None:
    fill(session)
    view, model = tree(panel)
    before = session.undo_about()
    view.setCurrentIndex(model.index_of("sy_hts"))
    child(panel, QComboBox, "actorSide").activated.emit(2)
    assert session.undo_about() == before


def test_a_side_is_renamed(panel: ActorsPanel, session: Session) -> None:
    fill(session)
    _, model = tree(panel)
    model.setData(model.index(0, 0), "Assad’s forces")
    assert session.sides()["government"].name == "Assad’s forces"
    assert model.index(0, 0).data() == "Assad’s forces"
    assert child(panel, QComboBox, "actorSide").itemText(1) == "Assad’s forces"
    session.undo()
    assert model.index(0, 0).data() == "Government"
