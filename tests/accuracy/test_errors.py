"""Which passages are shown as the worst, and how."""

from __future__ import annotations

import json
from pathlib import Path

from tests.accuracy import errors
from tests.accuracy.errors import Wrong, worst
from tests.accuracy.phrases import Judged

#: Stands in for the scorer: a passage is wrong by as much as it says; each call leaves a mark.
SCORER = """
import json, pathlib, sys
folder, part = pathlib.Path(sys.argv[1]), sys.argv[3]
name = {"de": "bench_de", "counts": "bench_en_counts"}.get(part, "bench_en_sides")
rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
pathlib.Path(__file__).with_name("calls").open("a").write(f"{part} {len(rows)}\\n")
print(f"{part}_claim_f1 0.5 (P 1 R 1; tp 1 fp 0 fn {sum(row['wrong'] for row in rows)})")
"""


def passage(id_: str, wrong: int, **others: object) -> dict[str, object]:
    claims = [{"effect": "killed", "low": 9, "high": 9, "side": "Bauern"}]
    return {"id": id_, "text": f"Neun Bauern in {id_} starben.", "wrong": wrong, "claims": claims, **others}


def lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def found(tmp_path: Path) -> list[Wrong]:
    tool, folder, room = tmp_path / "score.py", tmp_path / "benchmark", tmp_path / "room"
    tool.write_text(SCORER, encoding="utf-8")
    folder.mkdir()
    room.mkdir()
    german = [passage("a", 0), passage("b", 0), passage("c", 2), passage("d", 0), passage("unread", 9)]
    counted: dict[str, object] = {"id": "e", "text": "x", "wrong": 1, "killed_low": 2, "killed_high": 3}
    (folder / "bench_de.jsonl").write_text(lines(german), encoding="utf-8")
    (folder / "bench_en_counts.jsonl").write_text(lines([counted]), encoding="utf-8")
    (folder / "bench_en_sides.jsonl").write_text(lines([passage("f", 0, kind="victim_groups")]), encoding="utf-8")
    claim = {"effect": "killed", "low": 8, "high": None, "attribution": {"start": 0, "end": 4}}
    figure = {"effect": "killed", "low": 1, "high": 1, "side": "government"}
    answers: list[dict[str, object]] = [{"id": each, "claims": [claim], "figures": [figure]} for each in "abcdef"]
    kept = tmp_path / "answers.jsonl"
    kept.write_text(lines(answers), encoding="utf-8")
    return list(errors.of_benchmark(tool, folder, kept, room))


def test_only_passages_with_something_wrong_are_asked_about_alone(tmp_path: Path) -> None:
    assert [(each.name, each.weight) for each in found(tmp_path)] == [("c", 2), ("e", 1)]
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert calls == ["de 4", "de 2", "de 2", "de 1", "de 1", "counts 1", "muc 1"]


def test_wanted_stands_beside_found(tmp_path: Path) -> None:
    german, counted = found(tmp_path)
    assert german.said == "de_claim_f1 0.5"
    assert list(german.wanted) == ["killed 9–9 (Bauern)"]
    assert list(german.found) == ["killed 8–None (Neun)"]
    assert (list(counted.wanted), list(counted.found)) == (["killed 2–3"], ["killed 1–1 (government)"])


def test_a_phrase_says_which_fields_are_wrong() -> None:
    wanted = {"effect": "killed", "unit": "persons", "modifier": "exact", "low": 9, "high": 9, "category": "civilian"}
    bad = Judged({"id": "a", "text": "Neun Bauern starben.", "claims": [wanted]}, (), ((wanted, None),))
    good = Judged({"id": "b", "text": "Es regnet.", "claims": []}, (), ())
    [entry] = errors.of_phrases([bad, good])
    assert (entry.name, entry.weight, entry.said) == ("phrases a", 3, "number and effect, modifier, category")
    assert list(entry.lines())[1:] == [
        "  text    Neun Bauern starben.",
        "  wanted  killed 9–9 (civilian, exact)",
        "  found   nothing",
    ]


def test_the_worst_come_first_and_no_more_than_twenty() -> None:
    many = [Wrong(n % 3, f"p{n:02}", "x" * 900, "", (), ()) for n in range(40)]
    shown = worst(many)
    assert len(shown) == 20
    assert [each.weight for each in shown[:14]] == [2] * 13 + [1]
    assert shown[0].name == "p02"
    assert max(map(len, shown[0].lines())) < 700
