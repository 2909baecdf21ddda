"""A write that fails at every possible statement: before or after, never between."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.workbench.casefile.failing import NEVER, FailingConnection, at_every_statement, install
from tests.workbench.values import TEXT, article, document, findings
from workbench import acts, recording
from workbench.case import Case, Key, backups, verify
from workbench.casefile.schema import VERSION
from workbench.errors import CaseNotWritable, NotACaseFile, WorkbenchError

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None) -> Case:
    install(monkeypatch)
    case = Case.create(tmp_path / "a.case", "Ana", key=key)
    taken = article(case.reserve(1))
    case.apply(acts.import_article(taken, document()))
    first = case.reserve(recording.size_of(findings()))
    case.apply(recording.record_findings(taken, findings(), first, automatic=True))
    return case


def through(case: Case, act: Callable[[], object]) -> int:
    """Do an act with a failure at each of its statements; return how many failures left everything as it was."""
    before, lines = case.rows(), case.log()

    def refused(error: Exception) -> None:
        assert "is full" in str(error)
        assert case.rows() == before
        assert case.log() == lines
        assert case.consistent()

    count = at_every_statement(act, refused, WorkbenchError)
    assert case.rows() != before
    assert len(case.log()) == len(lines) + 1
    assert case.consistent()
    return count


@pytest.fixture(params=[False, True], ids=["once", "from then on"])
def _for_how_long(case: Case, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FailingConnection, "stays", request.param)


@pytest.mark.usefixtures("_for_how_long")
def test_a_correction(case: Case) -> None:
    change = acts.accept(case.claims()[0])
    assert through(case, lambda: case.apply(change)) >= 6


@pytest.mark.usefixtures("_for_how_long")
def test_an_import(case: Case) -> None:
    text = f"{TEXT} Am Morgen."
    change = acts.import_article(article(case.reserve(1), text), document(text))
    assert through(case, lambda: case.apply(change)) >= 8


@pytest.mark.usefixtures("_for_how_long")
def test_a_reading(case: Case) -> None:
    taken = article(case.reserve(1), f"{TEXT} Am Morgen.")
    case.apply(acts.import_article(taken, document(f"{TEXT} Am Morgen.")))
    change = recording.record_findings(taken, findings(), case.reserve(recording.size_of(findings())))
    assert through(case, lambda: case.apply(change)) >= 6


@pytest.mark.usefixtures("_for_how_long")
def test_an_undo_and_a_redo(case: Case) -> None:
    case.apply(acts.reject(case.claims()[0]))
    assert through(case, case.undo) >= 6
    assert through(case, case.redo) >= 6
    case.undo()
    assert through(case, case.undo) >= 10, "an import goes with all that was found in it"


@pytest.mark.usefixtures("_for_how_long")
def test_several_changes_together(case: Case) -> None:
    one, other = case.claims()

    def both() -> None:
        with case.together():
            case.apply(acts.accept(one))
            case.apply(acts.reject(other))

    before, lines = case.rows(), case.log()

    def refused(_: Exception) -> None:
        assert case.rows() == before
        assert case.log() == lines

    assert at_every_statement(both, refused, WorkbenchError) >= 12
    assert len(case.log()) == len(lines) + 2
    assert case.consistent()


def test_a_merge(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FailingConnection, "stays", True)
    other = Case.open(backups.restore(case.path, made_of(case), case.key), "Ben", key=case.key)
    other.apply(acts.accept(other.claims()[0]))
    other.apply(acts.import_article(article(other.reserve(1), f"{TEXT} Am Morgen."), document(f"{TEXT} Am Morgen.")))
    other.close()
    theirs = other.path.read_bytes()

    def merge() -> None:
        with case.joining(other.path, case.key) as plan:
            change = plan.change({})
        case.apply(change)

    assert through(case, merge) >= 40
    assert other.path.read_bytes() == theirs
    assert len(case.articles()) == 2


def made_of(case: Case) -> Path:
    """Return a backup of a case."""
    made = backups.back_up(case.path, backups.folder_of(case.path), datetime.now(UTC), case.key)
    assert made is not None
    return made.path


@pytest.mark.usefixtures("_for_how_long")
def test_closing(case: Case) -> None:
    case.apply(acts.accept(case.claims()[0]))
    FailingConnection.left = 1
    case.close()
    FailingConnection.left = NEVER
    assert verify(case.path, key=case.key).faults == ()


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("schema", sorted({1, VERSION - 1}))
def test_a_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: int, stays: bool) -> None:
    install(monkeypatch)
    monkeypatch.setattr(FailingConnection, "stays", stays)
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / f"schema-{schema}.case", path)
    shutil.copyfile(path, tmp_path / "after.case")
    Case.open(tmp_path / "after.case").close()
    before, after = dump(path), dump(tmp_path / "after.case")

    def refused(error: Exception) -> None:
        assert "is full" in str(error)
        assert dump(path) in (before, after)
        assert {file.suffix for file in tmp_path.rglob("*") if file.is_file()} == {".case"}

    assert at_every_statement(lambda: Case.open(path).close(), refused, (CaseNotWritable, NotACaseFile)) >= 15
    assert verify(path).faults == ()
    assert dump(path) == after != before


def dump(path: Path) -> list[str]:
    """Return all that a file holds, but for the times at which it was brought up."""
    connection = sqlite3.connect(path)
    lines = [*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())]
    lines = [re.sub(r"^(INSERT INTO \"_sqlite_migrations\".*,)'[^']*'", r"\1", line) for line in lines]
    connection.close()
    return lines
