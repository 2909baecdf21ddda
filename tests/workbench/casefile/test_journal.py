from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.workbench.casefile.lines import fill, write
from tests.workbench.values import TEXT, article, claim, document, mention
from workbench import acts
from workbench.casefile import cipher, journal, journal_read
from workbench.casefile.batches import batches
from workbench.casefile.journal import digest_of
from workbench.casefile.store import Store
from workbench.changes import adding
from workbench.errors import NotACaseFile
from workbench.model.article import Article, ReviewState
from workbench.model.circumstance import Where
from workbench.model.claim import Claim
from workbench.model.mention import Mention, Status
from workbench.model.method import Method
from workbench.model.reason import Reason

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True


def test_each_line_is_chained_to_the_one_before(store: Store) -> None:
    fill(store)
    lines = store.log(limit=10)[::-1]
    db = cipher.connect(store.path, store.key)
    edits = [row[0] for row in db.execute("SELECT edits FROM journal ORDER BY number")]
    db.close()
    previous = ""
    for line, text in zip(lines, edits, strict=True):
        assert line.hash == digest_of(previous, line, text)
        assert journal.encode(batches(journal_read.decode(text))) == text
        previous = line.hash
    assert lines[0].hash != digest_of("", replace(lines[0], analyst="Eve"), edits[0])


def test_the_journal_only_grows(store: Store) -> None:
    fill(store)
    db = cipher.connect(store.path, store.key)
    columns = "number, step, takes_back, act, about, analyst, at, edits, hash"
    for statement in (
        "DELETE FROM journal",
        "UPDATE journal SET analyst = 'Eve'",
        f"INSERT OR REPLACE INTO journal ({columns}) SELECT {columns.replace('analyst', repr('Eve'))} FROM journal",
        f"INSERT INTO journal ({columns}) SELECT number + 7, {columns[8:]} FROM journal",
    ):
        with pytest.raises(cipher.INTEGRITY_ERRORS, match="only grows"):
            db.execute(statement)
    db.close()


def test_a_document_stays_as_it_came(store: Store) -> None:
    fill(store)
    db = cipher.connect(store.path, store.key)
    for statement in ("DELETE FROM document", "UPDATE document SET text = 'Ruhe'"):
        with pytest.raises(cipher.INTEGRITY_ERRORS, match="a document is never"):
            db.execute(statement)
    db.execute("REPLACE INTO document SELECT sha256, encoding, 'Ruhe', content FROM document")
    assert db.execute("SELECT text FROM document").fetchall() == [(TEXT,)]
    db.close()


def test_a_line_says_why_by_which_program_and_with_which_documents(store: Store) -> None:
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, replace(acts.reject(found), reason=Reason.MISREAD, note="„Drei“ ist ein Ort"))
    last, _, first = store.log(limit=3)
    assert (last.program, last.reason, last.note, last.documents) == ("Test 1", "misread", "„Drei“ ist ein Ort", "[]")
    assert json.loads(first.documents) == [
        [document().sha256, hashlib.sha256(TEXT.encode()).hexdigest(), document().encoding]
    ]
    inverse = store.change_at(3).inverse
    assert (inverse.reason, inverse.note) == (None, "")


def test_a_document_that_an_undone_import_left_is_sealed_once(store: Store) -> None:
    write(store, acts.import_article(article(), document()))
    write(store, acts.remove_article(article(), []))
    write(store, acts.import_article(article(9), document()))
    assert [line.documents == "[]" for line in store.log(limit=3)] == [True, True, False]


def test_the_lines_about_a_row_are_the_analysts_only(store: Store) -> None:
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, acts.accept(found))
    assert [line.act for line in store.log_of("claim", 3)] == ["accept"]
    assert store.log_of("claim", 4) == []


def test_the_edits_of_a_line_can_be_read_with_any_tool(store: Store) -> None:
    fill(store)
    db = cipher.connect(store.path, store.key)
    (edits,) = db.execute("SELECT edits FROM journal WHERE act = 'extract'").fetchone()
    db.close()
    found, named, claims = json.loads(edits)
    assert [(kind, before) for kind, before, _ in (found, named, claims)] == [
        ("incident", None),
        ("mention", None),
        ("claim", 2),
    ]
    assert (claims[2]["id"], claims[2]["article_id"], claims[2]["number_text"]) == ([3, 4], 1, ["Drei", "ein"])
    assert [m.status for m in store.select(Mention) if isinstance(m, Mention)] == [Status.PROPOSED]


def test_a_line_names_the_article_it_was_done_in(store: Store) -> None:
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, acts.edit_note(found, 'he wrote "article_id":77, and "id":78'))
    write(store, acts.add_values("set_method", [Method(convention="acled")]))
    taken = store.get(Article, 1)
    assert isinstance(taken, Article)
    write(store, acts.set_state(taken, ReviewState.REVIEWED))
    assert [(line.act, line.article) for line in store.log(limit=10)] == [
        ("set_state", 1),
        ("set_method", 0),
        ("edit_note", 1),
        ("extract", 1),
        ("import", 1),
    ]
    assert [line.article for line in store.log_of("claim", 3)] == [1]


def together(*rows: Mention | Claim) -> list[Any]:
    """Return what the journal keeps of rows that are added at once."""
    kept = json.loads(journal.encode(batches(adding(rows))))
    assert [edit.after for edit in journal_read.decode(json.dumps(kept))] == list(rows)
    return list(kept)


def test_rows_of_an_article_that_come_together_stand_column_by_column() -> None:
    where = Where("homs", "Homs", 1)
    one, other = mention(7, actor="army"), mention(8, where=where, inferred=True, confidence=0.5)
    ((kind, count, columns),) = together(one, other)
    assert (kind, count, columns["id"], columns["article_id"]) == ("mention", 2, [7, 8], 1)
    assert (columns["text"], columns["actor"], columns["inferred"]) == ("Armee", ["army", None], [0, 1])
    assert (columns["where_name"], columns["confidence"]) == ([None, "Homs"], [None, 0.5])
    assert not {"when_start", "where_latitude"} & set(columns)


def test_rows_that_come_alone_or_of_several_articles_stand_apart() -> None:
    assert [item[1] for item in together(mention(7))] == [None]
    assert [item[1] for item in together(mention(7), mention(8, article_id=2))] == [None, None]
    assert [item[:2] for item in together(mention(7), mention(8), claim(9), claim(10))] == [
        ["mention", 2],
        ["claim", 2],
    ]


@pytest.mark.parametrize(
    "edits",
    [
        '[["mention",2,{"id":[1]}]]',
        '[["mention",2,{"id":7}]]',
        '[["mention",1000000000000,{"article_id":1}]]',
        '[["mention",2,{"id":[1,2],"text":["a"]}]]',
        '[["mention",2,[]]]',
        '[["mention",2,null]]',
        '[["mention",-1,{"id":[]}]]',
        '[["mention",2]]',
    ],
)
def test_rows_that_are_not_as_many_as_is_said_are_damage(edits: str) -> None:
    with pytest.raises(NotACaseFile, match="damaged"):
        journal_read.decode(edits)
