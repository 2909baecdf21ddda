from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.workbench.casefile.killing import kill, make
from workbench.casefile.holding import beside


@pytest.mark.skipif(sys.platform == "win32", reason="the words of a killed process may come late there")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    path, random = tmp_path / "a.case", Random()
    make(path)
    assert sum(kill(path, random) for _ in range(4)) >= 4
    assert not beside(path).exists()
