"""The store as `case` uses it, and what a failing disk does to it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workbench.values import TEXT, article, claim, document, findings, incident, mention
from workbench import acts
from workbench.casefile import journal
from workbench.casefile.journal import Entry, digest_of
from workbench.casefile.store import Store
from workbench.changes import Change, Edit, adding, removing
from workbench.errors import AlreadyImported, CaseNotWritable, StaleChange
from workbench.history import Step
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.create(tmp_path / "a.case")
    yield store
    store.close()


def entry(change: Change, step: Step = Step.DO) -> Entry:
    return Entry(change, step, None, "Ana", "2026-01-01T00:00:00Z")


def write(store: Store, change: Change, step: Step = Step.DO) -> None:
    store.write(entry(change, step))


def fill(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, acts.record_findings(article(), findings(), 2, automatic=True), Step.AUTOMATIC)


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


def test_a_stale_edit_changes_nothing(store: Store) -> None:
    fill(store)
    before = store.tables()
    stale = Edit(claim(3, number=99), claim(3, number=100))
    fresh = Edit(None, mention(50))
    with pytest.raises(StaleChange, match="changed meanwhile"):
        write(store, Change("edit_number", (fresh, stale)))
    with pytest.raises(StaleChange, match="already"):
        write(store, Change("x", adding([claim(3)])))
    assert store.tables() == before == store.folded()


def test_what_is_still_referred_to_stays(store: Store) -> None:
    fill(store)
    with pytest.raises(StaleChange, match="still refers"):
        write(store, Change("x", removing([replace(incident(2))])))
    assert store.tables() == store.folded()


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


def test_search_follows_the_titles_and_the_articles(store: Store) -> None:
    fill(store)
    assert [hit.article_id for hit in store.search("getotet offiz")] == [1]
    assert "«getötet»" in store.search("getötet")[0].snippet
    write(store, acts.edit_details(article(), title="Ruhe", outlet="", published=None))
    assert store.search("Gefechte") == []
    assert len(store.search("Ruhe")) == 1
    assert store.search('"; DROP TABLE claim; --') == store.search("  ") == []


def test_search_forgets_an_article_that_goes(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, acts.remove_article(article(), []))
    assert store.search("Soldaten") == []
    write(store, acts.import_article(article(9), document()))
    assert [hit.article_id for hit in store.search("Soldaten")] == [9]


def test_each_line_is_chained_to_the_one_before(store: Store) -> None:
    fill(store)
    lines = store.log(limit=10)[::-1]
    db = sqlite3.connect(store.path)
    edits = [row[0] for row in db.execute("SELECT edits FROM journal ORDER BY number")]
    db.close()
    previous = ""
    for line, text in zip(lines, edits, strict=True):
        assert line.hash == digest_of(previous, line, text)
        assert journal.encode(journal.decode(text)) == text
        previous = line.hash
    assert lines[0].hash != digest_of("", replace(lines[0], analyst="Eve"), edits[0])


def test_the_journal_only_grows(store: Store) -> None:
    fill(store)
    db = sqlite3.connect(store.path)
    for statement in ("DELETE FROM journal", "UPDATE journal SET analyst = 'Eve'"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            db.execute(statement)
    db.close()


def test_the_lines_about_a_row_are_the_analysts_only(store: Store) -> None:
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, acts.accept(found))
    assert [line.act for line in store.log_of("claim", 3)] == ["accept"]
    assert store.log_of("claim", 4) == []


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
    change = acts.record_findings(article(), findings(), 2)
    refused = 0
    for statement in range(1, 100):
        FailingConnection.left = statement
        try:
            write(store, change)
        except CaseNotWritable as error:
            refused += 1
            assert "disk is full" in str(error)
            assert "Nothing of this change was kept" in str(error)
            FailingConnection.left = 10**9
            assert store.tables() == before == store.folded()
        else:
            break
    FailingConnection.left = 10**9
    assert refused >= 5, "rows of three kinds, the id, the line, its index and the commit can each fail"
    assert store.tables() == store.folded() != before
    store.close()


def test_the_edits_of_a_line_can_be_read_with_any_tool(store: Store) -> None:
    fill(store)
    db = sqlite3.connect(store.path)
    (edits,) = db.execute("SELECT edits FROM journal WHERE act = 'extract'").fetchone()
    db.close()
    kinds = [kind for kind, before, after in json.loads(edits) if before is None and after]
    assert kinds == ["incident", "mention", "claim", "claim"]
    assert [m.status for m in store.select(Mention) if isinstance(m, Mention)] == [Status.PROPOSED]
