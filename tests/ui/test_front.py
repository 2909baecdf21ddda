"""What is seen first: it knows the settings and the menus, and of a case no more than its name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QPushButton, QTabBar

from tests.ui.find import child
from ui.actions import ENTRIES
from ui.application import application
from ui.front import OFFERED, Front, front
from ui.start import Start
from workbench.logs import Log


@pytest.fixture
def start(tmp_path: Path) -> Start:
    settings = {"recent": [str(tmp_path / "Homs.case"), str(tmp_path / "gone.case")], "theme": "dark"}
    (tmp_path / "Homs.case").touch()
    (tmp_path / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    return Start(tmp_path, None, Log(None))


@pytest.fixture
def first(start: Start, qapp: QApplication) -> Iterator[Front]:
    first = front(application(), start)
    yield first
    first.theme.choose(type(first.theme.choice).SYSTEM)
    first.window.close()
    first.window.deleteLater()


def test_the_welcome_page_stands_with_the_cases_opened_before(first: Front, tmp_path: Path) -> None:
    assert first.window.centralWidget() is not None
    assert first.welcome.isVisibleTo(first.window)
    recent = [button.text() for button in first.welcome.findChildren(QPushButton) if "·" in button.text()]
    assert recent == [f"Homs   ·   {tmp_path}"]
    assert not [first.actions[id_].icon().isNull() for id_ in OFFERED if first.actions[id_].icon().isNull()]
    assert first.window.menus["File"].actions()


def test_it_wears_the_theme_that_was_chosen(first: Front) -> None:
    assert first.theme.choice == "dark"


def test_what_needs_a_case_is_not_at_hand(first: Front) -> None:
    at_hand = {entry.id for entry in ENTRIES if first.actions[entry.id].isEnabled()}
    assert at_hand == {entry.id for entry in ENTRIES if not entry.needs}


def test_the_recent_cases_stay_where_they_are_offered_again(first: Front) -> None:
    before = first.welcome.findChildren(QPushButton)
    first.welcome.show_recent(first.memory.recent)
    assert first.welcome.findChildren(QPushButton) == before


def test_a_case_that_comes_has_its_frame_and_nothing_in_it(start: Start, qapp: QApplication, tmp_path: Path) -> None:
    waiting = front(application(), start, tmp_path / "Homs.case")
    window = waiting.window
    assert not waiting.welcome.isVisibleTo(window)
    assert window.windowTitle().startswith("Homs")
    assert not child(window, QTabBar, "workspaces").isEnabled()
    assert not child(window, QLabel, "proposed").isVisibleTo(window)
    assert waiting.actions["next"].isEnabled(), "a key that is pressed early waits for the case"
    assert window.workspace == 0
    assert not window.findChildren(QDockWidget)
    waiting.theme.choose(type(waiting.theme.choice).SYSTEM)
    window.close()
    window.deleteLater()
