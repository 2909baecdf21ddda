from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from tests.conftest import ROOT
from ui.selftest import watch

#: Waits with Python's lock held, so that no thread of Python's can end it.
STUCK = "import ctypes; from ui.selftest import watch; watch.end_soon(0.05); ctypes.PyDLL(None).sleep(600)"


def test_a_step_that_hangs_ends_the_program_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    codes: list[int] = []
    gone = threading.Event()

    def leave(code: int) -> None:
        codes.append(code)
        gone.set()

    monkeypatch.setattr(os, "_exit", leave)
    with watch.ended("the moon", lines.append, 0):
        assert gone.wait(60)
    assert lines == ["✗   0.00 s  the moon: this did not end.", "Self-test FAILED."]
    assert codes == [1]


def test_a_step_that_ends_is_left_alone() -> None:
    before = threading.active_count()
    lines: list[str] = []
    with watch.ended("the sun", lines.append):
        assert threading.active_count() == before + 1
    assert lines == []


def test_what_a_step_raises_goes_on() -> None:
    with pytest.raises(KeyError), watch.ended("the sun", print):
        raise KeyError


@pytest.mark.skipif(sys.platform == "win32", reason="nothing sleeps by that name there")
def test_what_hangs_in_pythons_own_lock_ends_too() -> None:
    done = subprocess.run([sys.executable, "-c", STUCK], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "Timeout" in done.stderr
