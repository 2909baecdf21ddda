"""Measure source files for the budgets."""

from __future__ import annotations

import ast
import tokenize
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from tests.imports import House

Function = ast.FunctionDef | ast.AsyncFunctionDef

#: State that a library's way of working asks for: where, and why.
STATE = {"workbench.casefile.schema: steps": "sqlite-utils collects a schema's migrations in one object"}


def lines_in(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def code_in(file: Path) -> int:
    """Return the lines that hold code: no blank line, no comment, no docstring."""
    text = file.read_text(encoding="utf-8")
    words = {line for node in ast.walk(ast.parse(text)) for line in docstring_lines(node)}
    return len({line for token in tokens(text) for line in range(token.start[0], token.end[0] + 1)} - words)


def tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """Yield what a text is made of, but for comments and layout."""
    layout = {
        tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER,
    }  # fmt: skip
    found = tokenize.generate_tokens(StringIO(text).readline)
    return (token for token in found if token.type not in layout)


def docstring_lines(node: ast.AST) -> range:
    """Return the lines of the docstring of `node`, where it has one."""
    if not isinstance(node, ast.Module | ast.ClassDef | Function) or ast.get_docstring(node) is None:
        return range(0)
    return range(node.body[0].lineno, (node.body[0].end_lineno or node.body[0].lineno) + 1)


def functions(house: House) -> Iterator[tuple[str, int]]:
    """Yield each function's place and its lines from `def` to end, its docstring not counted."""
    for name in house.modules:
        for node in ast.walk(house.tree(name)):
            if isinstance(node, Function):
                words = ast.get_docstring(node, clean=False)
                yield f"{name}:{node.lineno} {node.name}", length_of(node) - (len(words.splitlines()) if words else 0)


def length_of(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nesting(node: ast.AST) -> int:
    """Return how deep blocks stand in one another; `elif` is no deeper than its `if`, a function inside starts anew."""
    depth = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            continue
        block = isinstance(child, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.Match)
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        depth = max(depth, nesting(child) + (block and not is_elif))
    return depth


def global_state(tree: ast.Module) -> Iterator[str]:
    """Yield what could change between two calls: `global`, lower-case names, empty containers and built objects."""
    yield from (f"global {', '.join(node.names)}" for node in ast.walk(tree) if isinstance(node, ast.Global))
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
