"""A file that is laid out otherwise than a case is not opened, and nothing that it holds is carried out."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.workbench.casefile.fuzzing import HOSTILE, REWRITES, SHIPPED
from workbench.case import Case, backups, verify
from workbench.casefile.layout import harden, laid_out
from workbench.casefile.schema import VERSION
from workbench.errors import NotACaseFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    shutil.copyfile(SHIPPED, tmp_path / "a.case")
    return tmp_path / "a.case"


def refused(path: Path) -> str:
    """Return the sentence with which a file is refused that is left as it was."""
    before = path.read_bytes()
    with pytest.raises(NotACaseFile) as told:
        Case.open(path, "Ana")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    return str(told.value)


@pytest.mark.parametrize("statement", HOSTILE)
def test_what_is_not_ours_is_refused_before_it_does_anything(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
    told = refused(path)
    assert "was changed by another program" in told
    if statement.startswith("CREATE"):
        assert "“own” is not as this program makes it" in told
        with pytest.raises(NotACaseFile, match="“own”"):
            verify(path)
        with pytest.raises(NotACaseFile, match="“own”"):
            backups.restore(path, path)


@pytest.mark.parametrize(("old", "new"), REWRITES)
def test_a_schema_that_was_rewritten_is_refused(path: Path, old: str, new: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema = ON")
        changed = other.execute(
            "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE instr(sql, ?)", (old, new, old)
        )
        assert changed.rowcount
    assert refused(path)


def test_a_trigger_that_is_missing_is_told_and_the_rest_examined(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER journal_keeps_words")
    assert "“journal_keeps_words” is missing" in refused(path)
    found = verify(path)
    assert [fault for fault in found.faults if "“journal_keeps_words” is missing" in fault] == list(found.faults)
    assert found.lines > 0


@pytest.mark.parametrize("version", [0, -1])
def test_a_schema_that_never_was_is_refused(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {version}")
    assert "a schema that never was" in refused(path)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_each_case_that_was_ever_made_is_laid_out_as_its_schema_says(version: int) -> None:
    shipped = SHIPPED.with_name(f"schema-{version}.case")
    with closing(sqlite3.connect(f"{shipped.as_uri()}?mode=ro&immutable=1", uri=True)) as other:
        count = other.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    assert len(laid_out(version)) == count


def test_sizes_are_bounded_and_no_file_brings_code() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        harden(connection)
        with pytest.raises(sqlite3.DataError):
            connection.execute("SELECT length(zeroblob(300000000))").fetchone()
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("SELECT load_extension('own')").fetchone()
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("ATTACH ':memory:' AS own")
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
        if sys.version_info >= (3, 12):
            assert connection.getconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)
