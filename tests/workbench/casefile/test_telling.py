"""A case told by its journal, of whatever schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.case import Case
from workbench.casefile.telling import Telling, told_in
from workbench.changes import KINDS
from workbench.errors import StaleChange

SHIPPED = sorted((ROOT / "tests" / "casefiles").glob("schema-*.case"))


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda path: path.stem)
def test_a_case_of_any_schema_is_told_as_it_will_be_when_it_is_brought_up(shipped: Path, tmp_path: Path) -> None:
    path = tmp_path / shipped.name
    path.write_bytes(shipped.read_bytes())
    with told_in(path) as telling:
        rows = {(kind, str(row.id)): row for kind in KINDS for row in telling.rows(kind)}
        lines = list(telling.since(0))
        documents = {row.document: telling.document(row.document) for row in telling.rows("article")}  # type: ignore[union-attr]  # articles
        hashes = [telling.hash_at(line.number) for line in lines]
        assert telling.head() == len(lines)
        assert telling.name == shipped.stem
    assert path.read_bytes() == shipped.read_bytes()
    case = Case.open(path)
    assert case.rows() == rows
    assert [line.hash for line in reversed(case.log())] == hashes
    assert all(case.document(sha256) == document for sha256, document in documents.items())
    assert [line.number for line in case.telling().since(3)] == [line.number for line in lines[3:]]
    case.close()


def test_the_edits_of_the_lines_make_the_rows() -> None:
    with told_in(SHIPPED[-1]) as telling:
        rows = {}
        for line in telling.since(0):
            for edit in line.edits:
                rows[edit.kind, edit.value.id] = edit.after
        there = {key: row for key, row in rows.items() if row is not None}
        assert there == {(kind, row.id): row for kind in KINDS for row in telling.rows(kind)}
        assert telling.row("article", 0) is None
        assert telling.hash_at(10**6) == ""


def test_a_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("CREATE TABLE document (sha256, content, text, encoding)")
    with pytest.raises(StaleChange, match="a lacks the text of one of its articles"):
        Telling(connection, "a").document("0")
    connection.close()
