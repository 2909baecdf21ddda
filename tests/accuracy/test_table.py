"""Goals met and missed, the table, and the page that is written of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy import paper
from tests.accuracy.phrases import Judged
from tests.accuracy.scoring import Score
from tests.accuracy.table import GOALS, HEADER, Row, line, of_phrases, of_scores, summary
from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.span import Span

NINE = Claim(1, 0, Effect.KILLED, Quantity(9, 9, 9, 9, Modifier.EXACT), Span(0, 4))
WANTED = {"effect": "killed", "unit": "persons", "modifier": "exact", "low": 9, "high": 9}
RIGHT = Judged({"id": "a", "claims": [WANTED]}, (NINE,), ((WANTED, NINE),))
WRONG = Judged({"id": "b", "claims": [WANTED]}, (), ((WANTED, None),))
TRAP = Judged({"id": "c", "claims": []}, (), ())


@pytest.mark.parametrize(
    ("row", "met", "verdict"),
    [
        (Row("a", 0.93, 0.93), True, "met"),
        (Row("a", 0.929, 0.93), False, "MISSED"),
        (Row("a", None, 0.93), False, "MISSED"),
        (Row("a", 0.1), True, ""),
    ],
)
def test_a_goal_is_met_or_missed(row: Row, met: bool, verdict: str) -> None:
    assert row.met is met
    assert row.cells()[-1] == verdict


def test_a_row_says_value_goal_and_number() -> None:
    assert Row("a", 0.5, 0.9, 12).cells() == ("a", "0.500", "≥ 0.90", "12", "MISSED")
    assert Row("a", None, 0.9).cells()[1] == "–"
    assert Row("a", 9744, 300).cells()[1:3] == ("9,744", "≥ 300")
    assert line(HEADER).split() == ["measure", "value", "goal", "n"]


def test_phrases_are_measured_together_and_field_by_field() -> None:
    rows = {row.name: row for row in of_phrases([RIGHT, WRONG], [TRAP])}
    assert (rows["phrases: number and effect"].value, rows["phrases: number and effect"].goal) == (0.5, 0.97)
    assert (rows["phrases: traps"].value, rows["phrases: traps"].goal) == (1.0, 1.0)
    assert rows["phrases: every field"].n == 3
    assert (rows["phrases: modifier"].value, rows["phrases: modifier"].n) == (0.5, 2)
    assert not rows["phrases: modifier"].met


def test_an_empty_list_meets_no_goal() -> None:
    assert not any(row.met for row in of_phrases([], []))


def test_lines_of_the_scorer_get_their_goals_and_those_left_out_are_missed() -> None:
    scores = [Score("de_claim_f1", 0.95, 10, {"P": 0.99, "R": 0.9, "tp": 9, "fn": 1}), Score("new_one", 0.1, 3, {})]
    rows = {row.name: row for row in of_scores(scores)}
    assert (rows["de_claim_f1"].met, rows["de_claim_f1"].goal) == (True, GOALS["de_claim_f1"])
    assert (rows["de_claim_f1 P"].value, rows["de_claim_f1 P"].goal) == (0.99, None)
    assert rows["new_one"].met
    assert {name for name, row in rows.items() if row.value is None} == set(GOALS) - {"de_claim_f1"}
    assert not rows["de_victims"].met


def test_the_summary_names_what_is_missed() -> None:
    assert summary([Row("a", 1, 0.9), Row("b", 0, 0.9), Row("c", 0)]) == "1 of 2 goals met; missed: b"


def test_the_page_is_the_table_with_what_it_means(tmp_path: Path) -> None:
    rows = [*of_phrases([RIGHT], [TRAP]), *of_scores([Score("de_victims", 0.5, 4, {})])]
    paper.write(rows, tmp_path / "accuracy.md")
    page = (tmp_path / "accuracy.md").read_text(encoding="utf-8")
    assert paper.names_in(page) == [row.name for row in rows]
    assert "python -m tests.accuracy --write" in page
    assert "will score lower" in page
    assert "| de_victims | 0.500 | ≥ 0.90 | 4 | MISSED |" in page
    assert all(f"* **{row.name}**: {row.meaning}." in page for row in rows if row.meaning)
    assert "**phrases: scope**" not in page
