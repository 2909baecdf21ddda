"""Read who imports whom out of source files, without running them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Import:
    """One import: from the module `by` of the module or package `of`, at a line of `by`'s file.

    `late` is one that is not carried out when `by` is loaded: in a function, or for whoever checks types.
    """

    by: str
    of: str
    line: int
    late: bool = False

    def __str__(self) -> str:
        return f"{self.by}:{self.line} imports {self.of}"


class House:
    """The modules under a folder, and their imports: of modules of ours in full, of others as written."""

    def __init__(self, root: Path, tops: Iterable[str]) -> None:
        files = [file for top in tops for file in ([root / top] if top.endswith(".py") else (root / top).rglob("*.py"))]
        self.modules = {module_name(root, file): file for file in sorted(files)}
        self.imports = [found for name in self.modules for found in self._imports(name)]

    def tree(self, module: str) -> ast.Module:
        """Return the syntax tree of `module`."""
        return ast.parse(self.modules[module].read_text(encoding="utf-8"))

    def importing(self, *of: str) -> list[Import]:
        """Return the imports of the modules and packages `of`, or of what is in them."""
        return [found for found in self.imports if inside(found.of, *of)]

    def loaded_with(self, *modules: str) -> set[str]:
        """Return all that is loaded where these modules of ours are: ours and others, these themselves among them."""
        told: dict[str, set[str]] = defaultdict(set)
        for found in self.imports:
            if not found.late:
                told[found.by].add(found.of)
        known, to_see = set[str](), set(modules)
        while to_see:
            known |= to_see
            to_see = set[str]().union(*(told[module] for module in to_see)) - known
        return known

    def _imports(self, module: str) -> Iterator[Import]:
        tree = self.tree(module)
        late = {id(inner) for node in ast.walk(tree) if _is_late(node) for inner in ast.walk(node)}
        for node in ast.walk(tree):
            for name in self._named(module, node):
                yield Import(module, self._ours(name), getattr(node, "lineno", 0), id(node) in late)

    def _named(self, module: str, node: ast.AST) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            base = self._base(module, node)
            return [f"{base}.{alias.name}" for alias in node.names]
        if isinstance(node, ast.Call) and _called(node.func) in {"import_module", "__import__"}:
            return [ast.literal_eval(node.args[0])] if isinstance(node.args[0], ast.Constant) else [ast.unparse(node)]
        return []

    def _base(self, module: str, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        is_package = self.modules[module].name == "__init__.py"
        parents = module.split(".")[: None if is_package and node.level == 1 else is_package - node.level]
        return ".".join([*parents, *([node.module] if node.module else [])])

    def _ours(self, name: str) -> str:
        """Cut what a module of ours holds off its name; leave other names as they are."""
        module = name
        while module and module not in self.modules:
            module = module.rpartition(".")[0]
        return module or name


def _is_late(node: ast.AST) -> bool:
    """Tell whether what a node holds is not carried out when its module is loaded."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.Lambda)


def _called(function: ast.expr) -> str:
    """Return the last name by which something is called."""
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def module_name(root: Path, file: Path) -> str:
    """Return the dotted name of the module in `file`."""
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def inside(module: str, *packages: str) -> bool:
    """Tell whether `module` is one of `packages` or in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
