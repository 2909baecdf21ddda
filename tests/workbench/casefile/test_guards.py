from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tests.conftest import ROOT
from tests.workbench.casefile.lines import fill, spoil, write
from tests.workbench.values import article, claim, document, mention
from workbench import acts
from workbench.case import Case, verify
from workbench.casefile import holding
from workbench.casefile.guards import transaction
from workbench.casefile.holding import hold
from workbench.casefile.store import Store
from workbench.changes import Change, adding
from workbench.errors import CaseNotWritable, NotACaseFile, StaleChange, UnfitChange, WorkbenchError
from workbench.model.claim import Claim


def both(store: Store, one: Change, other: Change) -> None:
    with store.transaction():
        write(store, one)
        write(store, other)


def test_another_that_writes_is_waited_for_and_then_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store._connection.execute("PRAGMA busy_timeout = 1")  # noqa: SLF001 - the five seconds are not waited out here
    with pytest.raises(CaseNotWritable, match="another window or program"):
        fill(store)
    other.execute("ROLLBACK")
    other.close()
    fill(store)


def test_changes_made_together_are_there_together_or_not_at_all(store: Store) -> None:
    fill(store)
    before = store.tables()
    with pytest.raises(StaleChange):
        both(store, Change("x", adding([mention(60)])), acts.accept(claim(99)))
    assert store.tables() == before == store.folded()
    with store.transaction():
        write(store, Change("x", adding([mention(60)])))
        with pytest.raises(StaleChange):
            write(store, Change("y", (*adding([mention(61)]), *acts.accept(claim(99)).edits)))
        write(store, Change("z", adding([mention(62)])))
    assert {("mention", "60"), ("mention", "62")} == store.tables().keys() - before.keys()
    assert store.tables() == store.folded()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET effect = 'maimed';",
        "UPDATE claim SET relations = 'no list';",
        "UPDATE claim SET low = 'many';",
        "UPDATE claim SET when_start = 'tomorrow', when_end = 'x', when_precision = 1;",
        "DROP TABLE claim;",
    ],
)
def test_a_damaged_row_is_a_sentence(store: Store, statement: str) -> None:
    fill(store)
    spoil(store.path, statement)
    with pytest.raises(NotACaseFile, match="damaged"):
        list(store.select(Claim))


def test_a_damaged_line_of_the_journal_is_a_sentence(store: Store) -> None:
    fill(store)
    spoil(store.path, "UPDATE journal SET edits = '[[\"claim\", null]]';")
    with pytest.raises(NotACaseFile, match="line of the journal is damaged"):
        store.folded()
    with pytest.raises(NotACaseFile):
        store.change_at(1)


def test_a_case_that_cannot_be_begun_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise CaseNotWritable("The disk is full.")

    monkeypatch.setattr(Store, "write", full)
    with pytest.raises(WorkbenchError, match="full"):
        Case.create(tmp_path / "a.case")
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    Case.create(tmp_path / "a.case").close()


def test_a_second_door_shows_the_case_and_says_who_has_it(tmp_path: Path) -> None:
    one = Case.create(tmp_path / "a.case", "Ana")
    other = Case.open(tmp_path / "a.case", "Ben")
    assert "Ana" in other.refusal
    assert "takes no changes" in other.refusal
    one.apply(Change("x", adding([article(1)]), documents=(document(),)))
    assert [found.id for found in other.articles()] == [1]
    with pytest.raises(CaseNotWritable, match="Ana"):
        other.apply(Change("x", adding([mention(60)])))
    with pytest.raises(CaseNotWritable, match="Ana"):
        other.undo()
    one.close()
    other.close()
    again = Case.open(tmp_path / "a.case", "Ben")
    assert not again.refusal
    again.undo()
    again.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "a.case"]


def test_a_case_that_is_only_read_is_not_held(tmp_path: Path) -> None:
    Case.create(tmp_path / "a.case", "Ana").close()
    reader = Case.open_reading(tmp_path / "a.case")
    with pytest.raises(CaseNotWritable, match="opened to be read"):
        reader.apply(Change("x", adding([mention(60)])))
    writer = Case.open(tmp_path / "a.case", "Ben")
    assert not writer.refusal
    reader.close()
    writer.close()


def test_an_older_case_that_another_has_cannot_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-2.case", path)
    held = hold(path, "Ana", "2026-01-01T00:00:00Z")
    with pytest.raises(CaseNotWritable, match="older version"):
        Case.open(path, "Ben")
    held.release()
    with pytest.raises(CaseNotWritable, match="older version"):
        Case.open_reading(path)
    Case.open(path).close()
    reader = Case.open_reading(path)
    assert reader.consistent()
    reader.close()


def test_a_folder_that_takes_no_file_shows_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    Case.create(tmp_path / "a.case", "Ana").close()
    monkeypatch.setattr(holding, "hold", refuse)
    monkeypatch.setattr("os.access", lambda *_: False)
    case = Case.open(tmp_path / "a.case", "Ana")
    assert "Permission denied" in case.refusal
    assert case.log()
    assert list(tmp_path.iterdir()) == [tmp_path / "a.case"]
    case.close()
    with pytest.raises(CaseNotWritable, match="Permission denied"):
        Case.create(tmp_path / "b.case", "Ana")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_a_case_that_was_moved_away_takes_no_change_until_it_is_back(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "a.case", tmp_path / "b.case"
    case = Case.create(path, "Ana")
    change = Change("x", adding([article(1)]), documents=(document(),))
    path.rename(elsewhere)
    with pytest.raises(CaseNotWritable, match="no longer in"):
        case.apply(change)
    elsewhere.rename(path)
    case.apply(change)
    assert case.consistent()
    case.close()
    assert verify(path).lines == 2


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_a_drive_that_came_back_is_found_again_and_another_file_is_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    Case.create(path, "Ana").close()
    shutil.copyfile(path, tmp_path / "copy")
    case = Case.open(path, "Ana")
    (tmp_path / "copy").replace(path)
    case.apply(Change("x", adding([article(1)]), documents=(document(),)))
    case.close()
    assert verify(path).lines == 2
    case = Case.open(path, "Ana")
    other = Case.create(tmp_path / "other.case", "Ben")
    other.close()
    other.path.replace(path)
    with pytest.raises(CaseNotWritable, match="no longer the file that was opened"):
        case.apply(Change("x", adding([mention(60)])))
    case.close()


def test_a_number_or_a_letter_that_no_file_holds_is_a_sentence(store: Store) -> None:
    fill(store)
    before = store.tables()
    for value in (mention(60, article_id=2**70), mention(61, text="\ud800")):
        with pytest.raises(UnfitChange, match="cannot hold a number or a letter"):
            write(store, Change("x", adding([value])))
    assert store.tables() == before


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_FULL, "there is no room"),
        (sqlite3.SQLITE_IOERR_WRITE, "reconnect the drive"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "may no longer be written"),
        (sqlite3.SQLITE_CORRUPT, "backup"),
        (sqlite3.SQLITE_BUSY, "another window or program"),
    ],
)
def test_each_refusal_of_sqlite_has_its_sentence(code: int, told: str) -> None:
    error = sqlite3.OperationalError("so SQLite says")
    error.sqlite_errorcode = code
    with pytest.raises(CaseNotWritable, match=told), transaction(Refusing(error), "a.case"):
        pass


class Refusing(sqlite3.Connection):
    """Refuses to begin anything."""

    def __init__(self, error: sqlite3.Error) -> None:
        super().__init__(":memory:")
        self.error = error

    def execute(self, *_: object) -> NoReturn:
        self.close()
        raise self.error

    def rollback(self) -> None:
        """There is nothing to take back."""
