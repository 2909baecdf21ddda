"""Indexes and counts that were damaged are found, each by its name, and made anew from the rows."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.workbench.casefile.lines import fill, spoil, write
from tests.workbench.test_likeness import AGENCY
from tests.workbench.values import article, document
from workbench import acts
from workbench.casefile import cipher
from workbench.casefile.cipher import Key
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.casefile.waiting import MENDING, Waiting
from workbench.errors import NotACaseFile, Stopped
from workbench.model.claim import Claim

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True

TABLES = ("case_info", "words", "likeness", "tally WHERE count <> 0", "journal_row")
OUT = "INSERT INTO {0} ({0}, rowid, {1}) VALUES ('delete', {2})"


@pytest.fixture
def path(store: Store) -> Path:
    """Return a case of two articles with claims, one of them accepted and noted."""
    fill(store)
    write(store, acts.import_article(article(50, f"{AGENCY} {'a' * 40_000} Ж"), document(f"{AGENCY} {'a' * 40_000} Ж")))
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, acts.edit_note(found, "steht weiter unten noch einmal"))
    store.close()
    return store.path


def held(path: Path, key: Key | None) -> list[list[Any]]:
    with closing(cipher.connect(path, key)) as connection:
        return [connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES]


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("DELETE FROM words WHERE kind = 'claim'", "The index of words"),
        ("UPDATE words SET row_id = row_id + 90", "The index of words"),
        ("INSERT INTO words VALUES ('x', 'mention', 7)", "The index of words"),
        ("DELETE FROM likeness WHERE mark = (SELECT min(mark) FROM likeness)", "The index of passages"),
        ("UPDATE likeness SET article = 7 WHERE mark = (SELECT max(mark) FROM likeness)", "The index of passages"),
        (OUT.format("article_search", "title, body", "1, 'gefechte', ''"), "The search index of articles"),
        ("INSERT INTO article_search (rowid, title, body) VALUES (9, 'x', 'y')", "The search index of articles"),
        ("INSERT INTO article_search (article_search) VALUES ('delete-all')", "The search index of articles"),
        ("UPDATE article_search_data SET block = zeroblob(20) WHERE id > 10", "The search index of articles"),
        ("INSERT INTO remark_search (rowid, words, note) VALUES (3, '', 'x')", "The search index of claims and notes"),
        ("DELETE FROM remark_search_data WHERE id > 10", "The search index of claims and notes"),
        ("UPDATE tally SET count = count + 1 WHERE what = 'claim'", "The kept count by claim"),
        ("DELETE FROM journal_row", "What tells which lines touched a row"),
        ("UPDATE case_info SET value = '4' WHERE key = 'next_id'", "The number that the next new row gets"),
        ("UPDATE case_info SET value = '57'", "The number that the next new row gets"),
        ("DELETE FROM case_info", "The number that the next new row gets"),
        ("UPDATE case_info SET value = '9223372036854775807'", "The number that the next new row gets"),
        ("UPDATE case_info SET value = 'viele'", "The number that the next new row gets"),
    ],
)
def test_what_was_damaged_is_named_and_made_anew(path: Path, key: Key | None, script: str, name: str) -> None:
    assert (verify(path, key=key).faults, verify(path, key=key).hint) == ((), "")
    before = held(path, key)
    spoil(path, script, key)
    found = verify(path, key=key)
    faults = [fault for fault in found.faults if not fault.startswith("The file")]
    assert [fault.startswith(f"{name} is not what") for fault in faults] == [True]
    assert "verify CASE --mend" in faults[0]
    assert faults[0].endswith(found.hint)
    again = Store.open(path, key=key)
    lines, rows = again.log(limit=9), again.tables()
    again.mend()
    assert (again.log(limit=9), again.tables()) == (lines, rows)
    assert again.alike(AGENCY, limit=5) == [50]
    again.close()
    assert verify(path, key=key).faults == ()
    assert held(path, key) == before


def test_a_case_of_any_schema_is_examined_as_it_was_indexed_then(tmp_path: Path) -> None:
    shutil.copyfile(ROOT / "tests" / "casefiles" / "schema-8.case", tmp_path / "a.case")
    spoil(tmp_path / "a.case", "DELETE FROM words; DELETE FROM tally")
    (told,) = {fault.partition(" by ")[0] for fault in verify(tmp_path / "a.case").faults}
    assert told == "The kept count"


@pytest.mark.parametrize("edits", ["{", "[1]", "[" * 50_000, '[["claim", null, {"number": 1}]]'])
def test_a_journal_that_cannot_be_read_makes_no_index(tmp_path: Path, edits: str) -> None:
    store = Store.create(tmp_path / "a.case")
    fill(store)
    store.close()
    spoil(store.path, f"UPDATE journal SET edits = '{edits}' WHERE number = 2")
    again = Store.open(store.path)
    with pytest.raises(NotACaseFile, match="A line of the journal is damaged"):
        again.mend()
    assert again.tally("claim")
    again.close()


def test_who_waits_for_it_hears_of_it_and_may_stop_it(path: Path, key: Key | None) -> None:
    spoil(path, "DELETE FROM words", key)
    damaged = held(path, key)
    store = Store.open(path, key=key)
    told: list[tuple[str, int, int]] = []
    with pytest.raises(Stopped):
        store.mend(Waiting(lambda: bool(told), lambda *what: told.append(what)))
    assert told == [(MENDING, 0, 0)]
    store.close()
    assert held(path, key) == damaged
