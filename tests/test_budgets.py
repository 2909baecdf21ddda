"""The budgets of the design: lengths, nesting, no state, and as many tests as it takes."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.conftest import ROOT
from tests.imports import House
from tests.measures import STATE, Function, code_in, functions, global_state, lines_in, nesting


def test_no_file_is_longer_than_450_lines(house: House) -> None:
    assert not {name: lines for name, file in house.modules.items() if (lines := lines_in(file)) > 450}
    assert not {file: lines_in(file) for file in (ROOT / "tests").rglob("*.py") if lines_in(file) > 450}


def test_no_function_is_longer_than_60_lines(house: House) -> None:
    assert not {place: length for place, length in functions(house) if length > 60}


def test_the_usual_file_and_function_are_short(house: House) -> None:
    lengths = [length for _, length in functions(house)]
    files = [lines_in(file) for file in house.modules.values() if file.name != "__init__.py"]
    assert median(files) <= 120
    assert median(lengths) <= 7
    assert quantiles(lengths, n=10)[8] <= 25


def test_nothing_nests_deeper_than_three(house: House) -> None:
    deep = {
        f"{name}:{function.lineno} {function.name}": depth
        for name in house.modules
        for function in ast.walk(house.tree(name))
        if isinstance(function, Function) and (depth := nesting(function)) > 3
    }
    assert not deep


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
