"""`make accuracy`: one table of how right the reading is; the exit code is 1 where a goal is missed.

``--errors`` prints the worst twenty errors as well, ``--write`` writes docs/accuracy.md.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.accuracy import errors, names, paper, phrases
from tests.accuracy.phrases import Judged
from tests.accuracy.scoring import ScoringFailed, keeping, score
from tests.accuracy.table import HEADER, Row, line, of_phrases, of_scores, summary
from tests.conftest import ROOT
from workbench import registers
from workbench.extraction.extractor import Extractor
from workbench.reckoning import conventions

SHARED = ROOT.parent / "shared"
_OPTIONS = ("--errors", "--write")


def main(words: Sequence[str], shared: Path = SHARED) -> int:
    """Measure, print, and where asked show the worst errors or write the page."""
    if unknown := [word for word in words if word not in _OPTIONS]:
        print(f"There is no {unknown[0]}: say --errors, --write, or nothing.", file=sys.stderr)
        return 2
    if not shared.is_dir():
        print(f"The texts to measure with are not on this machine: they belong into {shared}.", file=sys.stderr)
        return 2
    try:
        return _measure(words, shared)
    except ScoringFailed as problem:
        print(f"The benchmark could not be scored: {problem}", file=sys.stderr)
        return 1


def _measure(words: Sequence[str], shared: Path) -> int:
    """Measure all there is; return 1 where a goal is missed."""
    tool, benchmark = shared / "tools" / "score.py", shared / "data" / "benchmark"
    resources = ROOT / "resources"
    known = registers.load(resources / "registers")
    extractor = Extractor(known, resources, conventions.load(resources / "conventions" / "vague_numbers.tsv"))
    constructions, traps = _phrases(extractor, shared / "data" / "phrases.jsonl")
    with TemporaryDirectory(prefix="accuracy-") as folder:
        answers = Path(folder) / "answers.jsonl"
        scored = of_scores(score(tool, benchmark, keeping(answers)))
        rows = [*of_phrases(constructions, traps), *scored, *names.rows(shared, resources, extractor, known)]
        _show(rows)
        if "--errors" in words:
            wrong = [*errors.of_phrases((*constructions, *traps))]
            _show_errors([*wrong, *errors.of_benchmark(tool, benchmark, answers, Path(folder))])
    if "--write" in words:
        paper.write(rows)
        print(f"\nWritten: {paper.PAPER.relative_to(ROOT)}")
    return int(not all(row.met for row in rows))


def _phrases(extractor: Extractor, path: Path) -> tuple[list[Judged], list[Judged]]:
    """Read the list of phrases, and judge it."""
    constructions, traps = (
        [phrases.judged(extractor, row) for row in phrases.rows(path, kind)] for kind in ("construction", "trap")
    )
    return constructions, traps


def _show(rows: Sequence[Row]) -> None:
    print(line(HEADER))
    for row in rows:
        print(line(row.cells()))
    print(f"\n{summary(rows)}", flush=True)


def _show_errors(found: Sequence[errors.Wrong]) -> None:
    worst = errors.worst(found)
    print(f"\nThe worst {len(worst)} of {len(found)} passages with something wrong")
    for each in worst:
        print("\n" + "\n".join(each.lines()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
