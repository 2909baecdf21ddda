"""What is cut off in the midst of its files leaves the case as it was, or as it was to be, and nothing beside it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="no process begins as another is there")
def test_what_is_cut_off_at_any_file_leaves_a_case_that_verifies() -> None:
    command = [sys.executable, "-m", "tests.workbench.casefile.cutting", "5"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    cuts = [int(word) for word in done.stdout.split() if word.isdecimal()]
    assert len(cuts) == 8
    assert min(cuts) >= 1
