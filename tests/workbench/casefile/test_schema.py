from __future__ import annotations

from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench.casefile.codec import column_names
from workbench.casefile.connection import create
from workbench.casefile.schema import VERSION, steps
from workbench.changes import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_has_the_columns_of_its_values(tmp_path: Path, kind: str) -> None:
    db = create(tmp_path / "a.case")
    found = [row[1] for row in db.execute(f"PRAGMA table_info({kind})")]
    db.close()
    assert sorted(found) == sorted(column_names(kind))


def test_the_version_counts_the_steps(tmp_path: Path) -> None:
    db = create(tmp_path / "a.case")
    names = ["m001_first_tables", "m002_same_words", "m003_judgements", "m004_likeness", "m005_accountable_lines"]
    names += ["m006_merged", "m007_search_and_counts", "m008_folded_anew", "m009_decisions"]
    assert [step.name for step in steps.applied(db)] == names
    assert len(steps.applied(db)) == VERSION
    assert not steps.pending(db)
    db.close()


def test_a_case_of_the_first_schema_is_indexed_and_damage_in_it_waits_for_its_reader(tmp_path: Path) -> None:
    db = Database(str(tmp_path / "a.case"))
    steps.apply(db, stop_before="m002_same_words")
    for id_, text in ((1, "Hay’at"), (2, b"\xff"), (3, "")):
        names = "id, article_id, span_start, span_end, text, label, status, made_by"
        row = (id_, 1, 0, 6, text, "org", "proposed", "machine")
        db.execute(f"INSERT INTO mention ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.conn.commit()
    steps.apply(db)
    assert db.execute("SELECT * FROM words").fetchall() == [("hayat", "mention", 1)]
    assert db.execute("SELECT inferred FROM mention").fetchall() == [(0,)] * 3
    db.close()
