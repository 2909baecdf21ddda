from __future__ import annotations

import os
import sqlite3
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from workbench.casefile import cipher, connection
from workbench.casefile.connection import create, open_existing, open_reading
from workbench.casefile.schema import APPLICATION_ID, VERSION
from workbench.errors import CaseNotWritable, NotACaseFile


def pragma(path: Path, name: str) -> object:
    db = sqlite3.connect(path)
    try:
        return db.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        db.close()


def test_a_new_case_bears_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "Fälle 1.case"
    create(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == VERSION
    assert pragma(path, "journal_mode") == "wal"
    open_existing(path).close()


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    path.write_text("mine")
    with pytest.raises(CaseNotWritable, match=r"a\.case is there already"):
        create(path)
    assert path.read_text() == "mine"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritable, match="nowhere does not exist"):
        create(tmp_path / "nowhere" / "a.case")


@pytest.mark.parametrize(
    "content", [b"", b"Berichten zufolge", b"SQLite format 3\x00 and then nothing of the kind" * 90]
)
def test_what_is_no_case_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.case"
    path.write_bytes(content)
    with pytest.raises(NotACaseFile, match=r"a\.case"):
        open_existing(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotACaseFile, match="no file"):
        open_existing(tmp_path / "a.case")
    assert not list(tmp_path.iterdir())


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE bookmarks (id)")
    db.close()
    with pytest.raises(NotACaseFile, match="another program"):
        open_existing(path)


def test_a_newer_programs_case_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    create(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(NotACaseFile, match="newer version"):
        open_existing(path)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(CaseNotWritable, match="cannot be written"):
            create(tmp_path / "a.case")
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_folder_that_sqlite_cannot_write_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(CaseNotWritable, match="Check that the folder can be written to"):
        create(tmp_path / "a.case")


def test_on_a_full_drive_a_case_at_rest_is_read_as_it_lies_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.case"
    create(path).close()
    # So SQLite leaves it where there is no room for what readers share.
    (tmp_path / "a.case-shm").write_bytes(b"\0\0\0")
    (tmp_path / "a.case-wal").touch()
    before = {found.name: found.read_bytes() for found in tmp_path.iterdir()}

    def full(where: str | Path, key: None, **options: Any) -> sqlite3.Connection:
        if isinstance(where, Path):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return connect(where, key, **options)

    connect = cipher.connect
    monkeypatch.setattr(cipher, "connect", full)
    db = open_reading(path)
    assert db.execute("SELECT count(*) FROM journal").fetchone() == (0,)
    db.close()
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == before
    (tmp_path / "a.case-lock").touch()
    with pytest.raises(CaseNotWritable, match="disk I/O error"):
        open_reading(path)


def test_a_file_that_is_being_written_is_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.case"
    create(path).close()
    whole, waits = path.read_bytes(), list[float]()

    def write_on(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            path.write_bytes(whole)

    monkeypatch.setattr(connection, "sleep", write_on)
    path.write_bytes(whole[:9000])
    open_reading(path).close()
    assert len(waits) == 2
    path.write_bytes(whole[:9000])
    with pytest.raises(NotACaseFile, match="is damaged"):
        open_reading(path)
