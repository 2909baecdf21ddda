"""`python -m tests.accuracy` from end to end, on texts written here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy import __main__ as accuracy
from tests.accuracy import errors, names, paper, phrases
from tests.accuracy.scoring import handing, score
from tests.accuracy.table import GOALS, of_phrases, of_scores
from workbench import registers

SCORER = """
import sys
print("words_per_second 1")
for name in {names!r}:
    print(f"{{name}} {value} (n 3)")
"""


def beside(folder: Path, value: float) -> Path:
    """Make papers whose scorer finds every share to be `value`."""
    shared = folder / "shared"
    (shared / "tools").mkdir(parents=True)
    (shared / "data").mkdir()
    (shared / "tools" / "score.py").write_text(SCORER.format(names=list(GOALS), value=value), encoding="utf-8")
    wanted = {"effect": "killed", "unit": "persons", "modifier": "exact", "low": 9, "high": 9, "category": "civilian"}
    rows = [
        {"id": "a", "kind": "construction", "lang": "de", "text": "Neun Bauern starben.", "claims": [wanted]},
        {"id": "b", "kind": "trap", "lang": "de", "text": "Das Dorf liegt 9 Kilometer entfernt.", "claims": []},
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (shared / "data" / "phrases.jsonl").write_text(lines, encoding="utf-8")
    return shared


@pytest.mark.parametrize(("value", "code"), [(0.99, 0), (0.5, 1)])
def test_the_exit_code_tells_of_a_missed_goal(
    value: float, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "rows", lambda *_all: iter(()))
    assert accuracy.main([], beside(tmp_path, value)) == code
    printed = capsys.readouterr().out
    assert printed.splitlines()[0].split() == ["measure", "value", "goal", "n"]
    assert ("missed: de_claim_f1, " in printed) is bool(code)
    assert "phrases: category" in printed


def test_the_page_is_written_where_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    monkeypatch.setattr(names, "rows", lambda *_all: iter(()))
    monkeypatch.setattr(paper, "write", lambda rows: written.append(len(rows)))
    assert accuracy.main(["--write"], beside(tmp_path, 0.99)) == 0
    assert "Written: docs" in capsys.readouterr().out
    assert written[0] > len(GOALS)


def test_errors_are_shown_where_that_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = errors.Wrong(3, "x", "Ein Text.", "de_victims 0", ("killed 9–9",), ())
    monkeypatch.setattr(errors, "of_benchmark", lambda *_paths: iter([wrong]))
    accuracy.main(["--errors"], beside(tmp_path, 0.99))
    printed = capsys.readouterr().out
    assert "The worst 1 of 1 passages with something wrong" in printed
    assert "x (3 wrong): de_victims 0" in printed


def test_texts_that_are_not_there_are_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([], tmp_path / "shared") == 2
    assert "not on this machine" in capsys.readouterr().err


def test_an_unknown_word_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--all"], tmp_path) == 2
    assert "There is no --all" in capsys.readouterr().err


def test_a_scorer_that_fails_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shared = beside(tmp_path, 0.99)
    (shared / "tools" / "score.py").write_text("raise SystemExit('no passages')", encoding="utf-8")
    assert accuracy.main([], shared) == 1
    assert "could not be scored: no passages" in capsys.readouterr().err


def answer(passage: dict[str, Any]) -> dict[str, Any]:
    claims = [claim for claim in passage.get("claims", []) if "low" in claim]
    return {"id": passage["id"], "claims": [{**claim, "attribution": None} for claim in claims]}


@pytest.mark.reference
def test_the_page_has_a_row_for_every_measure_there_is(shared: Path, resources: Path, tmp_path: Path) -> None:
    benchmark = shared / "data" / "benchmark"
    lines = "".join(file.read_text(encoding="utf-8") for file in benchmark.glob("*.jsonl")).splitlines()
    labels = tmp_path / "labels.jsonl"  # whoever answers with the labels themselves is measured in every way
    labels.write_text("".join(f"{json.dumps(answer(json.loads(line)))}\n" for line in lines), encoding="utf-8")
    scored = of_scores(score(shared / "tools" / "score.py", benchmark, handing(labels)))
    listed = [
        [phrases.Judged(row, (), [(claim, None) for claim in row["claims"]]) for row in phrases.rows(path, kind)]
        for path in [shared / "data" / "phrases.jsonl"]
        for kind in ("construction", "trap")
    ]
    of_names = [*(data.measure for data in names.DATA_SETS), names.RE3D_CHAIN, names.RE3D_ALL]
    known = registers.load(resources / "registers")
    more = (*names.of_reference((), ()), *names.counts(resources, known))
    measures = [row.name for row in (*of_phrases(*listed), *scored)] + of_names + [row.name for row in more]
    assert paper.names_in(paper.PAPER.read_text(encoding="utf-8")) == measures
