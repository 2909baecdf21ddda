"""What is the program's own lies where each platform wants it, and in a place that is nobody else's."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from workbench.folders import cache, home, made, own

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a path of another system")


@POSIX
@pytest.mark.parametrize(
    ("platform", "environ", "settings", "logs", "running"),
    [
        (
            "linux",
            {"HOME": "/home/ana", "XDG_RUNTIME_DIR": "/run/user/7"},
            "/home/ana/.config/casualty-workbench",
            "/home/ana/.local/state/casualty-workbench/logs",
            "/run/user/7/casualty-workbench",
        ),
        (
            "linux",
            {"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s ü", "XDG_RUNTIME_DIR": "/r"},
            "/c/casualty-workbench",
            "/s ü/casualty-workbench/logs",
            "/r/casualty-workbench",
        ),
        (
            "linux",
            {"HOME": "/h", "XDG_CONFIG_HOME": "not/absolute", "XDG_STATE_HOME": "", "XDG_RUNTIME_DIR": "/r"},
            "/h/.config/casualty-workbench",
            "/h/.local/state/casualty-workbench/logs",
            "/r/casualty-workbench",
        ),
        (
            "darwin",
            {"HOME": "/Users/ana"},
            "/Users/ana/Library/Application Support/casualty-workbench",
            "/Users/ana/Library/Logs/casualty-workbench",
            "/Users/ana/Library/Application Support/casualty-workbench/running",
        ),
        (
            "win32",
            {"USERPROFILE": "/Users/Ana Ä", "LOCALAPPDATA": "/Users/Ana Ä/AppData/Local"},
            "/Users/Ana Ä/AppData/Local/casualty-workbench",
            "/Users/Ana Ä/AppData/Local/casualty-workbench/logs",
            "/Users/Ana Ä/AppData/Local/casualty-workbench/running",
        ),
        (
            "win32",
            {"USERPROFILE": "/Users/ana"},
            "/Users/ana/AppData/Local/casualty-workbench",
            "/Users/ana/AppData/Local/casualty-workbench/logs",
            "/Users/ana/AppData/Local/casualty-workbench/running",
        ),
    ],
)
def test_each_platform_has_its_places(
    platform: str, environ: dict[str, str], settings: str, logs: str, running: str
) -> None:
    folders = own(environ, platform)
    assert (folders.settings, folders.logs, folders.running) == (Path(settings), Path(logs), Path(running))


@POSIX
def test_without_a_home_all_of_it_is_the_spare_folder() -> None:
    folders = own({}, "linux")
    assert folders.spare == Path(tempfile.gettempdir(), f"casualty-workbench-{os.getuid()}")
    for folder in (folders.settings, folders.logs, folders.running):
        assert folder.is_relative_to(folders.spare)


def test_the_first_folder_that_takes_files_is_made(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    good = tmp_path / "Ordner mit Ü" / "deep"
    assert made([blocked / "below", blocked, good, tmp_path]) == good
    assert list(good.iterdir()) == [], "what was tried is gone"
    assert made([blocked]) is None
    assert made([]) is None


@POSIX
def test_a_folder_is_made_for_its_user_alone(tmp_path: Path) -> None:
    folder = made([tmp_path / "new"])
    assert folder is not None
    assert folder.stat().st_mode & 0o777 == 0o700


@POSIX
def test_a_folder_somebody_else_can_write_to_or_point_elsewhere_is_not_used(tmp_path: Path) -> None:
    shared, real, link = tmp_path / "shared", tmp_path / "real", tmp_path / "link"
    shared.mkdir()
    shared.chmod(0o777)
    real.mkdir()
    link.symlink_to(real)
    assert made([shared]) is None
    assert made([link]) is None
    assert made([real]) == real


@POSIX
def test_dialogs_begin_at_home_or_where_there_is_a_folder(tmp_path: Path) -> None:
    assert home({"HOME": str(tmp_path)}) == tmp_path
    assert home({"HOME": str(tmp_path / "gone")}) == Path("/")
    assert home({}) == Path("/")


@POSIX
@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/h"}, "/h/.cache/casualty-workbench"),
        ("linux", {"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "/c/casualty-workbench"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/casualty-workbench"),
        ("win32", {"USERPROFILE": "/u", "LOCALAPPDATA": "/l"}, "/l/casualty-workbench/cache"),
        ("win32", {"USERPROFILE": "/u"}, "/u/AppData/Local/casualty-workbench/cache"),
    ],
)
def test_what_can_be_made_anew_lies_where_caches_do(platform: str, environ: dict[str, str], folder: str) -> None:
    assert cache(environ, platform) == Path(folder)


def test_without_a_home_it_lies_in_the_spare_place() -> None:
    environ = {"USERNAME": "ana"}
    assert own(environ, "linux").spare in cache(environ, "linux").parents
