from __future__ import annotations

from pathlib import Path

import pytest

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
    assert [step.name for step in steps.applied(db)] == ["m001_first_tables", "m002_same_words"]
    assert len(steps.applied(db)) == VERSION
    assert not steps.pending(db)
    db.close()
