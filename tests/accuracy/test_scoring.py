"""Calling the scorer, reading its lines, and keeping answers for it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy import replay
from tests.accuracy.scoring import PROGRAM, Score, ScoringFailed, handing, keeping, parsed, score
from tests.conftest import ROOT

OUTPUT = """words_per_second 900 (3 passages, start-up included)
de_claim_f1 0.800 (P 1.000 R 0.667; tp 4 fp 0 fn 2)
de_passage_exact 0.500 (n 4)
de_victims 0.750 (n 4)
de_subset_recall 0.500 precision 0.250 (n 2)
a line that is no figure
en_killed_isaf_ge2 0.500 (n 2)
muc_group_recall_ge2 0.900 (n 10)
"""
#: Stands in for the scorer: it runs COMMAND on one passage and prints how often it answered with a number of nine.
SCORER = """
import json, pathlib, subprocess, sys
rows = pathlib.Path(sys.argv[1], "bench_de.jsonl").read_text(encoding="utf-8")
command = sys.argv[sys.argv.index("--") + 1:]
done = subprocess.run(command, input=rows, capture_output=True, encoding="utf-8")
if done.returncode:
    sys.exit("COMMAND failed")
answers = [json.loads(line) for line in done.stdout.splitlines()]
nines = sum(claim["value"] == 9 for answer in answers for claim in answer["claims"])
print("words_per_second 1")
print(f"de_victims {nines / len(rows.splitlines()):.3f} (n {len(rows.splitlines())})")
"""


def of(name: str) -> Score:
    return next(each for each in parsed(OUTPUT) if each.name == name)


def test_every_figure_but_the_speed_is_read() -> None:
    names = [each.name for each in parsed(OUTPUT)]
    assert names == [
        "de_claim_f1",
        "de_passage_exact",
        "de_victims",
        "de_subset_recall",
        "en_killed_isaf_ge2",
        "muc_group_recall_ge2",
    ]


def test_a_line_has_its_value_its_number_and_what_it_adds() -> None:
    assert of("de_claim_f1") == Score("de_claim_f1", 0.8, 6, {"P": 1, "R": 0.667, "tp": 4, "fp": 0, "fn": 2})
    assert of("de_subset_recall") == Score("de_subset_recall", 0.5, 2, {"precision": 0.25})
    assert (of("de_victims").value, of("de_victims").n) == (0.75, 4)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("de_claim_f1", 2),
        ("de_victims", 1),
        ("de_subset_recall", 1),
        ("muc_group_recall_ge2", 1),
        ("de_passage_exact", 0),
        ("en_killed_isaf_ge2", 0),
    ],
)
def test_what_a_line_counts_as_wrong_is_counted_once(name: str, wrong: int) -> None:
    assert of(name).wrong == wrong


@pytest.fixture
def scorer(tmp_path: Path) -> Path:
    tool = tmp_path / "score.py"
    tool.write_text(SCORER, encoding="utf-8")
    (tmp_path / "bench_de.jsonl").write_text(
        '{"id": "a", "lang": "de", "text": "Neun Bauern starben."}\n'
        '{"id": "b", "lang": "de", "text": "Acht Bauern starben."}\n',
        encoding="utf-8",
    )
    return tool


def test_the_program_is_scored_and_its_answers_are_kept(scorer: Path) -> None:
    kept = scorer.parent / "answers.jsonl"
    [first] = score(scorer, scorer.parent, keeping(kept))
    assert (first.name, first.value, first.n) == ("de_victims", 0.5, 2)
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 2
    assert score(scorer, scorer.parent, handing(kept)) == [first]


def test_a_scorer_that_fails_says_why(scorer: Path) -> None:
    with pytest.raises(ScoringFailed, match="COMMAND failed"):
        score(scorer, scorer.parent, (sys.executable, "-c", "raise SystemExit(3)"))
    scorer.write_text("raise SystemExit(4)", encoding="utf-8")
    with pytest.raises(ScoringFailed, match=r"score\.py ended with 4"):
        score(scorer, scorer.parent, only="de")


def test_answers_are_added_to_those_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(b"ask")

    kept, out = tmp_path / "a.jsonl", io.BytesIO()
    kept.write_bytes(b"before\n")
    monkeypatch.setattr(sys, "stdin", Standard())
    monkeypatch.setattr(sys, "stdout", type("Out", (), {"buffer": out}))
    echo = "import sys; print(sys.stdin.read())"
    assert replay.main(["keep", str(kept), sys.executable, "-c", echo]) == 0
    assert kept.read_text(encoding="utf-8").split() == ["before", "ask"]
    assert replay.main(["hand", str(kept)]) == 0
    assert out.getvalue().split() == [b"ask", b"before", b"ask"]


def test_the_program_is_started_as_anyone_would(tmp_path: Path) -> None:
    asked = b'{"id": "a", "text": "Neun Bauern starben.", "lang": "de"}\n'
    done = subprocess.run([*PROGRAM, "--jobs", "1"], cwd=ROOT, input=asked, capture_output=True, check=True)
    assert b'"value":9' in done.stdout
