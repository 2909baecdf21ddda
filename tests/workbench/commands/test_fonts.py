from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.commands.fonts import VARIABLE, keep_list_of_fonts

HOME = "USERPROFILE" if sys.platform == "win32" else "HOME"


def test_the_list_lies_in_the_programs_own_folder(tmp_path: Path) -> None:
    environ = {HOME: str(tmp_path)}
    keep_list_of_fonts(environ)
    assert Path(environ[VARIABLE]).is_dir()
    assert tmp_path in Path(environ[VARIABLE]).parents


def test_what_the_environment_says_counts(tmp_path: Path) -> None:
    environ = {HOME: str(tmp_path), VARIABLE: "/elsewhere"}
    keep_list_of_fonts(environ)
    assert environ[VARIABLE] == "/elsewhere"


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a folder of a user's own, as POSIX has them")
def test_where_nothing_can_be_written_matplotlib_finds_a_place_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("workbench.folders.tempfile.gettempdir", lambda: str(tmp_path / "file"))
    environ = {HOME: str(tmp_path / "file")}
    keep_list_of_fonts(environ)
    assert VARIABLE not in environ
