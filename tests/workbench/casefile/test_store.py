"""The store as `case` uses it, and what a failing disk does to it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import TEXT, article, claim, document, findings, mention
from workbench import acts, recording
from workbench.casefile.store import Store
from workbench.changes import Change, adding, removing
from workbench.errors import AlreadyImported, CaseNotWritable
from workbench.model.claim import Claim

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def test_rows_come_back_as_they_were_given(store: Store) -> None:
    fill(store)
    assert store.text(1) == TEXT
    assert store.document(article().document) == document()
    assert store.get(Claim, 3) == replace(claim(3), incident_id=2)
    assert store.get(Claim, 99) is None
    assert store.counts() == {1: 2}
    assert store.tables() == store.folded()


def test_the_bytes_are_kept_untouched(store: Store) -> None:
    content = b"\xef\xbb\xbfe\xcc\x81\r\n"
    kept = replace(document(), sha256="f" * 64, content=content, text="e\u0301\r\n")
    write(store, acts.import_article(replace(article(), document=kept.sha256), kept))
    found = store.document(kept.sha256)
    assert found is not None
    assert found.content == content
    assert found.text == "e\u0301\r\n"


def test_the_same_bytes_are_refused_by_the_name_of_the_first(store: Store) -> None:
    fill(store)
    with pytest.raises(AlreadyImported, match="as “Gefechte”"):
        write(store, acts.import_article(article(60, title="Noch einmal"), document()))


def test_an_id_is_never_given_twice(store: Store) -> None:
    fill(store)
    top = store.next_id()
    write(store, Change("x", adding([mention(top)])))
    write(store, Change("x", removing([mention(top)])))
    assert store.next_id() == top + 1


class FailingConnection(sqlite3.Connection):
    """Raises on the n-th statement that writes, as a full disk would."""

    left = 10**9

    def _count(self, sql: str) -> None:
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "COMMIT")):
            FailingConnection.left -= 1
            if FailingConnection.left == 0:
                raise sqlite3.OperationalError("database or disk is full")

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        self._count(sql)
        return super().execute(sql, parameters)  # type: ignore[arg-type]  # handed on as it came

    def executemany(self, sql: str, parameters: object, /) -> sqlite3.Cursor:
        self._count(sql)
        return super().executemany(sql, parameters)  # type: ignore[arg-type]  # handed on as it came


def test_a_full_disk_at_any_statement_leaves_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=FailingConnection))
    monkeypatch.setattr(FailingConnection, "left", 10**9)
    store = Store.create(tmp_path / "a.case")
    write(store, acts.import_article(article(), document()))
    before = store.tables()
    change = recording.record_findings(article(), findings(), 2)
    refused: list[str] = []
    for statement in range(1, 100):
        FailingConnection.left = statement
        try:
            write(store, change)
        except CaseNotWritable as error:
            refused.append(str(error))
            FailingConnection.left = 10**9
            assert store.tables() == before == store.folded()
        else:
            break
    FailingConnection.left = 10**9
    assert all("disk is full" in told and "Nothing of this change was kept" in told for told in refused)
    assert len(refused) >= 5, "rows of three kinds, the id, the line, its index and the commit can each fail"
    assert store.tables() == store.folded() != before
    store.close()
