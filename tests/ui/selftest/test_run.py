from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from ui import app
from ui.selftest.run import carry_out
from ui.selftest.steps import LAST, STEPS, paint
from ui.selftest.walk import SelfTestFailed, Walk
from ui.selftest.witness import Witness
from workbench.errors import BadResource


def start(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--self-test", *arguments],
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_passes_from_source_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    result = start(tmp_path / "home", "--to", str(tmp_path / "lines.txt"))
    assert result.returncode == 0, result.stdout + result.stderr
    lines = result.stdout.splitlines()
    for words, _ in STEPS:
        assert [line for line in lines if line.startswith("✓") and f"  {words}: " in line], words
    assert LAST in lines[-2]
    assert lines[-1].startswith("Self-test passed in ")
    assert (tmp_path / "lines.txt").read_text(encoding="utf-8").splitlines() == lines
    assert list((tmp_path / "home").iterdir()) == []


def test_it_can_stop_at_the_painted_window(tmp_path: Path) -> None:
    result = start(tmp_path, "--until", "painted")
    assert result.returncode == 0, result.stderr
    assert [line[12:35] for line in result.stdout.splitlines()[1:3]] == [
        "the window is built: se",
        "the window is painted: ",
    ]


def test_it_is_no_word_for_the_help(tmp_path: Path) -> None:
    line = [sys.executable, str(ROOT / "main.py"), "--help"]
    assert "self-test" not in subprocess.run(line, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (SelfTestFailed("No moon."), "The moon: No moon."),
        (BadResource("A lexicon is missing."), "A lexicon is missing."),
        (ImportError("No module named 'moon'"), "ImportError: No module named 'moon'\nCasualty Workbench: report"),
    ],
)
def test_a_step_that_fails_is_told_and_is_the_last(
    error: Exception, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    lines: list[str] = []

    def fail(_: Walk) -> str:
        raise error

    steps = (("it is painted", paint), ("the moon", fail), ("the sun", paint))
    assert not carry_out(steps, tmp_path, Witness(tmp_path), lines.append)
    assert len(lines) == 3
    assert lines[1].startswith("✓")
    assert lines[2].startswith("✗")
    assert told.removeprefix("The moon: ") in lines[2]


def test_a_window_that_cannot_be_built_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: object, **_others: object) -> None:
        raise BadResource("sides.tsv is missing. Install the program again.")

    monkeypatch.setattr(app, "build", build)
    lines: list[str] = []
    assert not carry_out(STEPS, tmp_path, Witness(tmp_path), lines.append)
    assert [line[12:] for line in lines] == ["the window is built: sides.tsv is missing. Install the program again."]
