"""The budgets of the design: lengths, nesting, no state, and as many tests as it takes."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.conftest import ROOT
from tests.imports import House
from tests.measures import STATE, Measured, code_in, functions, global_state, lines_in, nesting


@pytest.fixture(scope="module")
def measured(house: House) -> list[Measured]:
    """Measure all functions, once."""
    return list(functions(house))


def test_no_file_is_longer_than_450_lines(house: House) -> None:
    assert not {name: lines for name, file in house.modules.items() if (lines := lines_in(file)) > 450}
    assert not {file: lines_in(file) for file in (ROOT / "tests").rglob("*.py") if lines_in(file) > 450}


def test_no_function_is_longer_than_60_lines(measured: list[Measured]) -> None:
    assert not [function for function in measured if function.length > 60]


def test_the_usual_file_and_function_are_short(house: House, measured: list[Measured]) -> None:
    lengths = [function.length for function in measured]
    files = [lines_in(file) for file in house.modules.values() if file.name != "__init__.py"]
    assert median(files) <= 120
    assert median(lengths) <= 7
    assert quantiles(lengths, n=10)[8] <= 25


def test_nothing_nests_deeper_than_three(measured: list[Measured]) -> None:
    assert not [function for function in measured if function.depth > 3]


@pytest.mark.parametrize(
    ("lines", "depth"),
    [
        ("a = 1", 0),
        ("if a:\n  pass\nelif b:\n  for c in d:\n    pass", 2),
        ("try:\n  pass\nexcept E:\n  with a:\n    while b:\n      pass\nfinally:\n  pass", 3),
        ("match a:\n  case 1:\n    if b:\n      pass\n  case _:\n    def f():\n      if c:\n        pass", 2),
        ("for a in b:\n  pass\nelse:\n  if c:\n    if d:\n      pass", 3),
    ],
)
def test_nesting_is_seen(lines: str, depth: int) -> None:
    assert nesting(ast.parse(lines)) == depth


def test_there_are_70_lines_of_tests_for_100_of_code(house: House) -> None:
    code = sum(code_in(file) for file in house.modules.values())
    tests = sum(code_in(file) for file in (ROOT / "tests").rglob("*.py"))
    assert tests >= 0.7 * code, f"{tests} lines of tests for {code} of code"


def test_no_global_state(house: House) -> None:
    found = {f"{name}: {what}" for name in house.modules for what in global_state(house.tree(name))}
    assert found == set(STATE)


@pytest.mark.parametrize(
    "line", ["cases = []", "def f():\n    global N\n    N = 1", "CACHE = {}", "WINDOW = MainWindow()"]
)
def test_global_state_is_seen(line: str) -> None:
    assert list(global_state(ast.parse(line)))


@pytest.mark.parametrize(
    "line", ["NAMES = {1: 'a'}", "X: tuple[int, ...] = ()", "Value = int | str", "P = re.compile('a')"]
)
def test_constants_are_no_state(line: str) -> None:
    assert not list(global_state(ast.parse(line)))


def test_only_lines_of_code_count(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text('"""Two\n\nlines."""\n\n# why\nA = (\n    1,\n)\n\n\ndef f():\n    """One."""\n', encoding="utf-8")
    assert code_in(file) == 4
    assert lines_in(file) == 12
