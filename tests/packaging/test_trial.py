"""`.ci/packaging/windows/trial.py`: an installer that does not do what it should is named for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def trial(script: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    module = script("windows/trial.py")
    monkeypatch.setattr(module, "PATIENCE", 0)
    return module


class Windows:
    """Stand in for a Windows: what a command line does to the folder and to the registry."""

    def __init__(self, folder: Path, fails: str = "") -> None:
        self.folder, self.fails = folder, fails
        self.lines: list[str] = []
        self.installed = False

    def run(self, line: str) -> int:
        self.lines.append(line)
        if "/D=" in line and self.fails != "files":
            self.folder.mkdir(parents=True, exist_ok=True)
            for name in ("casualty-workbench-cli.exe", "uninstall.exe"):
                (self.folder / name).touch()
            self.installed = True
        if "uninstall.exe" in line and self.fails != "leftovers":
            for path in self.folder.iterdir():
                path.unlink()
            self.folder.rmdir()
            self.installed = False
        return 1 if self.fails and self.fails in line else 0

    def look(self, key: str) -> str:
        return f"    (Standard)    REG_SZ    {self.folder}" if self.installed and self.fails not in key else ""


def test_a_good_installer_is_installed_twice_tested_and_removed(trial: Any, tmp_path: Path) -> None:
    windows = Windows(tmp_path / "Prüf Ordner", fails="none of it")
    trial.attempt(tmp_path / "setup.exe", windows.folder, windows.run, windows.look)
    assert [line.rpartition('exe" ')[2].partition(" ")[0] for line in windows.lines] == [
        "/S",
        "/S",
        "--self-test",
        "/S",
    ]
    assert windows.lines[0].endswith(f"/D={windows.folder}")


@pytest.mark.parametrize(
    ("fails", "sentence"),
    [
        ("setup.exe", "install: the installer failed"),
        ("files", "holds no program"),
        ("Uninstall", "does not list the program"),
        ("shell", "a double click on a case"),
        ("--self-test", "fails its self-test"),
        ("uninstall.exe", "the uninstaller failed"),
        ("leftovers", "is still there"),
    ],
)
def test_what_goes_wrong_is_named(trial: Any, tmp_path: Path, fails: str, sentence: str) -> None:
    windows = Windows(tmp_path / "Prüf Ordner", fails)
    with pytest.raises(SystemExit, match=sentence):
        trial.attempt(tmp_path / "setup.exe", windows.folder, windows.run, windows.look)


def test_without_an_installer_it_asks_for_one(trial: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Say which installer"):
        trial.main([str(tmp_path / "missing.exe")])
