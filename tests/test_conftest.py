"""The guards around every test, shown to bite: a house of three careless tests, run apart."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CARELESS = """
import threading
from PySide6.QtWidgets import QWidget

KEPT = []

def test_leaves_a_thread():
    stop = threading.Event()
    threading.Thread(target=stop.wait, daemon=True).start()

def test_leaves_a_widget(qapp):
    KEPT.append(QWidget())

def test_warns():
    import warnings
    warnings.warn("old", DeprecationWarning)

def test_tidies_up(qtbot):
    qtbot.addWidget(QWidget())
    thread = threading.Thread(target=int)
    thread.start()
"""


def test_careless_tests_fail(tmp_path: Path) -> None:
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    line = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [*line, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert "left threads running" in done.stdout
    assert "left widgets open" in done.stdout
    assert "1 failed, 3 passed, 2 errors" in done.stdout


def test_the_network_is_out_of_reach() -> None:
    with pytest.raises(AssertionError, match="reached for the network"):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="reached for the network"):
        socket.getaddrinfo("localhost", 80)
    with pytest.raises(AssertionError, match="reached for the network"), socket.socket() as line:
        line.connect(("127.0.0.1", 9))
