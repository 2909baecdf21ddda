"""What an analyst judges of the whole case is reached from the menus, and lands in the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from tests.ui.window import Opened, opened
from ui.dialogs.conflict_choice import ConflictChoice
from ui.dialogs.figures_by_hand import FiguresByHand
from ui.dialogs.grade_sources import GradeSources
from ui.dialogs.method import MethodChoice
from ui.dialogs.own_convention import OwnConvention


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Opened]:
    with opened(monkeypatch, tmp_path / "own") as window:
        window.answers.case_path = tmp_path / "Aleppo.case"
        window.do("new_case")
        child(window.window, ConflictChoice).reject()
        yield window


@pytest.mark.parametrize(
    ("action", "dialog"),
    [
        ("figures_by_hand", FiguresByHand),
        ("grade_sources", GradeSources),
        ("method", MethodChoice),
        ("own_convention", OwnConvention),
    ],
)
def test_every_dialog_has_its_action(case: Opened, action: str, dialog: type[QDialog]) -> None:
    case.do(action)
    shown = child(case.window, dialog)
    assert shown.isVisible()
    assert shown.isModal()
    shown.reject()
    assert not shown.isVisible()


def test_the_own_convention_opens_over_the_method(case: Opened) -> None:
    case.do("method")
    method = child(case.window, MethodChoice)
    child(method, QPushButton, "editOwn").click()
    assert child(method, OwnConvention).isVisible()
    assert method.isVisible()
    child(method, OwnConvention).reject()
    method.reject()


def test_no_case_is_judged_where_none_is_open(case: Opened) -> None:
    case.do("close_case")
    actions = {action.objectName(): action for action in case.window.actions()}
    for id_ in ("figures_by_hand", "grade_sources", "method", "own_convention"):
        assert not actions[id_].isEnabled()
