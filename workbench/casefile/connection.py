"""Opening and making the file itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from workbench.casefile.schema import APPLICATION_ID, VERSION, steps
from workbench.errors import CaseNotWritable, NotACaseFile

_HEADER = b"SQLite format 3\x00"


def create(path: Path) -> Database:
    """Make a new, empty case file; CaseNotWritable where one stands there already or the folder refuses."""
    if path.exists():
        raise CaseNotWritable(f"{path.name} is there already. Open it, or choose another name.")
    if not path.parent.is_dir():
        raise CaseNotWritable(f"The folder {path.parent} does not exist. Choose a folder that does.")
    db: Database | None = None
    try:
        db = _connect(path)
        steps.apply(db)
    except sqlite3.Error as error:
        _close(db)
        discard(path)
        raise CaseNotWritable(_cannot_write(path, error)) from error
    return db


def discard(path: Path) -> None:
    """Take a case away that could not be made in full, so that the next try meets nothing of it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_existing(path: Path) -> Database:
    """Open a case file and bring it to this program's schema.

    NotACaseFile where it is none, is damaged, or a newer program made it; CaseNotWritable where it cannot be written.
    """
    _check_header(path)
    db: Database | None = None
    try:
        db = _connect(path)
        _check_identity(path, db)
        steps.apply(db)
    except sqlite3.OperationalError as error:
        _close(db)
        raise CaseNotWritable(_cannot_write(path, error)) from error
    except sqlite3.DatabaseError as error:
        _close(db)
        raise NotACaseFile(f"{path.name} is damaged and cannot be opened ({error}). Open a copy of it.") from error
    except NotACaseFile:
        _close(db)
        raise
    return db


def _close(db: Database | None) -> None:
    if db is not None:
        db.close()


def _connect(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=5)
    db = Database(connection, execute_plugins=False)
    try:
        for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "journal_mode = WAL", "synchronous = FULL"):
            db.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _check_header(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite writes a thing beside it."""
    if not path.is_file():
        raise NotACaseFile(f"There is no file {path.name} in {path.parent}. Choose another, or make a new case.")
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise NotACaseFile(f"{path.name} cannot be read ({error.strerror}). Check who may read it.") from error
    if header != _HEADER:
        raise NotACaseFile(f"{path.name} is not a case file. Choose a file that ends in .case.")


def _check_identity(path: Path, db: Database) -> None:
    (identity,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if identity != APPLICATION_ID:
        raise NotACaseFile(f"{path.name} is a database of another program, not a case. Choose another file.")
    if version > VERSION:
        raise NotACaseFile(f"{path.name} was made by a newer version of this program. Update the program to open it.")


def _cannot_write(path: Path, error: sqlite3.Error) -> str:
    return f"{path.name} cannot be written ({error}). Check that the folder can be written to and has room."
