from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.casefile import holding
from workbench.casefile.holding import HeldError, Holder, beside, hold, host, read

WHEN = "2026-01-01T00:00:00Z"
HOLD = """
import sys
from pathlib import Path
from workbench.casefile.holding import hold
held = hold(Path(sys.argv[1]), "Ben", "2026-01-01T00:00:00Z")
print("held", flush=True)
sys.stdin.read()
"""


def test_who_holds_a_case_is_told_until_it_is_let_go(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    held = hold(case, "Ana", WHEN)
    with pytest.raises(HeldError, match=r"Ana \(since 2026-01-01 00:00 UTC\)") as told:
        hold(case, "Ben", WHEN)
    assert told.value.holder == Holder("Ana", host(), os.getpid(), WHEN)
    held.release()
    held.release()
    assert not list(tmp_path.iterdir())
    again = hold(case, "Ben", WHEN)
    assert read(beside(case)).analyst == "Ben"
    again.release()


def test_what_a_killed_process_left_is_taken_over(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(case)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline().split() == [b"held"]
    with pytest.raises(HeldError, match="Ben"):
        hold(case, "Ana", WHEN)
    other.kill()
    other.wait()
    other.stdin.close()
    other.stdout.close()
    assert beside(case).exists()
    held = hold(case, "Ana", WHEN)
    assert read(beside(case)).analyst == "Ana"
    held.release()


@pytest.mark.parametrize(
    ("holder", "taken"),
    [
        (Holder("Ben", host(), 2**22 + 1, WHEN), True),
        (Holder("Ben", host(), os.getpid(), WHEN), False),
        (Holder("Ben", "elsewhere", 1, WHEN), False),
        (Holder(), True),
    ],
    ids=["dead", "alive", "of another computer", "of nobody"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="processes of others are not asked after there")
def test_where_a_drive_knows_no_locks_the_words_are_gone_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holder: Holder, taken: bool
) -> None:
    def no_locks(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    case = tmp_path / "a.case"
    monkeypatch.setattr(holding, "_lock", no_locks)
    with beside(case).open("wb") as file:
        holding._write(file.fileno(), holder)  # noqa: SLF001 - what another process would have written
    if taken:
        hold(case, "Ana", WHEN).release()
    else:
        with pytest.raises(HeldError, match="Ben"):
            hold(case, "Ana", WHEN)


@pytest.mark.parametrize("words", ["", "[" * 4000, '{"analyst": 1}', "\xff", '{"analyst":"","host":"","process":"x"}'])
def test_words_that_make_no_sense_name_nobody(tmp_path: Path, words: str) -> None:
    path = tmp_path / "a.case-lock"
    path.write_text(words, encoding="latin-1")
    assert read(path) == Holder()
    assert read(tmp_path / "nothing") == Holder()


def test_a_holder_is_told_in_words_that_fit_a_sentence() -> None:
    assert Holder().words == "Another window or program"
    assert Holder("Ben", "desk-2", 4, WHEN).words == "Ben on desk-2 (since 2026-01-01 00:00 UTC)"


def test_saying_what_the_computer_is_called_starts_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert host()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("COMPUTERNAME", "PC-ANA")
    assert host() == "PC-ANA"


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be taken away there")
def test_where_there_is_no_room_to_say_who_holds_it_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int, _holder: Holder) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(holding, "_write", full)
    with pytest.raises(OSError, match="No space"):
        hold(tmp_path / "a.case", "Ana", WHEN)
    assert not list(tmp_path.iterdir())
