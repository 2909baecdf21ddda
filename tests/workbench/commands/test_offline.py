from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "__import__('urllib.request').request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_whoever_reaches_out_is_refused(attempt: str) -> None:
    program = f"from workbench.commands.offline import stay_offline; stay_offline(); import socket; {attempt}"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 1
    assert "This program opens no network connection" in result.stderr


def test_files_and_processes_are_no_network() -> None:
    program = (
        "import multiprocessing, pathlib; from workbench.commands.offline import stay_offline; stay_offline(); "
        "assert pathlib.Path('main.py').read_bytes(); multiprocessing.Queue().put(1)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
