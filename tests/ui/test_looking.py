"""Who asked last for the whole case to be reckoned goes on once it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.looking import Looking
from workbench.errors import NotACaseFile


class Steps:
    """Two steps, begun as often as somebody looks."""

    def __init__(self, error: bool = False) -> None:
        self.begun, self.known, self._error = 0, False, error

    def __call__(self) -> Iterator[float]:
        self.begun += 1
        yield 0.5
        if self._error:
            raise NotACaseFile("It cannot be read.")
        self.known = True


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def looking(steps: Steps, owner: QObject, *, small: bool) -> tuple[Looking, list[object]]:
    heard: list[object] = []
    look = Looking(steps, lambda: steps.known, heard.append, owner)
    look.slices.at_once = 1 if small else 0
    look.slices.each, look.slices.least = 0, 1
    look.told.connect(heard.append)
    return look, heard


def test_a_small_case_is_looked_at_at_once(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    look, heard = looking(steps, owner, small=True)
    with qtbot.assertNotEmitted(look.done):
        look.then(lambda: heard.append("one"))
        look.then(lambda: heard.append("two"))
    assert heard == ["one", "two"]
    assert steps.begun == 1


def test_who_waits_hears_how_far_it_is_and_goes_on_then(owner: QObject, qtbot: QtBot) -> None:
    steps = Steps()
    look, heard = looking(steps, owner, small=False)
    with qtbot.waitSignal(look.done):
        look.begin()
        look.then(lambda: heard.append("one"))
        look.then(lambda: heard.append("two"))
        assert heard == []
    qtbot.waitUntil(lambda: "two" in heard)
    assert [word for word in heard if word != 0.5] == [None, "two"], "who asked before has given up"
    assert steps.begun == 1


@pytest.mark.parametrize("error", [False, True], ids=["stopped", "failed"])
def test_who_waits_in_vain_never_goes_on(owner: QObject, qtbot: QtBot, error: bool) -> None:
    look, heard = looking(Steps(error), owner, small=False)
    look.then(lambda: pytest.fail("went on"))
    if not error:
        look.stop()
    qtbot.waitUntil(lambda: not look.slices.is_busy)
    assert ("It cannot be read." in heard) is error
