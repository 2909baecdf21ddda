from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import article, claim, document, mention
from workbench import acts
from workbench.case import Case
from workbench.casefile.store import Store
from workbench.changes import Change, adding
from workbench.errors import CaseNotWritable, NotACaseFile, StaleChange, WorkbenchError
from workbench.model.claim import Claim


def spoil(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    db.executescript(f"DROP TRIGGER journal_keeps_words; {statement}")
    db.close()


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


def test_two_doors_on_one_case_hand_out_different_ids(tmp_path: Path) -> None:
    one = Case.create(tmp_path / "a.case", "Ana")
    other = Case.open(tmp_path / "a.case", "Ben")
    first = one.reserve(1)
    one.apply(Change("x", adding([article(first, "Eins")]), documents=(document("Eins"),)))
    second = other.reserve(1)
    other.apply(Change("x", adding([article(second, "Zwei")]), documents=(document("Zwei"),)))
    assert first != second
    assert len(one.articles()) == 2
    one.close()
    other.close()
