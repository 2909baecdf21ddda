"""A few of the files that `fuzzing` spoils by the thousand; a crash or a hang is that of another process."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

COUNT = 30


def test_a_spoilt_case_is_refused_in_a_sentence_or_works() -> None:
    command = [sys.executable, "-m", "tests.workbench.casefile.fuzzing", "some", "0", str(COUNT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    told = done.stdout.splitlines()
    assert len(told) == COUNT
    assert [line for line in told if line.startswith("FAULT")] == []
    assert {line.split(": ")[1] for line in told} >= {"refused", "good"}
