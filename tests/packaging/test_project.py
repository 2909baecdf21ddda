from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import ROOT
from workbench.version import VERSION


@pytest.fixture
def project(script: Callable[[str], Any]) -> Any:
    return script("project.py")


def test_the_version_is_that_of_the_program(project: Any) -> None:
    assert project.version() == project.version(ROOT) == VERSION


def test_the_time_is_the_one_given_or_that_of_the_last_commit(
    project: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(_line: list[str], *, cwd: Path, **_others: object) -> SimpleNamespace:
        return SimpleNamespace(stdout="1700000000\n" if cwd == ROOT else "")

    monkeypatch.setattr(project.subprocess, "run", git)
    assert project.epoch({"SOURCE_DATE_EPOCH": "1234567890"}) == 1_234_567_890
    assert project.epoch({}) == 1_700_000_000
    (tmp_path / "pyproject.toml").touch()
    os.utime(tmp_path / "pyproject.toml", (5, 5))
    assert project.epoch({}, tmp_path) == 5, "no commits there"


def test_no_other_script_asks_for_them(project: Any) -> None:
    scripts = [path for path in (ROOT / ".ci" / "packaging").rglob("*.py") if path.name != "project.py"]
    texts = {path.name: path.read_text(encoding="utf-8") for path in scripts}
    asking = [name for name, text in texts.items() if '["project"]["version"]' in text or "--format=%ct" in text]
    assert asking == []
