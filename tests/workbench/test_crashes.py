"""A crash in a library is told at the next start, without a word of the case."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.crashes import Watch, left, short

MARK = "Zwrkxqpton"
#: Holds a word in a variable, in the name of a thread and in an error, and ends as the last line says.
PROGRAM = f"""
import faulthandler, os, signal, sys, threading
from pathlib import Path
from workbench.crashes import Watch
watch = Watch(Path(sys.argv[1]))
text = "{MARK}"
threading.Thread(target=threading.Event().wait, name=text, daemon=True).start()
def read(words):
    try:
        raise ValueError(words)
    except ValueError:
        exec(sys.argv[2])
read(text)
"""


def end(folder: Path, how: str) -> int:
    command = [sys.executable, "-c", PROGRAM, str(folder), how]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert MARK.encode() not in ended.stderr
    return ended.returncode


@pytest.mark.parametrize("how", ["faulthandler._sigsegv()", "os.abort()"])
def test_a_crash_is_told_once(tmp_path: Path, how: str) -> None:
    assert end(tmp_path, how) != 0
    (file,) = tmp_path.iterdir()
    assert MARK.encode() not in file.read_bytes()
    (report,) = left(tmp_path)
    assert report.startswith("Casualty Workbench: report on a crash\n")
    assert "Fatal Python error: " in report
    assert MARK not in report
    assert str(ROOT) not in report
    assert left(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_report_says_where_it_was(tmp_path: Path) -> None:
    end(tmp_path, "faulthandler._sigsegv()")
    (report,) = left(tmp_path)
    assert "Segmentation fault" in report
    assert "  <string>:" in report
    assert " in read\n" in report


def test_an_end_as_it_should_be_leaves_nothing(tmp_path: Path) -> None:
    assert end(tmp_path, "watch.end()") == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed as abruptly there")
def test_what_was_killed_has_nothing_to_tell(tmp_path: Path) -> None:
    assert end(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)") == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    assert left(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    was = faulthandler.is_enabled()
    watch = Watch(tmp_path)
    yield watch
    watch.end()
    if was:
        faulthandler.enable()


def test_a_window_that_still_runs_is_left_alone(tmp_path: Path, watch: Watch) -> None:
    (file,) = tmp_path.iterdir()
    assert file.name.startswith(str(os.getpid()))
    assert left(tmp_path) == []
    assert file.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00" * 500,
        f'head\n{MARK}\n  File "{MARK}\n{MARK} (most recent call first):\n'.encode(),
        b"head\n" + f"Fatal Python error: {MARK}: <b>\n".encode() * 90_000,
    ],
)
def test_what_no_crash_wrote_is_not_passed_on(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "123.running").write_bytes(content)
    told = "".join(left(tmp_path))
    assert MARK not in told
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_has_nothing_to_tell(tmp_path: Path) -> None:
    assert left(tmp_path / "gone") == []


def test_paths_do_not_name_the_analyst() -> None:
    assert short(str(ROOT / "ui" / "app.py")) == "ui/app.py"
    assert short("/home/ana/venv/lib/python3.12/site-packages/spacy/language.py") == "site-packages/spacy/language.py"
