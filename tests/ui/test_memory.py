"""What was chosen is there at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.memory import Memory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "settings.json"


def test_everything_comes_back(path: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    case.touch()
    memory = Memory(path)
    memory.keep_layout(b"\x00geometry", b"docks\xff")
    memory.keep_theme("dark")
    memory.keep_font_size(15)
    memory.keep_language("de")
    memory.remember(case)
    again = Memory(path)
    assert again.layout == (b"\x00geometry", b"docks\xff")
    assert (again.now.theme, again.now.font_size, again.recent) == ("dark", 15, [case])
    assert again.now.language == "de"
    assert again.case_folder == tmp_path
    assert again.folder() == path.parent


def test_a_first_start_knows_nothing(path: Path) -> None:
    memory = Memory(path)
    assert memory.layout == (b"", b"")
    assert memory.recent == []
    assert memory.case_folder == Path.home()


def test_a_case_that_went_is_not_offered(path: Path, tmp_path: Path) -> None:
    memory = Memory(path)
    memory.remember(tmp_path / "gone.case")
    assert memory.recent == []


def test_a_damaged_layout_is_no_layout(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"window": "no base64.at all"}', encoding="utf-8")
    assert Memory(path).layout == (b"", b"")


def test_a_place_that_cannot_be_written_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    memory = Memory(blocked / "settings.json")
    with qtbot.waitSignal(memory.problem) as told:
        memory.keep_theme("dark")
    assert "could not be saved" in (told.args or [""])[0]
    assert memory.now.theme == "dark"
    with qtbot.assertNotEmitted(memory.problem):
        memory.keep_theme("light")


def test_the_pipelines_that_were_chosen_are_remembered(path: Path) -> None:
    Memory(path).keep_pipelines(("de_own_sm",))
    assert Memory(path).now.pipelines == ("de_own_sm",)
