"""What was written by anything else is found, and told with the line since when."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from tests.workbench.casefile.lines import fill, spoil, write
from tests.workbench.values import article, document
from workbench import acts
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.changes import Change, adding, removing
from workbench.errors import NotACaseFile, WorkbenchError
from workbench.history import Step
from workbench.model.claim import Claim
from workbench.model.method import Method


@pytest.fixture
def path(store: Store) -> Path:
    """Return a case of three lines: an import, a reading, an acceptance."""
    fill(store)
    found = store.get(Claim, 3)
    assert isinstance(found, Claim)
    write(store, acts.accept(found))
    store.close()
    return store.path


def test_a_case_as_the_program_left_it_verifies_and_nothing_is_left_beside_it(path: Path) -> None:
    before = path.read_bytes()
    found = verify(path)
    assert found.faults == ()
    assert (found.lines, found.rows, found.documents) == (3, 5, 1)
    assert found.head is not None
    assert found.head.number == 3
    assert verify(path, found.head.hash).faults == ()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_case_that_is_open_is_examined_as_it_stands(store: Store) -> None:
    fill(store)
    assert verify(store.path).faults == ()
    assert verify(store.path).lines == 2


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("UPDATE journal SET analyst = 'Eve' WHERE number = 2", ["line 2 (", "does not match its hash", "line 1 ("]),
        ("UPDATE journal SET at = '1999-01-01T00:00:00Z' WHERE number = 1", ["line 1 (", "its hash"]),
        ("UPDATE journal SET program = NULL WHERE number = 3", ["line 3 (", "its hash"]),
        ("UPDATE journal SET note = 'so' WHERE number = 3", ["line 3 (", "its hash"]),
        ("UPDATE journal SET hash = zeroblob(32) WHERE number = 3", ["line 3 (", "its hash"]),
        ("DELETE FROM journal WHERE number = 2", ["Line 2 is missing", "line 1 ("]),
        ("DELETE FROM journal WHERE number = 3", ["Line 3 is missing from the end", "line 2 ("]),
        ("UPDATE claim SET high = 99 WHERE id = 3", ["claim 3", "line 3 (2026-01-01", "high was 3 and is 99", "after"]),
        ("UPDATE claim SET actor = x'ff' WHERE id = 4", ["claim 4", "line 2", "actor was empty and is"]),
        (
            "UPDATE claim SET note = 'x' WHERE id = 4",
            ["line 2 (2026-01-01", "left it (note was empty and is x)"],
        ),
        ("DELETE FROM mention", ["mention", "is missing", "line 2"]),
        ("INSERT INTO side VALUES ('x', 'X', '#000000', 1)", ["side x is there, and no line"]),
        ("UPDATE document SET content = x'00'", ["bytes of article 1 “Gefechte”", "after line 1"]),
        ("UPDATE document SET text = 'Ruhe'", ["text of article 1 “Gefechte”", "after line 1"]),
        ("DELETE FROM _sqlite_migrations", ["how the case came to its schema"]),
        ("INSERT INTO case_info VALUES ('more', 'x')", ["case_info holds “more”"]),
        ("UPDATE document SET encoding = 'x'", ["encoding of article 1 “Gefechte”", "and is x", "after line 1"]),
        ("DELETE FROM journal_row", ["which lines touched a row"]),
        ("UPDATE journal_row SET row_id = '4' WHERE row_id = '3'", ["which lines touched a row"]),
        ("DELETE FROM article_search_docsize", ["search index"]),
        ("UPDATE claim SET article_id = 77 WHERE id = 4", ["refers to a row of article", "claim 4"]),
        ("DROP TABLE claim", ["table “claim” is missing", "claim 3 is missing"]),
        ("DROP INDEX claim_open", ["index “claim_open” is missing"]),
        ("DROP TABLE document", ["document", "cannot be read"]),
    ],
)
def test_what_was_changed_is_told_and_since_when(path: Path, script: str, told: list[str]) -> None:
    spoil(path, script)
    words = "\n".join(verify(path).faults)
    assert [part for part in told if part not in words] == []


def test_a_row_that_lost_its_name_and_a_document_that_went_are_told(store: Store) -> None:
    fill(store)
    write(store, acts.add_values("create_case", [Method()]))
    write(store, Change("import", adding([article(9, "Ruhe")]), documents=(document("Ruhe"),)))
    write(store, Change("import", removing([article(9, "Ruhe")])), Step.UNDO)
    assert verify(store.path).faults == ()
    store.close()
    spoil(store.path, "UPDATE method SET id = NULL; DELETE FROM document WHERE text = 'Ruhe'")
    words = "\n".join(verify(store.path).faults)
    assert "method None is there, and no line" in words
    assert "method case is missing" in words
    assert f"document {document('Ruhe').sha256[:20]}" in words
    assert "is missing with its bytes and its text" in words


def test_a_row_that_came_back_by_itself_is_told(store: Store) -> None:
    fill(store)
    claims = [row for row in store.select(Claim) if isinstance(row, Claim)]
    write(store, acts.delete(claims[1], claims))
    rows = sqlite3.connect(store.path)
    rows.execute("PRAGMA foreign_keys = OFF")
    names = [name for _, name, *_ in rows.execute("PRAGMA table_info(claim)")]
    kept = dict(zip(names, rows.execute("SELECT * FROM claim").fetchone(), strict=True)) | {"id": claims[1].id}
    rows.execute(f"INSERT INTO claim VALUES ({', '.join('?' * len(names))})", list(kept.values()))
    rows.commit()
    rows.close()
    fault, *others = verify(store.path).faults
    assert f"claim {claims[1].id} is there, though line 3" in fault
    assert [other.partition(" is not what")[0] for other in others] == [
        "The search index of claims and notes",
        "The kept count by claim",
        "The index of words",
    ]


def test_a_line_made_up_with_a_right_hash_does_not_fit_what_stood_before(path: Path) -> None:
    edits = json.dumps([["claim", {"id": 3, "effect": "killed"}, None], ["no kind", None, {"id": 1}]])
    connection = sqlite3.connect(path)
    (last,) = connection.execute("SELECT hash FROM journal WHERE number = 3").fetchone()
    head = [4, "do", None, "delete", "", "Eve", "2026-01-02T00:00:00Z", "Test 1", "", "", "[]", edits]
    canonical = json.dumps(head, separators=(",", ":"))
    digest = hashlib.sha256(f"{last}\n{canonical}".encode()).hexdigest()
    connection.execute(
        "INSERT INTO journal (number, step, takes_back, act, about, analyst, at, program, reason, note, documents,"
        f" edits, hash) VALUES ({'?, ' * 12}?)",
        [*head, digest],
    )
    connection.commit()
    connection.close()
    faults = verify(path).faults
    assert "takes claim 3 for something that no line before made it" in faults[0]
    assert "line 4" in faults[1]
    assert "holds what this program never writes" in faults[1]
    assert "claim 3 is there, though line 4" in faults[2]
    assert len(faults) == 3


def test_a_journal_written_anew_is_known_by_a_hash_that_was_noted(path: Path) -> None:
    assert "noted" in verify(path, "0" * 64).faults[0]
    head = verify(path).head
    assert head is not None
    assert verify(path, f" {head.hash.upper()}\n").faults == ()
    with pytest.raises(WorkbenchError, match="64 digits"):
        verify(path, head.hash[:12])


def test_what_a_line_of_an_old_program_cannot_say_is_told(path: Path) -> None:
    with sqlite3.connect(path) as other:
        (previous, analyst, at, edits) = other.execute(
            "SELECT (SELECT hash FROM journal WHERE number = 2), analyst, at, edits FROM journal WHERE number = 3"
        ).fetchone()
    other.close()
    line = json.dumps([3, "do", None, "accept", "Drei Soldaten", analyst, at, edits], separators=(",", ":"))
    digest = hashlib.sha256(f"{previous}\n{line}".encode()).hexdigest()
    spoil(path, f"UPDATE journal SET program = NULL, hash = '{digest}' WHERE number = 3")
    assert verify(path).faults == ()
    spoil(path, "UPDATE journal SET note = 'so' WHERE number = 3")
    assert [fault[:6] for fault in verify(path).faults] == ["line 3"]


def test_a_line_half_of_which_makes_no_sense_is_told(path: Path) -> None:
    spoil(
        path,
        "UPDATE journal SET analyst = x'ff00', edits = replace(edits, ']]', '],[7]]') WHERE number = 3;"
        "UPDATE claim SET high = 99 WHERE id = 3",
    )
    words = "\n".join(verify(path).faults)
    assert "line 3 (2026-01-01" in words
    assert "holds what this program never writes" in words
    assert "claim 3 is not as line 3" in words


def test_many_faults_are_counted(path: Path) -> None:
    spoil(path, "".join(f"INSERT INTO side VALUES ('{n}', 'X', '#000000', 1);" for n in range(40)))
    faults = verify(path).faults
    assert len(faults) == 13
    assert faults[-1] == "And 28 more of this sort."


def test_a_file_whose_pages_are_broken_is_told_and_examined_on(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[4096 * 5 : 4096 * 5 + 200] = bytes(200)
    path.write_bytes(raw)
    faults = verify(path).faults
    assert any("The file" in fault for fault in faults), faults


def test_what_is_no_case_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.case").write_text("Berichte")
    with pytest.raises(NotACaseFile, match="not a case file"):
        verify(tmp_path / "a.case")
