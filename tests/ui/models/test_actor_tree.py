"""Actors stand on their sides, and dropping one asks for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from tests.ui.fixtures import ACTORS, SIDES
from ui.models.actor_tree import ActorTree
from workbench.model.actor import Actor

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def tree(qtbot: QtBot) -> ActorTree:
    tree = ActorTree(lambda _colour: QIcon())
    tree.show({side.id: side for side in SIDES}, {actor.id: actor for actor in ACTORS})
    return tree


def stand(tree: ActorTree) -> dict[str, list[str]]:
    tops = [tree.index(row, 0) for row in range(tree.rowCount())]
    return {top.data(): [tree.index(n, 0, top).data() for n in range(tree.rowCount(top))] for top in tops}


def test_every_actor_stands_on_its_side(tree: ActorTree) -> None:
    assert stand(tree) == {"Government": ["Syrian Army"], "Opposition": ["HTS"], "On no side": []}


def test_an_actor_moves_when_it_has_moved(tree: ActorTree) -> None:
    tree.put_actor(replace(ACTORS[1], side="government"))
    assert stand(tree)["Government"] == ["HTS", "Syrian Army"]
    tree.put_actor(replace(ACTORS[1], side=None))
    assert stand(tree) == {"Government": ["Syrian Army"], "Opposition": [], "On no side": ["HTS"]}
    tree.put_actor(Actor("new", "Anybody", "rebel", side="elsewhere"))
    assert stand(tree)["On no side"] == ["Anybody", "HTS"]
    tree.drop_actor("new")
    assert stand(tree)["On no side"] == ["HTS"]
    assert not tree.index_of("new").isValid()


@pytest.mark.parametrize("on_actor", [False, True])
def test_a_drop_asks_and_moves_nothing_itself(tree: ActorTree, qtbot: QtBot, on_actor: bool) -> None:
    data = tree.mimeData([tree.index_of("sy_hts")])
    government = tree.index(0, 0)
    target = tree.index(0, 1, government) if on_actor else government
    with qtbot.waitSignal(tree.moved) as moved:
        assert not tree.dropMimeData(data, MOVE, -1, -1, target)
    assert moved.args == ["sy_hts", "government"]
    assert stand(tree)["Opposition"] == ["HTS"]


def test_a_drop_beside_everything_or_of_a_side_is_nothing(tree: ActorTree, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tree.moved):
        tree.dropMimeData(tree.mimeData([tree.index_of("sy_hts")]), MOVE, -1, -1, QModelIndex())
        tree.dropMimeData(tree.mimeData([tree.index(0, 0)]), MOVE, -1, -1, tree.index(1, 0))
    assert not tree.flags(tree.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_new_name_is_asked_for(tree: ActorTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tree.renamed) as renamed:
        tree.setData(tree.index(0, 0), " Assad’s forces ")
    assert renamed.args == ["government", "Assad’s forces"]
    assert tree.index(0, 0).data() == "Government"
    tree.put_side(replace(SIDES[0], name="Assad’s forces"))
    assert tree.index(0, 0).data() == "Assad’s forces"
    with qtbot.assertNotEmitted(tree.renamed):
        tree.setData(tree.index(0, 0), "  ")


def test_what_stands_where(tree: ActorTree) -> None:
    actor = tree.index_of("sy_hts")
    assert tree.actor_at(actor) == "sy_hts"
    assert tree.actor_at(actor.siblingAtColumn(1)) == "sy_hts"
    assert tree.actor_at(tree.index(0, 0)) is None
    assert tree.actor_at(QModelIndex()) is None
