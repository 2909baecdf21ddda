"""What the papers say about the program is held against the program."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from main import cli
from tests.conftest import ROOT
from tests.workbench.values import article, document, findings
from workbench import acts, recording
from workbench.case import Case
from workbench.casefile.schema import APPLICATION_ID, VERSION

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NOTICES = (ROOT / "resources" / "NOTICES.md").read_text(encoding="utf-8")
CASE_FILE = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "resources").rglob("*.md")]
QUESTIONS = re.findall(r"```sql\n(.*?)```", CASE_FILE, re.DOTALL)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    case = Case.create(tmp_path / "a.case", "Ana")
    case.apply(acts.import_article(article(), document()))
    case.apply(recording.record_findings(article(), findings(), 2, automatic=True))
    case.apply(acts.accept(case.claim(3)))
    case.close()
    connection = sqlite3.connect(f"{(tmp_path / 'a.case').as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_documented_question_has_an_answer(read_only: sqlite3.Connection, question: str) -> None:
    assert read_only.execute(question).fetchall()


def test_the_documented_words_are_the_claims_words(read_only: sqlite3.Connection) -> None:
    words = [row[4] for row in read_only.execute(QUESTIONS[0])]
    assert words[0].startswith("Drei Soldaten 🪖 wurden getötet")
    assert words[1] == "darunter ein Offizier"


def test_every_table_is_documented(read_only: sqlite3.Connection) -> None:
    tables = {row[0] for row in read_only.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    ours = {t for t in tables if not t.startswith(("sqlite_", "_sqlite", "article_search_", "remark_search_"))}
    documented = set(re.findall(r"`(\w+)`", CASE_FILE))
    assert ours <= documented


def test_every_column_is_documented(read_only: sqlite3.Connection) -> None:
    documented = set(re.findall(r"\w+", CASE_FILE))
    columns = {row[1] for row in read_only.execute("PRAGMA table_info(claim)")}
    stems = {re.sub(r"_(start|end|precision|inherited|place|name|latitude|longitude|text|id)$", "", c) for c in columns}
    assert stems - {"when", "where"} <= documented


def test_the_header_is_as_documented() -> None:
    assert str(APPLICATION_ID) in CASE_FILE
    assert f"now {VERSION} |" in CASE_FILE


def house() -> str:
    return ARCHITECTURE.split("```")[1]


def _commands() -> dict[str, click.Command]:
    """Return all commands, those too that are imported when they are asked for."""
    context = click.Context(cli)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {name: command for name, command in found.items() if command is not None}


@pytest.mark.parametrize("place", ["workbench", "workbench/commands", "ui"])
def test_the_house_sketch_names_every_file_and_room(place: str) -> None:
    commands = set(_commands()) | {"importing"}
    there = [path for path in (ROOT / place).iterdir() if not path.name.startswith(("_", "."))]
    names = {path.name if path.suffix == ".py" else f"{path.name}/" for path in there}
    known = set(re.findall(r"\w+(?:\.py|/)", house()))
    assert {name for name in names - known if name.removesuffix(".py") not in commands} == set()


def test_the_house_sketch_names_nothing_that_is_not_there() -> None:
    python = {path.name for room in ("workbench", "ui") for path in (ROOT / room).rglob("*.py")} | {"main.py"}
    assert set(re.findall(r"\w+\.py", house())) <= python


def test_the_readme_names_every_command_and_none_else() -> None:
    told = set(re.findall(r"^python main\.py (\w+)", README, re.MULTILINE))
    assert told == {name for name, command in _commands().items() if not command.hidden}


def reading() -> str:
    return ARCHITECTURE.partition("## How an article is read")[2].partition("\n## ")[0]


def test_every_module_that_reads_articles_has_its_layer() -> None:
    modules = {path.stem for path in (ROOT / "workbench" / "extraction").glob("[!_]*.py")}
    assert modules - set(re.findall(r"\w+", reading())) == set()


def test_the_layers_name_no_module_that_is_not_there() -> None:
    modules = {path.stem for path in (ROOT / "workbench" / "extraction").glob("[!_]*.py")}
    lines = reading().split("```")[1].splitlines()
    named = [re.match(r"(?:\d| ) .{15} (\w+(?:, \w+)*)(?= {2,}|$)", line) for line in lines]
    assert {name for found in named if found for name in found[1].split(", ")} <= modules


@pytest.mark.parametrize("paper", sorted(PAPERS), ids=lambda paper: paper.name)
def test_no_link_leads_nowhere(paper: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", paper.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (paper.parent / link).exists(), link


def test_what_is_told_of_make_is_true() -> None:
    targets = set(re.findall(r"^COMMANDS := (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[0].split())
    told = set(re.findall(r"(?:`|^)make (\w+)", README + CONTRIBUTING, re.MULTILINE))
    told |= set(re.findall(r"py \.ci\\setup\.py (\w+)", README + CONTRIBUTING))
    assert {"run", "test", "check"} <= told <= targets


def test_the_notices_name_all_that_ships() -> None:
    folders = {f"{path.name}/" for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert {folder for folder in folders if f"`{folder}" not in NOTICES} == set()
