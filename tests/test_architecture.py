"""The six rules of the design, run. `tests/rules.py` holds the floors and the written exceptions."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import rules
from tests.conftest import ROOT
from tests.imports import House, Import, inside

MAIN = """
import runpy, sys
try:
    runpy.run_path("main.py", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
"""


def test_workbench_imports_neither_qt_nor_ui(house: House) -> None:
    assert not rules.qt_in_workbench(house)


def test_workbench_loads_no_qt_through_anyone(house: House) -> None:
    names = sorted(name for name in house.modules if name.split(".")[0] == "workbench")
    code = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    assert loaded_after(code, *names) == ""


def test_the_window_is_painted_before_anything_else_is_loaded(house: House) -> None:
    assert not rules.before_it_is_seen(house)
    assert {"workbench.charts.kinds", "ui.panels.search"} <= house.loaded_with("ui.rooms")


def test_rooms_import_only_what_stands_below_them(house: House) -> None:
    assert not rules.against_the_floors(house)


def test_model_errors_and_history_import_nothing_of_ours(house: House) -> None:
    lowest = ("workbench.errors", "workbench.history")
    assert not [found for found in house.importing("workbench", "ui") if found.by in lowest]


def test_sql_spacy_and_matplotlib_stay_in_their_rooms(house: House) -> None:
    assert not rules.outside_their_room(house)


def test_one_door_to_the_case(house: House) -> None:
    assert not rules.beside_the_door(house)


def test_panels_models_and_dialogs_do_not_know_each_other(house: House) -> None:
    assert not rules.across_the_desk(house)


def test_init_files_hold_one_docstring(house: House) -> None:
    packages = [name for name, file in house.modules.items() if file.name == "__init__.py"]
    assert not [name for name in packages if len(house.tree(name).body) != 1 or not ast.get_docstring(house.tree(name))]


def test_nothing_reaches_for_the_network(house: House) -> None:
    assert not rules.reaching_out(house)


def test_exceptions_are_still_needed(house: House) -> None:
    for who, whom in rules.EXCEPTIONS:
        assert [found for found in house.importing(whom) if inside(found.by, who)], f"{who} → {whom}"


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "README.md"]], ids=["help", "extract"])
def test_the_command_line_loads_no_qt(arguments: list[str]) -> None:
    assert loaded_after(MAIN, *arguments) == ""


def test_spacy_and_matplotlib_load_after_the_window_is_up() -> None:
    assert loaded_after("import sys, ui.app", names=("spacy", "matplotlib")) == ""


# The checker itself: each rule refuses a forbidden import planted in a small house.

PLANTED: list[tuple[Callable[[House], list[Import]], str, str]] = [
    (rules.qt_in_workbench, "workbench/reckoning/figures.py", "from PySide6 import QtCore"),
    (rules.qt_in_workbench, "workbench/acts.py", "def late():\n    import ui.session"),
    (rules.against_the_floors, "workbench/model/claim.py", "from workbench.changes import Change"),
    (rules.against_the_floors, "workbench/model/claim.py", "from ..acts import accept"),
    (rules.against_the_floors, "workbench/importers/read.py", "from workbench.casefile import store"),
    (rules.against_the_floors, "workbench/reckoning/figures.py", "from workbench.extraction import extractor"),
    (rules.against_the_floors, "ui/panels/log.py", "from ui.main_window import MainWindow"),
    (rules.outside_their_room, "workbench/case.py", "import sqlite3"),
    (rules.outside_their_room, "ui/panels/log.py", "from sqlite_utils.db import Database"),
    (rules.outside_their_room, "workbench/reckoning/figures.py", "import spacy.tokens as tokens"),
    (rules.outside_their_room, "workbench/exporters/html.py", "from matplotlib.figure import Figure"),
    (rules.outside_their_room, "workbench/charts/drawing.py", "from matplotlib import pyplot"),
    (rules.beside_the_door, "ui/session.py", "from workbench.casefile.store import Store"),
    (rules.beside_the_door, "ui/panels/log.py", "from workbench.case import Case"),
    (rules.across_the_desk, "ui/panels/log.py", "from ui.panels.inspector import Inspector"),
    (rules.across_the_desk, "ui/dialogs/keys.py", "from . import palette"),
    (rules.reaching_out, "workbench/importers/read.py", "from urllib.request import urlopen"),
    (rules.reaching_out, "ui/app.py", "import importlib\nimportlib.import_module('requests')"),
]
FAKE = [
    "workbench/model/claim.py", "workbench/changes.py", "workbench/acts.py", "workbench/casefile/store.py",
    "workbench/extraction/extractor.py", "workbench/reckoning/figures.py", "workbench/case.py", "ui/session.py",
    "ui/panels/log.py", "ui/panels/inspector.py", "ui/panels/inspector_fields.py", "ui/dialogs/palette.py",
    "ui/main_window.py", "ui/app.py",
]  # fmt: skip
ALL_RULES = sorted({rule for rule, _, _ in PLANTED}, key=lambda rule: rule.__name__)


def fake(root: Path, planted: dict[str, str]) -> House:
    for name in {*FAKE, *planted}:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(planted.get(name, ""), encoding="utf-8")
    return House(root, ("workbench", "ui"))


@pytest.mark.parametrize(("rule", "file", "line"), PLANTED, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_planted_import_is_refused(
    tmp_path: Path, rule: Callable[[House], list[Import]], file: str, line: str
) -> None:
    broken = rule(fake(tmp_path, {file: line}))
    assert [found.by for found in broken] == [file.removesuffix(".py").replace("/", ".")]


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_allowed_imports_pass(tmp_path: Path, rule: Callable[[House], list[Import]]) -> None:
    allowed = {
        "workbench/acts.py": "import dataclasses\nfrom workbench.changes import Change\nfrom .model import claim",
        "workbench/casefile/store.py": "import sqlite3",
        "workbench/extraction/extractor.py": "import spacy\nfrom workbench.reckoning import conventions",
        "workbench/reckoning/conventions.py": "from workbench.model.claim import Quantity",
        "workbench/case.py": "from workbench.casefile import store",
        "ui/session.py": "from urllib.parse import quote\nfrom workbench.case import Case",
        "ui/panels/inspector.py": "from PySide6 import QtCore\nfrom ui.panels.inspector_fields import Field",
        "ui/app.py": "from ui.main_window import MainWindow\nfrom workbench.case import Case",
    }
    assert not rule(fake(tmp_path, allowed))


def test_a_room_without_a_floor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="misc stands on no floor"):
        rules.against_the_floors(fake(tmp_path, {"workbench/misc.py": "from workbench import acts"}))


def loaded_after(code: str, *arguments: str, names: tuple[str, ...] = ("PySide6", "shiboken6")) -> str:
    """Run `code` in an interpreter of its own; return which modules of these `names` it has loaded at the end."""
    tell = f"\nprint('LOADED', *[name for name in {names} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + tell, *arguments],
        cwd=ROOT, capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()[-1].removeprefix("LOADED").strip()
