"""Opening and making the file itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
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
        bring_up(db)
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
    check_header(path)
    db: Database | None = None
    try:
        db = _connect(path)
        check_identity(path, db.conn)
        bring_up(db)
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


def bring_up(db: Database) -> None:
    """Bring a file to this program's schema, all steps or none, while no other program writes to it."""
    if not steps.pending(db):
        return
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(db)
        db.conn.commit()
    finally:
        if db.conn.in_transaction:
            db.conn.rollback()


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold a case file open that is only read, of whatever schema, and leave nothing beside it.

    NotACaseFile where it is none.
    """
    check_header(path)
    # A file that nobody has open is read as it lies there: SQLite would put two files beside it and leave them.
    at_rest = not any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
    where = f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if at_rest else "")
    connection = sqlite3.connect(where, timeout=5, isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        check_identity(path, connection)
        yield connection
    except sqlite3.DatabaseError as error:
        raise NotACaseFile(f"{path.name} is damaged and cannot be opened ({error}). Open a copy of it.") from error
    finally:
        connection.close()


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


def check_header(path: Path) -> None:
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


def check_identity(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse another program's file, and one of a newer program."""
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if identity != APPLICATION_ID:
        raise NotACaseFile(f"{path.name} is a database of another program, not a case. Choose another file.")
    if version > VERSION:
        raise NotACaseFile(f"{path.name} was made by a newer version of this program. Update the program to open it.")


def _cannot_write(path: Path, error: sqlite3.Error) -> str:
    return f"{path.name} cannot be written ({error}). Check that the folder can be written to and has room."
