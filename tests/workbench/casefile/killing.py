"""A process that makes corrections and says each as it is acknowledged, and what kills it at random moments.

``python -m tests.workbench.casefile.killing TIMES [encrypted]`` does so by hand.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from random import Random

from tests.conftest import ROOT
from tests.workbench.casefile.conftest import KEY
from tests.workbench.values import TEXT, article, document, findings
from workbench import acts, recording
from workbench.case import Case, Key, cipher, verify

#: So many acknowledged acts at most are waited for before the process is killed.
MOST = 40


def make(path: Path, key: Key | None = None) -> None:
    """Make a case with an article and two claims."""
    case = Case.create(path, "Ana", key=key)
    taken = article(case.reserve(1))
    case.apply(acts.import_article(taken, document()))
    case.apply(recording.record_findings(taken, findings(), case.reserve(recording.size_of(findings()))))
    case.close()


def key_to(path: Path) -> Key | None:
    """Return what opens a case that was made here."""
    return KEY if cipher.is_encrypted(path) else None


def correct(path: Path) -> None:
    """Correct, undo and import without end; print the number and the hash of each line once it is there."""
    case = Case.open(path, "Ben", key=key_to(path))
    for n in count(case.log(limit=1)[0].number):
        if n % 10 == 0:
            text = f"{TEXT} {n}"
            taken = article(case.reserve(1), text)
            case.apply(acts.import_article(taken, document(text)))
        elif n % 7 == 0:
            case.undo()
        else:
            case.apply(acts.edit_note(case.claims(1)[n % 2], f"Anmerkung {n} " + "x" * (n % 5000)))
        (line,) = case.log(limit=1)
        print(line.number, line.hash, flush=True)  # noqa: T201 - this is what is acknowledged


def kill(path: Path, random: Random) -> int:
    """Have a process correct the case, kill it some time after a random act; return how many it acknowledged.

    AssertionError where one of them is not there, or the case does not verify.
    """
    command = [sys.executable, "-m", "tests.workbench.casefile.killing", "correct", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(random.randint(1, MOST))]
        for _ in range(random.randint(0, 20_000)):
            pass  # a moment that falls anywhere within the next act
        process.kill()
        told += process.stdout.readlines()
    acknowledged = [line.split() for line in told if line.endswith("\n")]
    key = key_to(path)
    assert verify(path, key=key).faults == ()
    case = Case.open(path, "Ana", key=key)
    assert not case.refusal
    there = {str(line.number): line.hash for line in case.log(limit=10**9)}
    assert all(there[number] == digest for number, digest in acknowledged)
    assert int(acknowledged[-1][0]) <= len(there) <= int(acknowledged[-1][0]) + 1
    case.close()
    return len(acknowledged)


def main(words: list[str]) -> None:
    """Correct the case that is named, or kill whoever does as many times as are named."""
    if words[0] == "correct":
        correct(Path(words[1]))
    with tempfile.TemporaryDirectory() as folder:
        path, random = Path(folder) / "a.case", Random(6)
        make(path, KEY if "encrypted" in words else None)
        acknowledged = sum(kill(path, random) for _ in range(int(words[0])))
        print(f"killed {words[0]} times, {acknowledged} acknowledged acts, all there")  # noqa: T201 - the outcome


if __name__ == "__main__":
    main(sys.argv[1:])
