"""The benchmark's scorer beside the project, called as a program: it alone says what is right."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

_LINE = re.compile(r"(\w+) (\d+(?:\.\d+)?)(?: (.*))?")
_SIZE = re.compile(r"\(n (\d+)\)")
_PAIRS = re.compile(r"\b([A-Za-z]+) (\d+(?:\.\d+)?)")
#: Not a share, and nothing that says how right the reading is.
_SPEED = "words_per_second"
PYTHON = (sys.executable, "-m")
PROGRAM = (sys.executable, "main.py", "extract", "--jsonl")


class ScoringFailed(Exception):
    """The scorer did not end well; the sentence is its own."""


@dataclass(frozen=True, slots=True)
class Score:
    """A line of the scorer: NAME VALUE, then in `others` what it adds (``P``, ``R``, ``tp``, ``precision``)."""

    name: str
    value: float
    n: int | None
    others: dict[str, float]

    @property
    def wrong(self) -> int:
        """How many things this line counts as wrong, so that passages can be ranked; shares of shares count none."""
        if "fp" in self.others:
            return round(self.others["fp"] + self.others["fn"])
        derived = self.name.endswith(("_passage_exact", "_ge2")) and not self.name.startswith("muc")
        return 0 if derived or self.n is None else round((1 - self.value) * self.n)


def parsed(output: str) -> Iterator[Score]:
    """Yield the lines of the scorer that hold a figure, its speed left out."""
    for found in filter(None, map(_LINE.fullmatch, output.splitlines())):
        name, value, more = found[1], float(found[2]), found[3] or ""
        if name != _SPEED:
            size = _SIZE.search(more)
            others = {key: float(figure) for key, figure in _PAIRS.findall(_SIZE.sub("", more))}
            there = int(others["tp"] + others["fn"]) if "tp" in others else None
            yield Score(name, value, int(size[1]) if size else there, others)


def score(tool: Path, folder: Path, command: Sequence[str] = PROGRAM, *, only: str = "") -> list[Score]:
    """Run the scorer on the passages of `folder`, answered by `command`."""
    line = [sys.executable, str(tool), str(folder), *(("--only", only) if only else ()), "--", *command]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL)
    if done.returncode:
        raise ScoringFailed(done.stderr.strip() or f"{tool.name} ended with {done.returncode}")
    return list(parsed(done.stdout))


def keeping(file: Path) -> list[str]:
    """Return the command that runs the program and keeps its answers in `file`."""
    return [*PYTHON, "tests.accuracy.replay", "keep", str(file), *PROGRAM]


def handing(file: Path) -> list[str]:
    """Return the command that answers with what `file` keeps."""
    return [*PYTHON, "tests.accuracy.replay", "hand", str(file)]
