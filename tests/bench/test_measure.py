"""The runner of `make bench`: medians, ratios, and an exit code that tells of a missed goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench import material, ready
from tests.bench.measure import HEADER, Measure, Row, line, processor_seconds, seconds, shown, take
from workbench.case import Case


def of(*figures: float) -> Callable[[], float]:
    left = iter(figures)
    return lambda: next(left)


def measure(unit: str = "s", goal: float = 2, ours: float = 3, floor: float = 1) -> Measure:
    return Measure("a", "bare", unit, goal, lambda: ours, lambda: floor, 3)


def test_the_first_pair_warms_up_and_the_rest_gives_medians() -> None:
    row = take(Measure("a", "bare", "s", 2, of(99, 1, 5, 3), of(99, 2, 1, 3), 3))
    assert (row.ours, row.floor) == (3, 2)
    assert row.ratio == 1.5


@pytest.mark.parametrize(
    ("unit", "ours", "reached"), [("s", 2, True), ("s", 2.1, False), ("words/s", 2, True), ("words/s", 1.9, False)]
)
def test_few_seconds_and_many_words_reach_the_goal(unit: str, ours: float, reached: bool) -> None:
    assert take(measure(unit, ours=ours)).reached is reached


@pytest.mark.parametrize(("ours", "reached"), [(40_000, True), (39_999, False)])
def test_an_absolute_goal_is_ours_alone(ours: float, reached: bool) -> None:
    row = Row(Measure("a", "bare", "words/s", 40_000, of(), of(), absolute=True), ours, 400_000)
    assert row.reached is reached
    assert row.cells()[3:5] == ("0.10 ×", "≥ 40,000 words/s")


def test_a_row_says_all_of_it() -> None:
    row = Row(measure("s"), 0.003, 0.001)
    assert row.cells() == ("a", "3.00 ms", "1.00 ms", "3.00 ×", "≤ 2 ×", "MISSED", "bare")
    assert line(HEADER).split()[:2] == ["measure", "ours"]
    assert shown(12345.6, "words/s") == "12,346 words/s"
    assert shown(1.5, "s") == "1.50 s"


def test_seconds_are_those_of_the_work() -> None:
    done: list[int] = []
    assert 0 <= seconds(lambda: done.append(1)) < 5
    assert 0 <= processor_seconds(lambda: done.append(2)) < 5
    assert done == [1, 2]


@pytest.mark.parametrize(("goal", "words", "code"), [(4, [], 0), (2, [], 1), (4, ["a"], 0), (4, ["no such"], 1)])
def test_the_exit_code_tells_of_a_missed_goal(
    goal: float, words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.bench import __main__ as bench

    def measures(_folder: Path) -> Iterator[Measure]:
        yield measure(goal=goal)

    monkeypatch.setattr(bench, "ROOMS", (measures,))
    assert bench.main(words) == code
    assert ("missed: a" in capsys.readouterr().out) is (goal == 2)


def test_texts_are_as_long_as_asked_and_the_same_each_time() -> None:
    text = material.text_of(500, 7)
    assert 500 <= len(text.split()) <= 530
    assert text == material.text_of(500, 7)
    assert len(material.spans_in(text, 40)) == 40


def test_dense_texts_are_as_long_as_asked_and_tell_of_nothing_else() -> None:
    text = material.dense_of(5_000, 3)
    assert len(text) == 5_000
    assert text == material.dense_of(5_000, 3)
    assert text != material.dense_of(5_000, 4)
    assert sum(map(text.count, ("getötet", "starben", "Tote", "vermisst"))) > 40


def test_a_case_to_measure_with_holds_what_was_asked(tmp_path: Path) -> None:
    case: Case = material.case_of(tmp_path / "a.case", 2)
    assert [len(case.mentions(article.id)) for article in case.articles()] == [30, 30]
    assert len(case.claims()) == 8
    case.close()


def test_work_is_measured_in_a_fresh_process() -> None:
    seconds_, megabytes = ready.taken("kept = bytearray(100_000_000)\nsum(range(10_000))")
    assert 0 <= seconds_ < 60
    assert megabytes > 100
    assert shown(megabytes, "MB").endswith(" MB")
