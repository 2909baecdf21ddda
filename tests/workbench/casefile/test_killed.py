from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from tests.workbench.casefile.killing import kill, make
from workbench.casefile.cipher import Key
from workbench.casefile.holding import beside

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


@pytest.mark.skipif(sys.platform == "win32", reason="the words of a killed process may come late there")
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path, key: Key | None) -> None:
    path, random = tmp_path / "a.case", Random()
    make(path, key)
    assert sum(kill(path, random) for _ in range(3)) >= 3
    assert not beside(path).exists()
