"""Measure source files for the budgets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.imports import House

Function = ast.FunctionDef | ast.AsyncFunctionDef

#: State that a library's way of working asks for: where, and why.
STATE = {
    "workbench.casefile.schema: steps": "sqlite-utils collects a schema's migrations in one object",
    "workbench.charts.type: rcParams['text.hinting']": "matplotlib draws letters by settings of its own; set once",
}


def lines_in(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def code_in(file: Path) -> int:
    """Return the lines that hold code: no blank line, no comment, no docstring."""
    text = file.read_text(encoding="utf-8")
    words = {line for node in statements(ast.parse(text)) for line in docstring_lines(node)}
    lines = enumerate((line.strip() for line in text.splitlines()), 1)
    return sum(bool(line) and not line.startswith("#") and number not in words for number, line in lines)


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield `node` and all statements in it, but not their expressions, which are most of a tree."""
    yield node
    for child in inside(node):
        yield from statements(child)


def inside(node: ast.AST) -> list[ast.AST]:
    """Return what stands one step further in: statements, and the parts of a `try` or `match`."""
    return [child for part in ("body", "handlers", "cases", "orelse", "finalbody") for child in getattr(node, part, ())]


def docstring_lines(node: ast.AST) -> range:
    """Return the lines of the docstring of `node`, where it has one."""
    if not isinstance(node, ast.Module | ast.ClassDef | Function) or ast.get_docstring(node) is None:
        return range(0)
    return range(node.body[0].lineno, (node.body[0].end_lineno or node.body[0].lineno) + 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """A function: where it stands, its lines from `def` to end without its docstring, how deep its blocks stand."""

    place: str
    length: int
    depth: int


def functions(house: House) -> Iterator[Measured]:
    """Yield each function, measured."""
    for name in house.modules:
        for node in statements(house.tree(name)):
            if isinstance(node, Function):
                words = ast.get_docstring(node, clean=False)
                length = length_of(node) - (len(words.splitlines()) if words else 0)
                yield Measured(f"{name}:{node.lineno} {node.name}", length, nesting(node))


def length_of(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nesting(node: ast.AST) -> int:
    """Return how deep blocks stand in one another; `elif` is no deeper than its `if`, a function inside starts anew."""
    depth = 0
    for child in inside(node):
        if isinstance(child, Function):
            continue
        block = isinstance(child, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.Match)
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        depth = max(depth, nesting(child) + (block and not is_elif))
    return depth


def global_state(tree: ast.Module) -> Iterator[str]:
    """Yield what could change between two calls: `global`, lower-case names, empty containers and built objects."""
    yield from (f"global {', '.join(node.names)}" for node in statements(tree) if isinstance(node, ast.Global))
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            if changeable(target, node.value):
                yield target


def changeable(target: str, value: ast.expr) -> bool:
    """Tell whether a module's name holds state: constants are in capitals, aliases of types in CamelCase."""
    if not target.lstrip("_(")[:1].isupper() and not target.startswith("__"):
        return True
    if isinstance(value, ast.Dict | ast.List | ast.Set):
        return not (value.keys if isinstance(value, ast.Dict) else value.elts)
    if not isinstance(value, ast.Call):
        return False
    return ast.unparse(value.func) in {"dict", "list", "set", "deque", "defaultdict", "Counter"} or (
        target.isupper()
        and ast.unparse(value.func).rpartition(".")[2][:1].isupper()
        and not value.args + value.keywords
    )
